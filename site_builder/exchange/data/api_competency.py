"""A competency as data: whole in a file of its own, and in brief in the list of all.

Every key is always there; what nobody has written is empty. Texts are Markdown, as the school wrote them. Addresses
are relative to the root of the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from site_builder import addresses
from site_builder.exchange.data.places import (
    achievement_file,
    card_identifier,
    case_item,
    competency_file,
    reference,
    uuid_of_skill,
)
from site_builder.exchange.data.publication import View
from site_builder.identifiers import competency_identifier, framework_identifier, identifier
from site_builder.model import Area, Competency, Evidence, Retired, Skill, Standard
from site_builder.outline import CompetencyCard, ExemplarCard, Outline

Json: TypeAlias = dict[str, Any]


def competency_data(it: Competency, view: View) -> Json:
    """All that a site says of a competency."""
    outline = view.outline
    card = outline.competencies[it.id]
    uuid = competency_identifier(framework_identifier(outline.settings), it)
    return {
        **_named(card, uuid, outline),
        "why": it.why,
        "about": it.about,
        "prerequisites": list(it.prerequisites),
        "leads_to": [other.id for other in outline.leads_to.get(it.id, ())],
        "standards": [_standard(one) for one in it.standards],
        "evidence": _evidence(it.evidence),
        "skills": [_skill(one, it, card, outline) for one in it.skills],
        "exemplars": [_work(one) for one in outline.work_for.get(it.id, ())],
        "pathways": [route.id for route in outline.pathways_with.get(it.id, ())],
        "was": [reference(addresses.formerly(card, old)) for old in it.was],
        "achievement": achievement_file(uuid) if "openbadges" in view.published else "",
        "case": case_item(uuid) if "case" in view.published else "",
    }


def competency_brief(card: CompetencyCard, outline: Outline) -> Json:
    """A competency as lists show it, with the way to all the rest."""
    framework = framework_identifier(outline.settings)
    return {
        **_named(card, card_identifier(framework, card), outline),
        "is_described": card.is_described,
        "prerequisites": list(card.prerequisites),
        "skills": [
            {"id": id, "identifier": _brief_identifier(framework, card, place), "title": title}
            for place, (id, title) in enumerate(card.skills, 1)
        ],
        "data": reference(competency_file(card.id)),
    }


def target_of(card: CompetencyCard, area: Area) -> str:
    """The id of the level to reach: the competency's own, or its scale's; empty where neither says one."""
    return card.target or next((level.id for level in area.scale.levels if level.is_target), "")


def _named(card: CompetencyCard, uuid: str, outline: Outline) -> Json:
    area = outline.areas[card.area]
    return {
        "id": card.id,
        "identifier": uuid,
        "area": area.id,
        "title": card.title,
        "statement": card.statement,
        "scale": area.scale.id,
        "levels": list(card.levels),
        "target": target_of(card, area),
        "retired": _retired(card.retired),
        "page": reference(addresses.competency(card)),
    }


def _brief_identifier(framework: str, card: CompetencyCard, place: int) -> str:
    id = card.skills[place - 1][0]
    if id == card.id:
        return card_identifier(framework, card)
    return card.identifiers[place] or identifier(framework, "skill", id)


def _skill(it: Skill, owner: Competency, card: CompetencyCard, outline: Outline) -> Json:
    order = [level.id for level in outline.areas[card.area].scale.levels]
    anchor = addresses.anchor(it.id)
    return {
        "id": it.id,
        "identifier": uuid_of_skill(framework_identifier(outline.settings), owner, it),
        "title": it.title,
        "statement": it.statement,
        "levels": _by_level(it.levels, order),
        "not_used": [level for level in order if level in it.not_used],
        "supports": _by_level(it.supports, order),
        "at_home": it.at_home,
        "evidence": _evidence(it.evidence),
        "page": f"{reference(addresses.competency(card))}#{anchor}",
    }


def _by_level(texts: Mapping[str, tuple[str, ...]], order: list[str]) -> dict[str, list[str]]:
    return {level: list(texts[level]) for level in order if level in texts}


def _standard(it: Standard) -> Json:
    return {"code": it.code, "framework": it.framework, "uri": it.uri, "match": it.match}


def _evidence(it: Evidence | None) -> Json | None:
    if it is None:
        return None
    at = {level: {"pieces": one.pieces, "kinds": one.kinds} for level, one in it.at}
    return {"pieces": it.pieces, "kinds": it.kinds, "at": at}


def _retired(it: Retired | None) -> Json | None:
    return {"on": it.on.isoformat(), "replaced_by": it.replaced_by} if it else None


def _work(card: ExemplarCard) -> Json:
    return {"id": card.id, "title": card.title, "level": card.level, "page": reference(addresses.exemplar(card))}
