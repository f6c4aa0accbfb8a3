"""Translations as files beside their sources: which of them have to be written, and with which bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.exchange.translations.school_texts import SchoolTexts
from site_builder.exchange.translations.sidecar import Words, sidecar
from site_builder.problems import Problem, Span
from site_builder.sources.text import LARGEST
from site_builder.sources.translation import Translation


@dataclass(frozen=True, slots=True)
class Beside:
    """Files to write by their places, some of them new; `translations` is what they say, by the files of their sources.

    `lost` are comments that had to go, each with its file.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    made: tuple[str, ...] = ()
    translations: Mapping[str, Translation] = field(default_factory=dict)
    lost: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """Files that were there before."""
        return tuple(it for it in self.files if it not in self.made)


def written_beside(school: SchoolTexts, language: str, words: Mapping[str, Words]) -> Beside:
    """The files that say these words, by source, besides what they say already."""
    files: dict[str, bytes] = {}
    made: list[str] = []
    translations: dict[str, Translation] = {}
    lost: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for source in school.sources:
        if source.file not in words:
            continue
        new = sidecar(school, source, language, words[source.file])
        if new is None or len(new.data) > LARGEST:
            problems.append(_refused(source.file, is_large=new is not None))
            continue
        files[new.file], translations[source.file] = new.data, new.translation
        made += [] if source.translations[language].file else [new.file]
        lost += [(new.file, comment) for comment in new.lost]
    return Beside(files, tuple(made), translations, tuple(lost), tuple(problems))


def _refused(file: str, *, is_large: bool) -> Problem:
    message = f"the translation of {file} would be larger than a source can be"
    if not is_large:
        message = f"the translation of {file} cannot hold these words: two things in it are called the same"
    return Problem(Span(file), "import-odd", message, hint="mend the source first; “continuum check” says more")
