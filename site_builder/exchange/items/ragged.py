"""Rows of a text with separators whose rows may be longer or shorter than their header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from site_builder.exchange.sheets.cells import unguarded
from site_builder.problems import Problem, Span
from site_builder.tables.csv_text import careful_rows
from site_builder.tables.dialect import Dialect
from site_builder.tables.findings import Findings
from site_builder.tables.held import MOST_ROWS, too_large
from site_builder.tables.kinds import Kind, kind_of

__all__ = ["MOST_ROWS", "RaggedTable", "Row", "ragged_table"]
# Parents, scales and ratings come again from row to row; a text as long as this does not.
_LONGEST_SHARED = 64
_MOST_SHARED = 20_000

Row: TypeAlias = tuple[int, tuple[str, ...]]
"""The number of a row and its cells, as many as it has."""


@dataclass(frozen=True, slots=True)
class RaggedTable:
    """A table that has been looked through: the cells of its header, and its file, which is read again for its rows."""

    path: Path
    header: tuple[str, ...]
    notices: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.path.name

    def rows(self) -> Iterator[Row]:
        """The rows below the header, one after the other; none is held."""
        return _shared(islice(_rows(self.path, Findings(self.file)), 1, None))


def ragged_table(path: Path) -> tuple[RaggedTable | None, list[Problem]]:
    """The table in a file, without the signs that keep cells from being formulas; or why it cannot be read."""
    try:
        return _looked_through(path)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}"
        return None, [Problem(Span(path.name), "table-unreadable", message, hint="check its name and its permissions")]


def _looked_through(path: Path) -> tuple[RaggedTable | None, list[Problem]]:
    if refused := too_large(path):
        return None, [refused]
    kind, message, hint = kind_of(path)
    if kind is not Kind.TEXT:
        message = message or "this is a workbook, and the other system writes CSV"
        hint = hint or "give the file as it was exported, or save it as CSV in UTF-8"
        return None, [Problem(Span(path.name), "table-unreadable", message, hint=hint)]
    found = Findings(path.name)
    rows = _rows(path, found)
    _, header = next(rows, (0, ()))
    if sum(1 for _ in islice(rows, MOST_ROWS)) == MOST_ROWS:
        found.refuse_header(MOST_ROWS, f"there are more than {MOST_ROWS:,} rows", "no framework is as large as that")
    if not header and not found.problems:
        found.refuse_header(1, "this file is empty", "export it again")
    if found.problems:
        return None, found.closed()
    return RaggedTable(path, header, tuple(found.notices)), []


def _rows(path: Path, found: Findings) -> Iterator[Row]:
    """The header and the rows of a file that are not empty."""
    for number, cells in careful_rows(path, Dialect(), found):
        if any(it.strip() for it in cells):
            yield number, tuple([unguarded(it) for it in cells])


def _shared(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows, with each short text that comes again held once."""
    seen: dict[str, str] = {}
    for number, cells in rows:
        if len(seen) > _MOST_SHARED:
            seen.clear()
        yield number, tuple([seen.setdefault(it, it) if len(it) <= _LONGEST_SHARED else it for it in cells])
