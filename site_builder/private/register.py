"""The register of keys: which secret opens whose page."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from site_builder.private.secret import Random, Secret, new_secret
from site_builder.problems import Problem, Severity, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody's secret and the day that it was made; `retired` are the addresses that their page had before.

    Without a secret, nobody has a way to a page of theirs.
    """

    secret: Secret | None
    since: date
    retired: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """Entries of students by their ids, and of groups, whose pages the staff read, by theirs."""

    students: Mapping[str, Entry] = field(default_factory=dict)
    groups: Mapping[str, Entry] = field(default_factory=dict)

    def student_secrets(self) -> dict[str, Secret]:
        """The secret of each student who has one."""
        return _secrets(self.students)

    def group_secrets(self) -> dict[str, Secret]:
        """The secret of each group that has one."""
        return _secrets(self.groups)


def with_new(
    register: Register,
    today: date,
    *,
    students: Iterable[str] = (),
    groups: Iterable[str] = (),
    random: Random = os.urandom,
) -> Register:
    """The register with a secret for each of these who has none; whoever has one keeps it."""
    return Register(
        _renewed(register.students, [it for it in students if not _has_one(register.students, it)], today, random),
        _renewed(register.groups, [it for it in groups if not _has_one(register.groups, it)], today, random),
    )


def rotated(
    register: Register,
    today: date,
    *,
    students: Iterable[str] = (),
    groups: Iterable[str] = (),
    random: Random = os.urandom,
) -> Register:
    """The register with another secret, and so another address, for each of these; see `unknown` for who is not in it.

    What somebody has opened or copied with the secret before cannot be taken back.
    """
    return Register(
        _renewed(register.students, [it for it in students if it in register.students], today, random),
        _renewed(register.groups, [it for it in groups if it in register.groups], today, random),
    )


def retired(register: Register, *, students: Iterable[str] = (), groups: Iterable[str] = ()) -> Register:
    """The register without secrets for these: their pages are gone at the next build."""
    return Register(_retired(register.students, students), _retired(register.groups, groups))


def unknown(
    register: Register, file: str, *, students: Iterable[str] = (), groups: Iterable[str] = ()
) -> list[Problem]:
    """A problem for each of these whom the register does not know."""
    missing = [
        *(it for it in students if it not in register.students),
        *(it for it in groups if it not in register.groups),
    ]
    return [
        Problem(
            Span(file),
            "key-nobodys",
            f"the register has no key for “{id}”, so there is none to exchange or to retire",
            hint="write the id as the roster has it, or make a key with “continuum keys new”",
        )
        for id in missing
    ]


def verified(register: Register, file: str, *, students: Iterable[str], groups: Iterable[str] = ()) -> list[Problem]:
    """What is wrong between a register and a roster: keys that are alike, lacking, or nobody's."""
    asked = [("student", register.students, list(students)), ("group", register.groups, list(groups))]
    problems = list(_alike(register, file))
    for kind, entries, ids in asked:
        problems += _lacking(kind, entries, ids, file)
        problems += _unused(kind, entries, ids, file)
    return problems


def _lacking(kind: str, entries: Mapping[str, Entry], ids: Iterable[str], file: str) -> Iterator[Problem]:
    for id in ids:
        if not _has_one(entries, id):
            yield Problem(
                Span(file),
                "key-lacking",
                f"the {kind} “{id}” has no key, so no page can be sealed for them",
                hint="make one with “continuum keys new”",
            )


def _unused(kind: str, entries: Mapping[str, Entry], ids: Iterable[str], file: str) -> Iterator[Problem]:
    for id in sorted(set(_secrets(entries)) - set(ids)):
        yield Problem(
            Span(file),
            "key-unused",
            f"the {kind} “{id}” has a key but is not on the roster",
            Severity.NOTE,
            hint="retire the key with “continuum keys retire” when they have left",
        )


def _alike(register: Register, file: str) -> Iterator[Problem]:
    """Two with one address share a secret; an address that comes back would open with a letter that was withdrawn."""
    addresses = defaultdict(list)
    for entries in (register.students, register.groups):
        for id, it in entries.items():
            for address in (*it.retired, *([it.secret.page_id] if it.secret else [])):
                addresses[address].append(id)
    for ids in addresses.values():
        if len(ids) > 1:
            yield Problem(
                Span(file),
                "key-twice",
                f"one key stands in the register for “{ids[0]}” and again for “{ids[1]}”",
                hint="exchange both with “continuum keys rotate”, and give both new letters",
            )


def _renewed(entries: Mapping[str, Entry], ids: Sequence[str], today: date, random: Random) -> dict[str, Entry]:
    renewed = _retired(entries, ids)
    for id in ids:
        before = renewed[id].retired if id in renewed else ()
        renewed[id] = Entry(new_secret(random), today, before)
    return renewed


def _retired(entries: Mapping[str, Entry], ids: Iterable[str]) -> dict[str, Entry]:
    left = dict(entries)
    for id in ids:
        it = left.get(id)
        if it and it.secret:
            left[id] = replace(it, secret=None, retired=(*it.retired, it.secret.page_id))
    return left


def _secrets(entries: Mapping[str, Entry]) -> dict[str, Secret]:
    return {id: it.secret for id, it in entries.items() if it.secret}


def _has_one(entries: Mapping[str, Entry], id: str) -> bool:
    return id in entries and entries[id].secret is not None
