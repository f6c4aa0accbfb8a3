"""Hidden sheets, merged cells, formulas without a value, numbers with zeros before them, days as numbers."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from site_builder.evidence.tables import Dialect
from tests.evidence.tabled import Exports

Value = str | int | float
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return Exports(tmp_path)


def cells(*values: Value, format: str = "General") -> Callable[[Workbook, Worksheet], None]:
    """Fill a sheet with one row of values under a, b, c and so on."""

    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.append(list("abcdefgh"[: len(values)]))
        for column, value in enumerate(values, start=1):
            sheet.cell(2, column, value).number_format = format

    return fill


def only_row(exports: Exports, *values: Value, format: str = "General") -> tuple[object, ...]:
    [(row, *texts)] = exports.rows(exports.workbook(cells(*values, format=format)))
    assert row == 2
    return tuple(texts)


def test_a_hidden_sheet_is_not_read_and_this_is_told(exports: Exports) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.append(["student", "level"])
        hidden = book.create_sheet("Drafts")
        hidden.append(["student", "draft"])
        hidden.append(["Ana", 2])
        hidden.sheet_state = "hidden"
        book.create_sheet("Very").sheet_state = "veryHidden"

    book = exports.workbook(fill)
    assert [it.sheet for it in exports.tables(book)] == ["Sheet"]
    assert exports.notices(book) == "the hidden sheet “Drafts” was not read\nthe hidden sheet “Very” was not read"
    assert exports.rows(book, Dialect(sheet="Drafts")) == [(2, "Ana", "2")]


def test_a_sheet_that_is_not_there_is_refused(exports: Exports) -> None:
    said = exports.refused(exports.workbook(cells("x", "y")), Dialect(sheet="Grades"))
    assert said == "1: workbook-sheet: this workbook has no sheet “Grades”"
    assert exports.problems[0].hint == "its sheets are “Sheet”"


def test_merged_cells_are_refused_with_their_place(exports: Exports) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.append(["student", "level"])
        sheet.append(["Ana", 3])
        sheet.append([None, 2])
        sheet.merge_cells("A2:A3")

    said = exports.refused(exports.workbook(fill))
    assert said == "2: workbook-cell: on the sheet “Sheet” cells are merged: A2"


def test_a_formula_without_a_value_is_refused_with_its_place(exports: Exports) -> None:
    said = exports.refused(exports.workbook(cells("Ana", "=1+1")))
    assert said == "2: workbook-cell: on the sheet “Sheet” a formula has no value: B2"


def test_a_formula_with_its_value_is_read(exports: Exports) -> None:
    book = exports.workbook(cells("Ana", "=1+1"))
    xml = (
        b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="str"><v>b</v></c>'
    )
    xml += b'<c r="C1" t="str"><v>c</v></c></row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c>'
    xml += (
        b'<c r="B2" t="str"><f>""</f><v></v></c><c r="C2" t="str"><f>"x"</f><v>x</v></c></row></sheetData></worksheet>'
    )
    assert exports.rows(exports.repacked(book, {SHEET: xml})) == [(2, "2", "", "x")]


def test_a_formula_that_ends_in_an_error_is_refused(exports: Exports) -> None:
    said = exports.refused(exports.workbook(cells("Ana", "#N/A", "#REF!")))
    assert said == "2: workbook-cell: on the sheet “Sheet” a formula ends in an error: B2, C2"


def test_zeros_before_a_number_are_kept(exports: Exports) -> None:
    assert only_row(exports, "00123", "0123") == ("00123", "0123")
    assert only_row(exports, 123, 45678, 1234567, format="00000") == ("00123", "45678", "1234567")
    assert only_row(exports, 7, "x", format="000;-000") == ("007", "x")


def test_whole_numbers_have_no_point(exports: Exports) -> None:
    assert only_row(exports, 3, 3.0, 2.5, -1, 0.1 + 0.2, True) == ("3", "3", "2.5", "-1", "0.3", "TRUE")
    assert only_row(exports, 10_000_000_000_123, 0) == ("10000000000123", "0")


def test_a_number_that_has_lost_digits_is_refused_with_its_place(exports: Exports) -> None:
    said = exports.refused(exports.workbook(cells("Ana", 12345678901234567890)))
    assert said == "2: table-row: the number in B2 has more than 15 digits, and a spreadsheet does not keep them all"


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_days_are_read_in_both_calendars(exports: Exports, epoch: datetime.datetime | None) -> None:
    days = (datetime.date(2026, 9, 1), datetime.date(2024, 2, 29), datetime.date(1999, 12, 31))
    moments = (datetime.datetime(2026, 9, 1, 10, 30), datetime.datetime(2026, 9, 1, 23, 59, 59), datetime.time(9, 5))

    def fill(book: Workbook, sheet: Worksheet) -> None:
        if epoch:
            book.epoch = epoch
        sheet.append(list("abcdef"))
        sheet.append([*days, *moments])

    texts = ("2026-09-01", "2024-02-29", "1999-12-31", "2026-09-01T10:30:00", "2026-09-01T23:59:59", "09:05:00")
    assert exports.rows(exports.workbook(fill)) == [(2, *texts)]


def test_a_table_that_does_not_begin_in_the_corner_keeps_its_places(exports: Exports) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet["B3"], sheet["C3"], sheet["B5"], sheet["C5"] = "student", "id", "Ana", 7
        sheet["C5"].number_format = "0000"
        sheet["B6"] = "=1+1"

    assert "B6" in exports.refused(exports.workbook(fill))


def test_cells_may_leave_it_to_their_order_where_they_stand(exports: Exports) -> None:
    book = exports.workbook(cells("Ana", 1))
    xml = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
    xml += '<x:row><x:c t="str"><x:v>a</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row>'
    xml += "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:f>1+1</x:f></x:c></x:row></x:sheetData></x:worksheet>"
    assert "a formula has no value: B2" in exports.refused(exports.repacked(book, {SHEET: xml.encode()}))


def test_many_places_are_counted(exports: Exports) -> None:
    said = exports.refused(exports.workbook(cells(*["=1"] * 8)))
    assert said.endswith("a formula has no value: A2, B2, C2 and 5 more")


def test_a_workbook_without_styles_is_read(exports: Exports) -> None:
    book = exports.workbook(cells("Ana", 1))
    parts = {"xl/styles.xml": None}
    assert exports.rows(exports.repacked(book, parts)) == [(2, "Ana", "1")]


def test_an_empty_workbook_is_no_table_and_no_mistake(exports: Exports) -> None:
    for dialect in (Dialect(), Dialect(header_row=9)):
        book = exports.workbook(cells() if dialect == Dialect() else cells("Ana", 1))
        assert exports.tables(book, dialect) == []
        assert [it.code for it in exports.problems] == ["table-empty"]


def test_each_sheet_is_a_table(exports: Exports) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.append(["a", "b"])
        other = book.create_sheet("Term 2")
        other.append(["c", "d"])
        other.append(["x\r\ny", None])
        book.create_sheet("Empty")

    tables = exports.tables(exports.workbook(fill))
    assert [(it.sheet, it.header) for it in tables] == [("Sheet", ("a", "b")), ("Term 2", ("c", "d"))]
