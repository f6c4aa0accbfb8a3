"""Which format each table has, and what the map says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.formats import FORMATS, recognised
from site_builder.evidence.formats import oneroster as one
from site_builder.evidence.formats.declared import TABLE, named_columns, part_of, renamed, with_map
from site_builder.evidence.formats.format import Format, select
from site_builder.evidence.mapping import Map, TableShape
from site_builder.evidence.observation import plain_name
from site_builder.problems import Problem, Span
from site_builder.sources.names import spoken
from site_builder.tables.dialect import Dialect


@dataclass(frozen=True, slots=True)
class Layout:
    """A table with its format; `part` is the file of OneRoster that it is, `home` the folder of its export."""

    table: CleanTable
    format: Format
    said: TableShape
    names: Mapping[str, str] = field(default_factory=dict)
    part: str = ""
    home: Path = Path()

    def select(self, file: int) -> str:
        """A SELECT of the table's observations."""
        return select(self.format, self.table, file, self.names)


def dialects(map: Map) -> list[Dialect]:
    """The ways of writing a table that a map declares, and last the one that is found out from the file."""
    declared = [it.dialect() for it in (*map.tables, map.common)]
    return list(dict.fromkeys([*declared, Dialect()]))


def layout_of(table: CleanTable, map: Map) -> Layout | None:
    """The format of a table: as the map declares it where the table has all columns that it names, or by its header."""
    bare = (
        map.common.model_copy(update={"columns": {}, "constants": {}, "wide": ()}) if map.common.columns else map.common
    )
    if part := one.part_of(table.header):
        return Layout(table, with_map(one.FORMAT, bare), bare, part=part)
    for said in (*map.tables, map.common):
        format = _declared(table, said)
        if format:
            return Layout(table, with_map(format, said), said, renamed(said))
    known = recognised(table.header)
    return Layout(table, with_map(known, bare), bare) if known else None


def _declared(table: CleanTable, said: TableShape) -> Format | None:
    if not said.columns or not set(map(plain_name, named_columns(said))) <= set(map(plain_name, table.header)):
        return None
    if said.format != TABLE.id:
        return FORMATS[said.format]
    known = recognised(table.header)
    if known:
        return known
    parts = {part_of(it) for it in (*said.columns, *said.constants)}
    return TABLE if "student" in parts or "name" in parts else None


def unknown_table(table: CleanTable, map: Map) -> Problem:
    """What to say of a table that nobody knows."""
    header = set(plain_name(it) for it in table.header)
    missing = [it for said in (*map.tables, map.common) for it in named_columns(said) if plain_name(it) not in header]
    message = f"the columns of {place(table)} are those of no format that is known here"
    hint = "say in a map which column is the student, the skill, the level and the date"
    if missing:
        hint = f"the map names {spoken([f'“{it}”' for it in missing[:5]])}, which this table does not have"
    return Problem(Span(table.name), "table-unknown", message, hint=hint)


def place(table: CleanTable) -> str:
    """How a table is called: its file, and its sheet where there are several."""
    return f"{table.name}, sheet “{table.sheet}”" if table.sheet else table.name
