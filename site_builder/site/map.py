"""The progression map: competencies as boxes in columns, a lane for each area, arrows for what leads to what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from site_builder.outline import CompetencyCard, Outline
from site_builder.sources.markdown import plain

WIDTH, HEIGHT = 210, 64
GAP_X, GAP_Y = 60, 16
MARGIN, HEAD = 20, 36
LETTERS = 18
LARGEST = 80


@dataclass(frozen=True, slots=True)
class Box:
    """A competency on the map; `lines` is its title, broken to fit."""

    card: CompetencyCard
    x: int
    y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """The strip of an area."""

    title: str
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map in pixels: lanes behind, arrows as paths, boxes before."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    arrows: tuple[tuple[str, str], ...]
    boxes: tuple[Box, ...]


def columns(cards: Iterable[CompetencyCard]) -> dict[str, int]:
    """How many steps lead to each competency: 0 where one can start, else one more than the longest way to it."""
    known = {card.id: card for card in cards}
    depth: dict[str, int] = {}
    for id in known:
        _measure(id, known, depth)
    return depth


def _measure(id: str, known: Mapping[str, CompetencyCard], depth: dict[str, int]) -> None:
    """Depth first without recursion, as a chain may be as long as the continuum."""
    trail = [id]
    while trail:
        before = [it for it in known[trail[-1]].prerequisites if it in known]
        waiting = [it for it in before if it not in depth]
        if waiting:
            trail.append(waiting[0])
            continue
        last = trail.pop()
        depth[last] = max((depth[it] + 1 for it in before), default=0)


def drawing(outline: Outline) -> Drawing | None:
    """The map as a drawing, or nothing when there are too many boxes for anyone to follow."""
    cards = [card for group in outline.in_area.values() for card in group]
    if not 0 < len(cards) <= LARGEST:
        return None
    depth = columns(cards)
    lanes: list[Lane] = []
    boxes: dict[str, Box] = {}
    top = 8
    for slug, area in outline.areas.items():
        group = outline.in_area.get(slug, ())
        if group:
            height = _lane(group, depth, top, boxes)
            lanes.append(Lane(plain(area.title), top, height))
            top += height + GAP_Y
    width = 2 * MARGIN + (max(depth.values()) + 1) * (WIDTH + GAP_X) - GAP_X
    return Drawing(width, top, tuple(lanes), tuple(_arrows(boxes)), tuple(boxes.values()))


def _lane(group: Sequence[CompetencyCard], depth: Mapping[str, int], top: int, boxes: dict[str, Box]) -> int:
    """Place the boxes of an area, one below the other where they share a column; the lane's height."""
    filled: dict[int, int] = {}
    for card in group:
        column = depth[card.id]
        row = filled.get(column, 0)
        filled[column] = row + 1
        x = MARGIN + column * (WIDTH + GAP_X)
        boxes[card.id] = Box(card, x, top + HEAD + row * (HEIGHT + GAP_Y), _broken(plain(card.title)))
    return HEAD + max(filled.values()) * (HEIGHT + GAP_Y)


def _arrows(boxes: Mapping[str, Box]) -> Iterable[tuple[str, str]]:
    for box in boxes.values():
        for before in box.card.prerequisites:
            if before in boxes:
                yield _arrow(boxes[before], box)


def _arrow(start: Box, end: Box) -> tuple[str, str]:
    x1, y1 = start.x + WIDTH, start.y + HEIGHT // 2
    x2, y2 = end.x - 8, end.y + HEIGHT // 2
    bend = min(GAP_X // 2, (x2 - x1) // 2 or 1)
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}", f"M{x2} {y2 - 5}l9 5-9 5z"


def _broken(title: str) -> tuple[str, ...]:
    """At most two lines; of letters that are as wide as high, half as many fit in each."""
    is_wide = any(east_asian_width(letter) in "WF" for letter in title)
    room = LETTERS // 2 if is_wide else LETTERS
    lines = textwrap.wrap(title, room, break_long_words=True)
    return tuple(lines) if len(lines) <= 2 else (lines[0], f"{lines[1][: room - 1]}…")
