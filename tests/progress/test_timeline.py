"""Growth drawn over time, with the same in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from site_builder.progress.frame import Axis, Frame, axis
from site_builder.progress.standing import Step
from site_builder.progress.timeline import frames, timeline
from tests.progress.standings import AS_OF, Marked, at, day, desk, early, grown
from tests.site.markup import Element, read

DESK = desk()
FOUR = Frame(("1", "2", "3", "4"), 3)
MAY = Axis(date(2026, 5, 2), AS_OF)


def drawn(steps: Sequence[Step], over: Axis = MAY, target: int = 3) -> Element:
    """A drawing together with the frame that it stands in."""
    frame = replace(FOUR, target=target)
    drawing = timeline(at(3, steps=tuple(steps), target=target), frame, over, DESK)
    return read(f"{frames([frame], over, DESK)}{drawing}")


def on_a_day(it: Step) -> date:
    return it.on


def numbers(drawing: Element) -> list[float]:
    """Every number by which something in a drawing has its place."""
    texts = [it[name] for it in drawing.walk() for name in ("d", "cx", "cy", "x", "y", "r")]
    return [float(it) for text in texts for it in re.findall(r"\d+(?:\.\d+)?", text)]


class TestAxis:
    """The days that a page's drawings span."""

    def test_it_goes_from_the_first_day_of_any_skill_to_the_day_of_the_page(self) -> None:
        assert axis([day(30), day(90), day(3)], AS_OF) == Axis(day(90), AS_OF)

    def test_it_spans_a_month_at_least(self) -> None:
        assert axis([AS_OF], AS_OF) == Axis(day(30), AS_OF)
        assert axis([], AS_OF) == Axis(day(30), AS_OF)

    def test_a_step_dated_later_does_not_fall_off_it(self) -> None:
        assert axis([day(-5)], AS_OF).last == day(-5)

    @given(st.dates(date(2000, 1, 1), date(2026, 6, 1)))
    def test_every_day_stands_between_its_ends(self, on: date) -> None:
        over = axis([on], AS_OF)
        assert over.x(over.first) <= over.x(on) <= over.x(over.last) <= 320


class TestToTheLeft:
    """Where a page is read from right to left, time goes that way too."""

    OVER = Axis(MAY.first, MAY.last, is_to_left=True)

    def test_a_later_day_stands_further_to_the_left(self) -> None:
        right, left = drawn(grown(1, 2, 3)), drawn(grown(1, 2, 3), self.OVER)
        there = [int(it["cx"]) for it in left.all("circle", "s")]
        assert there == sorted(there, reverse=True)
        assert there == [320 - int(it["cx"]) for it in right.all("circle", "s")]

    def test_all_of_a_drawing_is_mirrored(self) -> None:
        it = drawn(grown(1, 3), self.OVER)
        assert [text["x"] for text in it.all("text")] == ["316", "316", "316", "316", "298", "10"]
        assert {path["d"].partition("H")[2] for path in it.all("path", "ln")} == {"10"}
        assert it.one("path", "st")["d"].endswith("H10")
        assert all(0 <= number <= 320 for number in numbers(it))

    def test_marks_and_days_begin_where_reading_does(self) -> None:
        names = [(text.words, text["text-anchor"]) for text in drawn(grown(1, 3), self.OVER).all("text")]
        days = [("2 May 2026", ""), ("1 June 2026", "end")]
        assert names == [("1", ""), ("2", ""), ("3", ""), ("4", ""), *days]


