"""A cell says what was written into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.exchange.sheets.cells import (
    OddCell,
    as_cell,
    evidence_cells,
    evidence_of,
    guarded,
    guarded_in_workbook,
    is_yes,
    several,
    statements,
    unguarded,
)
from site_builder.model import Evidence

TEXTS = st.text("'=+-@＝ \t•\\ab\n", max_size=12).map(str.strip)
FORMULAS = ["=1+1", "+3", "-4", "@home", "＝1", "'=1", "''-x", "\t=1"]


@given(TEXTS)
def test_a_guarded_text_reads_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert unguarded(guarded_in_workbook(text)) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_gets_a_guard(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["'quoted' words", "'", "it's", "7", "a=b", ""])
def test_other_texts_stay_as_they_are_both_ways(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


def test_in_a_workbook_only_a_guard_that_would_be_lost_is_doubled() -> None:
    assert guarded_in_workbook("=1+1") == "=1+1"
    assert guarded_in_workbook("'=1+1") == "''=1+1"


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=4))
def test_statements_read_back(texts: list[str]) -> None:
    assert statements(unguarded(guarded(as_cell(texts)))) == tuple(texts)


def test_a_single_statement_is_written_as_it_is_and_several_as_points() -> None:
    assert as_cell(["I can tell a claim from a fact."]) == "I can tell a claim from a fact."
    assert as_cell(["I can plan.", "I can draft,\nand revise."]) == "• I can plan.\n• I can draft,\nand revise."


def test_points_are_read_as_people_write_them() -> None:
    assert statements("•I can plan.\n\n•\tI can draft.\n•") == ("I can plan.", "I can draft.")
    assert statements("I can:\n• plan\n• draft") == ("I can:\n• plan\n• draft",)
    assert statements("") == ()


def test_ids_stand_between_commas_semicolons_or_on_lines() -> None:
    assert several("LIT.ARG, LIT.NAR;MATH.1\n SCI.2 ,") == ("LIT.ARG", "LIT.NAR", "MATH.1", "SCI.2")


@pytest.mark.parametrize(
    ("evidence", "cells"),
    [
        (None, ("", "")),
        (Evidence(2, 1), ("2", "1")),
        (Evidence(2, 1, (("3", Evidence(4, 2)), ("4", Evidence(2, 1)))), ("2; 3: 4; 4: 2", "1; 3: 2")),
    ],
)
def test_how_much_is_asked_for_reads_back(evidence: Evidence | None, cells: tuple[str, str]) -> None:
    assert evidence_cells(evidence) == cells
    assert evidence_of(*cells) == evidence


def test_only_kinds_at_a_level_may_be_said() -> None:
    assert evidence_of("", "2; together: 3") == Evidence(1, 2, (("together", Evidence(1, 3)),))


@pytest.mark.parametrize("cell", ["two", "0", "101", "3:", "3: x", "2.5", "٣"])
def test_what_is_no_number_of_pieces_is_odd(cell: str) -> None:
    with pytest.raises(OddCell, match="is no number of pieces or kinds from 1 to 100"):
        evidence_of(cell, "")


@pytest.mark.parametrize(("cell", "expected"), [("yes", True), ("X", True), ("TRUE", True), ("no", False), ("", False)])
def test_a_cell_says_yes_or_it_does_not(cell: str, expected: bool) -> None:
    assert is_yes(cell) is expected
