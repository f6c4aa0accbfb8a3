"""How a row that does not fit is told of."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.problems import Problem, Span
from site_builder.tables.findings import MOST_ROWS
from site_builder.tables.held import HeldTable


def odd(table: HeldTable, row: int, message: str, hint: str) -> Problem:
    """A row that is refused: what is wrong in it, and what would be right."""
    where = f"row {row} of the sheet “{table.sheet}”" if table.sheet else f"row {row}"
    return Problem(Span(table.file, row), "import-odd", f"{where}: {message}", hint=hint)


def place(table: HeldTable) -> str:
    """The file of a table, and its sheet in a workbook."""
    return f"{table.file} ({table.sheet})" if table.sheet else table.file


def few(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The first problems, and how many more there are."""
    unsaid = len(problems) - MOST_ROWS
    if unsaid <= 0:
        return tuple(problems)
    hint = "correct what makes them so, and bring the file in again"
    more = Problem(problems[MOST_ROWS].at, "import-odd", f"there are {unsaid} more rows like these", hint=hint)
    return (*problems[:MOST_ROWS], more)
