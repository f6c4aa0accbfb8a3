"""What skills and competencies are read against: levels, targets and what is asked for, found once for all students."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from site_builder.model import Area, Competency, Evidence, Judging, Requirement, Skill
from site_builder.progress.standing import RequirementStanding, SkillStanding, State

# Rules that ask for several pieces themselves, wherever nobody asks for more.
_SEVERAL = ("sustained", "best_evidence")


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """What a skill is read against.

    Lists go by the place on the scale, with 0 for no level. `asked` is what is asked for at a level. `needed` is where
    the skill has to be for a level of its competency: there, or at the last level before it that the skill describes.
    `carries` is the furthest level of the competency that the skill allows. `following` is the next level described (0:
    none). `goal` is the target, or the last level where nobody has named one. `blank` is how every student stands of
    whom there is no evidence, `owner` the id of the competency. A skill that nobody has described yet counts as
    described at each level that it uses.
    """

    skill: Skill
    owner: str
    judging: Judging
    fresh_look_days: int
    places: Mapping[str, int]
    described: frozenset[int]
    target: int
    goal: int
    asked: tuple[Evidence, ...]
    needed: tuple[int, ...]
    carries: tuple[int, ...]
    following: tuple[int, ...]
    blank: SkillStanding


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """What a competency is read against, with the measures of its skills.

    `before` are the prerequisites that are looked at: current ones, and habits only for habits. `described` is, for a
    place on the scale, the last level up to it that some skill describes. `is_tallied` says that Slate's numbers are
    wanted.
    """

    competency: Competency
    area: Area
    target: int
    goal: int
    measures: tuple[Measure, ...]
    before: tuple[str, ...]
    described: tuple[int, ...]
    is_tallied: bool


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A requirement of a pathway with its level's place; `unmet` is how it stands while there is no evidence."""

    requirement: Requirement
    level: int
    within: tuple[Asked, ...]
    unmet: RequirementStanding


def whole(competency: Competency, area: Area, judging: Judging, target: int, before: tuple[str, ...]) -> Whole:
    """The measures of a competency, whose target stands at this place (0: nobody has named one)."""
    places = {level.id: level.position for level in area.scale.levels}
    measures = tuple(_measure(skill, competency, judging, places, target) for skill in competency.skills)
    described: set[int] = set().union(*(it.described for it in measures))
    return Whole(
        competency,
        area,
        target,
        target or len(places),
        measures,
        before,
        tuple(_last(described, place) for place in range(len(places) + 1)),
        judging.rule == "best_evidence" and bool(measures),
    )


def asked_of(requirement: Requirement, wholes: Mapping[str, Whole]) -> Asked:
    """What a requirement asks for; a competency that is not there, or a level, has the place 0 and is never met."""
    within = tuple(asked_of(it, wholes) for it in requirement.of)
    owner = wholes.get(requirement.competency)
    levels = owner.area.scale.levels if owner and owner.measures else ()
    place = next((it.position for it in levels if it.id == requirement.level), 0)
    unmet = RequirementStanding(requirement, is_met=False, within=tuple(it.unmet for it in within))
    return Asked(requirement, place, within, unmet)


def _measure(skill: Skill, competency: Competency, judging: Judging, places: Mapping[str, int], target: int) -> Measure:
    every = range(len(places) + 1)
    described = frozenset(place for id, place in places.items() if skill.uses(id)) or frozenset(places.values())
    needed = tuple(_last(described, place) or place for place in every)
    asked = (_asked(skill, competency, judging, ""), *(_asked(skill, competency, judging, id) for id in places))
    following = tuple(min((it for it in described if it > place), default=0) for place in every)
    carries = (0, *(max(it for it in every if needed[it] <= place) for place in every[1:]))
    goal = needed[target or len(places)]
    blank = SkillStanding(
        skill,
        State.NONE,
        0,
        needed[target],
        asked=asked[following[0]],
        next_asked=asked[following[0]],
    )
    return Measure(
        skill,
        competency.id,
        judging,
        7 * judging.fresh_look_weeks,
        places,
        described,
        needed[target],
        goal,
        asked,
        needed,
        carries,
        following,
        blank,
    )


def _last(described: Collection[int], place: int) -> int:
    """The last level up to this place that is described; 0 where none is."""
    return max((it for it in described if it <= place), default=0)


def _asked(skill: Skill, competency: Competency, judging: Judging, level: str) -> Evidence:
    """What is asked for at a level: by the skill, or else by its competency, and never less than the rule needs."""
    said = skill.evidence or competency.evidence
    least = judging.pieces if judging.rule in _SEVERAL else 1
    if said is None:
        return Evidence(least)
    at = said.at_level(level)
    return Evidence(max(at.pieces, least) if judging.rule == "sustained" else at.pieces, at.kinds)
