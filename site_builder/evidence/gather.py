"""From files and folders to tables whose format is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.formats.own import OWN, unread
from site_builder.evidence.layouts import Layout, dialects, layout_of, place, unknown_table
from site_builder.evidence.mapping import Map
from site_builder.evidence.statements import is_json, statement_table
from site_builder.evidence.tables import promising
from site_builder.problems import Problem, Span

_NOT_READ = "was not read: its columns are those of no format that is known here"


@dataclass(slots=True)
class Gathered:
    """The tables that were found, by the number that their observations carry, and what is to be said of them."""

    layouts: list[Layout] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def gather(files: Sequence[Path], map: Map, folder: Path) -> Gathered:
    """The tables of files, and of what lies in folders; copies of tables go to a folder that is deleted afterwards."""
    found = Gathered()
    for path, is_named in _each_file(files):
        for layout in _layouts(path, is_named, map, folder, found):
            found.notices += [f"{place(layout.table)}: {it}" for it in layout.table.notices]
            found.layouts.append(replace(layout, home=path.parent))
    if not found.layouts and not found.problems:
        message = "there is no table here whose format is known"
        hint = "name the export itself, or say in a map what its columns are"
        found.problems.append(Problem(Span(files[0].name if files else ""), "tables-missing", message, hint=hint))
    return found


def _each_file(files: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file, and whether it was named itself: a folder may hold others, too."""
    for path in files:
        if path.is_dir():
            yield from ((it, False) for it in sorted(path.iterdir()) if it.is_file() and it.name[0] != ".")
        else:
            yield path, True


def _layouts(path: Path, is_named: bool, map: Map, folder: Path, found: Gathered) -> list[Layout]:
    """The tables of a file with their formats; what cannot be read is noted."""
    if is_json(path):
        table, problems = statement_table(path, folder)
        found.problems += problems
        return [layout for it in table if (layout := layout_of(it, map))]
    tables, layouts, problems = _tables(path, map, folder)
    if not is_named and not layouts and (tables or all(it.code == "table-unreadable" for it in problems)):
        found.notices.append(f"{path.name} {_NOT_READ}")
        return []
    found.problems += problems or ([] if layouts else [unknown_table(it, map) for it in tables])
    _note_unread(tables, layouts, found)
    return layouts


def _tables(path: Path, map: Map, folder: Path) -> tuple[list[CleanTable], list[Layout], list[Problem]]:
    """What is in a file, read in the first of the declared ways that fits."""
    tables: list[CleanTable] = []
    problems: list[Problem] = []
    for dialect in dialects(map):
        tables, problems = promising(path, folder, dialect)
        layouts = [layout for it in tables if (layout := layout_of(it, map))]
        if layouts:
            return tables, layouts, problems
    return tables, [], problems


def _note_unread(tables: Sequence[CleanTable], layouts: Sequence[Layout], found: Gathered) -> None:
    known = [it.table for it in layouts]
    found.notices += [f"{place(it)} {_NOT_READ}" for it in tables if known and it not in known]
    for layout in layouts:
        if layout.format.id == OWN.id and (names := unread(layout.table.header)):
            found.notices.append(f"{place(layout.table)}: nothing was read from the columns {', '.join(names)}")
