"""Descriptors as CASE writes them: a CFRubric for each competency, with a criterion for each of its skills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from site_builder.exchange.case.subjects import Node
from site_builder.exchange.case.surroundings import Surroundings
from site_builder.model import Competency, Level, Skill


def rubric(it: Competency, items: Mapping[str, Node], around: Surroundings) -> dict[str, Any] | None:
    """The rubric of a competency, or none where nobody has described a level yet; `items` are its skills' by id."""
    described = [skill for skill in it.skills if skill.levels]
    if not described:
        return None
    identifier = around.identifier("rubric", it.id)
    uri = around.uri("CFRubrics", identifier)
    changed = around.changed_at(it.source)
    levels = around.areas[it.area].scale.levels
    criteria = [
        _criterion(skill, items[skill.id], place, levels, uri, changed, around)
        for place, skill in enumerate(described, 1)
    ]
    return {
        "identifier": identifier,
        "uri": uri,
        "title": it.title,
        "lastChangeDateTime": changed,
        "CFRubricCriteria": criteria,
    }


def _criterion(
    skill: Skill, item: Node, place: int, levels: tuple[Level, ...], rubric: str, changed: str, around: Surroundings
) -> dict[str, Any]:
    identifier = around.identifier("criterion", skill.id)
    described = [level for level in levels if level.id in skill.levels]
    link = {"title": item.title, "identifier": item.identifier, "uri": around.uri("CFItems", item.identifier)}
    return {
        "identifier": identifier,
        "uri": _within(rubric, identifier),
        "description": skill.title,
        "CFItemURI": link,
        "position": place,
        "lastChangeDateTime": changed,
        "CFRubricCriterionLevels": [_level(skill, level, rubric, changed, around) for level in described],
    }


def _level(skill: Skill, level: Level, rubric: str, changed: str, around: Surroundings) -> dict[str, Any]:
    identifier = around.identifier("descriptor", skill.id, level.id)
    return {
        "identifier": identifier,
        "uri": _within(rubric, identifier),
        "quality": level.name,
        "position": level.position,
        "description": "\n\n".join(skill.levels[level.id]),
        "lastChangeDateTime": changed,
    }


def _within(rubric: str, identifier: str) -> str:
    """A part of a rubric is found in the rubric: CASE has no address for it."""
    return f"{rubric}#{identifier}" if not rubric.startswith("urn:") else f"urn:uuid:{identifier}"
