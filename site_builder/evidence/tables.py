"""Exports of any kind as clean tables: what kind a file is is judged by its content, never by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.copies import spooled
from site_builder.evidence.first_look import is_plain_throughout, table_as_it_is, table_by_its_head
from site_builder.evidence.table_sql import duckdb_source, rows_sql
from site_builder.problems import Problem, Severity, Span
from site_builder.tables.csv_text import careful_rows
from site_builder.tables.dialect import Dialect
from site_builder.tables.findings import Findings
from site_builder.tables.fitting import fitted
from site_builder.tables.header import Row, first_header
from site_builder.tables.kinds import Kind, kind_of
from site_builder.tables.workbook import workbook_tables

__all__ = [
    "CleanTable",
    "Dialect",
    "clean_tables",
    "cleaned",
    "duckdb_source",
    "is_plain_throughout",
    "promising",
    "rows_sql",
    "spooled",
]

_FOUND_OUT = Dialect()
Tables = tuple[list[CleanTable], list[Problem]]
Look = Callable[[Path, Dialect], CleanTable | None]


def clean_tables(path: Path, spool_folder: Path, dialect: Dialect = _FOUND_OUT) -> Tables:
    """The tables of a file; a CSV file that looks clean is not copied, and DuckDB has the last word on it."""
    return _read(path, spool_folder, dialect, table_as_it_is)


def promising(path: Path, spool_folder: Path, dialect: Dialect = _FOUND_OUT) -> Tables:
    """The same by the head of a CSV file alone: what DuckDB reads of it counts if `is_plain_throughout` says so."""
    return _read(path, spool_folder, dialect, table_by_its_head)


def cleaned(path: Path, spool_folder: Path, dialect: Dialect = _FOUND_OUT) -> Tables:
    """The tables of a file as copies read with care, for files that DuckDB refuses; or what is wrong, row by row."""
    return _read(path, spool_folder, dialect, _never_as_it_is)


def _never_as_it_is(path: Path, dialect: Dialect) -> CleanTable | None:
    return None


def _read(path: Path, folder: Path, dialect: Dialect, as_it_is: Look) -> Tables:
    try:
        tables, problems = _of_kind(path, folder, dialect, as_it_is)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}"
        return [], [Problem(Span(path.name), "table-unreadable", message, hint="check its name and its permissions")]
    if not tables and not problems:
        problems = [Problem(Span(path.name), "table-empty", "this file is empty", Severity.NOTE, "leave it out")]
    return tables, problems


def _of_kind(path: Path, folder: Path, dialect: Dialect, as_it_is: Look) -> Tables:
    kind, message, hint = kind_of(path)
    if kind is Kind.WORKBOOK:
        return _sheets(path, folder, dialect)
    if kind is Kind.OTHER:
        return [], [Problem(Span(path.name), "table-unreadable", message, hint=hint)]
    table = as_it_is(path, dialect)
    return ([table], []) if table else _copied(path, folder, dialect)


def _sheets(path: Path, folder: Path, dialect: Dialect) -> Tables:
    """The sheets of a workbook as copies; nothing is left of them where one is refused."""

    def copy(sheet: str, header: tuple[str, ...], rows: Iterator[Row]) -> CleanTable:
        return spooled(path.name, header, rows, folder, sheet=sheet)

    made, problems = workbook_tables(path, dialect, copy)
    if not problems:
        return [replace(table, notices=notices) for table, notices in made], []
    for table, _ in made:
        table.path.unlink()
    return [], problems


def _copied(path: Path, folder: Path, dialect: Dialect) -> Tables:
    """A text read with care and copied; nothing is left of the copy where a row is refused."""
    found = Findings(path.name)
    rows = careful_rows(path, dialect, found)
    header = first_header(rows, dialect.header_row, found)
    if len(header) == 1 and not dialect.delimiter:
        message = "this file has one column only, so its separator is none of comma, semicolon, tab and |"
        found.refuse_header(1, message, "say the separator in the mapping, if it really is a table")
    if not header or found.problems:
        return [], found.closed()
    table = spooled(path.name, header, fitted(rows, header, found), folder)
    if found.problems:
        table.path.unlink()
        return [], found.closed()
    return [replace(table, notices=tuple(found.notices))], []
