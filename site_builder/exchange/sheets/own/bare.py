"""A bare list of competencies or of skills: titles and no levels, which are still to be described."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_builder.exchange.format import ReadWish, Taken
from site_builder.exchange.sheets.columns import OF_COMPETENCY, OF_SKILL, Columns, columns_of
from site_builder.exchange.sheets.own.beside import small_table
from site_builder.exchange.sheets.own.grid import GridLines
from site_builder.exchange.sheets.own.read import gathered
from site_builder.tables.held import HeldTable

_KNOWN = (*OF_COMPETENCY, *OF_SKILL)
_TITLES = ("title", "skill_title")
# One column of another name is none of levels, as no scale has only one.
_MOST_UNKNOWN = 1


def bare_of(table: HeldTable) -> GridLines | None:
    """The table as a grid without levels; nothing where its columns may be more than a list of titles."""
    columns = columns_of(table, _KNOWN)
    is_list = columns.has(*_TITLES) and len(columns.places) > 1 and len(columns.others) <= _MOST_UNKNOWN
    return GridLines(table, _of_skills(columns), {}) if is_list and not small_table(table) else None


def fits(tables: Sequence[HeldTable]) -> bool:
    """Whether one of the tables is a bare list."""
    return any(map(bare_of, tables))


def read(tables: Sequence[HeldTable], wish: ReadWish) -> Taken:
    """The competencies and skills of bare lists."""
    lists = {id(it): bare_of(it) for it in tables}
    others = [it for it in tables if lists[id(it)] is None]
    return gathered([it for it in lists.values() if it], others, wish, a_row_a_skill=True)


def _of_skills(columns: Columns) -> Columns:
    """Next to the codes of skills, where nothing names a competency, “Title” is what the skills are called."""
    if "skill" not in columns.places or columns.has("competency", "skill_title"):
        return columns
    names = {"title": "skill_title", "statement": "skill_statement"}
    return replace(columns, places={names.get(noun, noun): place for noun, place in columns.places.items()})
