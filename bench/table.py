"""What was measured, as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bench.measure import Timing


@dataclass(frozen=True, slots=True)
class Row:
    """One measure; a row without `found` begins a part of the table."""

    what: str
    found: str = ""
    target: str = ""
    is_met: bool | None = None

    @property
    def verdict(self) -> str:
        """Whether the target was met, in words."""
        return {True: "met", False: "**not met**", None: ""}[self.is_met]


def at_most(what: str, value: float, limit: float, found: str, target: str) -> Row:
    """A row whose number should not be above a limit."""
    return Row(what, found, target, value <= limit)


def markdown(rows: Iterable[Row]) -> str:
    """The table as Markdown."""
    lines = ["| Measure | Found | Target | |", "| --- | --- | --- | --- |"]
    return "\n".join([*lines, *map(_markdown_line, rows)]) + "\n"


def text(rows: Iterable[Row]) -> str:
    """The table for a terminal."""
    return "\n".join(_line(row) for row in rows) + "\n"


def seconds(value: float) -> str:
    """0.83 s"""
    return f"{value:.2f} s"


def took(timing: Timing) -> str:
    """0.83 s best, 0.85 s median of 5"""
    if len(timing.runs) == 1:
        return seconds(timing.best)
    return f"{seconds(timing.best)} best, {seconds(timing.median)} median of {len(timing.runs)}"


def megabytes(value: float) -> str:
    """52.2 MB, of a million bytes each"""
    return f"{value / 1e6:.1f} MB"


def kilobytes(value: float) -> str:
    """77.4 KB, of a thousand bytes each"""
    return f"{value / 1e3:.1f} KB"


def _markdown_line(row: Row) -> str:
    what = row.what if row.found else f"**{row.what}**"
    return f"| {what} | {row.found} | {row.target} | {row.verdict} |"


def _line(row: Row) -> str:
    if not row.found:
        return f"\n{row.what}"
    aim = f"   [{row.target}: {row.verdict.strip('*')}]" if row.target else ""
    return f"  {row.what:<46} {row.found}{aim}"
