"""Whom and what an export means: students by their ids, skills by theirs, and never by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from site_builder.evidence.observation import plain_name
from site_builder.evidence.student import Roster
from site_builder.identifiers import competency_identifier, skill_identifier
from site_builder.model import Competency
from site_builder.sources.clean import clean


class Match(NamedTuple):
    """What was found, or the code of the reason for which nothing was."""

    found: tuple[str, ...] = ()
    reason: str = ""


def folded(key: str) -> str:
    """A key as it is compared: letter case, composition and signs that nobody sees do not matter."""
    return " ".join(key.casefold().split()) if key.isascii() else plain_name(clean(key))


class Students:
    """The roster by everything that an export may call a student."""

    def __init__(self, roster: Roster) -> None:
        self.ids: defaultdict[str, set[str]] = defaultdict(set)
        self.inner: defaultdict[str, set[str]] = defaultdict(set)
        self.names: defaultdict[str, set[str]] = defaultdict(set)
        for student in roster.students.values():
            for key in filter(None, map(folded, student.other_ids)):
                self.inner[key].add(student.id)
            for key in filter(None, map(folded, (student.id, student.email, *student.other_ids))):
                self.ids[key].add(student.id)
            for key in {folded(student.name), folded(student.sort_name)}:
                self.names[key].add(student.id)

    def match(self, keys: Sequence[str], aliases: Mapping[str, str], *, by_name: bool = False) -> Match:
        """The one student whom all keys of a row mean; the last two are the other system's own number, and a name."""
        *trusted, inner, name = map(folded, keys)
        found = {aliases[it] for it in (*trusted, inner, name) if it and it in aliases}
        if not found:
            found = {id for it in trusted for id in self.ids.get(it, ())} | self.inner.get(inner, set())
        if not found and by_name:
            found = self.names.get(name, set())
        if len(found) > 1:
            return Match(reason="student-unclear")
        return Match(tuple(found), "" if found else "student-unknown")


class Skills:
    """The skills of a continuum by their ids, those of a competency by its own, and both by their UUIDs.

    `framework` is the UUID of the continuum, from which those are made that came with none.
    """

    def __init__(self, competencies: Iterable[Competency], framework: str) -> None:
        self.by_id: dict[str, str] = {}
        self.by_competency: dict[str, tuple[str, ...]] = {}
        self.by_identifier: dict[str, tuple[str, ...]] = {}
        for competency in competencies:
            skills = tuple(it.id for it in competency.skills)
            self.by_identifier[competency_identifier(framework, competency)] = skills
            self.by_competency[folded(competency.id)] = skills
            self.by_identifier |= {skill_identifier(framework, it): (it.id,) for it in competency.skills}
            self.by_id |= {folded(it.id): it.id for it in competency.skills}

    def match(self, keys: Sequence[str], aliases: Mapping[str, str], *, for_all: bool = False) -> Match:
        """The one skill that a row means (`for_all`: every skill of a competency); the last key counts in maps only."""
        plain = [it for it in map(folded, keys) if it]
        mapped = [aliases[it] for it in plain if it in aliases]
        # A key that a map does not name may still be an id, but the other system's own number never is one.
        trusted = mapped or [it for it in map(folded, keys[:-1]) if it]
        return self._one([self.named(it) for it in trusted], for_all)

    def named(self, key: str) -> tuple[str, ...]:
        """The skill with this id or UUID, or those of the competency with it."""
        plain = folded(key)
        skill = self.by_id.get(plain)
        return (skill,) if skill else self.by_competency.get(plain) or self.by_identifier.get(plain, ())

    def _one(self, matches: Sequence[tuple[str, ...]], for_all: bool) -> Match:
        found = {it for it in matches if it}
        if len(found) > 1:
            return Match(reason="outcome-unclear")
        skills = next(iter(found), ())
        if len(skills) > 1 and not for_all:
            return Match(reason="outcome-broad")
        return Match(skills, "" if skills else "outcome-unmatched")


def aliases(said: Mapping[str, str]) -> dict[str, str]:
    """What a map says, by keys as they are compared."""
    return {folded(key): id for key, id in said.items()}
