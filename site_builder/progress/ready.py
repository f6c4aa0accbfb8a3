"""What a student could demonstrate now."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.progress.standing import CompetencyStanding


def nearest_first(found: Iterable[CompetencyStanding]) -> list[CompetencyStanding]:
    """Academic competencies that can be demonstrated now; those with the fewest steps still to go come first."""
    ready = [it for it in found if it.is_ready and not it.area.scale.is_habit]
    return sorted(ready, key=_steps_to_go)


def is_near(it: CompetencyStanding) -> bool:
    """Whether every skill of a competency that can be demonstrated is at its goal or one level before it."""
    return it.is_ready and all(skill.position >= it.target - 1 > 0 for skill in it.skills)


def is_for_a_fresh_look(it: CompetencyStanding) -> bool:
    """Whether a skill of an academic competency has not been looked at for a while."""
    return not it.area.scale.is_habit and any([skill.is_for_a_fresh_look for skill in it.skills])


def _steps_to_go(it: CompetencyStanding) -> int:
    return sum(max(it.target - skill.position, 0) for skill in it.skills)
