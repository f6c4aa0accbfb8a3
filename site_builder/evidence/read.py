"""The order of things: gather observations, settle each, write the store and what was set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import duckdb

from site_builder.evidence.gather import gather
from site_builder.evidence.layouts import Layout
from site_builder.evidence.map_checks import map_problems
from site_builder.evidence.mapping import NO_MAP, Map
from site_builder.evidence.observed import observe
from site_builder.evidence.set_aside import AsideRow, write_set_aside
from site_builder.evidence.settle import known, settle
from site_builder.evidence.spool import private_folder
from site_builder.evidence.store import write_store
from site_builder.evidence.student import Roster
from site_builder.model import Area, Competency
from site_builder.problems import Problem, stops

Connection = duckdb.DuckDBPyConnection
_PORTION = 4_096


class TableRead(NamedTuple):
    """A table that was read: its file and sheet, its format, its rows, and how many of them are evidence."""

    file: str
    sheet: str
    format: str
    rows: int
    evidence: int


class Outcome(NamedTuple):
    """An outcome that means no skill: what the export calls it, and how many rows it has."""

    names: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of an export: every row is evidence or set aside.

    `rows` are what the tables say of skills, `pieces` what is in the store, `set_aside` counts the others by the code
    of their reason. `spread` is by how much starting points of competencies became more, one for each skill.
    """

    rows: int
    pieces: int
    students: int
    set_aside: Mapping[str, int]
    spread: int
    tables: tuple[TableRead, ...]
    unmatched: tuple[Outcome, ...]
    notices: tuple[str, ...]


def read(
    files: Sequence[Path],
    roster: Roster,
    map: Map | None,
    competencies: Iterable[Competency],
    areas: Mapping[str, Area],
    out: Path | None,
    *,
    framework: str,
    today: date,
    set_aside: Path | None = None,
) -> tuple[Reading | None, list[Problem]]:
    """Read exports into a store at `out`, and what is no evidence into a table beside it; without `out`, only count.

    `framework` is the UUID of the continuum, from which those of its skills are made.
    """
    with_known, said = known(roster, competencies, areas, framework), map or NO_MAP
    problems = map_problems(said, roster, with_known)
    if stops(problems):
        return None, problems
    with private_folder() as folder, _database(folder) as con:
        gathered = gather(files, said, folder)
        if not stops(gathered.problems):
            observe(con, gathered, folder)
        problems += gathered.problems
        if stops(problems):
            return None, problems
        rows = _count(con, "observation")
        settle(con, gathered.layouts, with_known, today)
        reading = _reading(con, gathered.layouts, rows, gathered.notices)
        if out is not None:
            aside = set_aside or out.with_name(f"{out.stem}.set-aside.csv")
            aside.parent.mkdir(parents=True, exist_ok=True)
            write_set_aside(aside, _aside_rows(con, gathered.layouts))
            write_store(con, "SELECT * FROM settled WHERE reason = ''", out)
    return reading, problems


@contextmanager
def _database(folder: Path) -> Iterator[Connection]:
    """A database for this reading alone, which keeps to little memory and to a folder that will be gone."""
    con = duckdb.connect(
        config={
            "threads": 2,
            "memory_limit": "500MB",
            "temp_directory": (folder / "more").as_posix(),
            "autoinstall_known_extensions": "false",  # it would ask the network
        }
    )
    try:
        yield con
    finally:
        con.close()


def _reading(con: Connection, layouts: Sequence[Layout], rows: int, notices: Sequence[str]) -> Reading:
    counts = con.execute("SELECT file, reason, count(*) FROM settled GROUP BY ALL ORDER BY ALL").fetchall()
    aside: Counter[str] = Counter()
    pieces = 0
    for _, reason, count in counts:
        if reason:
            aside[reason] += count
        else:
            pieces += count
    spread = _count(con, "settled") - rows
    assert pieces + aside.total() == rows + spread, "every row is evidence or set aside"
    [students] = con.execute("SELECT count(DISTINCT student) FROM settled WHERE reason = ''").fetchone() or (0,)
    tables = tuple(_table(place, layout, counts) for place, layout in enumerate(layouts))
    return Reading(rows, pieces, students, dict(aside.most_common()), spread, tables, _unmatched(con), tuple(notices))


def _table(place: int, layout: Layout, counts: Sequence[tuple[int, str, int]]) -> TableRead:
    mine = [(reason, count) for file, reason, count in counts if file == place]
    evidence = sum(count for reason, count in mine if not reason)
    table = layout.table
    return TableRead(table.name, table.sheet, layout.format.title, sum(count for _, count in mine), evidence)


def _unmatched(con: Connection) -> tuple[Outcome, ...]:
    found = con.execute("SELECT * FROM unmatched ORDER BY ALL").fetchall()
    return tuple(Outcome(tuple(it for it in names if it), rows) for *names, rows in found)


def _aside_rows(con: Connection, layouts: Sequence[Layout]) -> Iterator[AsideRow]:
    cursor = con.execute(
        """SELECT file, row, reason, coalesce(said_student, student), coalesce(said_skill, skill),
            coalesce(said_level, level), coalesce(said_date, "on"::VARCHAR, '')
        FROM settled WHERE reason <> '' ORDER BY ALL"""
    )
    while rows := cursor.fetchmany(_PORTION):
        for file, row, reason, *said in rows:
            table = layouts[file].table
            yield (table.name, table.sheet, row, reason, *said)


def _count(con: Connection, table: str) -> int:
    [count] = con.execute(f"SELECT count(*) FROM {table}").fetchone() or (0,)  # noqa: S608
    return int(count)
