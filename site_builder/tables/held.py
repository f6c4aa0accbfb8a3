"""Tables small enough to be held whole, from text with separators or from a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.problems import Problem, Severity, Span
from site_builder.tables.csv_text import careful_rows
from site_builder.tables.dialect import Dialect
from site_builder.tables.findings import Findings
from site_builder.tables.fitting import fitted
from site_builder.tables.header import Row, first_header
from site_builder.tables.kinds import Kind, kind_of

_FOUND_OUT = Dialect()


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
        tables, problems = _of_kind(path, dialect)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}"
        return [], [Problem(Span(path.name), "table-unreadable", message, hint="check its name and its permissions")]
    if not tables and not problems:
        problems = [Problem(Span(path.name), "table-empty", "this file is empty", Severity.NOTE, "leave it out")]
    return ([], problems) if any(it.severity is Severity.ERROR for it in problems) else (tables, problems)


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
    return HeldTable(file, header, tuple((number, tuple(cells)) for number, cells in rows), sheet)
