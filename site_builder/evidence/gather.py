"""From files to observations: every row of every table, in one relation, still in the exports' own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.formats import oneroster as one
from site_builder.evidence.formats import xapi
from site_builder.evidence.formats.own import OWN, unread
from site_builder.evidence.json_records import json_records
from site_builder.evidence.layouts import Layout, dialects, layout_of, place, unknown_table
from site_builder.evidence.mapping import Map
from site_builder.evidence.observation import FIELDS, name_sql
from site_builder.evidence.tables import Dialect, clean_tables, cleaned, spooled
from site_builder.problems import Problem, Severity, Span, stops

Connection = duckdb.DuckDBPyConnection
_HEAD = 4_096
_SMALL = 65_536
_COLUMNS = ", ".join(
    [
        "file INTEGER",
        "row BIGINT",
        *(f"{name_sql(it)} VARCHAR DEFAULT ''" for it in FIELDS),
        "day DATE",
        "graded_day DATE",
    ]
)


@dataclass(slots=True)
class Gathered:
    """The tables that were found, by the number that their observations carry, and what is to be said of them."""

    layouts: list[Layout] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def gather(con: Connection, files: Sequence[Path], map: Map, folder: Path) -> Gathered:
    """Fill the relation `observation` from files and folders."""
    con.execute(f"CREATE TABLE observation ({_COLUMNS})")
    found = Gathered()
    for path in _each_file(files):
        for layout in _layouts(path, map, folder, found):
            found.notices += [f"{place(layout.table)}: {it}" for it in layout.table.notices]
            found.layouts.append(layout)
    if not stops(found.problems):
        _insert_all(con, found, map, folder)
    return found


def _each_file(files: Sequence[Path]) -> Iterator[Path]:
    for path in files:
        inside = sorted(it for it in path.iterdir() if it.is_file() and it.name[0] != ".") if path.is_dir() else [path]
        yield from inside


def _layouts(path: Path, map: Map, folder: Path, found: Gathered) -> list[Layout]:
    """The tables of a file with their formats; what cannot be read is noted."""
    if _is_json(path):
        table = _statements(path, folder, found)
        return [layout for it in table if (layout := layout_of(it, map))]
    tables: list[CleanTable] = []
    for dialect in dialects(map):
        tables, problems = clean_tables(path, folder, dialect)
        layouts = [layout for it in tables if (layout := layout_of(it, map))]
        if layouts:
            found.problems += problems
            _note_unknown(tables, layouts, found)
            return layouts
    found.problems += problems or [unknown_table(it, map) for it in tables]
    return []


def _note_unknown(tables: Sequence[CleanTable], layouts: Sequence[Layout], found: Gathered) -> None:
    known = [it.table for it in layouts]
    for table in tables:
        if table not in known:
            found.notices.append(f"{place(table)} was not read: its columns are those of no format that is known here")
    for layout in layouts:
        if layout.format.id == OWN.id and (names := unread(layout.table.header)):
            found.notices.append(f"{place(layout.table)}: nothing was read from the columns {', '.join(names)}")


def _is_json(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).removeprefix(b"\xef\xbb\xbf").split()
    except OSError:
        return False
    return b"".join(head)[:2] in (b"[{", b"[]") or b"".join(head)[:1] == b"{"


def _statements(path: Path, folder: Path, found: Gathered) -> list[CleanTable]:
    """The statements of xAPI in a file as a table."""
    taken_back = {xapi.voided(it) for _, it in _each_statement(path, Gathered())} - {""}
    table = spooled(path.name, xapi.COLUMNS, _statement_rows(path, taken_back, found), folder)
    return [] if stops(found.problems) else [table]


def _statement_rows(path: Path, taken_back: set[str], found: Gathered) -> Iterator[tuple[int, Sequence[str]]]:
    for number, statement in _each_statement(path, found):
        for row in xapi.rows_of(statement):
            yield number, ((*row[:-1], "deleted") if row[-2] in taken_back else row)


def _each_statement(path: Path, found: Gathered) -> Iterator[tuple[int, dict[str, Any]]]:
    for record in json_records(path):
        if isinstance(record, Problem):
            found.problems.append(record)
            return
        number, value = record
        listed = value.get("statements")
        for at, statement in enumerate(listed, 1) if isinstance(listed, list) else [(number, value)]:
            if not isinstance(statement, dict) or not {"actor", "verb", "object"} <= statement.keys():
                message = f"record {at} of this file is no statement of xAPI: actor, verb or object is missing"
                hint = "export statements, or turn the file into CSV and say in a map what its columns are"
                found.problems.append(Problem(Span(path.name, at), "xapi-statement", message, hint=hint))
                return
            yield at, statement


def _insert_all(con: Connection, found: Gathered, map: Map, folder: Path) -> None:
    sets: dict[Path, dict[str, int]] = {}
    for file, layout in enumerate(found.layouts):
        if layout.part:
            _clean_part(con, file, found, folder)
            sets.setdefault(layout.table.path.parent, {})[layout.part] = file
        else:
            _insert(con, file, found, folder)
    for files in sets.values():
        _insert_set(con, files, found)


def _insert(con: Connection, file: int, found: Gathered, folder: Path) -> None:
    """Add a table's observations; one that DuckDB refuses is read again with care."""
    layout = found.layouts[file]
    try:
        con.execute(f"INSERT INTO observation BY NAME {layout.select(file)}")
        return
    except (duckdb.InvalidInputException, duckdb.ConversionException):
        if not layout.table.is_original:
            raise
    if _careful(file, found, folder):
        con.execute(f"INSERT INTO observation BY NAME {found.layouts[file].select(file)}")
    elif layout.format.id.startswith("canvas") and _says_nothing(layout.table.path):
        found.problems = [it for it in found.problems if it.at != Span(layout.table.name, 2)]
        con.execute("INSERT INTO observation BY NAME SELECT ? AS file, 2 AS row, 'no-results' AS refused", [file])


