"""What a row says, by a map: values out of columns, parts of them, and words that mean something else here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from site_builder.exchange.sheets.maps.shape import PLACE, Condition, PatternShape, Said, TableShape, ValueShape

Row = Mapping[str, str]
_SHOWN = 12


class OddValue(ValueError):  # noqa: N818  it says what is odd
    """A value that the map has no place for, in a teacher's words, with what would be right."""

    def __init__(self, words: str, hint: str) -> None:
        super().__init__(words)
        self.hint = hint


def takes(table: TableShape, row: Row) -> bool:
    """Whether a row is one that this entry is about."""
    return all(_holds(condition, row.get(column, "")) for column, condition in table.where.items())


def value_of(said: Said, row: Row, parts: Row) -> str:
    """The value for a row, empty where the row has none; OddValue where it has one that does not fit."""
    if isinstance(said, str):
        return _cell(said, row, parts)
    value = _raw(said, row, parts)
    if value and said.pattern:
        value = _part(said.pattern, value)
    if value and said.values:
        value = _meaning(said.values, value)
    return value


def columns_in(said: Said) -> Iterator[str]:
    """The names, of columns or of parts, that a value is made of."""
    if isinstance(said, str):
        yield said
    elif said.column:
        yield said.column
    elif said.made_of:
        yield from PLACE.findall(said.made_of)


def columns_of(table: TableShape) -> frozenset[str]:
    """The columns that an entry reads."""
    parts = {it for said in table.parts.values() for it in columns_in(said)}
    values = (*table.columns.values(), *table.texts.values())
    own = {it for said in values for it in columns_in(said)} - table.parts.keys()
    names = {*table.where, *parts, *own}
    return frozenset(names - {"competency"} if table.for_each else names)


def _holds(condition: Condition, value: str) -> bool:
    if isinstance(condition, PatternShape):
        return _compiled(condition.pattern).search(value) is not None
    return value == condition if isinstance(condition, str) else value in condition


def _raw(said: ValueShape, row: Row, parts: Row) -> str:
    if said.always:
        return said.always
    if said.column:
        return _cell(said.column, row, parts)
    return made_of(said.made_of or "", {**row, **parts})


def _cell(name: str, row: Row, parts: Row) -> str:
    """What stands under a name: in the map's parts, or else in the row."""
    return parts[name] if name in parts else row.get(name, "")


def made_of(template: str, words: Row) -> str:
    """The text with words in place of what stands in braces; empty where all of these are empty."""
    names = PLACE.findall(template)
    empty = [it for it in names if not words.get(it)]
    if names and len(empty) == len(names):
        return ""
    if empty:
        raise OddValue(f"there is nothing in “{empty[0]}” to make “{template}” of", "fill it in, or change the map")
    return PLACE.sub(lambda it: words[it[1]], template)


def _part(pattern: str, value: str) -> str:
    found = _compiled(pattern).search(value)
    if found is None:
        raise OddValue(f"“{value[:60]}” does not fit the pattern {pattern}", "correct the row, or the map's pattern")
    return (found[1] or "") if found.re.groups else found[0]


def _meaning(values: Mapping[str, str], value: str) -> str:
    if value in values:
        return values[value]
    listed = ", ".join(f"“{it}”" for it in list(values)[:_SHOWN])
    raise OddValue(f"“{value[:60]}” is not among the values of the map", f"it knows {listed}")


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
