"""What translations were made from, written down: a person says that they fit what their sources say now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.exchange.into.put_in_place import put_in_place
from site_builder.exchange.translations.school_texts import SchoolTexts, SourceTexts
from site_builder.exchange.translations.sidecar import Words
from site_builder.exchange.translations.written_beside import written_beside
from site_builder.problems import Problem, stops
from site_builder.sources.translation import fingerprint


@dataclass(frozen=True, slots=True)
class Marked:
    """How many texts of a language are watched from now on, and how many had changed and are found to fit."""

    language: str
    watched: int = 0
    found_to_fit: int = 0
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def mark(school: SchoolTexts, sources: Iterable[SourceTexts], language: str) -> Marked:
    """Write down for each translated text of these sources that it was made from what the source says now."""
    words: dict[str, Words] = {}
    watched = found_to_fit = 0
    for it in sources:
        translation = it.translations[language]
        places = (*translation.unmarked, *translation.stale)
        if places:
            words[it.file] = Words({}, {place: fingerprint(it.texts[place]) for place in places})
            watched += len(translation.unmarked)
            found_to_fit += len(translation.stale)
    beside = written_beside(school, language, words)
    problems = list(beside.problems)
    if not stops(problems):
        problems += put_in_place(school.root, beside.files, ())
    if stops(problems):
        return Marked(language, problems=tuple(problems))
    return Marked(language, watched, found_to_fit, tuple(beside.files), tuple(problems))
