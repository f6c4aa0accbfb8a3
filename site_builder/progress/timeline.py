"""Growth drawn over time: what each piece of work showed, and the level in force, as dated steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from site_builder.progress.desk import Desk
from site_builder.progress.frame import Axis, Frame
from site_builder.progress.standing import SkillStanding, Step


def frames(found: Iterable[Frame], over: Axis, desk: Desk) -> Markup:
    """The frames that the drawings of a page stand in, each drawn once."""
    parts = "".join(frame.drawn(over, desk.brief_day(over.first), desk.brief_day(over.last)) for frame in found)
    return Markup(f'<svg class="vh grow" aria-hidden="true"><defs>{parts}</defs></svg>')  # noqa: S704  escaped


def timeline(it: SkillStanding, frame: Frame, over: Axis, desk: Desk) -> str:
    """The drawing as safe HTML, with the same in words; nothing where there is only one point."""
    if len(it.steps) < 2:
        return ""
    said = _said(it, frame, desk)
    dots = "".join([_dot(step, over.x(step.on), frame.y(step.position)) for step in it.steps if step.position])
    return (
        f'<figure><svg class="grow" viewBox="{frame.view}" role="img" aria-label="{said}"><use href="#{frame.name}"/>'
        f"{_path(it.steps, over, frame)}{dots}</svg></figure>"
    )


def _path(steps: Sequence[Step], over: Axis, frame: Frame) -> str:
    """The level in force, as a line that climbs on the day it changes."""
    moves: list[str] = []
    before = 0
    for step in steps:
        if step.settled == before:
            continue
        x, y = f"{over.x(step.on):.0f}", frame.y(step.settled)
        moves.append(f"H{x}V{y}" if moves else f"M{x} {y}")
        before = step.settled
    return f'<path class="st" d="{"".join(moves)}H{over.end}"/>' if moves else ""


def _dot(step: Step, x: float, y: int) -> str:
    if step.is_baseline:
        return f'<path class="f" d="M{x - 6:.0f} {y}l6-6 6 6-6 6z"/>'
    return f'<circle class="{"f" if step.is_formative else "s"}" cx="{x:.0f}" cy="{y}" r="5"/>'


def _said(it: SkillStanding, frame: Frame, desk: Desk) -> str:
    """The same in words, for an attribute: each point with its day."""
    return desk.stop("; ").join([_point(step, frame, desk) for step in it.steps if step.position])


def _point(step: Step, frame: Frame, desk: Desk) -> Markup:
    level, day = frame.marks[step.position - 1], desk.day(step.on)
    if step.is_baseline:
        return desk.say("starting point %(level)s, %(day)s", level=level, day=day)
    if step.is_formative:
        return desk.say("%(level)s in practice, %(day)s", level=level, day=day)
    return desk.say("%(level)s, %(day)s", level=level, day=day)
