"""OneRoster 1.1 and 1.2: users, and where they are given their roles, enrollments and classes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.evidence.roster_tables import RosterRow, RosterTable
from site_builder.evidence.student import Student
from site_builder.problems import Problem, Severity, Span
from site_builder.tables.header import folded

# By the columns that only this file has; the first that fits.
_KINDS: Mapping[str, frozenset[str]] = {
    "users": frozenset({"sourcedid", "givenname", "familyname"}),
    "roles": frozenset({"usersourcedid", "roletype", "role"}),
    "enrollments": frozenset({"usersourcedid", "classsourcedid", "role"}),
    "classes": frozenset({"sourcedid", "title", "coursesourcedid", "schoolsourcedid"}),
}
_USER_IDS = re.compile(r"\{[^:{}]*:([^{}]*)\}")

Entry = tuple[Span, Student]


@dataclass(slots=True)
class OneRosterFiles:
    """The rows of the files that matter, and whether each file was given."""

    columns: set[str] = field(default_factory=set)
    rows: dict[str, list[RosterRow]] = field(default_factory=dict)

    def of(self, kind: str) -> list[RosterRow]:
        """The rows of a file that are not to be deleted."""
        return [row for row in self.rows.get(kind, ()) if row["status"].lower() != "tobedeleted"]


def kind_of_table(table: RosterTable) -> str:
    """Which OneRoster file this is: users, roles, enrollments or classes; other; or none of OneRoster's."""
    for kind, columns in _KINDS.items():
        if columns <= table.columns.keys():
            return kind
    is_other = table.columns.keys() & {"sourcedid", "usersourcedid"} or table.columns.keys() == {
        "propertyname",
        "value",
    }
    return "other" if is_other else ""


def read_one_roster(tables: Sequence[RosterTable]) -> tuple[list[Entry], dict[str, str], list[Problem]]:
    """The students of a set of OneRoster files with their places, the titles of their classes, and what is wrong."""
    files = OneRosterFiles()
    for table in tables:
        kind = kind_of_table(table)
        files.rows.setdefault(kind, []).extend(table.rows)
        files.columns |= table.columns.keys() if kind == "users" else set()
    students = _students(files)
    if students is None:
        message = "nothing here tells students from teachers"
        hint = "give roles.csv or enrollments.csv together with users.csv"
        return [], {}, [Problem(Span(tables[0].file), "roster-roles", message, hint=hint)]
    titles = {row["sourcedid"]: row["title"] or row["sourcedid"] for row in files.of("classes")}
    members = _classes(files, titles)
    shared = _shared_ids(students)
    entries = [(row.at, _student(row, tuple(members.get(row["sourcedid"], ())), shared)) for row in students]
    used = dict.fromkeys(it for _, student in entries for it in student.groups)
    return entries, {it: titles.get(it, it) for it in used}, _warnings(shared)


def _students(files: OneRosterFiles) -> list[RosterRow] | None:
    """The users who are students, by their role where users have one (1.1), or by the files that tell (1.2)."""
    users = files.of("users")
    if "role" in files.columns:
        return [row for row in users if _is_student(row)]
    for kind in ("roles", "enrollments"):
        if kind in files.rows:
            ids = {row["usersourcedid"] for row in files.of(kind) if _is_student(row)}
            return [row for row in users if row["sourcedid"] in ids or not row["sourcedid"]]
    return None


def _is_student(row: RosterRow) -> bool:
    return row["role"].lower() == "student"


def _classes(files: OneRosterFiles, titles: Mapping[str, str]) -> dict[str, dict[str, None]]:
    """The classes of each student, without those that are to be deleted."""
    deleted = {row["sourcedid"] for row in files.rows.get("classes", ())} - titles.keys()
    found: dict[str, dict[str, None]] = {}
    for row in files.of("enrollments"):
        if _is_student(row) and row["classsourcedid"] and row["classsourcedid"] not in deleted:
            found.setdefault(row["usersourcedid"], {})[row["classsourcedid"]] = None
    return found


def _shared_ids(students: Iterable[RosterRow]) -> dict[str, tuple[Span, Span]]:
    """The ids of other systems that two students have, as files in use do, with the places of both."""
    first: dict[str, Span] = {}
    shared: dict[str, tuple[Span, Span]] = {}
    for row in students:
        for id in _user_ids(row):
            before = first.setdefault(folded(id), row.at)
            if before != row.at:
                shared.setdefault(folded(id), (before, row.at))
    return shared


def _warnings(shared: Mapping[str, tuple[Span, Span]]) -> list[Problem]:
    hint = "correct the userIds, if exports call students by them"
    return [
        Problem(
            at,
            "roster-shared-id",
            f"row {at.line} has one of the userIds of row {before.line}, so neither student is found by it",
            Severity.WARNING,
            hint,
        )
        for before, at in shared.values()
    ]


def _user_ids(row: RosterRow) -> tuple[str, ...]:
    return _each_once(it.strip() for it in _USER_IDS.findall(row["userids"]))


def _student(row: RosterRow, groups: tuple[str, ...], shared: Container[str]) -> Student:
    given = _preferred(row, "givenname") or row["givenname"]
    family = _preferred(row, "familyname") or row["familyname"]
    ids = (row["username"], row["identifier"], *(it for it in _user_ids(row) if folded(it) not in shared))
    return Student(
        id=row["sourcedid"],
        name=" ".join(it for it in (given, family) if it),
        given=given or family,
        sort_name=", ".join(it for it in (family, given) if it),
        language=_language(row.cells),
        groups=groups,
        household=row["sourcedid"],
        other_ids=_each_once(ids),
        email=row["email"],
    )


def _preferred(row: RosterRow, what: str) -> str:
    """The name that somebody goes by; files in use spell the column wrongly, as an early text of 1.2 did."""
    return row[f"preferred{what}"] or row[f"preffered{what}"]


def _language(cells: Mapping[str, str]) -> str:
    return next((text for column, text in cells.items() if column.endswith("language") and text), "")


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(it for it in texts if it))
