"""Translations as they come back from translators: row by row, still in the file's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from site_builder.problems import Problem, Span

_TAG_AT_END = re.compile(r"(?:.*[^A-Za-z0-9])?(?P<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)")


@dataclass(frozen=True, slots=True)
class Row:
    """One text with its translation; `names` are what the file says of where it belongs, best first.

    `is_fuzzy` says that nobody has vouched for it. `is_answer` says that the file can tell a translation that somebody
    has looked at from one that only was there already: so one that comes back unchanged has been found to fit.
    """

    at: Span
    names: tuple[str, ...]
    source: str
    target: str
    is_fuzzy: bool = False
    is_answer: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """What a file holds; `language` as it says itself, `obsolete` how many texts it keeps that nobody asks for now."""

    file: str
    language: str = ""
    rows: tuple[Row, ...] = ()
    obsolete: int = 0
    problems: tuple[Problem, ...] = field(default=())


def language_of_name(file: str) -> str:
    """The language that the name of a file ends with, as nl in statements-nl.csv; nothing where it ends otherwise."""
    found = _TAG_AT_END.fullmatch(PurePath(file).stem)
    return found["tag"] if found else ""
