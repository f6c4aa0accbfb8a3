"""Which level a row gives: by its label, then its points, then its score; never the nearest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from site_builder.evidence.mapping import TableShape
from site_builder.evidence.matching import folded
from site_builder.evidence.piece import Mark
from site_builder.model import Scale

_LEVEL = re.compile(r"level\s+(\S+)")
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]{1,4}")
_NO_LEVEL_NEEDED = (Mark.MISSED, Mark.OVERRIDE)


class Said(NamedTuple):
    """What a row says of a level, in the export's words; `possible` is the most that its score can be."""

    label: str
    points: str
    score: str
    possible: str
    mark: str
    target: str


class Shown(NamedTuple):
    """The level that a row gives, with its mark and its target, or the code of the reason why it gives none."""

    level: str = ""
    mark: str = ""
    target: str = ""
    position: int = 0
    reason: str = ""


class Levels:
    """The levels of a scale by everything that an export may call them."""

    def __init__(self, scale: Scale) -> None:
        self.places = {it.id: it.position for it in scale.levels}
        self.words: dict[str, str] = {}
        for level in scale.levels:
            for word in (level.name, level.id):
                self.words[folded(word)] = level.id
        self.numbers = {number: it.id for it in scale.levels if (number := number_in(it.id)) is not None}

    def shown(self, said: Said, table: TableShape, marks: Mapping[str, str]) -> Shown:
        """The level and the mark of a row."""
        mark = _mark(said, marks)
        if mark is None:
            return Shown(reason="mark-unknown")
        target = self._known(said.target, table) or ""
        if mark in _NO_LEVEL_NEEDED:
            return Shown("", mark, target)
        level, reason = self._level(said, table)
        return Shown(level, mark, target, self.places.get(level, 0), reason)

    def _level(self, said: Said, table: TableShape) -> tuple[str, str]:
        if level := self._known(said.label, table) or self._known(said.points, table):
            return level, ""
        if mapped := self._mapped(said.score, table):
            return mapped, ""
        if table.scores:
            return self._by_tiers(said, table)
        score, possible = number_in(said.score), number_in(said.possible)
        level = self.numbers.get(score, "") if score is not None else ""
        if level and possible is not None and self.numbers and possible > max(self.numbers):
            return "", "level-other-scale"
        return level, "" if level else self._why_not(said)

    def _known(self, text: str, table: TableShape) -> str:
        """The level that a text names: by the map, its name, its id, “Level” and its id, or its number."""
        word = folded(text)
        if not word:
            return ""
        if mapped := self._mapped(text, table):
            return mapped
        found = _LEVEL.fullmatch(word)
        named = self.words.get(word) or (self.words.get(found[1]) if found else None)
        # With tiers in the map a number is a score, also where a level has the same number for its id.
        if number_in(word) is not None and table.scores:
            return ""
        return named or self.numbers.get(number_in(word) or Decimal(-1), "")

    def _mapped(self, text: str, table: TableShape) -> str:
        word, number = folded(text), number_in(text)
        for key, level in table.levels.items():
            if word and (folded(key) == word or (number is not None and number_in(key) == number)):
                return level if level in self.places else ""
        return ""

    def _by_tiers(self, said: Said, table: TableShape) -> tuple[str, str]:
        """The first level whose points are reached, from the highest down, as Canvas does it."""
        score = next((it for it in map(number_in, (said.score, said.points, said.label)) if it is not None), None)
        if score is None:
            return "", self._why_not(said)
        for tier in sorted(table.scores, key=lambda it: -it.points):
            if Decimal(str(tier.points)) <= score and tier.level in self.places:
                return tier.level, ""
        return "", "level-outside"

    def _why_not(self, said: Said) -> str:
        return "level-outside" if said.label or said.points or said.score else "level-missing"


def number_in(text: str) -> Decimal | None:
    """The number that a text is, with a point or a comma before its decimals; None where it is none."""
    plain = text.strip()
    plain = plain.replace(",", ".") if _DECIMAL_COMMA.fullmatch(plain) else plain
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _mark(said: Said, marks: Mapping[str, str]) -> Mark | None:
    words = {folded(key): mark for key, mark in marks.items()}
    word = folded(said.mark)
    if not word:
        return Mark(words.get(folded(said.label), ""))
    try:
        return Mark(words.get(word, word))
    except ValueError:
        return None
