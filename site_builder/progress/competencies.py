"""Where a student stands in a competency, which follows from its skills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from site_builder.progress.best_evidence import tally
from site_builder.progress.growth import since
from site_builder.progress.measures import Whole
from site_builder.progress.rules import holds
from site_builder.progress.skills import SkillRecord, state
from site_builder.progress.standing import CompetencyStanding


def position_of(whole: Whole, skills: Sequence[SkillRecord]) -> int:
    """The furthest level at which each skill is, or beyond; 0 while a skill has none.

    A skill that does not describe a level does not hold it back there, once it is at the last level before it.
    """
    carried = min([it.measure.carries[it.standing.position] for it in skills], default=0)
    return whole.described[carried]


def competency_standing(
    whole: Whole, skills: Sequence[SkillRecord], positions: Mapping[str, int], wholes: Mapping[str, Whole]
) -> CompetencyStanding:
    """A competency; `positions` are those of all competencies of the student."""
    position = positions.get(whole.competency.id, 0)
    lacking = tuple([id for id in whole.before if positions.get(id, 0) < wholes[id].goal])
    last = max([it.standing.last for it in skills if it.standing.last], default=None)
    is_early = not position or not all([_is_settled(it, position) for it in skills])
    is_there = position >= whole.goal and not is_early
    return CompetencyStanding(
        whole.competency,
        whole.area,
        state(position, whole.goal, is_seen=last is not None, is_early=is_early),
        position,
        whole.target,
        tuple([it.standing for it in skills]),
        _since(skills, position) if position else None,
        last,
        not whole.area.scale.is_habit and not is_there and not lacking,
        lacking,
        tally(skills) if whole.is_tallied and any([it.days for it in skills]) else None,
    )


def _is_settled(skill: SkillRecord, level: int) -> bool:
    """Whether all that is asked for is there, at the level where the skill has to be."""
    now, measure = skill.days[-1], skill.measure
    return holds(now.settled, now.counted, now.works, measure.needed[level], measure)


def _since(skills: Sequence[SkillRecord], level: int) -> date | None:
    """The day from which each skill has been where the level asks it to be, or further, without a break."""
    return max([on for it in skills if (on := since(it.days, it.measure.needed[level]))], default=None)
