"""Where in a text a needle stands, letter for letter, and whether it is allowed to stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from site_builder.private.allowed import Allowed
from site_builder.private.needles import Manner, Needle
from site_builder.private.plain import is_unspaced, normal

_AROUND = 200
# The names of tags are words of nobody: “wood</mark>” names no Mark Wood.
_NO_TAG = "(?<!<)(?<!</)"
_BETWEEN = rf"[\W_]{{1,60}}?{_NO_TAG}"
_LEFT, _RIGHT = r"(?<![^\W_])", r"(?![^\W_])"


@dataclass(frozen=True, slots=True)
class Place:
    """A needle found in a text: on which line, and whether the list of allowed texts has it."""

    needle: Needle
    line: int = 1
    is_allowed: bool = False


def places(text: str, needle: Needle, allowed: Allowed) -> Iterator[Place]:
    """Every place of a needle whose words stand in the text; none where they only look like it."""
    pattern = _pattern(needle)
    if not pattern.search(text):  # “ß” and “ss” are the same to a needle, and not to a pattern
        text = text.casefold()
    for found in pattern.finditer(text):
        yield Place(needle, text.count("\n", 0, found.start()) + 1, _is_allowed(text, found, allowed))


def _is_allowed(text: str, found: re.Match[str], allowed: Allowed) -> bool:
    if not allowed.texts:
        return False
    before = text[max(0, found.start() - _AROUND) : found.start()]
    return allowed.covers(found[0], before, text[found.end() : found.end() + _AROUND])


@lru_cache(maxsize=4096)
def _pattern(needle: Needle) -> re.Pattern[str]:
    text = normal(needle.text)
    flags = re.NOFLAG if needle.is_cased else re.IGNORECASE
    if needle.manner is Manner.ALONE:
        return re.compile(rf"""(?:(?<=["'>=/])|\A\s*){re.escape(text)}(?=["'<&/?#]|\s*\Z)""", flags)
    if needle.manner is Manner.EXACT and text.isdecimal():
        return re.compile(rf"(?<![\w.]){text}(?!\w|\.\d)", flags)
    if needle.manner is Manner.EXACT:
        return re.compile(f"{_LEFT}{re.escape(text)}{_RIGHT}", flags)
    if is_unspaced(text):
        return re.compile(r"\s*".join(map(re.escape, "".join(text.split()))), flags)
    words = (re.escape(word.casefold()) if "ß" in word else re.escape(word) for word in re.findall(r"[^\W_]+", text))
    return re.compile(rf"{_LEFT}{_NO_TAG}{_BETWEEN.join(words)}(?:['’]?[^\W_]{{1,2}})?{_RIGHT}", flags)
