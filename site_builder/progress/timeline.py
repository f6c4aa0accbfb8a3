"""Growth drawn over time: what each piece of work showed, and the level in force, as dated steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from site_builder.look.badges import Badge
from site_builder.progress.desk import Desk
from site_builder.progress.standing import SkillStanding, Step

_LEFT, _RIGHT, _TOP, _GAP = 22, 310, 10, 26
_LEAST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that a page's drawings span, alike in all of them."""

    first: date
    last: date

    def x(self, on: date) -> float:
        """Where a day stands."""
        span = (self.last - self.first).days
        return _LEFT + 10 + (_RIGHT - _LEFT - 20) * (on - self.first).days / span


def axis(skills: Sequence[SkillStanding], as_of: date) -> Axis:
    """From the first day on which anything was shown to the day of the page."""
    days = [step.on for skill in skills for step in skill.steps]
    return Axis(min([*days, as_of - _LEAST]), max([*days, as_of]))


def timeline(it: SkillStanding, levels: Sequence[Badge], over: Axis, desk: Desk) -> Markup:
    """The drawing, with the same in words for those who do not see it; nothing where there is only one point."""
    if len(it.steps) < 2:
        return Markup("")
    height = _TOP + _GAP * (len(levels) - 1)
    parts = [
        f'<figure><svg class="grow" viewBox="0 0 320 {height + 24}" role="img" ',
        f'aria-label="{escape(_said(it, levels, desk))}">',
        _lines(levels, it.target, height),
        f'<text x="{_LEFT}" y="{height + 20}">{desk.day(over.first)}</text>',
        f'<text x="{_RIGHT}" y="{height + 20}" text-anchor="end">{desk.day(over.last)}</text>',
        _path(it.steps, over, height),
        "".join(_dot(step, over.x(step.on), _y(step.position, height)) for step in it.steps if step.position),
        "</svg></figure>",
    ]
    return Markup("".join(parts))  # noqa: S704  numbers, days and an escaped label


def _y(position: int, height: int) -> int:
    return height - _GAP * (position - 1)


def _lines(levels: Sequence[Badge], target: int, height: int) -> str:
    return "".join(
        f'<text x="4" y="{_y(badge.position, height) + 4}">{escape(badge.mark)}</text>'
        f'<path class="{"gl" if badge.position == target else "ln"}" '
        f'd="M{_LEFT} {_y(badge.position, height)}H{_RIGHT}"/>'
        for badge in levels
    )


def _path(steps: Sequence[Step], over: Axis, height: int) -> str:
    """The level in force, as a line that climbs on the day it changes."""
    moves: list[str] = []
    before = 0
    for step in steps:
        if step.settled == before:
            continue
        x, y = f"{over.x(step.on):.0f}", _y(step.settled, height)
        moves.append(f"H{x}V{y}" if moves else f"M{x} {y}")
        before = step.settled
    return f'<path class="st" d="{"".join(moves)}H{_RIGHT}"/>' if moves else ""


def _dot(step: Step, x: float, y: int) -> str:
    if step.is_baseline:
        return f'<path class="f" d="M{x - 6:.0f} {y}l6-6 6 6-6 6z"/>'
    return f'<circle class="{"f" if step.is_formative else "s"}" cx="{x:.0f}" cy="{y}" r="5"/>'


def _said(it: SkillStanding, levels: Sequence[Badge], desk: Desk) -> str:
    """The same in words: each point with its day."""
    return "; ".join(_point(step, levels, desk) for step in it.steps if step.position)


def _point(step: Step, levels: Sequence[Badge], desk: Desk) -> str:
    level, day = levels[step.position - 1].mark, desk.day(step.on)
    if step.is_baseline:
        return desk.say("starting point %(level)s, %(day)s", level=level, day=day)
    if step.is_formative:
        return desk.say("%(level)s in practice, %(day)s", level=level, day=day)
    return desk.say("%(level)s, %(day)s", level=level, day=day)
