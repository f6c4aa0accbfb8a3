"""Which text a row is about: the one at the place that it names, or those that say its words exactly."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias, TypeVar

from site_builder.exchange.translations.entry import location
from site_builder.exchange.translations.incoming import Row
from site_builder.exchange.translations.school_texts import SourceTexts
from site_builder.sources.translation import fingerprint

T = TypeVar("T")
Where: TypeAlias = tuple[SourceTexts, str]
# A text may begin with its code, as in “`CS1.1.01` Acknowledge …”; tables often have the code in a column of its own.
_CODED = re.compile(r"`(?P<code>[^`\n]+)`\s+(?P<words>\S.*)", re.DOTALL)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑–—―−", "-"),
        "…": "...",
        "\u00ad": None,
    }
)


@dataclass(frozen=True, slots=True)
class Match:
    """A text that a row translates: its place in a source, what it is to say, and from which words that was made.

    `fits` says that these are the words of the source now; `by_name` that the row has named the place itself.
    """

    row: Row
    source: SourceTexts
    place: str
    target: str
    made: str
    fits: bool = True
    by_name: bool = False

    @property
    def location(self) -> str:
        """By what the text is known outside."""
        return location(self.source.file, self.place)


class Texts:
    """All texts of a school, found by their places and by what they say."""

    def __init__(self, sources: Iterable[SourceTexts]) -> None:
        self.by_name = {location(it.file, place): (it, place) for it in sources for place in it.texts}

    @cached_property
    def by_words(self) -> Mapping[str, list[Where]]:
        """The places of each text, exactly as it stands there."""
        return _grouped((source.texts[place], (source, place)) for source, place in self.by_name.values())

    @cached_property
    def by_sense(self) -> Mapping[str, list[Where]]:
        """The same, whichever blanks and typographic signs a text is written with."""
        return _grouped((loosely(source.texts[place]), (source, place)) for source, place in self.by_name.values())

    @cached_property
    def by_code(self) -> Mapping[str, list[tuple[Where, str]]]:
        """The places of texts that begin with a code, and that code, by the words behind it."""
        coded = ((it, _CODED.fullmatch(it[0].texts[it[1]])) for it in self.by_name.values())
        return _grouped((loosely(found["words"]), (it, found["code"])) for it, found in coded if found)

    def matches(self, row: Row) -> list[Match]:
        """The texts that a row translates; none where the school has no such text."""
        named = next((self.by_name[it] for it in row.names if it in self.by_name), None)
        if named:
            return [self._at(row, *named)]
        if not row.source.strip():
            return []
        same = self.by_words.get(row.source) or self.by_sense.get(loosely(row.source)) or []
        found = [_match(row, source, place) for source, place in same]
        return found or list(self._coded(row))

    def _at(self, row: Row, source: SourceTexts, place: str) -> Match:
        found = _match(row, source, place, by_name=True)
        made = fingerprint(row.source)
        fits = not row.source.strip() or made == found.made
        return found if fits else replace(found, made=made, fits=False)

    def _coded(self, row: Row) -> Iterator[Match]:
        """Texts that say these words after a code; only those whose code the row names, if it names one."""
        same = self.by_code.get(loosely(row.source), [])
        said = " ".join(row.names)
        named = [it for it in same if re.search(rf"(?<!\w){re.escape(it[1])}(?!\.?\w)", said)]
        for (source, place), code in named or same:
            sign = f"`{code}`"
            target = row.target if row.target.startswith(sign) or not row.target.strip() else f"{sign} {row.target}"
            yield replace(_match(row, source, place), target=target)


def moved(found: Iterable[Match]) -> Iterator[Match]:
    """Matches, where those whose place says something else now have followed their words within the source.

    They do so where exactly one place says these words, and no row has named that one for them.
    """
    matches = list(found)
    taken = {it.location for it in matches if it.fits and it.by_name}
    for it in matches:
        free = [] if it.fits else [place for place in _saying(it) if location(it.source.file, place) not in taken]
        yield replace(it, place=free[0], fits=True) if len(free) == 1 else it


def _saying(it: Match) -> Iterator[str]:
    return (place for place, text in it.source.texts.items() if fingerprint(text) == it.made)


def _match(row: Row, source: SourceTexts, place: str, *, by_name: bool = False) -> Match:
    return Match(row, source, place, row.target, fingerprint(source.texts[place]), by_name=by_name)


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, it in pairs:
        groups[key].append(it)
    return groups


def loosely(text: str) -> str:
    """What a text says, whichever blanks and typographic signs it is written with."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_SIGNS).split())
