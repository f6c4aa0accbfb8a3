"""Finds the tables in files, also where titles or notes stand above the names of the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from site_builder.problems import Problem
from site_builder.tables.csv_text import SEPARATORS, careful_rows
from site_builder.tables.dialect import Dialect
from site_builder.tables.findings import Findings
from site_builder.tables.header import first_header
from site_builder.tables.held import HeldTable, held_tables, too_large
from site_builder.tables.kinds import Kind, kind_of

ROWS_ABOVE = 10
"""How many rows may stand above the names of the columns."""

Knows: TypeAlias = Callable[[HeldTable], bool]
"""Whether the names of a table's columns are known; its rows are not there."""


def tables_in(path: Path, knows: Knows) -> tuple[list[HeldTable], list[Problem]]:
    """The tables of a file with the headers that are known; where none is, those that begin with the first row."""
    try:
        if too_large(path):
            return held_tables(path)
        if kind_of(path)[0] is Kind.TEXT:
            return held_tables(path, _dialect_of_text(path, knows))
        if kind_of(path)[0] is Kind.WORKBOOK:
            return _of_workbook(path, knows)
    except OSError:
        pass  # what is wrong with the file is told where it is read
    return held_tables(path)


def _dialect_of_text(path: Path, knows: Knows) -> Dialect:
    """How a text is written: as it seems to be, unless only another way has names that are known."""
    plain = Dialect()
    for dialect in (plain, *_others()):
        header = _header(path, dialect)
        if header and knows(HeldTable(path.name, header, ())):
            return dialect
    return plain


def _others() -> Iterator[Dialect]:
    for row in range(1, ROWS_ABOVE + 2):
        yield from (Dialect(delimiter=it, header_row=row) for it in SEPARATORS)


def _header(path: Path, dialect: Dialect) -> tuple[str, ...]:
    found = Findings(path.name)
    return first_header(careful_rows(path, dialect, found), dialect.header_row, found)


@dataclass(slots=True)
class _Found:
    """A sheet of a workbook: the row of its names, and what is told of the workbook beside it."""

    row: int
    is_known: bool
    notices: tuple[str, ...]


def _of_workbook(path: Path, knows: Knows) -> tuple[list[HeldTable], list[Problem]]:
    sheets = _sheets(path, knows)
    if all(it.row == 1 for it in sheets.values()):
        return held_tables(path)
    tables: list[HeldTable] = []
    problems: list[Problem] = []
    for name, found in sheets.items():
        held, refused = held_tables(path, Dialect(sheet=name, header_row=found.row))
        tables += [replace(it, notices=(*found.notices, *it.notices)) for it in held]
        problems += refused
    return tables, problems


def _sheets(path: Path, knows: Knows) -> dict[str, _Found]:
    """The sheets of a workbook by name, each with the first row whose names are known, or else with its first row."""
    from site_builder.tables.workbook import workbook_tables

    found: dict[str, _Found] = {}
    for row in range(1, ROWS_ABOVE + 2):
        if row > 1 and all(it.is_known for it in found.values()):
            break
        made, _ = workbook_tables(path, Dialect(header_row=row), lambda sheet, header, rows: (sheet, header))
        for (sheet, header), notices in made:
            is_known = knows(HeldTable(path.name, header, (), sheet))
            if sheet not in found or (is_known and not found[sheet].is_known):
                before = found[sheet].notices if sheet in found else notices
                found[sheet] = _Found(row if is_known else 1, is_known, before)
    return found
