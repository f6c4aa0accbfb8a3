"""What Slate counts in a competency, to the last decimal: for comparing with it, and never shown.

Ratings count towards one goal, Slate's portfolio: the furthest level that pieces of the competency were to show. Of
each skill the best ones count, as many as are asked for at the goal. Performance is their mean. What was missed stands
in for what is still asked for, until a teacher's mark completes the skill. Growth is performance less the recorded
baseline; or less the mean of the first ratings of each skill, where each has one or half of all that is asked for is
there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from site_builder.evidence.piece import Mark, Piece
from site_builder.progress.skills import SkillRecord
from site_builder.progress.standing import Tally


@dataclass(frozen=True, slots=True)
class _Count:
    """What counts in one skill: ratings from the best down, the first one, and how much of what is asked is there."""

    best: Sequence[int]
    first: int
    asked: int
    completed: int
    missed: int


def tally(skills: Sequence[SkillRecord]) -> Tally:
    """The numbers of one competency."""
    goal = _goal(skills)
    counts = [it for it in (_count(skill, goal) for skill in skills) if it.asked]
    asked, completed = sum(it.asked for it in counts), sum(it.completed for it in counts)
    performance = _mean([rating for it in counts for rating in it.best])
    baseline = _mean(_baselines(skills, goal))
    if baseline is None:
        first = [it.first for it in counts if it.first]
        baseline = _mean(first) if len(first) == len(counts) or 2 * completed >= asked else None
    growth = performance - baseline if performance and baseline else None
    return Tally(
        _rounded(performance),
        _rounded(baseline),
        _rounded(growth),
        asked,
        completed,
        sum(it.missed for it in counts),
    )


def _goal(skills: Iterable[SkillRecord]) -> int:
    """The furthest level that pieces were to show, or the target where they do not say."""
    named = [it.measure.places.get(piece.target, 0) for it in skills for piece in _pieces(it)]
    return max(named, default=0) or next(it.measure.goal for it in skills)


def _count(skill: SkillRecord, goal: int) -> _Count:
    places, asked = skill.measure.places, skill.measure.asked[goal].pieces
    pieces = [it for it in _pieces(skill) if places.get(it.target, goal) == goal]
    rated = [it for it in sorted(pieces, key=_by_arrival) if it.mark is Mark.NONE and it.level in places]
    best = sorted([places[it.level] for it in rated], reverse=True)[:asked]
    is_complete = any(it.mark is Mark.OVERRIDE for it in pieces)
    missed = sum(it.mark is Mark.MISSED for it in pieces)
    return _Count(
        best,
        places[rated[0].level] if rated else 0,
        asked,
        asked if is_complete else len(best),
        0 if is_complete else min(missed, asked - len(best)),
    )


def _pieces(skill: SkillRecord) -> list[Piece]:
    """Every rating and mark by itself: Slate has no versions."""
    return [piece for work in skill.standing.works for piece in work.versions]


def _baselines(skills: Iterable[SkillRecord], goal: int) -> list[int]:
    """Recorded starting points towards the goal."""
    return [
        it.measure.places[piece.level]
        for it in skills
        for piece in it.starts
        if piece.level in it.measure.places and it.measure.places.get(piece.target, goal) == goal
    ]


def _by_arrival(piece: Piece) -> tuple[date, int, str, str]:
    """Pieces by day; of one day, by the ids of their tasks, which systems number as they arrive."""
    return piece.on, len(piece.task_id), piece.task_id, piece.level


def _mean(values: Sequence[int]) -> Fraction | None:
    return Fraction(sum(values), len(values)) if values else None


def _rounded(value: Fraction | None) -> Decimal | None:
    """To one decimal, halves up."""
    if value is None:
        return None
    tenths = (value * 10 + Fraction(1, 2)).__floor__()
    return Decimal(tenths) / 10
