"""What a format is: a header by which it is known, and where in it each part of an observation stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.dates import day_sql
from site_builder.evidence.observation import FIELDS, name_sql, plain_name, text_sql
from site_builder.evidence.tables import rows_sql

_COLUMN = re.compile(r"\[([^\]]+)\]")


class WideSkill(NamedTuple):
    """A column that is about one skill: the skill's name in the export, and the columns of its value and its target."""

    name: str
    value: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """How a table becomes observations.

    `header` are the columns by which it is known. `fields` has SQL for parts of an observation, in which `[name]` is a
    column by its plain name; a column that a table does not have is empty. `dates` are patterns of days besides
    2026-09-01. `marks` and `purposes` say what words mean. `wide` finds the columns that are about one skill each.
    """

    id: str
    title: str
    header: tuple[str, ...]
    fields: Mapping[str, str]
    dates: tuple[str, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    purposes: Mapping[str, str] = field(default_factory=dict)
    wide: Callable[[Sequence[str]], Sequence[WideSkill]] | None = None
    missing_date: str = ""

    def columns(self) -> tuple[str, ...]:
        """The plain names of all columns that it reads."""
        found = (name for sql in self.fields.values() for name in _COLUMN.findall(sql))
        return tuple(dict.fromkeys(found))

    def fits(self, header: Sequence[str]) -> bool:
        """Whether a header has all the columns by which this format is known."""
        return set(self.header) <= set(map(plain_name, header))


def select(format: Format, table: CleanTable, file: int, names: Mapping[str, str]) -> str:
    """A SELECT of a table's observations; `names` says what the table calls a column where it is not its plain name."""
    source = _source(format, table, names)
    return observations(format, source, str(file))


def observations(format: Format, source: str, file: str) -> str:
    """A SELECT of observations over a relation with the format's columns and `row`; `file` is a number, or a column."""
    said = {name: with_columns(format.fields.get(name, "''")) for name in FIELDS}
    day = f"coalesce({day_sql(said['date'], format.dates)}, {_day_otherwise(format, said)})"
    parts = [f"{sql} AS {name_sql(name)}" for name, sql in said.items()]
    graded = day_sql(said["graded"], format.dates)
    return f"SELECT {file} AS file, row, {', '.join(parts)}, {day} AS day, {graded} AS graded_day FROM ({source})"  # noqa: S608


def with_columns(sql: str) -> str:
    """SQL with each `[name]` as a quoted column."""
    return _COLUMN.sub(lambda found: name_sql(found[1]), sql)


def _day_otherwise(format: Format, said: Mapping[str, str]) -> str:
    """What stands in for a day that the export leaves blank."""
    missing = f"DATE {text_sql(format.missing_date)}" if format.missing_date else "NULL"
    graded = day_sql(said["graded"], format.dates)
    return f"CASE WHEN trim({said['date']}) = '' THEN coalesce({graded}, {missing}) END"


def _source(format: Format, table: CleanTable, names: Mapping[str, str]) -> str:
    there = {plain_name(it): it for it in table.header}
    wide = format.wide(table.header) if format.wide else None
    chosen = [_chosen(it, names.get(it, it), there) for it in format.columns() if it not in _WIDE]
    rows = rows_sql(table)
    if wide is None:
        return f"SELECT {', '.join(['row', *chosen])} FROM ({rows})"  # noqa: S608
    unfolded = [
        f"unnest([{', '.join(map(text_sql, (it.name for it in wide)))}]::VARCHAR[]) AS {name_sql(_WIDE[0])}",
        f"unnest([{', '.join(name_sql(it.value) for it in wide)}]::VARCHAR[]) AS {name_sql(_WIDE[1])}",
        f"unnest([{', '.join(_or_empty(it.target) for it in wide)}]::VARCHAR[]) AS {name_sql(_WIDE[2])}",
    ]
    inner = f"SELECT {', '.join(['row', *chosen, *unfolded])} FROM ({rows})"  # noqa: S608
    return f"SELECT * FROM ({inner}) WHERE trim({name_sql(_WIDE[1])}) <> ''"  # noqa: S608


_WIDE = ("wide skill", "wide value", "wide target")


def _or_empty(column: str) -> str:
    return name_sql(column) if column else "''"


def _chosen(column: str, name: str, there: Mapping[str, str]) -> str:
    actual = there.get(plain_name(name))
    return f"{name_sql(actual) if actual is not None else chr(39) * 2} AS {name_sql(column)}"
