"""Rosters: our own sheet, or OneRoster files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from site_builder.evidence.one_roster import kind_of_table, read_one_roster
from site_builder.evidence.roster_sheet import Entry, read_sheet
from site_builder.evidence.roster_tables import RosterTable, roster_tables
from site_builder.evidence.student import Roster, Student
from site_builder.problems import Problem, Severity, Span, stops
from site_builder.tables.header import folded

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_ONE_EACH = "give each student one row, and ids of their own"


def read_roster(paths: Sequence[Path]) -> tuple[Roster | None, list[Problem]]:
    """The roster of one file, or of several OneRoster files or a folder of them; None where something is refused."""
    tables, problems = roster_tables(paths)
    if stops(problems):
        return None, problems
    entries, groups, more = _read(tables)
    problems += more
    students = [replace(student, language=_tag(student.language)) for _, student in entries]
    problems += [*_nameless(entries), *_named_twice(entries), *_odd_languages(entries), *_shared_mail(entries)]
    if not entries and not stops(problems):
        file = tables[0].file if tables else "roster"
        hint = "give each student a row of their own"
        problems.append(Problem(Span(file), "roster-empty", "there is no student on this roster", hint=hint))
    if stops(problems):
        return None, problems
    return Roster({it.id: it for it in sorted(students, key=_order)}, groups), problems


def _read(tables: Sequence[RosterTable]) -> tuple[list[Entry], dict[str, str], list[Problem]]:
    if any(kind_of_table(it) == "users" for it in tables):
        return read_one_roster([it for it in tables if kind_of_table(it)])
    entries: list[Entry] = []
    groups: dict[str, str] = {}
    problems: list[Problem] = []
    for table in tables:
        found, titles, more = read_sheet(table)
        entries += found
        groups |= titles
        problems += more
    return entries, groups, problems


def _order(student: Student) -> tuple[str, str]:
    """Where a student stands in a list: by letters without their accents, then by id."""
    letters = unicodedata.normalize("NFKD", student.sort_name)
    return "".join(it for it in letters if not unicodedata.combining(it)).casefold(), student.id


def _nameless(entries: Iterable[Entry]) -> Iterator[Problem]:
    for at, student in entries:
        for what, text in (("id", student.id), ("name", student.name)):
            if not text:
                message = f"row {at.line} has no {what}"
                yield Problem(at, "roster-row", message, hint="every student has an id and a name")


def _named_twice(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Ids that stand in two rows, and ids by which two students go."""
    first: dict[str, tuple[Span, str]] = {}
    for at, student in entries:
        for id in dict.fromkeys(folded(it) for it in (student.id, *student.other_ids) if it):
            before, theirs = first.setdefault(id, (at, student.id))
            if before != at:
                what = "the id" if theirs == student.id else "one of the ids"
                message = f"row {at.line} has {what} of row {before.line}, so two students go by it"
                yield Problem(at, "roster-row", _in_other_file(message, at, before), hint=_ONE_EACH)


def _in_other_file(message: str, at: Span, before: Span) -> str:
    return message if at.file == before.file else message.replace(",", f" in {before.file},", 1)


def _shared_mail(entries: Iterable[Entry]) -> Iterator[Problem]:
    first: dict[str, Span] = {}
    for at, student in entries:
        before = first.setdefault(folded(student.email), at) if student.email else at
        if before != at:
            message = f"rows {before.line} and {at.line} have one e-mail address"
            hint = "rows of an export that name a student only by this address will be set aside"
            yield Problem(at, "roster-email", message, Severity.WARNING, hint)


def _tag(language: str) -> str:
    return language.replace("_", "-") if _LANGUAGE.fullmatch(language) else ""


def _odd_languages(entries: Iterable[Entry]) -> Iterator[Problem]:
    for at, student in entries:
        if student.language and not _tag(student.language):
            message = f"row {at.line} names a language in words"
            hint = "use the short code of the language, such as en, es or ar"
            yield Problem(at, "roster-language", message, Severity.WARNING, hint)
