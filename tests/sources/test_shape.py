"""What may stand in a source, and what is said when something else does."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import Field, model_validator

from site_builder.problems import Problem, Spot
from site_builder.sources.shape import (
    Count,
    Day,
    Id,
    Number,
    Percent,
    Shape,
    Statements,
    Text,
    listed,
    shaped,
)


class Inner(Shape):
    """A group in a list."""

    name: Text
    size: Count = 1


class Outer(Shape):
    """A whole file."""

    id: Id
    title: Text = ""
    day: Day | None = None
    count: Count = 1
    seconds: Number = 0
    percent: Percent = 0
    open: bool = False
    kind: Literal["one", "two"] = "one"
    inner: tuple[Inner, ...] = ()
    pair: Annotated[tuple[Text, ...], Field(min_length=2, max_length=2)] | None = None
    levels: dict[Id, Statements] = Field(default_factory=dict)

    @model_validator(mode="after")
    def is_calm(self) -> Outer:
        """Refuses one title."""
        if self.title == "shouting":
            raise ValueError("please be calm")
        return self


def read(value: object) -> Outer:
    """The value in its shape."""
    made, problems = shaped(Outer, "a.yml", value)
    assert problems == []
    assert made is not None
    return made


def only_problem(value: object) -> Problem:
    """The one way in which a value does not fit."""
    made, [problem] = shaped(Outer, "a.yml", value)
    assert made is None
    return problem


def test_texts_become_what_the_shape_asks_for() -> None:
    made = read(
        {
            "id": "010",
            "title": "  NO ",
            "day": "2026-09-01",
            "count": "7",
            "seconds": "12.5",
            "percent": "100",
            "open": "true",
            "inner": [{"name": "3:25"}],
            "levels": {"1": "one", "2": ["two", "three"]},
        }
    )
    assert (made.id, made.title, made.count, made.seconds, made.percent, made.open) == ("010", "NO", 7, 12.5, 100, True)
    assert made.day is not None
    assert made.day.isoformat() == "2026-09-01"
    assert made.inner == (Inner(name="3:25"),)
    assert {level: listed(texts) for level, texts in made.levels.items()} == {"1": ("one",), "2": ("two", "three")}


def test_the_smallest_and_the_largest_numbers_fit() -> None:
    least = read({"id": "A", "count": "1", "seconds": "0", "percent": "0", "levels": {"1": ["one"]}})
    assert (least.count, least.seconds, least.percent, least.levels) == (1, 0, 0, {"1": ("one",)})
    most = read({"id": "A", "count": "100", "seconds": "86400", "percent": "100.0", "open": "false"})
    assert (most.count, most.seconds, most.percent, most.open) == (100, 86400, 100, False)


@pytest.mark.parametrize("text", ["A", "LIT.ARG.1", "3", "a-b_c.d", "NO", "1e3", "a" * 64])
def test_an_id_has_plain_letters(text: str) -> None:
    assert read({"id": text}).id == text


ELSEWHERE: list[tuple[dict[str, object], tuple[str | int, ...], str, str]] = [
    ({"id": "é"}, ("id",), "value", "an id has letters, digits"),
    ({"id": ""}, ("id",), "value", "an id has letters, digits"),
    ({"id": ".a"}, ("id",), "value", "an id has letters, digits"),
    ({"id": "a b"}, ("id",), "value", "an id has letters, digits"),
    ({"id": "a" * 65}, ("id",), "value", "an id has letters, digits"),
    ({"id": ["A"]}, ("id",), "value", "a text is expected here"),
    ({"id": "A", "title": "  "}, ("title",), "value-empty", "“title” has no value"),
    ({"id": "A", "title": {"b": "c"}}, ("title",), "value", "“title” says “b: …”, and a text is expected here"),
    ({"id": "A", "title": None}, ("title",), "value-empty", "“title” has no value"),
    ({"id": "A", "day": "1 May"}, ("day",), "value", "a date is expected here, as in 2026-09-01"),
    ({"id": "A", "day": "2026-02-30"}, ("day",), "value", "a date as in 2026-09-01 is expected here"),
    ({"id": "A", "day": "20260901"}, ("day",), "value", "a date is expected here, as in 2026-09-01"),
    ({"id": "A", "day": ["2026-09-01"]}, ("day",), "value", "a date as in 2026-09-01 is expected here"),
    ({"id": "A", "count": "many"}, ("count",), "value", "a number is expected here, as in 2 or 12.5"),
    ({"id": "A", "count": "1e3"}, ("count",), "value", "a number is expected here"),
    ({"id": "A", "count": "010"}, ("count",), "value", "a number is expected here"),
    ({"id": "A", "count": "1_0"}, ("count",), "value", "a number is expected here"),
    ({"id": "A", "count": "-1"}, ("count",), "value", "a number is expected here"),
    ({"id": "A", "count": "2.5"}, ("count",), "value", "a whole number is expected here"),
    ({"id": "A", "count": "0"}, ("count",), "value", "a larger number is expected here"),
    ({"id": "A", "count": "101"}, ("count",), "value", "a smaller number is expected here"),
    ({"id": "A", "seconds": "inf"}, ("seconds",), "value", "a number is expected here"),
    ({"id": "A", "seconds": ".nan"}, ("seconds",), "value", "a number is expected here"),
    ({"id": "A", "seconds": ["1"]}, ("seconds",), "value", "and a number is expected here"),
    ({"id": "A", "percent": "100.5"}, ("percent",), "value", "a smaller number is expected here"),
    ({"id": "A", "open": "perhaps"}, ("open",), "value", "true or false is expected here"),
    ({"id": "A", "kind": "three"}, ("kind",), "value", "“kind” says “three”"),
    ({"id": "A", "inner": "B"}, ("inner",), "value", "a list is expected here"),
    ({"id": "A", "inner": ["B"]}, ("inner", 0), "value", "“inner, number 1” says “B”, and a group of names and values"),
    ({"id": "A", "inner": [{"name": "B"}, None]}, ("inner", 1), "value-empty", "“inner, number 2” has no value"),
    ({"id": "A", "inner": [{}]}, ("inner", 0, "name"), "key-missing", "“name” is missing"),
    ({"id": "A", "pair": ["a"]}, ("pair",), "value", "a longer list is expected here"),
    ({"id": "A", "pair": ["a", "b", "c"]}, ("pair",), "value", "“pair” says “a, b, c”, and a shorter list"),
    ({"id": "A", "levels": ["a"]}, ("levels",), "value", "a group of names and values is expected here"),
    ({"id": "A", "levels": {"1": None}}, ("levels", "1"), "value-empty", "“1” has no value"),
    ({"id": "A", "levels": {"1": []}}, ("levels", "1"), "value", "a text is expected here"),
    ({"id": "A", "levels": {"1": ["a", " "]}}, ("levels", "1", 1), "value-empty", "“1, number 2” has no value"),
    ({"id": "A", "levels": {"1": {"a": "b"}}}, ("levels", "1"), "value", "“1” says “a: …”, and a text is expected"),
    ({"id": "A", "title": "shouting"}, (), "value", "“this file” says “id: …, title: …”: please be calm"),
    ({}, ("id",), "key-missing", "“id” is missing"),
]


@pytest.mark.parametrize(("value", "path", "code", "message"), ELSEWHERE)
def test_a_value_that_does_not_fit_is_pointed_at_in_words(
    value: dict[str, object], path: tuple[str | int, ...], code: str, message: str
) -> None:
    problem = only_problem(value)
    assert (problem.at, problem.code) == (Spot("a.yml", path), code)
    assert message in problem.message
    assert problem.hint
    assert "pydantic" not in f"{problem.message}{problem.hint}"


def test_a_name_that_is_not_known_is_pointed_at_with_what_may_have_been_meant() -> None:
    problem = only_problem({"id": "A", "titel": "B"})
    assert (problem.at, problem.code) == (Spot("a.yml", ("titel",), on_key=True), "key-unknown")
    assert problem.hint == "did you mean “title”?"


def test_a_name_that_is_not_known_in_a_group_is_compared_with_the_names_of_that_group() -> None:
    assert only_problem({"id": "A", "inner": [{"name": "B", "seize": "3"}]}).hint == "did you mean “size”?"
    assert only_problem({"id": "A", "inner": [{"name": "B", "xyz": "3"}]}).hint == "known here: name, size"


def test_a_name_that_has_to_be_an_id_is_pointed_at_itself() -> None:
    problem = only_problem({"id": "A", "levels": {"a b": "c"}})
    assert problem.at == Spot("a.yml", ("levels", "a b"), on_key=True)
    assert "an id has letters" in problem.message


def test_everything_that_does_not_fit_is_said_at_once() -> None:
    made, problems = shaped(Outer, "a.yml", {"titel": "B", "count": "x", "levels": {"1": [None]}})
    assert made is None
    assert sorted(it.code for it in problems) == ["key-missing", "key-unknown", "value", "value-empty"]


def test_a_long_value_is_shortened_and_stands_on_one_line() -> None:
    message = only_problem({"id": "A", "kind": "a\nb " * 50}).message
    assert "a b a b" in message
    assert "…”" in message
    assert len(message) < 80


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        (None, "file-empty", "this file is empty"),
        (["id"], "shape", "this file holds a list, and named values are expected"),
        ("id", "shape", "this file holds a text without a name, and named values are expected"),
    ],
)
def test_a_file_without_names_is_told_which_to_begin_with(value: object, code: str, message: str) -> None:
    problem = only_problem(value)
    assert (problem.at, problem.code, problem.message) == (Spot("a.yml"), code, message)
    assert problem.hint == "start with “id:”"
