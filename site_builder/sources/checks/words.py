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


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return text.lower().translate(_SIGNS).split()


def names_a_lack(texts: Iterable[str], words: tuple[str, ...] | None) -> bool:
    """Whether any of these texts may hold one of the words; quick, so that only those are looked at closely."""
    chosen = DEFICIT_WORDS if words is None else words
    found = set(words_of(" ".join(texts)))
    return not found.isdisjoint(chosen) or any(" " in word or word != word.lower() for word in chosen)


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
    words = [frozenset(words_of(text)) for text in texts]
    for one, other in combinations(range(len(words)), 2):
        shared = len(words[one] & words[other])
        if shared >= CLOSE * (len(words[one]) + len(words[other]) - shared):
            yield one, other


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.IGNORECASE)


def _around(text: str, found: re.Match[str]) -> str:
    start, end = max(found.start() - 20, 0), found.end() + 20
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
