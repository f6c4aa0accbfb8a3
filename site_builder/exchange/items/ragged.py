"""Rows of a text with separators whose rows may be longer or shorter than their header."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from site_builder.exchange.sheets.cells import unguarded
from site_builder.problems import Problem, Span
from site_builder.tables.csv_text import careful_rows
from site_builder.tables.dialect import Dialect
from site_builder.tables.findings import Findings
from site_builder.tables.kinds import Kind, kind_of

MOST_ROWS = 200_000
"""More rows than any framework has."""


@dataclass(frozen=True, slots=True)
class RaggedTable:
    """A table: the cells of its header, and its rows with their numbers, as many cells as each has."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    notices: tuple[str, ...] = ()


def ragged_table(path: Path) -> tuple[RaggedTable | None, list[Problem]]:
    """The table in a file, without the signs that keep cells from being formulas; or why it cannot be read."""
    try:
        return _read(path)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}"
        return None, [Problem(Span(path.name), "table-unreadable", message, hint="check its name and its permissions")]


def _read(path: Path) -> tuple[RaggedTable | None, list[Problem]]:
    kind, message, hint = kind_of(path)
    if kind is not Kind.TEXT:
        message = message or "this is a workbook, and the other system writes CSV"
        hint = hint or "give the file as it was exported, or save it as CSV in UTF-8"
        return None, [Problem(Span(path.name), "table-unreadable", message, hint=hint)]
    found = Findings(path.name)
    rows = [
        (number, tuple(unguarded(it) for it in cells))
        for number, cells in islice(careful_rows(path, Dialect(), found), MOST_ROWS + 1)
        if any(it.strip() for it in cells)
    ]
    if len(rows) > MOST_ROWS:
        found.refuse_header(MOST_ROWS, f"there are more than {MOST_ROWS:,} rows", "no framework is as large as that")
    if not rows and not found.problems:
        found.refuse_header(1, "this file is empty", "export it again")
    if found.problems:
        return None, found.closed()
    return RaggedTable(path.name, rows[0][1], tuple(rows[1:]), tuple(found.notices)), []
