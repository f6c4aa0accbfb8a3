"""What CASE has no field for: written under `continuum` in a thing's `extensions`, and read from there again.

An item has `{"continuum": said_of("competency", it)}`; one that is its own only skill has what is said of that skill
under `skill` in it. Nothing depends on the order of names, so that whoever passes a package on may sort them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import ValidationError

from site_builder.exchange.case.extension_shapes import SHAPES, EvidenceSaid, SettingsSaid, SkillSaid
from site_builder.model import (
    Area,
    Competency,
    Evidence,
    Judging,
    Kind,
    Level,
    Scale,
    School,
    Settings,
    Skill,
    Standard,
)

Noun = Literal["settings", "area", "competency", "skill"]


def said_of(noun: Noun, thing: Settings | Area | Competency | Skill) -> dict[str, Any]:
    """What CASE has no field for, as JSON can hold it; what a school has not said is left out."""
    said = _SAID[noun](thing)
    return {"noun": noun} | {name: value for name, value in said.items() if value not in ("", None, [], {})}


def taken_from(noun: Noun, said: object) -> dict[str, Any] | None:
    """Values of the model's attributes, as `said_of` wrote them; nothing where that does not fit a source.

    Of settings these are `languages`, `scales`, `judging`, `deficit_words` and `school`; an area's `scale` is its id.
    A skill's `statements` are those of levels that have several.
    """
    try:
        shape = SHAPES[noun].model_validate(said)
    except (ValidationError, RecursionError):
        return None
    return _TAKEN[noun](shape)


def _settings_said(it: Settings) -> dict[str, Any]:
    judging = it.judging
    return {
        "languages": list(it.languages),
        "scales": [
            {"id": id, "levels": [_level_said(level) for level in scale.levels]} for id, scale in it.scales.items()
        ],
        "judging": {
            "rule": judging.rule,
            "pieces": judging.pieces,
            "of_latest": judging.of_latest,
            "fresh_look_weeks": judging.fresh_look_weeks,
        },
        "deficit_words": None if it.deficit_words is None else {"words": list(it.deficit_words)},
        "school": {name: getattr(it.school, name) for name in _OF_SCHOOL if getattr(it.school, name)},
    }


_OF_SCHOOL = ("name", "place", "ask", "lost")


def _level_said(it: Level) -> dict[str, Any]:
    said: dict[str, Any] = {"id": it.id, "name": it.name}
    if it.means:
        said["means"] = it.means
    return said | {"target": True} if it.is_target else said


def _area_said(it: Area) -> dict[str, Any]:
    return {"kind": str(it.kind), "scale": it.scale.id}


def _competency_said(it: Competency) -> dict[str, Any]:
    return {
        "why": it.why,
        "about": it.about,
        "evidence": _evidence_said(it.evidence),
        "target": it.target,
        "standards": [_standard_said(standard) for standard in it.standards],
        "was": list(it.was),
    }


def _standard_said(it: Standard) -> dict[str, str]:
    said = {"code": it.code, "framework": it.framework, "uri": it.uri, "match": it.match}
    return {name: value for name, value in said.items() if value}


def _skill_said(it: Skill) -> dict[str, Any]:
    return {
        # CASE wants a statement of every item: without one, a skill's title stands there.
        "statement": it.statement if it.statement == it.title else "",
        "statements": {level: list(texts) for level, texts in it.levels.items() if len(texts) > 1},
        "not_used": list(it.not_used),
        "evidence": _evidence_said(it.evidence),
        "supports": {level: list(texts) for level, texts in it.supports.items()},
        "at_home": it.at_home,
    }


def _evidence_said(it: Evidence | None) -> dict[str, Any] | None:
    if it is None:
        return None
    said: dict[str, Any] = {"pieces": it.pieces, "kinds": it.kinds}
    at = [{"level": level, "pieces": asked.pieces, "kinds": asked.kinds} for level, asked in it.at]
    return said | {"at": at} if at else said


_SAID: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "settings": _settings_said,
    "area": _area_said,
    "competency": _competency_said,
    "skill": _skill_said,
}


def _settings_taken(it: SettingsSaid) -> dict[str, Any]:
    judging, school = it.judging, it.school
    return {
        "languages": it.languages,
        "scales": {scale.id: Scale(scale.id, tuple(_levels_taken(scale.levels))) for scale in it.scales},
        "judging": Judging(judging.rule, judging.pieces, judging.of_latest, judging.fresh_look_weeks),
        "deficit_words": it.deficit_words.words if it.deficit_words else None,
        "school": School(school.name, school.place, school.ask, school.lost),
    }


def _levels_taken(levels: Any) -> list[Level]:
    return [Level(it.id, it.name, it.means, position, it.target) for position, it in enumerate(levels, 1)]


def _area_taken(it: Any) -> dict[str, Any]:
    return {"kind": Kind(it.kind), "scale": it.scale}


def _competency_taken(it: Any) -> dict[str, Any]:
    return {
        "why": it.why,
        "about": it.about,
        "evidence": _evidence_taken(it.evidence),
        "target": it.target,
        "standards": tuple(Standard(one.code, one.framework, one.uri, one.match) for one in it.standards),
        "was": it.was,
    }


def _skill_taken(it: SkillSaid) -> dict[str, Any]:
    return {
        "statement": it.statement,
        "statements": it.statements,
        "not_used": it.not_used,
        "evidence": _evidence_taken(it.evidence),
        "supports": it.supports,
        "at_home": it.at_home,
    }


def _evidence_taken(it: EvidenceSaid | None) -> Evidence | None:
    if it is None:
        return None
    at = tuple((one.level, Evidence(one.pieces, one.kinds)) for one in it.at)
    return Evidence(it.pieces, it.kinds, at)


_TAKEN: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "settings": _settings_taken,
    "area": _area_taken,
    "competency": _competency_taken,
    "skill": _skill_taken,
}
