"""Cells that a spreadsheet would take for a formula are written as text in every table that people open."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from site_builder.tables.spreadsheet import spreadsheet_safe, write_csv

FORMULAS = (
    '=HYPERLINK("https://example.org","Click")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    "\t=1",
    "\tplain",
    "\rplain",
    "\nplain",
    "\r\n=1",
    "  =1+1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff@A1",
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_quoted(formula: str) -> None:
    assert spreadsheet_safe(formula) == "'" + formula


@pytest.mark.parametrize("text", ["", "Zoë", "a=b", "3-4", "x@example.org", "'=1", "12", "≥ 3", " plain", "日本＝"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert spreadsheet_safe(text) == text


def test_every_cell_of_a_table_that_we_write_is_safe(tmp_path: Path) -> None:
    path = tmp_path / "set-aside.csv"
    write_csv(path, ["reason", "=header"], [[formula, f"{formula}, again"] for formula in FORMULAS])
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["reason", "'=header"]
    assert rows == [["'" + formula, f"'{formula}, again"] for formula in FORMULAS]
