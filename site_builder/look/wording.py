"""What changes in the words from one level to the next.

The words that two texts share are their longest common subsequence. A lone short word between two changes is a change
too, since "say what I think in a" read as one piece says more than four pieces around an "a".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias, cast

from markupsafe import Markup, escape
from rapidfuzz.distance import LCSseq

from site_builder.model import SourceText
from site_builder.sources.markdown import set_apart

Piece: TypeAlias = tuple[str, bool]
Run: TypeAlias = tuple[int, int]

_STOPS = r"\s.,;:!?…\"“”„«»()\[\]{}،؛؟–—/"
_FAR_EAST = r"\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"
_FAR_EASTERN_STOPS = r"。、！？；：（）「」『』・，"
# A text in plain letters is split by plain stops, which are found more quickly.
_GAP = re.compile(r"([\s.,;:!?\"()\[\]{}/]+)", re.ASCII)
_SPACED_GAP = re.compile(rf"([{_STOPS}]+)")
# Where nobody writes spaces between words, each character is compared by itself.
_FAR_EASTERN_SIGN = re.compile(f"[{_FAR_EAST}{_FAR_EASTERN_STOPS}]")
_FAR_EASTERN_GAP = re.compile(rf"([{_STOPS}{_FAR_EASTERN_STOPS}]+|(?<=[{_FAR_EAST}])(?=[{_FAR_EAST}]))")
_SHORT = 4
# Of texts longer than this nobody compares the words.
_LONGEST = 10_000
_SIGNS = re.compile("[&<>'\"]")


def compare(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, each with whether it changed; the pieces joined are the texts."""
    old, old_words = _read(before)
    new, new_words = _read(after)
    changes = list(_changes(old_words, new_words))
    return _pieces(old, [run for run, _ in changes]), _pieces(new, [run for _, run in changes])


def step(before: str, after: str) -> tuple[Markup, Markup]:
    """Both texts as HTML: what falls away struck, what is new marked."""
    old, new = compare(before, after)
    return _told(before, _html(before, old, "del")), _told(after, _html(after, new, "ins"))


def _told(text: str, html: Markup) -> Markup:
    if not isinstance(text, SourceText):
        return html
    return Markup(set_apart(html, text.language))  # noqa: S704  it is safe already


@lru_cache(maxsize=128)
def _read(text: str) -> tuple[list[str], list[str]]:
    """A text in parts, and its words as they are compared; asked for twice, as the level after and the one before."""
    parts = _split(text)
    return parts, [word.lower() for word in parts[::2] if word]


def _split(text: str) -> list[str]:
    """Words at even places, what stands between them at odd ones; the first and the last word may be empty."""
    if text.isascii():
        return _GAP.split(text)
    return (_FAR_EASTERN_GAP if _FAR_EASTERN_SIGN.search(text) else _SPACED_GAP).split(text)


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Run, Run]]:
    """Where words fall away and where others come: from and to, in the old text and in the new."""
    if max(len(old), len(new)) > _LONGEST:
        yield (0, len(old)), (0, len(new))
        return
    # The library says that a place may be a text; it never is.
    runs = cast(list[tuple[str, int, int, int, int]], LCSseq.opcodes(old, new).as_list())
    last = len(runs) - 1
    start, other = 0, 0
    is_changing = False
    for place, (tag, first, end, second, other_end) in enumerate(runs):
        if tag != "equal" or (0 < place < last and end - first == 1 and _is_short(old[first])):
            is_changing = True
            continue
        if is_changing:
            yield (start, first), (other, second)
        is_changing = False
        start, other = end, other_end
    if is_changing:
        yield (start, len(old)), (other, len(new))


def _is_short(word: str) -> bool:
    return len(word) <= _SHORT and word.isascii()


def _pieces(parts: Sequence[str], changed: Iterable[Run]) -> list[Piece]:
    """Kept and changed texts in turn; what stands between two changed words belongs to them, all else is kept."""
    first = 0 if parts[0] else 2
    pieces: list[Piece] = []
    done = 0
    for start, end in changed:
        if start < end:
            begin, stop = first + 2 * start, first + 2 * end - 1
            pieces += [("".join(parts[done:begin]), False), ("".join(parts[begin:stop]), True)]
            done = stop
    pieces.append(("".join(parts[done:]), False))
    return [piece for piece in pieces if piece[0]]


def _html(text: str, pieces: Iterable[Piece], tag: str) -> Markup:
    if _SIGNS.search(text):  # few texts hold a sign that has to be escaped
        pieces = [(escape(piece), is_changed) for piece, is_changed in pieces]
    texts = [f"<{tag}>{piece}</{tag}>" if is_changed else piece for piece, is_changed in pieces]
    return Markup("".join(texts))  # noqa: S704  each piece was escaped
