"""What a student has met of the pathways, on which day and by which works.

What has been met stays met. A requirement asks for a settled level: each skill there or further, with all the evidence
that is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from site_builder.model import Pathway
from site_builder.progress.growth import Day
from site_builder.progress.measures import Asked
from site_builder.progress.rules import holds, supporting
from site_builder.progress.skills import SkillRecord
from site_builder.progress.standing import PathwayStanding, RequirementStanding, Work
from site_builder.progress.works import by_day


class Found(NamedTuple):
    """Where a competency of which there is evidence stands, with the records of its skills."""

    position: int
    skills: Sequence[SkillRecord]


Seen: TypeAlias = Mapping[str, Found]


def pathway_standing(pathway: Pathway, asked: Sequence[Asked], seen: Seen) -> PathwayStanding:
    """A pathway; it is earned on the day on which its last requirement was met."""
    requirements = tuple([_requirement(it, seen) for it in asked])
    days = [it.on for it in requirements if it.on]
    is_earned = len(days) == len(requirements) > 0
    return PathwayStanding(pathway, requirements, max(days) if is_earned else None)


def _requirement(it: Asked, seen: Seen) -> RequirementStanding:
    if it.within:
        return _choice(it, seen)
    found = seen.get(it.requirement.competency)
    return _competency(it, found) if found else it.unmet


def _choice(it: Asked, seen: Seen) -> RequirementStanding:
    """So many of several: the first ones that were met, and their works."""
    within = tuple([_requirement(inner, seen) for inner in it.within])
    wanted = it.requirement.any_of
    met = sorted([(inner.on, number) for number, inner in enumerate(within) if inner.on])[:wanted]
    if len(met) < wanted:
        return RequirementStanding(it.requirement, is_met=False, within=within)
    works = {id(work): work for _, number in met for work in within[number].works}
    return RequirementStanding(it.requirement, True, met[-1][0], 0, tuple(sorted(works.values(), key=by_day)), within)


def _competency(it: Asked, found: Found) -> RequirementStanding:
    met = _met(found.skills, it.level) if it.level else None
    if met is None:
        return RequirementStanding(it.requirement, is_met=False, position=found.position)
    return RequirementStanding(it.requirement, True, met[0], found.position, met[1])


def _met(skills: Sequence[SkillRecord], level: int) -> tuple[date, tuple[Work, ...]] | None:
    """The first day on which all skills were settled at this level, and the works that showed it then."""
    if not all(_has_been_at(it, level) for it in skills):
        return None
    for on in sorted({day.on for it in skills for day in it.days}):
        then = [_on(it.days, on) for it in skills]
        found = [day for day, it in zip(then, skills, strict=True) if day and _is_settled(day, it, level)]
        if len(found) == len(skills):
            return on, _works(found, skills, level)
    return None


def _has_been_at(it: SkillRecord, level: int) -> bool:
    needed = it.measure.needed[level]
    return any([day.settled >= needed for day in it.days])


def _on(days: Sequence[Day], on: date) -> Day | None:
    """The last of these days that is not after this one."""
    return next((day for day in reversed(days) if day.on <= on), None)


def _is_settled(day: Day, it: SkillRecord, level: int) -> bool:
    return holds(day.settled, day.counted, day.works, it.measure.needed[level], it.measure)


def _works(days: Sequence[Day], skills: Sequence[SkillRecord], level: int) -> tuple[Work, ...]:
    found = [
        work
        for day, it in zip(days, skills, strict=True)
        for work in supporting(day.works, day.counted, it.measure.needed[level], it.measure)
    ]
    return tuple(sorted(found, key=by_day))
