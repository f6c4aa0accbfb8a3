"""Tables small enough to be held whole, from text with separators or from a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from site_builder.problems import Problem, Severity, Span
from site_builder.tables.csv_text import careful_rows
from site_builder.tables.dialect import Dialect
from site_builder.tables.findings import Findings
from site_builder.tables.fitting import fitted
from site_builder.tables.header import Row, first_header
from site_builder.tables.kinds import Kind, kind_of

LARGEST = 50_000_000
MOST_ROWS = 250_000
"""Many times the largest framework that is known; what is larger is refused before it is held."""
_FOUND_OUT = Dialect()
_IN_PARTS = "no framework is as large as that: leave out what does not belong to it, or bring it in by parts"
# Ids, areas and titles come again from row to row; a text as long as this does not.
_LONGEST_SHARED = 64
_MOST_SHARED = 20_000


@dataclass(frozen=True, slots=True)
class HeldTable:
    """A table with its rows, each with its number as a spreadsheet shows it and one cell under each name."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    sheet: str = ""
    notices: tuple[str, ...] = ()


def held_tables(path: Path, dialect: Dialect = _FOUND_OUT) -> tuple[list[HeldTable], list[Problem]]:
    """The tables of a file, judged by its content; or what is wrong with it, row by row.

    A workbook needs the library that reads one: ModuleNotFoundError says which where it is missing.
    """
    try:
        if refused := too_large(path):
            return [], [refused]
        tables, problems = _of_kind(path, dialect)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}"
        return [], [Problem(Span(path.name), "table-unreadable", message, hint="check its name and its permissions")]
    if not tables and not problems:
        problems = [Problem(Span(path.name), "table-empty", "this file is empty", Severity.NOTE, "leave it out")]
    problems += [_too_many(it) for it in tables if len(it.rows) > MOST_ROWS]
    return ([], problems) if any(it.severity is Severity.ERROR for it in problems) else (tables, problems)


def too_large(path: Path) -> Problem | None:
    """Why a file is refused for its size, before anything in it is read."""
    size = path.stat().st_size
    if size <= LARGEST:
        return None
    message = f"this file is {size / 1_000_000:.0f} MB, and a table of up to {LARGEST // 1_000_000} MB is read"
    return Problem(Span(path.name), "table-unreadable", message, hint=_IN_PARTS)


def _too_many(table: HeldTable) -> Problem:
    where = f"the sheet “{table.sheet}”" if table.sheet else "this table"
    message = f"{where} has more than {MOST_ROWS:,} rows"
    return Problem(Span(table.file, table.rows[-1][0]), "table-unreadable", message, hint=_IN_PARTS)


def _of_kind(path: Path, dialect: Dialect) -> tuple[list[HeldTable], list[Problem]]:
    kind, message, hint = kind_of(path)
    if kind is Kind.WORKBOOK:
        return _of_workbook(path, dialect)
    if kind is Kind.OTHER:
        return [], [Problem(Span(path.name), "table-unreadable", message, hint=hint)]
    found = Findings(path.name)
    rows = careful_rows(path, dialect, found)
    header = first_header(rows, dialect.header_row, found)
    if not header or found.problems:
        return [], found.closed()
    held = _held(path.name, "", header, fitted(rows, header, found))
    return [HeldTable(held.file, header, held.rows, notices=tuple(found.notices))], found.closed()


def _of_workbook(path: Path, dialect: Dialect) -> tuple[list[HeldTable], list[Problem]]:
    from site_builder.tables.workbook import workbook_tables

    def take(sheet: str, header: tuple[str, ...], rows: Iterator[Row]) -> HeldTable:
        return _held(path.name, sheet, header, rows)

    made, problems = workbook_tables(path, dialect, take)
    return [HeldTable(it.file, it.header, it.rows, it.sheet, notices) for it, notices in made], problems


def _held(file: str, sheet: str, header: tuple[str, ...], rows: Iterator[Row]) -> HeldTable:
    return HeldTable(file, header, tuple(_shared(islice(rows, MOST_ROWS + 1))), sheet)


def _shared(rows: Iterator[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows, with each short text that comes again held once."""
    seen: dict[str, str] = {}
    for number, cells in rows:
        if len(seen) > _MOST_SHARED:
            seen.clear()
        yield number, tuple([seen.setdefault(it, it) if len(it) <= _LONGEST_SHARED else it for it in cells])