class TestDrawing:
    """What eyes see."""

    def test_one_point_is_not_growth(self) -> None:
        assert timeline(at(3, steps=grown(3)), FOUR, MAY, DESK) == ""
        assert timeline(at(0), FOUR, MAY, DESK) == ""

    def test_every_work_is_a_dot_where_it_stands(self) -> None:
        dots = drawn(grown(1, 2, 3)).all("circle", "s")
        assert [int(it["cx"]) for it in dots] == sorted(int(it["cx"]) for it in dots)
        assert [int(it["cy"]) for it in dots] == sorted((int(it["cy"]) for it in dots), reverse=True)

    def test_practice_and_starting_points_have_shapes_of_their_own(self) -> None:
        first, second, third = grown(1, 2, 3)
        it = drawn([first._replace(is_baseline=True), second._replace(is_formative=True), third])
        shapes = (it.all("path", "f"), it.all("circle", "f"), it.all("circle", "s"))
        assert [len(found) for found in shapes] == [1, 1, 1]

    def test_the_level_in_force_climbs_on_the_day_it_changes(self) -> None:
        it = drawn(grown(1, 3, 3, settled=(1, 1, 3)))
        assert it.one("path", "st")["d"].count("V") == 1

    def test_until_a_level_is_in_force_no_line_is_drawn(self) -> None:
        assert drawn(grown(1, 2, settled=(0, 0))).all("path", "st") == []

    def test_the_goal_has_a_line_of_its_own(self) -> None:
        assert (len(drawn(grown(1, 2)).all("path", "gl")), len(drawn(grown(1, 2)).all("path", "ln"))) == (1, 3)
        assert drawn(grown(1, 2), target=0).all("path", "gl") == []

    def test_levels_and_the_days_at_both_ends_are_written(self) -> None:
        assert [it.words for it in drawn(grown(1, 2)).all("text")] == ["1", "2", "3", "4", "2 May 2026", "1 June 2026"]

    def test_it_needs_no_style_of_its_own_and_fetches_nothing(self) -> None:
        names = {name for it in drawn(grown(1, 2, 3)).walk() for name in it.attributes}
        assert not names & {"style", "xlink:href", "fill", "onload"}

    def test_it_stands_in_a_frame_of_the_same_page(self) -> None:
        it = drawn(grown(1, 2, 3))
        assert it.one("use")["href"] == f"#{it.one('g')['id']}"

    @given(
        st.lists(
            st.tuples(st.integers(0, 900), st.integers(0, 12), st.integers(1, 12), st.booleans(), st.booleans()),
            min_size=2,
            max_size=9,
        )
    )
    def test_nothing_is_drawn_outside_of_it(self, rows: list[tuple[int, int, int, bool, bool]]) -> None:
        steps = sorted((Step(day(before), shown, after, *how) for before, shown, after, *how in rows), key=on_a_day)
        it = at(3, steps=tuple(steps))
        frame = Frame(tuple(map(str, range(1, 13))), 9)
        drawing = read(timeline(it, frame, axis([step.on for step in it.steps], AS_OF), DESK)).one("svg")
        width, height = (float(side) for side in drawing["viewbox"].split()[2:])
        assert all(0 <= place <= max(width, height) for place in numbers(drawing))
        assert all(10 <= float(dot["cy"]) <= height for dot in drawing.all("circle"))


class TestWords:
    """What ears hear."""

    def test_each_point_is_said_with_its_day(self) -> None:
        first, second, third = grown(1, 2, 3)
        it = drawn([first._replace(is_baseline=True), second._replace(is_formative=True), third])
        picture = it.one("svg", role="img")
        assert (picture["role"], picture["aria-label"]) == (
            "img",
            "starting point 1, 2 May 2026; 2 in practice, 12 May 2026; 3, 22 May 2026",
        )

    @given(st.lists(st.integers(1, 4), min_size=2, max_size=9))
    def test_as_many_points_are_said_as_are_drawn(self, positions: list[int]) -> None:
        it = early(2, steps=grown(*positions))
        drawing = read(timeline(it, FOUR, axis([step.on for step in it.steps], AS_OF), DESK)).one("svg")
        said = [int(words.split(",")[0]) for words in drawing["aria-label"].split("; ")]
        assert said == positions
        assert len(drawing.all("circle")) == len(positions)

    def test_they_are_said_in_the_language_of_the_page(self) -> None:
        html = timeline(at(3, steps=grown(1, 2)), FOUR, MAY, desk(words=Marked()))
        assert read(html).one("svg")["aria-label"].startswith("⟦1, ")
