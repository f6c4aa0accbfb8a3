"""How far a continuum is translated: source by source, language by language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.exchange.translations.school_texts import SourceTexts


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """Of one source in one language: how many texts it has, and the places of those on which there is work to do.

    `not_yet` are not translated, `changed` were translated from other words than the source says now, and of
    `unwatched` nobody has written down from which words they were made.
    """

    file: str
    translation: str
    texts: int
    not_yet: tuple[str, ...]
    changed: tuple[str, ...]
    unwatched: tuple[str, ...]

    @property
    def translated(self) -> int:
        """How many texts can be read in the language."""
        return self.texts - len(self.not_yet)

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.not_yet or self.changed or self.unwatched)


def status_of(sources: Iterable[SourceTexts], language: str) -> list[SourceStatus]:
    """Each of these sources in this language, in the order of reading."""
    found = []
    for it in sources:
        said = it.translations[language]
        found.append(SourceStatus(it.file, said.file, len(it.texts), said.lacking, said.stale, said.unmarked))
    return found
