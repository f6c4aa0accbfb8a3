"""How a level is shown: a mark in a box whose shape grows, a name, stones, and only then a colour."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import addresses
from site_builder.model import Area, Level, Scale


@dataclass(frozen=True, slots=True)
class Badge:
    """One level as pages show it; `css` are the classes of its shape and colour, `address` is the level's own page."""

    id: str
    css: str
    mark: str
    name: str
    means: str
    position: int
    is_target: bool
    address: str


def badges(scale: Scale, target: str = "") -> tuple[Badge, ...]:
    """Every level of a scale; `target` is the goal where a competency names its own."""
    family = f"{'e' if scale.is_habit else 'n'}{len(scale.levels)}"
    return tuple(
        Badge(
            level.id,
            f"{family} k{level.position}",
            _mark(level),
            level.name,
            level.means,
            level.position,
            level.id == target if target else level.is_target,
            addresses.level(scale, level),
        )
        for level in scale.levels
    )


def badge(area: Area, level: str) -> Badge:
    """One level of an area's scale; the first where a piece names a level that the scale does not have."""
    known = badges(area.scale)
    return next((it for it in known if it.id == level), known[0])


def _mark(level: Level) -> str:
    """A short id with a number in it stands in the box itself; of a name, its place in the order of growth."""
    is_short = len(level.id) <= 3 and any(letter.isdigit() for letter in level.id)
    return level.id if is_short else str(level.position)
