"""Any tables, by a map that a school writes: which rows are what, and which columns say what of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from site_builder.exchange.fields import NEEDED, carried
from site_builder.exchange.format import ReadWish, Remark, Taken
from site_builder.exchange.sheets.illegible import illegible_remarks
from site_builder.exchange.sheets.maps.framework import framework_of
from site_builder.exchange.sheets.maps.rows import Rows, read_rows
from site_builder.exchange.sheets.maps.shape import MapShape, SheetMap, read_map
from site_builder.exchange.sheets.maps.tables import Tables, is_wrong, tables_of

_OF_TARGETS: Mapping[str, tuple[str, ...]] = {
    "level.name": ("level.name",),
    "level.means": ("level.means",),
    "text": ("skill.levels", "skill.not_used"),
    "descriptor": ("skill.levels", "skill.not_used"),
    **dict.fromkeys(("term", "term.title", "term.means", "term.also"), ("glossary",)),
}
_THEMSELVES = frozenset({"area", "competency", "skill", "level"})


def read_declared(paths: Sequence[Path], wish: ReadWish) -> Taken:
    """The framework in tables, as the map in `wish.map_file` reads them."""
    assert wish.map_file is not None
    map, problems = read_map(wish.map_file)
    if map is None:
        return Taken(None, tuple(problems))
    tables = tables_of(paths, map)
    if is_wrong(tables.problems):
        return Taken(None, tuple(tables.problems))
    rows = read_rows(tables.tables, map)
    if is_wrong(rows.problems):
        return Taken(None, (*tables.problems, *rows.problems))
    rows.unread += [it for table in tables.tables for it in table.illegible()]
    tables.tables.clear()  # a large table need not be held beside what it says
    return _taken(tables, rows, map, wish)


def _taken(tables: Tables, rows: Rows, map: SheetMap, wish: ReadWish) -> Taken:
    made = framework_of(rows.things, map, wish.existing)
    problems = (*tables.problems, *made.problems, *rows.odd.closed())
    remarks = (*(Remark(file, said) for file, said in tables.notices), *made.remarks)
    remarks = (*remarks, *illegible_remarks(rows.unread))
    aside = (*tables.aside, *rows.aside, *rows.things.aside, *rows.unread)
    framework = None if is_wrong(problems) else made.framework
    return Taken(framework, problems, _counts(tables, rows), aside, remarks, frozenset(_carries(map.shape)))


def _counts(tables: Tables, rows: Rows) -> dict[str, int]:
    """How much the files hold: rows, where these went, and the things that they speak of."""
    counts = {"rows": rows.came_in + rows.set_aside, "rows that came in": rows.came_in}
    counts["rows set aside"] = rows.set_aside
    counts["lines of sheets set aside"] = tables.lines
    counts |= {name: len(rows.things.by_noun[noun]) for noun, name in _PLURALS.items()}
    counts["descriptors"] = sum(1 for _ in rows.things.descriptors())
    return {name: count for name, count in counts.items() if count or name == "rows"}


_PLURALS = {"level": "levels", "area": "areas", "competency": "competencies", "term": "terms"}


def _carries(shape: MapShape) -> Iterator[str]:
    """What the map and its tables can say."""
    yield from NEEDED
    for name in ("title", "description", "version", "identifier"):
        if getattr(shape, name):
            yield f"settings.{name}"
    if shape.language:
        yield "settings.languages"
    if shape.levels or any(it.rows == "levels" for it in shape.tables):
        yield from carried("level")
    if shape.areas:
        yield from ("area.about", "area.kind")
    if shape.kind:
        yield "area.kind"
    for table in shape.tables:
        yield from _OF_TARGETS["text"] if table.texts else ()
        for target in table.columns:
            yield from _OF_TARGETS.get(target, () if target in _THEMSELVES else (target,))
