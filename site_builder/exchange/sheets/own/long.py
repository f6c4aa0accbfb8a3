"""The long layout: a row for each descriptor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import ReadWish, Taken, WriteWish
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.cells import as_cell, said
from site_builder.exchange.sheets.columns import (
    AFTER_LEVELS,
    OF_COMPETENCY,
    OF_LEVEL,
    OF_SKILL,
    Column,
    Columns,
    columns_of,
)
from site_builder.exchange.sheets.layout import Layout, Sheet
from site_builder.exchange.sheets.levels import level_words
from site_builder.exchange.sheets.own import beside as small
from site_builder.exchange.sheets.own.drafts import Entry
from site_builder.exchange.sheets.own.read import gathered, naming
from site_builder.exchange.sheets.write import REPEATED, chosen, competency_texts, filled, skill_texts, wide
from site_builder.model import Competency, Scale, Skill
from site_builder.tables.held import HeldTable

NAME = "long"
_KNOWN = (*OF_COMPETENCY, *OF_SKILL, *OF_LEVEL, *AFTER_LEVELS)


@dataclass(frozen=True, slots=True)
class LongLines:
    """A table of descriptors."""

    table: HeldTable
    columns: Columns

    @property
    def words(self) -> Sequence[str]:
        """The words for levels, in the order in which rows first say them."""
        place = self.columns.places["level"]
        return tuple(dict.fromkeys(words for _, row in self.table.rows if (words := said(row[place]))))

    @property
    def rest(self) -> Sequence[int]:
        """The columns that are for nothing here."""
        return self.columns.others

    def entries(self) -> Iterator[Entry]:
        """A row for each descriptor."""
        for number, row in self.table.rows:
            texts = self.columns.row(row)
            level, descriptor, support = (texts.pop(it, "") for it in ("level", "descriptor", "support"))
            levels = {level: descriptor} if descriptor else {}
            yield Entry(self.table, number, texts, levels, {level: support} if support else {})


def long_of(table: HeldTable) -> LongLines | None:
    """The table as one of descriptors; nothing where its header is none."""
    columns = columns_of(table, _KNOWN)
    is_long = naming(columns) and columns.has("level") and columns.has("descriptor")
    return LongLines(table, columns) if is_long and not small.small_table(table) else None


def fits(tables: Sequence[HeldTable]) -> bool:
    """Whether one of the tables has a row for each descriptor."""
    return any(map(long_of, tables))


def read(tables: Sequence[HeldTable], wish: ReadWish) -> Taken:
    """The framework that descriptors say, row by row."""
    found = {id(it): long_of(it) for it in tables}
    others = [it for it in tables if found[id(it)] is None]
    return gathered([it for it in found.values() if it], others, wish, a_row_a_skill=False)


def write(framework: Framework, wish: WriteWish) -> tuple[Sheet, ...]:
    """A table of descriptors, and the small tables beside it."""
    columns = chosen(_KNOWN, filled(framework))
    rows = tuple(row for it in framework.competencies for row in _rows(framework, it, columns))
    return (Sheet("descriptors", tuple(it.header for it in columns), rows, wide(columns)), *small.beside(framework))


def _rows(framework: Framework, it: Competency, columns: Sequence[Column]) -> Iterator[tuple[str, ...]]:
    """The rows of a competency: what belongs to it, or to a skill as a whole, stands in the first of each."""
    of_competency = competency_texts(framework, it)
    scale = framework.by_slug[it.area].scale
    for number, skill in enumerate(it.skills):
        of_skill = skill_texts(it, skill)
        for count, texts in enumerate(_of_levels(scale, skill)):
            of_first = of_skill if number else {**of_competency, **of_skill}
            kept = REPEATED | texts.keys() | (set() if count else of_first.keys())
            every = {**of_competency, **of_skill, **texts}
            yield tuple(every[column.noun] if column.noun in kept else "" for column in columns)


def _of_levels(scale: Scale, skill: Skill) -> Sequence[Mapping[str, str]]:
    """What the rows of a skill say at levels, one row at least."""
    found = []
    for level in scale.levels:
        supports = as_cell(skill.supports[level.id]) if level.id in skill.supports else ""
        for number, text in enumerate(skill.levels.get(level.id, ("",) if supports else ())):
            descriptor = as_cell([text]) if text else ""
            found.append({"level": level_words(level), "descriptor": descriptor, "support": "" if number else supports})
    return found or [{"level": "", "descriptor": "", "support": ""}]


LAYOUT = Layout(
    NAME,
    "a row for each descriptor",
    frozenset({*NEEDED, *(it.carries for it in _KNOWN if it.carries), *small.CARRIED}),
    fits,
    read,
    write,
)
