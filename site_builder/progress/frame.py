"""What all drawings of growth share: a line for each level, the goal dashed, and the days at both ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

LEFT, RIGHT, WIDTH = 22, 310, 320
_TOP, _GAP, _BELOW = 10, 26, 24
_LEAST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that a page's drawings span, alike in all of them."""

    first: date
    last: date

    def x(self, on: date) -> float:
        """Where a day stands."""
        span = (self.last - self.first).days
        return LEFT + 10 + (RIGHT - LEFT - 20) * (on - self.first).days / span


def axis(days: list[date], as_of: date) -> Axis:
    """From the first of these days to the day of the page, and a month at least."""
    return Axis(min([*days, as_of - _LEAST]), max([*days, as_of]))


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

    def drawn(self, first: str, last: str) -> str:
        """The frame as a part that drawings use, with these days at its ends."""
        levels = "".join(self._level(place, mark) for place, mark in enumerate(self.marks, 1))
        below = self.height + 20
        days = f'<text x="{LEFT}" y="{below}">{escape(first)}</text>'
        days += f'<text x="{RIGHT}" y="{below}" text-anchor="end">{escape(last)}</text>'
        return f'<g id="{self.name}">{levels}{days}</g>'

    def _level(self, place: int, mark: str) -> str:
        kind, y = "gl" if place == self.target else "ln", self.y(place)
        return f'<text x="4" y="{y + 4}">{escape(mark)}</text><path class="{kind}" d="M{LEFT} {y}H{RIGHT}"/>'
