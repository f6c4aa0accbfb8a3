"""Levels as people write them above a column or into a cell: “3 Proficient”, “Level 3”, “Proficient (3)”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from site_builder.model import Level, Scale

MOST_LEVELS = 12
_SHORT_NUMBER = re.compile(r"\d{1,2}", re.ASCII)
_NUMBER_FIRST = re.compile(r"(?:(?:level|lvl|step|stage|l)\s*)?(\d{1,2})(?:[\s.:)–—-]+(\S.*))?", re.ASCII | re.I)
_NUMBER_LAST = re.compile(r"(\S.*?)\s*\((\d{1,2})\)", re.ASCII)
_ID_FIRST = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]{0,63}) ·(?: (\S.*))?")
# Words that stand above the columns of rubrics, from the first step to the last.
_COMMON = re.compile(
    "novice|beginning|beginner|emerging|emergent|entering|exploring|starting|foundational|apprentice|approaching|"
    "developing|progressing|intermediate|practitioner|proficient|meeting|meets|secure|accomplished|competent|"
    "extending|exceeding|exceeds|advanced|mastery|mastering|exemplary|expert|distinguished|sophisticated"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A level by its words: its id, empty where they say none, and its name."""

    id: str
    name: str


def level_words(level: Level) -> str:
    """A level as a sheet writes it, so that it is pleasant to read and its id can be told."""
    mark = " " if _SHORT_NUMBER.fullmatch(level.id) else " · "
    return squeezed(f"{level.id}{mark}{level.name}")


def named_level(words: str) -> Named | None:
    """The level that words name by an id or a number; nothing where they name none."""
    if found := _ID_FIRST.fullmatch(words):
        return Named(found[1], found[2] or found[1])
    if found := _NUMBER_FIRST.fullmatch(words):
        return Named(found[1], found[2] or f"Level {found[1]}")
    if found := _NUMBER_LAST.fullmatch(words):
        return Named(found[2], found[1])
    return None


def is_common_name(words: str) -> bool:
    """Whether this is a word that schools use for a level."""
    return bool(_COMMON.fullmatch(words.casefold()))


def level_in(scale: Scale, words: str) -> Level | None:
    """The level of a scale that words mean: as a sheet writes it, by id, by name, or by a number and any name."""
    wanted = squeezed(words).casefold()
    for spelled in (level_words, _id, _name):
        for level in scale.levels:
            if spelled(level).casefold() == wanted:
                return level
    named = named_level(squeezed(words))
    return next((it for it in scale.levels if named and it.id == named.id), None)


def fits(scale: Scale, words: Iterable[str]) -> bool:
    """Whether each of these words is a level of the scale, and none of them gives it another name."""
    return all(_agrees(scale, it) for it in words)


def made_scale(id: str, words: Sequence[str]) -> tuple[Scale, Mapping[str, str]]:
    """A scale of levels that nobody has described elsewhere, and the id that each of the words means."""
    named = {it: named_level(squeezed(it)) for it in words}
    if any(it is None for it in named.values()):
        named = {it: Named(str(number), squeezed(it)) for number, it in enumerate(words, 1)}
    names = {it.id: it.name for it in named.values() if it}
    if all(_SHORT_NUMBER.fullmatch(it) for it in names):
        names = dict(sorted(names.items(), key=lambda it: int(it[0])))
    levels = tuple(Level(id, name, "", place, False) for place, (id, name) in enumerate(names.items(), 1))
    return Scale(id, levels), {words: it.id for words, it in named.items() if it}


def squeezed(text: str) -> str:
    """The text in one line, with single blanks."""
    return " ".join(text.split())


def _agrees(scale: Scale, words: str) -> bool:
    level = level_in(scale, words)
    named = named_level(squeezed(words))
    if level is None or named is None or named.name in (named.id, f"Level {named.id}"):
        return level is not None
    return named.id != level.id or named.name.casefold() == squeezed(level.name).casefold()


def _id(level: Level) -> str:
    return level.id


def _name(level: Level) -> str:
    return squeezed(level.name)