def _clean_part(con: Connection, file: int, found: Gathered, folder: Path) -> None:
    """Make sure that DuckDB reads a table of a set, before several are read together."""
    table = found.layouts[file].table
    try:
        con.execute(one.checked(table)).fetchall()
    except (duckdb.InvalidInputException, duckdb.ConversionException):
        _careful(file, found, folder)


def _careful(file: int, found: Gathered, folder: Path) -> bool:
    """Put a copy that was read with care in the place of a table; or note what is wrong."""
    layout = found.layouts[file]
    delimiter = Dialect(layout.table.delimiter, layout.said.encoding or "")
    tables, problems = cleaned(layout.table.path, folder, delimiter)
    found.problems += problems
    if not tables:
        return False
    found.notices += [f"{place(it)}: {notice}" for it in tables for notice in it.notices]
    found.layouts[file] = Layout(tables[0], layout.format, layout.said, layout.names, layout.part)
    return True


def _says_nothing(path: Path) -> bool:
    """Whether a file holds a header and one cell below it, as Canvas says in words that there is nothing."""
    if path.stat().st_size > _SMALL:
        return False
    lines = [it for it in path.read_text(encoding="utf-8-sig").splitlines() if it.strip()]
    return len(lines) == 2 and "," not in lines[1] and ";" not in lines[1]


def _insert_set(con: Connection, files: dict[str, int], found: Gathered) -> None:
    """Add the observations of a set of OneRoster files."""
    if stops(found.problems):
        return
    parts = {part: one.Given(found.layouts[file].table, file) for part, file in files.items()}
    if "results" not in parts:
        if "objectives of results" in parts:
            at = Span(parts["objectives of results"].table.name)
            message = "these objectives belong to results, and results.csv is not among the files"
            found.problems.append(Problem(at, "oneroster-results", message, hint="give results.csv together with it"))
        return
    for select in one.selects(parts):
        con.execute(f"INSERT INTO observation BY NAME {select}")
    [flagged] = con.execute(one.flagged(parts)).fetchone() or (0,)
    if flagged:
        said = f"{parts['results'].table.name}: {flagged:,} results are flagged as late or missing"
        found.notices.append(f"{said}; flags say nothing of what was learned, so nothing was read from them")
    if "line items" not in parts:
        at = Span(parts["results"].table.name)
        message = "lineItems.csv is not among the files, so tasks have no titles and no highest score"
        found.problems.append(
            Problem(
                at, "oneroster-line-items", message, Severity.WARNING, "give lineItems.csv together with results.csv"
            )
        )
