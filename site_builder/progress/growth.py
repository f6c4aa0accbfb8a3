"""How the level of one skill came about, day by day."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from site_builder.evidence.piece import Mark, Piece
from site_builder.progress.measures import Measure
from site_builder.progress.rules import in_force
from site_builder.progress.standing import Change, Step, Work
from site_builder.progress.works import BESIDE, by_day, in_order, task_of, work

_on = attrgetter("on")


class Day(NamedTuple):
    """A day on which something was seen: the works of then, oldest first, and the level in force from then on.

    `counted` are the works that the rule looked at. `decision` is the teacher's decision in force, if there is one.
    """

    on: date
    settled: int
    works: Sequence[Work]
    counted: Sequence[Work]
    decision: Piece | None = None


def growth(pieces: Sequence[Piece], measure: Measure) -> tuple[list[Day], list[Step]]:
    """The days of a skill, and what was shown on each; all steps of a day say the level in force at its end."""
    if len(pieces) == 1 and pieces[0].mark is Mark.NONE:
        return _only(pieces[0], measure)
    days: list[Day] = []
    steps: list[Step] = []
    tasks: dict[Hashable, list[Piece]] = {}
    latest: dict[Hashable, Work] = {}
    decision: Piece | None = None
    is_judged = measure.judging.rule == "judgement"
    for today in _by_day(pieces):
        touched = _by_task(today)
        for task, versions in touched.items():
            tasks[task] = [*tasks[task], *versions] if task in tasks else versions
            latest[task] = work(tasks[task], measure.places)
        works = sorted(latest.values(), key=by_day) if len(latest) > 1 else list(latest.values())
        if is_judged:
            decision = _decision(today, measure) or decision
        settled, counted = in_force(works, measure, measure.places[decision.level] if decision else 0)
        days.append(Day(today[0].on, settled, works, counted, decision))
        steps += _steps(today, touched.values(), days[-1], measure)
    return days, steps


def _only(piece: Piece, measure: Measure) -> tuple[list[Day], list[Step]]:
    """The same for a single piece, as most skills have in their first year."""
    works = [work([piece], measure.places)]
    settled, counted = in_force(works, measure, 0)
    place = works[0].position
    steps = [Step(piece.on, place, settled, piece.is_formative)] if place else []
    return [Day(piece.on, settled, works, counted)], steps


def since(days: Sequence[Day], level: int) -> date | None:
    """The day from which this level or a further one has been in force without a break."""
    found = None
    for day in reversed(days):
        if day.settled < level:
            break
        found = day.on
    return found


def change(days: Iterable[Day]) -> Change | None:
    """The latest change of the level in force to another level."""
    found = None
    before = 0
    for day in days:
        if day.settled != before:
            found, before = (day.on, before, day.settled), day.settled
    return Change(*found) if found else None


def start(steps: Sequence[Step]) -> int:
    """The recorded starting point, or the first level shown; 0 where there is neither."""
    return next((it.position for it in steps if it.is_baseline), steps[0].position if steps else 0)


def _by_day(pieces: Sequence[Piece]) -> list[list[Piece]]:
    days: list[list[Piece]] = []
    for piece in sorted(pieces, key=_on):
        if days and days[-1][0].on == piece.on:
            days[-1].append(piece)
        else:
            days.append([piece])
    return [sorted(day, key=in_order) if len(day) > 1 else day for day in days]


def _by_task(pieces: Iterable[Piece]) -> Mapping[Hashable, list[Piece]]:
    tasks: dict[Hashable, list[Piece]] = {}
    for piece in pieces:
        if piece.mark not in BESIDE:
            tasks.setdefault(task_of(piece), []).append(piece)
    return tasks


def _decision(today: Iterable[Piece], measure: Measure) -> Piece | None:
    """The last decision of a day; of two that were recorded together, the one at the level that both allow."""
    found = [it for it in today if it.mark is Mark.JUDGEMENT and measure.places.get(it.level)]
    return max(found, key=lambda it: (it.graded or it.on, -measure.places[it.level]), default=None)


def _steps(today: Iterable[Piece], tasks: Iterable[Sequence[Piece]], day: Day, measure: Measure) -> list[Step]:
    """Starting points first, then what each task showed on the day, then a decision."""
    places = measure.places
    starts = [places[it.level] for it in today if it.mark is Mark.BASELINE and it.level in places]
    steps = [Step(day.on, place, day.settled, is_baseline=True) for place in starts]
    for versions in tasks:
        shown = [it for it in versions if it.mark is Mark.NONE and it.level in places]
        if shown:
            position = places[shown[0].level] if len(shown) == 1 else min([places[it.level] for it in shown])
            is_formative = shown[0].is_formative and all([it.is_formative for it in shown])
            steps.append(Step(day.on, position, day.settled, is_formative))
    if day.decision and day.decision.on == day.on:
        steps.append(Step(day.on, day.settled, day.settled))
    return steps
