"""Findings as values."""

from __future__ import annotations

import pytest

from site_builder.problems import Problem, Severity, Span, Spot, stops

ERROR, WARNING, NOTE = (Problem(Span("a.yml"), "code", "It is wrong", severity) for severity in Severity)


def test_a_place_is_written_as_editors_read_it() -> None:
    assert str(Span("continuum/a.yml", 3, 7)) == "continuum/a.yml:3:7"
    assert str(Span("a.yml")) == "a.yml:1:1"


def test_places_are_sorted_as_numbers() -> None:
    assert sorted([Span("b", 1), Span("a", 10), Span("a", 9, 2), Span("a", 9)])[0] == Span("a", 9, 1)


@pytest.mark.parametrize(
    ("problems", "plainly", "strictly"),
    [([], False, False), ([NOTE], False, False), ([NOTE, WARNING], False, True), ([NOTE, ERROR], True, True)],
)
def test_errors_stop_a_build_and_warnings_a_strict_one(problems: list[Problem], plainly: bool, strictly: bool) -> None:
    assert stops(problems) is plainly
    assert stops(problems, strict=True) is strictly


def test_a_finding_is_a_value() -> None:
    assert (
        len({ERROR, Problem(Span("a.yml"), "code", "It is wrong"), Problem(Spot("a.yml"), "code", "It is wrong")}) == 2
    )
