"""Sheets as files: CSV that every program opens, and workbooks that are pleasant to work in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from site_builder.exchange.sheets.csv_out import csv_files
from site_builder.exchange.sheets.layout import Sheet
from site_builder.exchange.sheets.workbook_out import LONGEST_CELL, fits_in_workbook, workbook
from site_builder.tables.held import held_tables

NAMES = ("Skill", "1 Start", "=2")
SHEET = Sheet("grid", NAMES, (("007", "=1+1", "https://example.org"), ("x" * 40, "'=1", "12")), frozenset({1}))


def test_a_csv_file_has_the_mark_of_utf_8_and_lines_as_spreadsheets_write_them() -> None:
    [(name, data)] = csv_files([Sheet("Our Grid", ("a", "b"), (("é", "=1"),))]).items()
    assert name == "our-grid.csv"
    assert data == "\ufeffa,b\r\né,'=1\r\n".encode()


def test_two_sheets_of_one_name_are_two_files() -> None:
    assert list(csv_files([Sheet("Levels", ("a",), ()), Sheet("levels", ("b",), ())])) == ["levels.csv", "levels-2.csv"]


def test_every_cell_of_a_workbook_is_text() -> None:
    page = load_workbook(io.BytesIO(workbook([SHEET])))["grid"]
    rows = list(page.iter_rows())
    assert [cell.value for cell in rows[1]] == ["007", "=1+1", "https://example.org"]
    assert {cell.data_type for row in rows for cell in row} == {"s"}
    assert not any(cell.hyperlink for row in rows for cell in row)
    assert all(cell.quotePrefix for row in rows for cell in row)


def test_a_workbook_is_pleasant_to_work_in() -> None:
    page = load_workbook(io.BytesIO(workbook([SHEET])))["grid"]
    assert page.freeze_panes == "A2"
    assert [page.cell(1, 1).font.bold, page.cell(2, 1).font.bold] == [True, False]
    assert page.column_dimensions["B"].width > 2 * page.column_dimensions["A"].width
    assert page.cell(2, 2).alignment.wrap_text
    assert page.cell(2, 2).number_format == "@"
    assert (page.cell(2, 2).fill.fgColor.rgb, page.cell(2, 1).fill.fill_type) == ("FFEAF3EE", None)


def test_the_same_sheets_make_the_same_bytes_on_every_day() -> None:
    data = workbook([SHEET])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {it.date_time for it in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
    assert workbook([SHEET]) == data


@pytest.mark.parametrize("text", ["_x0041_", "a\nb", "  two  blanks", "<b>&amp;", "\U0001f331", "e\u0301", "tab\tin"])
def test_odd_texts_are_read_as_they_were_written(tmp_path: Path, text: str) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook([Sheet("odd", ("a", "b"), ((text, "x"),))]))
    [table], problems = held_tables(path)
    assert problems == []
    assert table.rows == ((2, (text, "x")),)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a/b", "a:b"], ["a-b", "a-b 2"]),
        (["History"], ["History 2"]),
        (["x" * 40, "X" * 40], ["x" * 31, "X" * 29 + " 2"]),
        ([""], ["Sheet"]),
        (["'quoted'"], ["-quoted-"]),
    ],
)
def test_a_sheet_has_a_name_that_it_may_have(names: list[str], expected: list[str]) -> None:
    data = workbook([Sheet(it, ("a",), ()) for it in names])
    assert load_workbook(io.BytesIO(data)).sheetnames == expected


def test_a_text_may_be_too_long_for_a_cell() -> None:
    assert fits_in_workbook([Sheet("a", ("a",), (("x" * (LONGEST_CELL - 1),),))])
    assert not fits_in_workbook([Sheet("a", ("a",), (("x" * LONGEST_CELL,),))])
