"""What a continuum can say, name by name: by this a format tells what it carries, and a report what stays behind.

A name is a noun of the model and one of its attributes, as in "competency.why". Where a competency stands ("area",
"slug", "source"), a level's place and a skill's line follow from other things and are no names here. Nor is what a
school asks of its own texts, language by language: that stays with its files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from site_builder.exchange.framework import Framework
from site_builder.model import Area, Competency, Judging, Kind, Level, Scale, Settings, Skill

N = TypeVar("N", Settings, Level, Area, Competency, Skill)
_NOUNS: Mapping[str, type[Any]] = {
    "settings": Settings,
    "level": Level,
    "area": Area,
    "competency": Competency,
    "skill": Skill,
}
_FOLLOWS = frozenset({"source", "slug", "position", "line", "scales", "areas", "skills", "area", "scale"})
_OF_ITS_TEXTS = frozenset({"deficit_words_in", "plain_words"})
WHOLE = frozenset({"exemplars", "pathways", "glossary"})
FIELDS = WHOLE | {
    f"{noun}.{it.name}"
    for noun, kind in _NOUNS.items()
    for it in fields(kind)
    if it.name not in _FOLLOWS | _OF_ITS_TEXTS
}
# What everything needs to be there at all: every format says it, or its importer makes it up and remarks on it.
NEEDED = frozenset({f"{noun}.{name}" for noun in ("area", "competency", "skill") for name in ("id", "title")})
# What a source must say, and what an importer writes there where its format has no place for it.
_STAND_INS: Mapping[str, str] = {
    "settings.description": "title",
    "area.about": "title",
    "competency.statement": "title",
}
_UNSAID: Mapping[str, object] = {
    "settings.languages": ("en",),
    "settings.judging": Judging(),
    "level.is_target": False,
    "area.kind": Kind.KNOWLEDGE,
    "skill.levels": {},
}


def within(framework: Framework, carries: frozenset[str]) -> Framework:
    """The framework with only what is carried: everything else is as if nobody had written it.

    Where a source must say something, the title stands in; a level, area, competency or skill is there in any case.
    """
    return Framework(
        _with_scales(_only("settings", framework.settings, carries), carries),
        tuple(_area(it, carries) for it in framework.areas),
        tuple(_competency(it, carries) for it in framework.competencies),
        framework.exemplars if "exemplars" in carries else (),
        framework.pathways if "pathways" in carries else (),
        framework.glossary if "glossary" in carries else (),
    )


def left_behind(framework: Framework, carries: frozenset[str]) -> dict[str, int]:
    """How often the framework says something that is not carried, by its name, in the order of the names."""
    counts: Counter[str] = Counter()
    for noun, thing in _things(framework):
        for it in fields(thing):
            name = f"{noun}.{it.name}"
            if name in FIELDS and name not in carries and getattr(thing, it.name) != _unsaid(noun, it, thing):
                counts[name] += 1
    counts.update({name: len(getattr(framework, name)) for name in WHOLE - carries if getattr(framework, name)})
    return dict(sorted(counts.items()))


def _things(framework: Framework) -> Iterator[tuple[str, Any]]:
    yield "settings", framework.settings
    yield from (("level", level) for scale in framework.settings.scales.values() for level in scale.levels)
    yield from (("area", it) for it in framework.areas)
    for it in framework.competencies:
        yield "competency", it
        yield from (("skill", skill) for skill in it.skills)


def _area(it: Area, carries: frozenset[str]) -> Area:
    kept = _only("area", it, carries)
    return replace(kept, scale=replace(_scale(it.scale, carries), is_habit=kept.kind is Kind.LIFELONG))


def _competency(it: Competency, carries: frozenset[str]) -> Competency:
    skills = tuple(replace(_only("skill", skill, carries), line=0) for skill in it.skills)
    return replace(_only("competency", it, carries), skills=skills)


def _with_scales(settings: Settings, carries: frozenset[str]) -> Settings:
    return replace(settings, scales={id: _scale(it, carries) for id, it in settings.scales.items()})


def _scale(scale: Scale, carries: frozenset[str]) -> Scale:
    return replace(scale, levels=tuple(_only("level", it, carries) for it in scale.levels))


def _only(noun: str, thing: N, carries: frozenset[str]) -> N:
    dropped: dict[str, Any] = {
        it.name: _unsaid(noun, it, thing)
        for it in fields(thing)
        if f"{noun}.{it.name}" in FIELDS and f"{noun}.{it.name}" not in carries
    }
    return replace(thing, **dropped)


def _unsaid(noun: str, it: Any, thing: Any) -> object:
    """What an attribute is where nobody has said anything."""
    name = f"{noun}.{it.name}"
    if name in _STAND_INS:
        return getattr(thing, _STAND_INS[name])
    if name in _UNSAID:
        return _UNSAID[name]
    if it.default is not MISSING:
        return it.default
    return it.default_factory() if it.default_factory is not MISSING else ""


def carried(*nouns: str, without: Iterable[str] = ()) -> frozenset[str]:
    """All names of these nouns, but for some."""
    return frozenset(it for it in FIELDS if it.partition(".")[0] in nouns) - frozenset(without)
