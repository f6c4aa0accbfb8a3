"""The progression map: boxes that never touch, arrows that meet them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model import Competency
from site_builder.outline import Outline
from site_builder.site.map import GAP_X, HEIGHT, LARGEST, LETTER, WIDEST, WIDTH, Box, Drawing, columns, drawing
from tests.site.continua import area, competency, small_outline

AREAS = ("literacy", "science", "agency")


def named(number: int, before: tuple[int, ...] = (), place: str = "literacy") -> Competency:
    return competency(f"C.{number}", area=place, prerequisites=tuple(f"C.{it}" for it in before))


def outline(*competencies: Competency) -> Outline:
    return small_outline(competencies, areas=[area(slug) for slug in AREAS])


@st.composite
def continua(draw: st.DrawFn) -> Outline:
    """Any continuum in which each competency builds on some of those before it."""
    count = draw(st.integers(1, 14))
    befores = [draw(st.sets(st.integers(0, number - 1), max_size=3)) if number else set() for number in range(count)]
    return outline(*(named(number, tuple(befores[number]), draw(st.sampled_from(AREAS))) for number in range(count)))


def drawn(of: Outline) -> Drawing:
    made = drawing(of)
    assert made is not None
    return made


def in_arabic(of: Outline) -> Outline:
    return replace(of, language="ar")


def touch(one: Box, other: Box, width: int) -> bool:
    return abs(one.x - other.x) < width and abs(one.y - other.y) < HEIGHT


def points(line: str) -> list[tuple[int, int]]:
    """The places that a path names."""
    found = numbers(line)
    return list(zip(found[::2], found[1::2], strict=True))


def numbers(path: str) -> list[int]:
    return [int(it) for it in re.findall(r"-?\d+", path)]


@settings(deadline=None, max_examples=60)
@given(continua())
def test_no_two_boxes_touch_and_all_are_on_the_paper(of: Outline) -> None:
    made = drawn(of)
    assert len(made.boxes) == len(of.competencies)
    assert WIDTH <= made.box_width <= WIDEST
    assert not any(touch(one, other, made.box_width) for one, other in combinations(made.boxes, 2))
    for box in made.boxes:
        assert 0 <= box.x <= made.width - made.box_width
        assert 0 <= box.y <= made.height - HEIGHT


@settings(deadline=None, max_examples=60)
@given(continua())
def test_each_box_lies_in_the_lane_of_its_area_and_lanes_stay_apart(of: Outline) -> None:
    made = drawn(of)
    lanes = {lane.title: lane for lane in made.lanes}
    for box in made.boxes:
        lane = lanes[of.areas[box.card.area].title]
        assert lane.y < box.y
        assert box.y + HEIGHT <= lane.y + lane.height
    assert all(one.y + one.height <= other.y for one, other in pairwise(made.lanes))
    assert all(lane.y + lane.height <= made.height for lane in made.lanes)


@settings(deadline=None, max_examples=60)
@given(continua())
def test_every_arrow_goes_from_the_edge_of_a_box_to_the_edge_of_another(of: Outline) -> None:
    made = drawn(of)
    boxes = {box.card.id: box for box in made.boxes}
    steps = [(boxes[before], box) for box in made.boxes for before in box.card.prerequisites]
    assert len(made.arrows) == len(steps)
    for (line, head), (start, end) in zip(made.arrows, steps, strict=True):
        path, tip = numbers(line), numbers(head)
        assert path[:2] == [start.x + made.box_width, start.y + HEIGHT // 2]
        assert (tip[0] + tip[2], tip[1] + tip[3]) == (end.x + 1, end.y + HEIGHT // 2)
        assert path[-2] <= end.x
        assert path[0] < path[-2], "an arrow points the way one reads"


@settings(deadline=None, max_examples=60)
@given(continua())
def test_no_arrow_runs_behind_a_box(of: Outline) -> None:
    made = drawn(of)
    for line, _ in made.arrows:
        for x, y in points(line)[1:-1]:
            assert not any(
                box.x + GAP_X // 2 < x < box.x + made.box_width and box.y < y < box.y + HEIGHT for box in made.boxes
            )
        flat = [
            (one, other) for one, other in pairwise(points(line)) if one[1] == other[1] and other[0] - one[0] > GAP_X
        ]
        for one, _ in flat:
            assert not any(box.y <= one[1] <= box.y + HEIGHT for box in made.boxes), "it runs between two rows"


@settings(deadline=None, max_examples=60)
@given(continua())
def test_a_map_in_arabic_is_the_same_map_read_from_the_right(of: Outline) -> None:
    made, turned = drawn(of), drawn(in_arabic(of))
    assert (turned.width, turned.height, turned.box_width) == (made.width, made.height, made.box_width)
    for box, other in zip(made.boxes, turned.boxes, strict=True):
        assert other.x == made.width - box.x - made.box_width
        assert (other.text_x, other.code_x) == (made.width - box.text_x, made.width - box.code_x)
        assert other.x < other.code_x < other.text_x < other.x + made.box_width
    for (line, _), (other_line, _) in zip(made.arrows, turned.arrows, strict=True):
        assert points(other_line) == [(made.width - x, y) for x, y in points(line)]
        assert points(other_line)[0] > points(other_line)[-1], "an arrow points the way one reads"


def test_boxes_are_wider_where_there_are_few_columns() -> None:
    def chain(count: int) -> Drawing:
        return drawn(outline(*(named(number, (number - 1,) if number else ()) for number in range(count))))

    widths = [chain(count).box_width for count in range(1, 9)]
    assert widths == sorted(widths, reverse=True)
    assert (widths[0], widths[-1]) == (WIDEST, WIDTH)
    assert all(chain(count).width <= 1180 for count in range(1, 5))


@settings(deadline=None, max_examples=60)
@given(continua())
def test_a_competency_stands_after_everything_it_builds_on(of: Outline) -> None:
    depth = columns(of.competencies.values())
    for card in of.competencies.values():
        assert depth[card.id] == max((depth[it] + 1 for it in card.prerequisites), default=0)


def test_a_chain_as_long_as_the_continuum_is_followed() -> None:
    chain = outline(*(named(number, (number - 1,) if number else ()) for number in range(2000)))
    assert max(columns(chain.competencies.values()).values()) == 1999


def test_what_is_not_on_the_map_has_no_arrow() -> None:
    assert drawn(outline(named(1, (7,)))).arrows == ()


def test_too_many_boxes_are_told_in_words_alone() -> None:
    assert drawing(outline(*map(named, range(LARGEST)))) is not None
    assert drawing(outline(*map(named, range(LARGEST + 1)))) is None


def test_an_empty_continuum_has_no_map() -> None:
    assert drawing(small_outline(())) is None


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Retell", ("Retell",)),
        ("Argue from the evidence at hand", ("Argue from the evidence at", "hand")),
        ("Weigh what a source says and who says it and why", ("Weigh what a source says", "and who says it and why")),
        (
            "Say who says what to whom and why, and what they leave out",
            ("Say who says what to whom", "and why, and what they…"),
        ),
        ("Donaudampfschifffahrtsgesellschaft", ("Donaudampfschifffahrtsgese", "llschaft")),
        ("从证据出发进行论证", ("从证据出发进行论证",)),
        ("从证据出发进行论证并说明理由和来源", ("从证据出发进行论证并说明理", "由和来源")),
    ],
)
def test_a_title_is_broken_to_fit_its_box(title: str, lines: tuple[str, ...]) -> None:
    (box,) = drawn(outline(competency(title=title))).boxes
    assert box.lines == lines
    assert all(len(line) * LETTER <= WIDEST for line in box.lines)
