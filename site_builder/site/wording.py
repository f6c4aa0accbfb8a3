"""What changes in the words from one level to the next.

The words that two texts share are their longest common subsequence, found with one bit a word (Hyyrö, "Bit-parallel
LCS-length computation revisited", 2004) and traced back through the kept rows. A lone short word between two changes is
a change too, since "say what I think in a" read as one piece says more than four pieces around an "a".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from markupsafe import Markup, escape

Piece: TypeAlias = tuple[str, bool]
Pairs: TypeAlias = list[tuple[int, int]]

_STOPS = r"\s.,;:!?…\"“”„«»()\[\]{}،؛؟–—/"
_FAR_EAST = r"\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"
_FAR_EASTERN_STOPS = r"。、！？；：（）「」『』・，"
_GAP = re.compile(rf"([{_STOPS}]+)")
# Where nobody writes spaces between words, each character is compared by itself.
_FAR_EASTERN_GAP = re.compile(rf"([{_STOPS}{_FAR_EASTERN_STOPS}]+|(?<=[{_FAR_EAST}])(?=[{_FAR_EAST}]))")
_SHORT = 4
# Of texts longer than this nobody compares the words, and the kept rows would fill the memory.
_LONGEST = 10_000
_SIGNS = re.compile("[&<>'\"]")


def compare(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, each with whether it changed; the pieces joined are the texts."""
    old, old_words = _read(before)
    new, new_words = _read(after)
    pairs = _without_lone_short_words(_shared(old_words, new_words), old_words, len(new_words))
    return _pieces(old, [place for place, _ in pairs]), _pieces(new, [place for _, place in pairs])


def step(before: str, after: str) -> tuple[Markup, Markup]:
    """Both texts as HTML: what falls away struck, what is new marked."""
    old, new = compare(before, after)
    return _html(old, "del"), _html(new, "ins")


@lru_cache(maxsize=128)
def _read(text: str) -> tuple[list[str], list[str]]:
    """A text in parts, and its words as they are compared; asked for twice, as the level after and the one before."""
    parts = _split(text)
    return parts, [word.lower() for word in parts[::2] if word]


def _split(text: str) -> list[str]:
    """Words at even places, what stands between them at odd ones; the first and the last word may be empty."""
    return (_GAP if text.isascii() else _FAR_EASTERN_GAP).split(text)


def _shared(first: Sequence[str], second: Sequence[str]) -> Pairs:
    """Places of the words that stand in both, in order; what both begin and end with needs no search."""
    shorter = min(len(first), len(second))
    start = 0
    while start < shorter and first[start] == second[start]:
        start += 1
    end = 0
    while end < shorter - start and first[-1 - end] == second[-1 - end]:
        end += 1
    middle = _traced(first[start : len(first) - end], second[start : len(second) - end])
    return [
        *zip(range(start), range(start), strict=True),
        *((start + one, start + other) for one, other in middle),
        *zip(range(len(first) - end, len(first)), range(len(second) - end, len(second)), strict=True),
    ]


def _rows(first: Sequence[str], second: Sequence[str]) -> list[int]:
    """After each word of the second text, the bits that say how far the first can be matched: a zero is a step up."""
    places: dict[str, int] = {}
    bit = 1
    for word in first:
        places[word] = places.get(word, 0) | bit
        bit <<= 1
    row = every = bit - 1
    rows = []
    for word in second:
        if word in places:
            matched = row & places[word]
            row = ((row + matched) | (row - matched)) & every
        rows.append(row)
    return rows


def _traced(first: Sequence[str], second: Sequence[str]) -> Pairs:
    if not first or not second or max(len(first), len(second)) > _LONGEST:
        return []
    rows = _rows(first, second)
    pairs: Pairs = []
    line = len(second) - 1
    for column in range(len(first) - 1, -1, -1):
        bit = 1 << column
        if rows[line] & bit:
            continue
        while line and not rows[line - 1] & bit:
            line -= 1
        pairs.append((column, line))
        line -= 1
        if line < 0:
            break
    return pairs[::-1]


def _without_lone_short_words(pairs: Pairs, old: Sequence[str], new_length: int) -> Pairs:
    """A shared word of a few letters with changes on both sides of it is let go."""
    ends = [*pairs, (len(old), new_length)]
    one, other = -1, -1
    kept = []
    for place, (first, second) in enumerate(pairs):
        if len(old[first]) <= _SHORT and old[first].isascii() and (first - one > 1 or second - other > 1):
            after = ends[place + 1]
            if after[0] - first > 1 or after[1] - second > 1:
                one, other = first, second
                continue
        kept.append((first, second))
        one, other = first, second
    return kept


def _pieces(parts: Sequence[str], kept: Sequence[int]) -> list[Piece]:
    """Runs of kept and of changed words; what stands between two changed words belongs to them, all else is kept."""
    first = 0 if parts[0] else 2
    count = (len(parts) + 1) // 2 - (not parts[0]) - (not parts[-1])
    pieces: list[Piece] = []
    done = 0
    last = -1
    for place in (*kept, count):
        if place - last > 1:
            start, end = first + 2 * last + 2, first + 2 * place - 1
            pieces += [("".join(parts[done:start]), False), ("".join(parts[start:end]), True)]
            done = end
        last = place
    pieces.append(("".join(parts[done:]), False))
    return [piece for piece in pieces if piece[0]]


def _html(pieces: Iterable[Piece], tag: str) -> Markup:
    texts = [f"<{tag}>{_escaped(text)}</{tag}>" if is_changed else _escaped(text) for text, is_changed in pieces]
    return Markup("".join(texts))  # noqa: S704  each text was escaped


def _escaped(text: str) -> str:
    """The text for a page; few texts hold a sign that needs it."""
    return escape(text) if _SIGNS.search(text) else text
