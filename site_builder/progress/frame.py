"""What all drawings of growth share: a line for each level, the goal dashed, and the days at both ends.

Time goes the way in which the page is read. A text begins at its place and goes that way too, by the page's own
direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

WIDTH = 320
_MARK, _FIRST, _LAST = 4, 22, 310
_TOP, _GAP, _BELOW = 10, 26, 24
_LEAST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that a page's drawings span, alike in all of them; on some pages they go to the left."""

    first: date
    last: date
    is_to_left: bool = False

    def x(self, on: date) -> float:
        """Where a day stands."""
        span = (self.last - self.first).days
        return self.across(_FIRST + 10 + (_LAST - _FIRST - 20) * (on - self.first).days / span)

    def across(self, distance: float) -> float:
        """The place at this distance from where reading begins."""
        return WIDTH - distance if self.is_to_left else distance

    @property
    def end(self) -> float:
        """Where a drawing ends."""
        return self.across(_LAST)


def axis(days: list[date], as_of: date, *, is_to_left: bool = False) -> Axis:
    """From the first of these days to the day of the page, and a month at least."""
    return Axis(min([*days, as_of - _LEAST]), max([*days, as_of]), is_to_left)


@dataclass(frozen=True, slots=True)
class Frame:
    """The levels of a scale by their marks, and the place of the goal (0: none)."""

    marks: tuple[str, ...]
    target: int

    @property
    def name(self) -> str:
        """How drawings of a page call it."""
        return f"g{len(self.marks)}-{self.target}"

    @property
    def height(self) -> int:
        """How far down the first level stands."""
        return _TOP + _GAP * (len(self.marks) - 1)

    @property
    def view(self) -> str:
        """The size of a drawing in it."""
        return f"0 0 {WIDTH} {self.height + _BELOW}"

    def y(self, position: int) -> int:
        """Where a level stands."""
        return self.height - _GAP * (position - 1)

    def drawn(self, over: Axis, first: str, last: str) -> str:
        """The frame as a part that drawings use, with these words for the days at its ends."""
        levels = "".join(self._level(place, mark, over) for place, mark in enumerate(self.marks, 1))
        below = self.height + 20
        days = f'<text x="{over.across(_FIRST)}" y="{below}">{escape(first)}</text>'
        days += f'<text x="{over.end}" y="{below}" text-anchor="end">{escape(last)}</text>'
        return f'<g id="{self.name}" class="fr">{levels}{days}</g>'

    def _level(self, place: int, mark: str, over: Axis) -> str:
        kind, y = "gl" if place == self.target else "ln", self.y(place)
        line = f'<path class="{kind}" d="M{over.across(_FIRST)} {y}H{over.end}"/>'
        return f'<text x="{over.across(_MARK)}" y="{y + 4}">{escape(mark)}</text>{line}'
