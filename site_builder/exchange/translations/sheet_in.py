"""Translations out of tables: CSV or a workbook with the columns that translation teams exchange, in any order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_builder.exchange.sheets.cells import is_yes, unguarded
from site_builder.exchange.sheets.find import tables_in
from site_builder.exchange.translations.incoming import Received, Row
from site_builder.problems import Problem, Span
from site_builder.tables.header import folded
from site_builder.tables.held import HeldTable

# Where a text belongs stands in the first of these that is known here; tools put it into one or another.
_NAMES = ("location", "context", "id")


def read_sheet_file(path: Path) -> Received:
    """What the tables of a file hold, or why they cannot be read."""
    tables, problems = tables_in(path, _is_known)
    known = [it for it in tables if _is_known(it)]
    if tables and not known:
        message = "no table here has a column “target” and one of the columns “source” and “location”"
        hint = "name the columns location, context, source and target"
        problems = [*problems, Problem(Span(path.name), "table-header", message, hint=hint)]
    return Received(path.name, rows=tuple(row for it in known for row in _rows(it)), problems=tuple(problems))


def _is_known(table: HeldTable) -> bool:
    names = set(map(folded, table.header))
    return "target" in names and bool(names & {"source", "location"})


def _rows(table: HeldTable) -> list[Row]:
    columns = {folded(name): place for place, name in enumerate(table.header)}
    return [_row(table.file, number, {name: cells[it] for name, it in columns.items()}) for number, cells in table.rows]


def _row(file: str, number: int, cells: Mapping[str, str]) -> Row:
    said = {name: unguarded(cell) for name, cell in cells.items()}
    names = tuple(said[it].strip() for it in _NAMES if said.get(it))
    is_fuzzy = is_yes(said.get("fuzzy", "").strip())
    return Row(Span(file, number), names, said.get("source", ""), said["target"], is_fuzzy)
