"""The grid: skills down, levels across, a row for each skill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import ReadWish, Taken, WriteWish
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.cells import as_cell, said
from site_builder.exchange.sheets.columns import AFTER_LEVELS, OF_COMPETENCY, OF_SKILL, Columns, columns_of
from site_builder.exchange.sheets.layout import Layout, Sheet
from site_builder.exchange.sheets.levels import fits as scale_fits
from site_builder.exchange.sheets.levels import is_common_name, level_words, named_level, squeezed
from site_builder.exchange.sheets.own import beside as small
from site_builder.exchange.sheets.own.drafts import Entry
from site_builder.exchange.sheets.own.read import gathered, naming, scales_of
from site_builder.exchange.sheets.write import (
    cells,
    chosen,
    competency_texts,
    filled,
    of_scale,
    skill_texts,
    wide,
)
from site_builder.model import Competency, Scale, Skill
from site_builder.tables.held import HeldTable

NAME = "grid"
_KNOWN = (*OF_COMPETENCY, *OF_SKILL, *AFTER_LEVELS)


@dataclass(frozen=True, slots=True)
class GridLines:
    """A grid: the place of each level's column by the words above it."""

    table: HeldTable
    columns: Columns
    levels: Mapping[str, int]

    @property
    def words(self) -> Sequence[str]:
        """The words above the columns of levels, from left to right."""
        return tuple(self.levels)

    @property
    def rest(self) -> Sequence[int]:
        """The columns that are for nothing here."""
        return tuple(it for it in self.columns.others if it not in self.levels.values())

    def entries(self) -> Iterator[Entry]:
        """A row for each skill."""
        for number, row in self.table.rows:
            texts = {words: text for words, place in self.levels.items() if (text := said(row[place]))}
            yield Entry(self.table, number, self.columns.row(row), texts)


def grid_of(table: HeldTable, scales: Iterable[Scale], *, is_declared: bool = False) -> GridLines | None:
    """The table as a grid; nothing where its header is none. A declared one may have any names for its levels."""
    columns = columns_of(table, _KNOWN)
    if small.small_table(table) or not naming(columns):
        return None
    levels = _levels(table, columns, scales, is_declared=is_declared)
    return GridLines(table, columns, {table.header[it]: it for it in levels}) if levels else None


def fits(tables: Sequence[HeldTable], wish: ReadWish = ReadWish()) -> bool:  # noqa: B008  it is frozen
    """Whether one of the tables is a grid."""
    scales = scales_of(tables, wish)
    return any(grid_of(it, scales, is_declared=wish.variant == NAME) for it in tables)


def read(tables: Sequence[HeldTable], wish: ReadWish) -> Taken:
    """The framework that grids say."""
    scales = scales_of(tables, wish)
    grids = {id(it): grid_of(it, scales, is_declared=wish.variant == NAME) for it in tables}
    others = [it for it in tables if grids[id(it)] is None]
    return gathered([it for it in grids.values() if it], others, wish, a_row_a_skill=True)


def write(framework: Framework, wish: WriteWish) -> tuple[Sheet, ...]:
    """A grid for each scale that is in use, and the small tables beside them."""
    scales = framework.settings.scales.values()
    used = [it for it in scales if any(of_scale(framework, it))] or list(scales)
    nouns = filled(framework)
    return (*(_grid(framework, it, nouns) for it in used), *small.beside(framework))


def _levels(table: HeldTable, columns: Columns, scales: Iterable[Scale], *, is_declared: bool) -> list[int]:
    """The places of the columns that are levels: by number or id, by the names of a scale, by names that many use."""
    headers = {it: squeezed(table.header[it]) for it in columns.others}
    numbered = [it for it, header in headers.items() if named_level(header)]
    if numbered:
        return numbered
    for scale in scales:
        named = [it for it, header in headers.items() if scale_fits(scale, [header])]
        if named:
            return named
    common = [it for it, header in headers.items() if is_common_name(header)]
    if len(common) > 1:
        return common
    first = min(columns.places.values())
    return [it for it in headers if it > first] if is_declared else []


def _grid(framework: Framework, scale: Scale, nouns: frozenset[str]) -> Sheet:
    before, after = chosen((*OF_COMPETENCY, *OF_SKILL), nouns), chosen(AFTER_LEVELS, nouns)
    own = [it for it in before if it in OF_COMPETENCY]
    places = len(before), len(before) + len(scale.levels)

    def row(it: Competency, skill: Skill, *, is_first: bool) -> tuple[str, ...]:
        texts = skill_texts(it, skill)
        levels = (as_cell(skill.levels.get(level.id, ("",))) for level in scale.levels)
        said_first = cells(own, competency_texts(framework, it), is_first=is_first)
        return (*said_first, *cells(before[len(own) :], texts), *levels, *cells(after, texts))

    return Sheet(
        scale.id,
        (*(it.header for it in before), *map(level_words, scale.levels), *(it.header for it in after)),
        tuple(row(it, skill, is_first=not n) for it in of_scale(framework, scale) for n, skill in enumerate(it.skills)),
        wide(before) | frozenset(range(*places)) | wide(after, places[1]),
    )


LAYOUT = Layout(
    NAME,
    "skills down, levels across: a row for each skill",
    frozenset({*NEEDED, *(it.carries for it in _KNOWN if it.carries), "skill.levels", *small.CARRIED}),
    fits,
    read,
    write,
)
