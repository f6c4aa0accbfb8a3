"""Any bytes at all are read as a table, a roster or records, or refused in words; no exception leaves a reader."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.roster import read_roster
from site_builder.evidence.tables import clean_tables, cleaned
from site_builder.problems import Problem, Severity, Span, stops
from site_builder.tables.json_records import json_records
from tests.evidence.tabled import Exports, Row, rows_of
from tests.fuzz.kept import EXAMPLES, crashers

# What a reader of tables looks at, in pieces that meet each other.
PIECES = (
    *("a", "b", "id", "name", "row", "Zoë", "sep=;", " ", "\u200b", "1", "007", "3,5", "=1", "'", "\\"),
    *(",", ",", ";", "\t", "|", "\n", "\n", "\r\n", "\r", "\n\n", ",,", "a,b\n", "a,b\r\n", "id,name\n"),
    *('"', '""', ',"', '",', '"\n', '"a,b"', '"a\nb"', ', "', '" ,'),
    *("\0", "\x01", "\x1a", "\ufeff", "\ufffd", "\u2028", "\x85", "\udcff", "\udcc3"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
BYTES = (
    st.binary(max_size=200)
    | TEXTS.map(lambda text: text.encode("utf-8", "surrogateescape"))
    | TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass"))
    | TEXTS.map(lambda text: text.encode("cp1252", "replace"))
)
LETTERS = st.text(st.sampled_from('ab,;\t|"\n ë3'), max_size=8)
GRIDS = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(LETTERS, min_size=width, max_size=width), min_size=1, max_size=6)
)
JSON_PIECES = (
    "[",
    "]",
    "{",
    "}",
    '"a"',
    '"',
    ":",
    ",",
    "1",
    "1e999",
    "NaN",
    "null",
    "\\",
    "\n",
    " ",
    "\ufeff",
    '{"a":1}\n',
)
JSON = st.lists(st.sampled_from(JSON_PIECES), max_size=30).map(lambda it: "".join(it).encode())
KEPT = crashers("tables")


class QuotedDialect(csv.excel):
    """Every cell in quotation marks."""

    quoting = csv.QUOTE_ALL


@pytest.fixture(scope="module")
def book() -> dict[str, bytes]:
    """The parts of an honest workbook."""

    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.append(["id", "name", "on", "level"])
        sheet.append([17, "Ana", "=1+1", 2.5])
        sheet["A2"].number_format = "00000"
        sheet["C3"] = True
        book.create_sheet("Other").append(["a", "b"])

    with TemporaryDirectory() as folder, zipfile.ZipFile(Exports(Path(folder)).workbook(fill)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def check(data: bytes) -> None:
    """As whatever kind of export: tables that DuckDB reads, or refusals that say where and what would be right."""
    with TemporaryDirectory() as folder:
        exports = Exports(Path(folder))
        path = exports.write(data)
        tables, problems = cleaned(path, exports.spool)
        assert all(_is_told(it) for it in problems)
        assert not (tables and stops(problems))
        careful = [rows_of(it) for it in tables]
        assert all(len(row) == len(it.header) + 1 for it, rows in zip(tables, careful, strict=True) for row in rows)
        quick = clean_tables(path, exports.spool)[0]
        if tables and quick and quick[0].is_original:
            _agree(quick[0], tables[0], careful[0])
        found, problems = read_roster([path])
        assert found or any(it.severity is Severity.ERROR or it.code == "table-empty" for it in problems)
        assert all(_is_told(it) for it in (*problems, *(it for it in json_records(path) if isinstance(it, Problem))))


def _is_told(problem: Problem) -> bool:
    return isinstance(problem.at, Span) and problem.at.line >= 1 and bool(problem.message and problem.hint)


def _agree(quick: CleanTable, careful: CleanTable, rows: list[Row]) -> None:
    """What DuckDB reads of the file itself is what is read with care, unless it refuses."""
    assert quick.header == careful.header
    if careful.notices:  # a header that comes again in other letters is told from a row only when read with care
        return
    try:
        read = rows_of(quick)
    except duckdb.Error:
        return
    assert [tuple(_with_plain_ends(it) for it in row) for row in read if any(row[1:])] == rows


def _with_plain_ends(cell: object) -> object:
    return re.sub("\r\n?", "\n", cell) if isinstance(cell, str) else cell


def _packed(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


@given(BYTES)
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    check(data)


@given(GRIDS, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]), st.booleans())
@settings(deadline=None, max_examples=EXAMPLES)
def test_what_is_written_by_the_rules_is_read_as_it_was(
    grid: list[list[str]], separator: str, end: str, all_quoted: bool
) -> None:
    header = [f"column {n}" for n in range(len(grid[0]))]
    text = io.StringIO()
    kind = QuotedDialect if all_quoted else csv.excel
    csv.writer(text, kind, delimiter=separator, lineterminator=end).writerows([header, *grid])
    with TemporaryDirectory() as folder:
        rows = Exports(Path(folder)).rows(text.getvalue())
    kept = [row for row in grid if any(row)]
    assert [list(cells) for _, *cells in rows] == kept


@given(st.data())
@settings(deadline=None, max_examples=EXAMPLES)
def test_a_workbook_with_any_damage_is_read_or_refused(book: dict[str, bytes], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(book)))
    damage = data.draw(st.sampled_from([_cut_out, _doubled, _changed_number, _changed_byte]))
    part = damage(book[name], data)
    check(_packed({**book, name: part}))


@given(st.data())
@settings(deadline=None, max_examples=EXAMPLES)
def test_a_zip_file_with_any_damage_is_read_or_refused(book: dict[str, bytes], data: st.DataObject) -> None:
    check(_changed_byte(_packed(book), data))


@given(JSON | BYTES)
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_json_is_read_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        found = list(json_records(Exports(Path(folder)).write(data)))
    assert all(not isinstance(it, Problem) for it in found[:-1])
    assert all(_is_told(it) for it in found if isinstance(it, Problem))


@pytest.mark.parametrize("name", KEPT)
def test_what_once_broke_a_reader(name: str) -> None:
    check(KEPT[name])


def _spans(part: bytes, data: st.DataObject) -> tuple[int, int]:
    start = data.draw(st.integers(0, len(part)))
    return start, data.draw(st.integers(start, min(len(part), start + 200)))


def _cut_out(part: bytes, data: st.DataObject) -> bytes:
    start, end = _spans(part, data)
    return part[:start] + part[end:]


def _doubled(part: bytes, data: st.DataObject) -> bytes:
    start, end = _spans(part, data)
    return part[:end] + part[start:]


def _changed_byte(part: bytes, data: st.DataObject) -> bytes:
    changed = bytearray(part)
    for at in data.draw(st.lists(st.integers(0, max(0, len(part) - 1)), min_size=1, max_size=4)) if part else ():
        changed[at] = data.draw(st.integers(0, 255))
    return bytes(changed)


def _changed_number(part: bytes, data: st.DataObject) -> bytes:
    """One of the numbers, such as the row of a cell or the number of a style, becomes another one."""
    numbers = list(re.finditer(rb"\d+", part))
    if not numbers:
        return part
    at = data.draw(st.sampled_from(numbers))
    number = data.draw(st.sampled_from([b"0", b"-1", b"99", b"1048577", b"4294967296", b"9" * 30, b""]))
    return part[: at.start()] + number + part[at.end() :]
