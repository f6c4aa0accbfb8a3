"""Where a student stands, and why: what judging gives and pages show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from site_builder.evidence.piece import Piece
from site_builder.model import Area, Competency, Evidence, Pathway, Requirement, Skill

_ONE = Evidence()


class State(StrEnum):
    """The distinct things that can be true of a skill or a competency."""

    NONE = "none"
    """No evidence yet: nobody has looked so far."""
    EARLY = "early"
    """A level, from less evidence than is asked for."""
    NOT_YET = "not-yet"
    """A level, not yet at the target."""
    AT = "at"
    """At the target."""
    BEYOND = "beyond"
    """Further than the target."""


class Work(NamedTuple):
    """One task with all its versions, oldest first; it counts once, at the level of the newest.

    `position` is that level's place on the scale (0: no level). `is_read_twice` says that people read the newest
    version differently; then the level is the one that both saw. `counts_by` is the place of the version that counts:
    practice after a work, or a row that holds no level, does not take its place.
    """

    versions: tuple[Piece, ...]
    position: int
    on: date
    kind: str = ""
    is_formative: bool = False
    is_read_twice: bool = False
    counts_by: int = -1

    @property
    def newest(self) -> Piece:
        """The version by which the work counts."""
        return self.versions[self.counts_by]


class Step(NamedTuple):
    """A point of growth: what one work showed on a day, and `settled`, the level in force from then on (0: none)."""

    on: date
    position: int
    settled: int
    is_formative: bool = False
    is_baseline: bool = False


class Change(NamedTuple):
    """A level that came to be in force on a day, and the one before it (0: none)."""

    on: date
    before: int
    after: int


class SkillStanding(NamedTuple):
    """A skill: `position` is the level in force (0: none), `target` the goal's place on the scale.

    Where the skill does not describe the goal, `target` is the last level before it that it does describe. `works` are
    newest first. `pieces` and `kinds` count what supports the level now, `asked` is what is asked for there.
    `next_asked` is what is asked for at the next level, `next_pieces` how much of it is there already. `since` is the
    day from which the level or a further one has been in force without a break. `start` is the recorded starting point,
    or the first level shown (0: none). `decision` is a teacher's recorded judgement where the rule is that.
    `is_shown_in_practice` says that practice has shown a level further than the one in force.
    """

    skill: Skill
    state: State
    position: int
    target: int
    works: tuple[Work, ...] = ()
    pieces: int = 0
    kinds: int = 0
    asked: Evidence = _ONE
    next_asked: Evidence = _ONE
    next_pieces: int = 0
    since: date | None = None
    last: date | None = None
    start: int = 0
    steps: tuple[Step, ...] = ()
    change: Change | None = None
    is_for_a_fresh_look: bool = False
    is_shown_in_practice: bool = False
    decision: Piece | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What Slate's rule counts in a competency: the mean of the best evidence, and how much of what is asked is there.

    `performance`, `baseline` and `growth` have one decimal; they are never printed on a page.
    """

    performance: Decimal | None
    baseline: Decimal | None
    growth: Decimal | None
    asked: int
    completed: int
    missed: int


class CompetencyStanding(NamedTuple):
    """A competency: its level is in force when each of its skills is there or further.

    `is_ready` says that it can be demonstrated now: it is not at its target yet, and what has to come first is there.
    `lacking` are ids of prerequisites not yet at their target.
    """

    competency: Competency
    area: Area
    state: State
    position: int
    target: int
    skills: tuple[SkillStanding, ...]
    since: date | None = None
    last: date | None = None
    is_ready: bool = False
    lacking: tuple[str, ...] = ()
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class RequirementStanding:
    """One requirement of a pathway, with those within it: whether it is met, since when, and by which works."""

    requirement: Requirement
    is_met: bool
    on: date | None = None
    position: int = 0
    works: tuple[Work, ...] = ()
    within: tuple[RequirementStanding, ...] = ()


@dataclass(frozen=True, slots=True)
class PathwayStanding:
    """A pathway: `earned_on` is the day on which its last requirement was met."""

    pathway: Pathway
    requirements: tuple[RequirementStanding, ...]
    earned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything a page says of a student on a day; competencies in the order of the continuum, habits among them."""

    student: str
    as_of: date
    competencies: tuple[CompetencyStanding, ...]
    pathways: tuple[PathwayStanding, ...] = ()
    pieces: int = 0
