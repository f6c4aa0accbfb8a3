"""The progression map: competencies as boxes in columns, a lane for each area, arrows for what leads to what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from site_builder.outline import CompetencyCard, Outline
from site_builder.sources.languages import direction
from site_builder.sources.markdown import plain

WIDTH, HEIGHT = 210, 64
# Where there are few columns, boxes are wider, so that titles have room; all together as wide as a page.
WIDEST, PAGE = 290, 1180
GAP_X, GAP_Y = 60, 16
MARGIN, HEAD = 20, 36
# How far a title stands from the edge of its box, and a code.
INSET, CODE_INSET = 14, 10
# Room for a letter, generously, as nobody knows which font a reader has.
LETTER = 10
LARGEST = 80


@dataclass(frozen=True, slots=True)
class Box:
    """A competency on the map; `lines` is its title, broken to fit.

    The title begins at `text_x`, and the code ends at `code_x`.
    """

    card: CompetencyCard
    x: int
    y: int
    lines: tuple[str, ...]
    text_x: int
    code_x: int


@dataclass(frozen=True, slots=True)
class Lane:
    """The strip of an area, with the place where its title begins."""

    title: str
    y: int
    height: int
    text_x: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map in pixels: lanes behind, arrows as paths, boxes before, each as wide as the others."""

    width: int
    height: int
    box_width: int
    lanes: tuple[Lane, ...]
    arrows: tuple[tuple[str, str], ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class _Paper:
    """How wide the map and its boxes are, and whether it is read from right to left."""

    width: int
    box: int
    is_mirrored: bool

    def across(self, x: int, width: int = 0) -> int:
        """Where something as wide as this stands that would stand at `x` from the edge where one begins to read."""
        return self.width - x - width if self.is_mirrored else x


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
    """The map as a drawing, in the direction in which its language is read.

    Nothing when there are too many boxes for anyone to follow.
    """
    cards = [card for group in outline.in_area.values() for card in group]
    if not 0 < len(cards) <= LARGEST:
        return None
    depth = columns(cards)
    paper = _paper(max(depth.values()) + 1, is_mirrored=direction(outline.spoken) == "rtl")
    lanes: list[Lane] = []
    boxes: dict[str, Box] = {}
    top = 8
    for slug, area in outline.areas.items():
        group = outline.in_area.get(slug, ())
        if group:
            height = _lane(group, depth, top, boxes, paper)
            lanes.append(Lane(plain(area.title), top, height, paper.across(MARGIN)))
            top += height + GAP_Y
    arrows = tuple(_arrows(boxes, depth, paper))
    return Drawing(paper.width, top, paper.box, tuple(lanes), arrows, tuple(boxes.values()))


def _paper(count: int, *, is_mirrored: bool) -> _Paper:
    """As wide as it takes for so many columns."""
    room = (PAGE - 2 * MARGIN + GAP_X) // count - GAP_X
    box = min(max(room, WIDTH), WIDEST)
    return _Paper(2 * MARGIN + count * (box + GAP_X) - GAP_X, box, is_mirrored)


def _lane(
    group: Sequence[CompetencyCard], depth: Mapping[str, int], top: int, boxes: dict[str, Box], paper: _Paper
) -> int:
    """Place the boxes of an area, one below the other where they share a column; the lane's height.

    They come in the order in which one reads them: whoever goes through them by keys does not jump.
    """
    filled: dict[int, int] = {}
    for card in sorted(group, key=lambda it: depth[it.id]):
        column = depth[card.id]
        row = filled.get(column, 0)
        filled[column] = row + 1
        x = MARGIN + column * (paper.box + GAP_X)
        lines = _broken(plain(card.title), int((paper.box - 2 * INSET) / LETTER))
        texts = (paper.across(x + INSET), paper.across(x + paper.box - CODE_INSET))
        boxes[card.id] = Box(card, paper.across(x, paper.box), top + HEAD + row * (HEIGHT + GAP_Y), lines, *texts)
    return HEAD + max(filled.values()) * (HEIGHT + GAP_Y)


def _arrows(boxes: Mapping[str, Box], depth: Mapping[str, int], paper: _Paper) -> Iterable[tuple[str, str]]:
    for id, box in boxes.items():
        for before in box.card.prerequisites:
            if before in boxes:
                yield _arrow(boxes[before], box, paper, is_next=depth[id] == depth[before] + 1)


def _arrow(start: Box, end: Box, paper: _Paper, *, is_next: bool) -> tuple[str, str]:
    """A line and its head; one that leads past other boxes keeps to the gap above the row that it leads to."""
    # Reckoned as if one read from the left, and turned round when it is written down.
    x1, y1 = paper.across(start.x, paper.box) + paper.box, start.y + HEIGHT // 2
    x2, y2 = paper.across(end.x, paper.box) - 8, end.y + HEIGHT // 2
    bend, between = GAP_X // 2, end.y - GAP_Y // 2
    points = [(x1, y1), (x1 + bend, y1), (x2 - bend, y2), (x2, y2)]
    if not is_next:
        lane = [(x1 + bend, between), (x1 + GAP_X, between), (x2 - GAP_X + 8, between), (x2 - bend, between)]
        points[2:2] = lane
    placed = [f"{paper.across(x)} {y}" for x, y in points]
    curves = f"C{' '.join(placed[1:4])}" + (f"L{placed[4]}C{' '.join(placed[5:])}" if not is_next else "")
    tip = -9 if paper.is_mirrored else 9
    return f"M{placed[0]}{curves}", f"M{paper.across(x2)} {y2 - 5}l{tip} 5 {-tip} 5z"


def _broken(title: str, room: int) -> tuple[str, ...]:
    """At most two lines of so many letters; of letters that are as wide as high, half as many fit in each."""
    is_wide = any(east_asian_width(letter) in "WF" for letter in title)
    room = room // 2 if is_wide else room
    lines = textwrap.wrap(title, room, break_long_words=True)
    return tuple(lines) if len(lines) <= 2 else (lines[0], f"{lines[1][: room - 1]}…")
