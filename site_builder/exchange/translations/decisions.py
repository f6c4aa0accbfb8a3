"""What becomes of each row that came back: taken, left as it is, or left out, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from site_builder.exchange.into.tidy import without_unseen
from site_builder.exchange.translations.incoming import Row
from site_builder.exchange.translations.matching import Match, Texts, moved
from site_builder.exchange.translations.school_texts import trimmed
from site_builder.sources.translation import fingerprint


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    """Taken: the text had no translation."""
    CHANGED = "changed"
    """Taken: the text was translated otherwise."""
    MARKED = "marked"
    """Taken: the translation stays, and from which words it was made is written down anew."""
    SAME = "same"
    """The translation is there already."""
    FUZZY = "fuzzy"
    """Left out: marked as one that somebody should look at."""
    EMPTY = "empty"
    """Left out: it says nothing yet."""
    UNKNOWN = "unknown"
    """Left out: the continuum has no such text."""
    OLDER = "older"
    """Left out: made from other words than the source says now, and there is one that was made from these."""
    UNCLEAR = "unclear"
    """Left out: the files say several things of one text."""


TAKEN = frozenset({Fate.NEW, Fate.CHANGED, Fate.MARKED})


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a row at a place: the text to write there, and from what it was made.

    `is_stale` says that these were other words than the source says now.
    """

    fate: Fate
    row: Row
    match: Match | None = None
    target: str = ""
    made: str = ""
    is_stale: bool = False

    @property
    def location(self) -> str:
        """The text that it is about, or the place where the row stands in its file."""
        return self.match.location if self.match else f"{self.row.at.file}:{self.row.at.line}"


def decisions(rows: Iterable[Row], texts: Texts, language: str) -> Iterator[Decision]:
    """What becomes of each row, and of each text that it is about."""
    found: list[Match] = []
    for row in rows:
        if row.is_fuzzy and row.target.strip():
            yield Decision(Fate.FUZZY, row)
        elif not row.target.strip():
            yield Decision(Fate.EMPTY, row)
        elif matches := texts.matches(row):
            found += matches
        else:
            yield Decision(Fate.UNKNOWN, row)
    places: dict[str, list[Match]] = defaultdict(list)
    for it in moved(found):
        places[it.location].append(it)
    for candidates in places.values():
        yield from _of_one(candidates, language)


def _of_one(candidates: list[Match], language: str) -> Iterator[Decision]:
    """What becomes of the rows that are about one text: those that fit come first, and those that name its place."""
    ranked = sorted(candidates, key=_rank)
    best = [it for it in ranked if _rank(it) == _rank(ranked[0])]
    if len({trimmed(it.target) for it in best}) > 1:
        yield from (Decision(Fate.UNCLEAR, it.row, it) for it in best)
    else:
        yield _decision(best[0], language)
    yield from (Decision(Fate.OLDER, it.row, it) for it in ranked[len(best) :] if it.by_name and not it.fits)


def _rank(it: Match) -> tuple[bool, bool]:
    return not it.fits, not it.by_name


def _decision(it: Match, language: str) -> Decision:
    translation = it.source.translations[language]
    there = it.source.said(language).get(it.place, "")
    made = translation.made_from.get(it.place, "") if there else ""
    is_newer = bool(there) and made == fingerprint(it.source.texts[it.place])
    target = _tidied(it.target, there, is_body=it.place == "body")
    if not target:
        return Decision(Fate.EMPTY, it.row)
    if is_newer and not it.fits:
        return Decision(Fate.SAME if target == there else Fate.OLDER, it.row, it)
    if target != there:
        return Decision(Fate.CHANGED if there else Fate.NEW, it.row, it, target, it.made, not it.fits)
    if made == it.made or (it.fits and not (made and it.row.is_answer)):
        return Decision(Fate.SAME, it.row, it)
    return Decision(Fate.MARKED, it.row, it, target, it.made, not it.fits)


def _tidied(target: str, there: str, *, is_body: bool) -> str:
    """A translation as a source can hold it; what is there already is not changed for that."""
    text = trimmed(target)
    if text == there:
        return text
    text = trimmed(without_unseen(text))
    return text if is_body else text.strip()
