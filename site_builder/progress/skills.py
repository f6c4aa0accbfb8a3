"""Where a student stands in one skill."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from site_builder.evidence.piece import Mark, Piece
from site_builder.model import Evidence
from site_builder.progress.growth import Day, change, growth, since, start
from site_builder.progress.measures import Measure
from site_builder.progress.rules import is_enough, kinds_of, showing, supporting
from site_builder.progress.standing import SkillStanding, State, Step

# Beyond the last level nothing is asked for.
_NOTHING = Evidence()


class SkillRecord(NamedTuple):
    """A skill's standing, with the days by which it came about and what was recorded as its start."""

    measure: Measure
    standing: SkillStanding
    days: Sequence[Day] = ()
    starts: Sequence[Piece] = ()


def skill_record(pieces: Sequence[Piece], measure: Measure, as_of: date) -> SkillRecord:
    """What these pieces of one skill say on a day; there is at least one."""
    days, steps = growth(pieces, measure)
    now = days[-1]
    position, following = now.settled, measure.following[now.settled]
    seen = showing(now.works, 1)
    support = supporting(now.works, now.counted, position, measure) if position else seen
    is_early = not position or not is_enough(support, now.works, position, measure)
    last = _last(steps)
    standing = SkillStanding(
        measure.skill,
        state(position, measure.goal, is_seen=bool(seen or position), is_early=is_early),
        position,
        measure.target,
        tuple(reversed(now.works)),
        len(support),
        kinds_of(support),
        measure.asked[position or following],
        measure.asked[following] if following else _NOTHING,
        len(showing(seen, following)) if following else 0,
        since(days, position) if position else None,
        last,
        start(steps),
        tuple(steps),
        change(days),
        last is not None and (as_of - last).days >= measure.fresh_look_days,
        any([it.is_formative and it.position > position for it in seen]),
        now.decision,
    )
    return SkillRecord(measure, standing, days, [it for it in pieces if it.mark is Mark.BASELINE])


def state(position: int, goal: int, *, is_seen: bool, is_early: bool) -> State:
    """Which of the distinct things is true; without evidence nothing else is."""
    if not is_seen:
        return State.NONE
    if is_early or not position:
        return State.EARLY
    if position == goal:
        return State.AT
    return State.BEYOND if position > goal else State.NOT_YET


def _last(steps: Sequence[Step]) -> date | None:
    """The last day on which somebody looked."""
    for step in reversed(steps):
        if not step.is_baseline:
            return step.on
    return None
