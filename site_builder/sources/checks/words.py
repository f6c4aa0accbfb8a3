"""Words that say what a learner lacks, and how close two descriptors are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from site_builder.problems import Problem, Severity, Spot

DEFICIT_WORDS = (
    "fail",
    "fails",
    "failed",
    "failing",
    "failure",
    "below",
    "weak",
    "low",
    "poor",
    "poorly",
    "deficient",
    "deficit",
    "inadequate",
    "unsatisfactory",
    "lacks",
    "lacking",
    "unable",
    "cannot",
    "struggles",
    "struggling",
    "incompetent",
    "remedial",
    "slow",
    "bad",
    "minimal",
)
CLOSE = 0.9
_SIGNS = str.maketrans(dict.fromkeys('.,;:!?()[]{}<>/\\"“”„«»…*_#|=', " "))
_ASCII_SIGNS = bytes(32 if code in _SIGNS else code for code in range(256))


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case; more than one check asks for them."""
    return frozenset(_words(text))


def _words(text: str) -> list[str]:
    if text.isascii():  # bytes are translated far faster than characters
        return text.lower().encode().translate(_ASCII_SIGNS).decode().split()
    return text.lower().translate(_SIGNS).split()


def names_a_lack(texts: Iterable[str], words: tuple[str, ...] | None) -> bool:
    """Whether any of these texts may hold one of the words; quick, so that only those are looked at closely."""
    chosen, is_plain = _chosen(DEFICIT_WORDS if words is None else words)
    return not is_plain or any(not chosen.isdisjoint(words_of(text)) for text in texts)


def unkind(text: str, at: Spot, words: tuple[str, ...] | None) -> Iterator[Problem]:
    """A warning where a text names what a learner lacks; `words` is the school's own list."""
    chosen = DEFICIT_WORDS if words is None else words
    found = _pattern(chosen).search(text) if chosen else None
    if found:
        message = f"“{found[0]}” says what a learner lacks: “{' '.join(_around(text, found).split())}”"
        hint = "say what a learner at this level does; the list of words is `deficit_words` in continuum.yml"
        yield Problem(at, "deficit-word", message, Severity.WARNING, hint)


def close_pairs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs of texts that share nearly all their words, by their numbers."""
    words = [words_of(text) for text in texts]
    sizes = [len(some) for some in words]
    for one, other in combinations(range(len(words)), 2):
        if min(sizes[one], sizes[other]) < CLOSE * max(sizes[one], sizes[other]):
            continue  # they cannot share so many
        shared = len(words[one] & words[other])
        if shared >= CLOSE * (sizes[one] + sizes[other] - shared):
            yield one, other


@lru_cache(maxsize=8)
def _chosen(words: tuple[str, ...]) -> tuple[frozenset[str], bool]:
    """The words to look for, and whether each is one word in lower case, as texts are compared."""
    return frozenset(words), all(" " not in word and word == word.lower() for word in words)


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.IGNORECASE)


def _around(text: str, found: re.Match[str]) -> str:
    start, end = max(found.start() - 20, 0), found.end() + 20
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
