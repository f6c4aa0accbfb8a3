"""Our own roster: one sheet with a row for each student."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.evidence.roster_tables import RosterRow, RosterTable, column_key
from site_builder.evidence.student import Student
from site_builder.problems import Problem, Severity, Span
from site_builder.sources.names import spoken
from site_builder.tables.header import folded

COLUMNS = ("id", "name", "given", "sort name", "language", "groups", "household", "other ids", "email")
_NAMES = f"the first row names the columns: {', '.join(COLUMNS)}"
_KEYS = {column_key(it): it for it in COLUMNS}

Entry = tuple[Span, Student]


def read_sheet(table: RosterTable) -> tuple[list[Entry], dict[str, str], list[Problem]]:
    """The students of a sheet with their places, the titles of their groups, and what is wrong or not known."""
    missing = [f"“{it}”" for it in ("id", "name") if it not in table.columns]
    if missing:
        message = f"this roster has no column {spoken(missing)}"
        return [], {}, [Problem(Span(table.file), "roster-column", message, hint=_NAMES)]
    groups: dict[str, str] = {}
    students = [(row.at, _student(row, groups)) for row in table.rows]
    return students, {it: it for it in groups.values()}, list(_unknown_columns(table))


def _unknown_columns(table: RosterTable) -> Iterator[Problem]:
    for key, name in table.columns.items():
        if key not in _KEYS:
            message = f"nobody reads the column “{name[:60]}” of a roster"
            yield Problem(Span(table.file), "roster-column", message, Severity.WARNING, _NAMES)


def _student(row: RosterRow, groups: dict[str, str]) -> Student:
    """The student of a row; what is not said of a name is the name itself, since no rule finds a given name."""
    return Student(
        id=row["id"],
        name=row["name"],
        given=row["given"] or row["name"],
        sort_name=row["sortname"] or row["name"],
        language=row["language"],
        groups=tuple(dict.fromkeys(groups.setdefault(folded(it), it) for it in listed(row["groups"]))),
        household=row["household"] or row["id"],
        other_ids=listed(row["otherids"]),
        email=row["email"],
    )


def listed(text: str, separator: str = ";") -> tuple[str, ...]:
    """The entries of a list in one cell, each once."""
    return tuple(dict.fromkeys(it.strip() for it in text.split(separator) if it.strip()))
