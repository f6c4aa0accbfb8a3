"""The framework as CTDL-ASN, the vocabulary by which credential registries describe competencies, in JSON-LD.

Areas, competencies and skills are competencies there, each with its category. Every node is written with what it
belongs to and what belongs to it, because readers look at either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from site_builder.exchange.data.json_text import json_text
from site_builder.exchange.data.places import CTDL_ASN, card_identifier, is_on_the_web, publisher, uuid_of_skill
from site_builder.exchange.data.plain_words import plain_words
from site_builder.exchange.data.publication import Portion, Publication, View
from site_builder.identifiers import area_identifier, competency_identifier, framework_identifier
from site_builder.model import Area, Competency, Scale, Skill
from site_builder.outline import CompetencyCard

Json: TypeAlias = dict[str, Any]
CONTEXT = "https://credreg.net/ctdlasn/schema/context/json"


def _uri(view: View, uuid: str) -> str:
    """How a node names another: where it stands in the file that the site publishes."""
    return f"{view.site_url}{CTDL_ASN}#ce-{uuid}" if view.site_url else f"urn:uuid:{uuid}"


def _said(view: View, text: str) -> dict[str, str]:
    return {view.outline.settings.languages[0]: plain_words(text)}


def _whole_framework(view: View) -> Json:
    settings = view.outline.settings
    uuid = framework_identifier(settings)
    top = [_uri(view, area_identifier(uuid, it)) for it in view.outline.areas.values()]
    said: Json = {
        "@id": _uri(view, uuid),
        "@type": "ceasn:CompetencyFramework",
        "ceterms:ctid": f"ce-{uuid}",
        "ceasn:name": _said(view, settings.title),
        "ceasn:description": _said(view, settings.description),
        "ceasn:inLanguage": [settings.languages[0]],
        "ceasn:publisherName": {settings.languages[0]: publisher(settings)},
        "ceasn:hasTopChild": top,
    }
    return said | ({"ceasn:source": [view.site_url]} if view.site_url else {})


def _node(view: View, uuid: str, category: str, code: str, text: str, place: Json) -> Json:
    """What areas, competencies and skills have in common; `place` says where it stands among the others."""
    return {
        "@id": _uri(view, uuid),
        "@type": "ceasn:Competency",
        "ceterms:ctid": f"ce-{uuid}",
        "ceasn:inLanguage": [view.outline.settings.languages[0]],
        "ceasn:competencyText": _said(view, text),
        "ceasn:competencyCategory": {"en": category},
        "ceasn:codedNotation": code,
        "ceasn:isPartOf": _uri(view, framework_identifier(view.outline.settings)),
        **place,
    }


def _area(it: Area, place: int, cards: Sequence[CompetencyCard], view: View) -> Json:
    framework = framework_identifier(view.outline.settings)
    where: Json = {
        "ceasn:listID": str(place),
        "ceasn:isTopChildOf": _uri(view, framework),
    }
    if cards:
        where["ceasn:hasChild"] = [_uri(view, card_identifier(framework, card)) for card in cards]
    return _node(view, area_identifier(framework, it), "Area", it.id, it.title, where) | _comment(view, [it.about])


def _competency(it: Competency, view: View) -> Iterator[Json]:
    """The node of a competency and those of its skills."""
    framework = framework_identifier(view.outline.settings)
    uuid = competency_identifier(framework, it)
    area = view.outline.areas[it.area]
    skills = [skill for skill in it.skills if skill.id != it.id]
    own = [text for skill in it.skills if skill.id == it.id for text in _levels(skill, area.scale)]
    where: Json = {"ceasn:isChildOf": [_uri(view, area_identifier(framework, area))]}
    if skills:
        where["ceasn:hasChild"] = [_uri(view, uuid_of_skill(framework, it, skill)) for skill in skills]
    node = _node(view, uuid, "Competency", it.id, it.statement, where)
    node["ceasn:competencyLabel"] = _said(view, it.title)
    yield node | _comment(view, [it.why, it.about, *own]) | _relations(it, view)
    for place, skill in enumerate(skills, 1):
        yield _skill(skill, place, it, view)


def _skill(it: Skill, place: int, owner: Competency, view: View) -> Json:
    framework = framework_identifier(view.outline.settings)
    parent = _uri(view, competency_identifier(framework, owner))
    where = {"ceasn:listID": str(place), "ceasn:isChildOf": [parent]}
    uuid = uuid_of_skill(framework, owner, it)
    node = _node(view, uuid, "Skill", it.id, it.statement or it.title, where)
    if it.statement:
        node["ceasn:competencyLabel"] = _said(view, it.title)
    return node | _comment(view, _levels(it, view.outline.areas[owner.area].scale))


def _levels(it: Skill, scale: Scale) -> list[str]:
    """Each descriptor with the name of its level; the vocabulary has no place for a grid of levels."""
    return [f"{level.name}: {text}" for level in scale.levels for text in it.levels.get(level.id, ())]


def _comment(view: View, texts: Iterable[str]) -> Json:
    said = [words for words in map(plain_words, texts) if words]
    return {"ceasn:comment": {view.outline.settings.languages[0]: said}} if said else {}


def _relations(it: Competency, view: View) -> Json:
    """What it leads to, as the vocabulary's word means “this comes before that”, and standards with an address."""
    framework = framework_identifier(view.outline.settings)
    later = [_uri(view, card_identifier(framework, card)) for card in view.outline.leads_to.get(it.id, ())]
    aligned = list(dict.fromkeys(one.uri for one in it.standards if is_on_the_web(one.uri)))
    said: Json = {"ceasn:prerequisiteAlignment": later} if later else {}
    return said | ({"ceasn:alignTo": aligned} if aligned else {})


def _files_of(card: CompetencyCard, view: View) -> tuple[str, ...]:
    return ()


def _portion(it: Competency, view: View) -> Portion:
    nodes = map(json_text, _competency(it, view))
    return Portion({}, ",\n".join(nodes).encode())


def _whole_files(view: View) -> tuple[str, ...]:
    return (CTDL_ASN,)


def _whole(view: View, fragments: Iterable[bytes]) -> Mapping[str, bytes]:
    outline = view.outline
    by_area: dict[str, list[CompetencyCard]] = {slug: [] for slug in outline.areas}
    for card in outline.competencies.values():
        by_area[card.area].append(card)
    areas = (_area(it, place, by_area[slug], view) for place, (slug, it) in enumerate(outline.areas.items(), 1))
    head = [json_text(node).encode() for node in (_whole_framework(view), *areas)]
    graph = b",\n".join((*head, *fragments))
    return {CTDL_ASN: b'{"@context":"' + CONTEXT.encode() + b'","@graph":[\n' + graph + b"\n]}\n"}


CTDL = Publication("ctdl-asn", _files_of, _portion, _whole_files, _whole)
