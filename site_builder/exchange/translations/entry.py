"""A text as translators see it: where it stands, what it says, what it is, and how it is translated so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from site_builder.exchange.translations.notes import note_of
from site_builder.exchange.translations.school_texts import SchoolTexts, SourceTexts

# What texts of a source said when they were translated, by place, for places that have changed since.
Earlier: TypeAlias = Callable[[SourceTexts, str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: `location` finds it again, `target` is its translation, if there is one.

    `is_stale` says that the source has changed since; `before` is what it said then, where that is known.
    """

    location: str
    note: str
    source: str
    target: str = ""
    is_stale: bool = False
    before: str = ""


def location(file: str, place: str) -> str:
    """By what a text is known outside: its source, and its place in there."""
    return f"{file}#{place}"


def entries(
    school: SchoolTexts,
    sources: Iterable[SourceTexts],
    language: str,
    earlier: Earlier,
    *,
    only_missing: bool = False,
) -> Iterator[Entry]:
    """The texts of these sources in the order of reading; `only_missing` are those on which there is work to do.

    Work that a student made in this language needs no translation, and is not among them.
    """
    for it in sources:
        said = it.said(language)
        lacking, stale = frozenset(it.translations[language].lacking), frozenset(it.translations[language].stale)
        before = earlier(it, language) if stale else {}
        for place, text in it.texts.items():
            if place in (lacking | stale if only_missing else lacking | said.keys()):
                note = note_of(it.thing, place, school)
                at = location(it.file, place)
                yield Entry(at, note, text, said.get(place, ""), place in stale, before.get(place, ""))
