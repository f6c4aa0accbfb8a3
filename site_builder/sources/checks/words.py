"""Words that say what a learner lacks, and how close two descriptors are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from site_builder.problems import Problem, Severity, Spot

DEFICIT_WORDS = (
    "fail", "fails", "failed", "failing", "failure", "below", "weak", "low", "poor", "poorly", "deficient", "deficit",
    "inadequate", "unsatisfactory", "lacks", "lacking", "unable", "cannot", "struggles", "struggling", "incompetent",
    "remedial", "slow", "bad", "minimal", "little",
)
CLOSE = 0.9
_WORD = re.compile(r"\w[\w’'-]*")


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.IGNORECASE)


def unkind(text: str, at: Spot, words: tuple[str, ...] | None) -> Iterator[Problem]:
    """A warning where a text names what a learner lacks; `words` is the school's own list."""
    chosen = DEFICIT_WORDS if words is None else words
    found = _pattern(chosen).search(text) if chosen else None
    if found:
        message = f"“{found[0]}” says what a learner lacks: “{_around(text, found)}”"
        hint = "say what a learner at this level does; the list of words is `deficit_words` in continuum.yml"
        yield Problem(at, "deficit-word", message, Severity.WARNING, hint)


def words_of(text: str) -> frozenset[str]:
    """The words of a text, without order or case."""
    return frozenset(_WORD.findall(text.lower()))


def closeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of their words two texts share: 1 when all, 0 when none."""
    return len(one & other) / max(len(one | other), 1)


def _around(text: str, found: re.Match[str]) -> str:
    start, end = max(found.start() - 20, 0), found.end() + 20
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
