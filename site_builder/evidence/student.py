"""Who is on the roster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Student:
    """A student of the roster: `given` is how the page calls them, `other_ids` are what exports may call them.

    `household` names those who share a letter (the student's own id where nobody does), `groups` are ids of classes or
    advisories, `language` is the language that the family reads.
    """

    id: str
    name: str
    given: str
    sort_name: str
    language: str = ""
    groups: tuple[str, ...] = ()
    household: str = ""
    other_ids: tuple[str, ...] = ()
    email: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody whose pages are made, by id in the order of their sort names, and the titles of their groups."""

    students: Mapping[str, Student]
    groups: Mapping[str, str] = field(default_factory=dict)

    def members(self) -> dict[str, list[Student]]:
        """The students of each group, in the order of their sort names."""
        found: dict[str, list[Student]] = {id: [] for id in self.groups}
        for it in self.students.values():
            for id in it.groups:
                found.setdefault(id, []).append(it)
        return found
