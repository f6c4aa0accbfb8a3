"""Areas, competencies and skills as CASE writes them: CFItems, and the types that they are of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.exchange.case.extension import said_of
from site_builder.exchange.case.subjects import Node, Subject
from site_builder.exchange.case.surroundings import Surroundings
from site_builder.model import Area, Competency, Skill

# What each type of item is, and how deep it stands.
TYPES: Mapping[str, tuple[str, int]] = {
    "Area": ("A field of learning, which holds competencies.", 1),
    "Competency": ("What a learner can do, described at levels of growth.", 2),
    "Skill": ("One dimension of a competency, described at levels of growth.", 3),
}


def item_types(around: Surroundings) -> list[dict[str, Any]]:
    """The definitions of the types."""
    return [
        {
            "identifier": around.type_identifier(name),
            "uri": around.uri("CFItemTypes", around.type_identifier(name)),
            "title": name,
            "description": says,
            "hierarchyCode": str(depth),
            "lastChangeDateTime": around.latest,
        }
        for name, (says, depth) in TYPES.items()
    ]


def area_item(it: Area, around: Surroundings) -> dict[str, Any]:
    """An area as an item."""
    item = _item(around.node(it.slug), "Area", it.about, it.source, around)
    return item | _more(said_of("area", it))


def competency_items(it: Competency, subject: Subject, around: Surroundings) -> Iterator[dict[str, Any]]:
    """A competency and its skills as items; one that is its own only skill is one item."""
    item = _item(subject.node, "Competency", it.statement, it.source, around)
    if it.retired:
        item["statusEndDate"] = it.retired.on.isoformat()
    own = {skill.id: skill for skill in it.skills}
    said = said_of("competency", it)
    if not subject.skills:
        yield item | _more(said | {"skill": said_of("skill", own[it.id])} if it.id in own else said)
        return
    yield item | _more(said)
    yield from (_skill_item(own[node.id], node, it.source, around) for node in subject.skills)


def without_extensions(item: dict[str, Any]) -> dict[str, Any]:
    """The item as version 1.0 knows it."""
    return {name: value for name, value in item.items() if name != "extensions"}


def _skill_item(it: Skill, node: Node, source: str, around: Surroundings) -> dict[str, Any]:
    return _item(node, "Skill", it.statement or it.title, source, around) | _more(said_of("skill", it))


def _item(node: Node, kind: str, statement: str, source: str, around: Surroundings) -> dict[str, Any]:
    of_kind = around.type_identifier(kind)
    return {
        "identifier": node.identifier,
        "uri": around.uri("CFItems", node.identifier),
        "CFItemType": kind,
        "CFItemTypeURI": {
            "title": kind,
            "identifier": of_kind,
            "uri": around.uri("CFItemTypes", of_kind),
        },
        "humanCodingScheme": node.id,
        "fullStatement": statement,
        "abbreviatedStatement": node.title,
        "language": around.settings.languages[0],
        "lastChangeDateTime": around.changed_at(source),
    }


def _more(said: Mapping[str, Any]) -> dict[str, Any]:
    """What CASE has no field for."""
    return {"extensions": {"continuum": said}} if said else {}
