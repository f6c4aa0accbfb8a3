"""From tables to observations: every row, in one relation, still in the exports' own words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import duckdb

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.formats import oneroster as one
from site_builder.evidence.gather import Gathered
from site_builder.evidence.layouts import Layout, place
from site_builder.evidence.observation import FIELDS, name_sql
from site_builder.evidence.tables import Dialect, cleaned, is_plain_throughout
from site_builder.problems import Problem, Severity, Span, stops

Connection = duckdb.DuckDBPyConnection
_SMALL = 65_536
_TEXTS = ", ".join(f"{name_sql(it)} VARCHAR DEFAULT ''" for it in FIELDS)
_INSERT = "INSERT INTO observation BY NAME"
# What DuckDB says of rows that are not as wide as their header, and of quotation marks that stand wrongly.
_REFUSALS = (duckdb.InvalidInputException, duckdb.ConversionException)


def observe(con: Connection, found: Gathered, folder: Path) -> None:
    """Fill the relation `observation` from all tables; what is refused on the way is added to the problems."""
    con.execute(f"CREATE TABLE observation (file INTEGER, row BIGINT, {_TEXTS}, day DATE, graded_day DATE)")
    sets: dict[Path, dict[str, list[int]]] = {}
    for file, layout in enumerate(found.layouts):
        if layout.part:
            _make_sure(con, file, found, folder)
            sets.setdefault(layout.home, {}).setdefault(layout.part, []).append(file)
        else:
            _insert(con, file, found, folder)
    if not stops(found.problems):
        for files in sets.values():
            _insert_set(con, files, found)


def _insert(con: Connection, file: int, found: Gathered, folder: Path) -> None:
    """Add a table's observations; one that DuckDB refuses is read again with care."""
    layout = found.layouts[file]
    if _is_inserted(con, file, layout):
        return
    con.execute("DELETE FROM observation WHERE file = ?", [file])
    if _read_with_care(file, found, folder):
        con.execute(f"{_INSERT} {found.layouts[file].select(file)}")
    elif layout.format.id.startswith("canvas") and _says_nothing(layout.table.path):
        found.problems = [it for it in found.problems if it.at != Span(layout.table.name, 2)]
        con.execute(f"{_INSERT} SELECT ? AS file, 2 AS row, 'no-results' AS refused", [file])


def _is_inserted(con: Connection, file: int, layout: Layout) -> bool:
    """Add a table's observations while its file is looked through; whether both went well."""
    with ThreadPoolExecutor(1) as beside:
        is_plain = beside.submit(_is_plain, layout.table)
        try:
            con.execute(f"{_INSERT} {layout.select(file)}")
        except _REFUSALS:
            return False
        return is_plain.result()


def _is_plain(table: CleanTable) -> bool:
    return not table.is_original or is_plain_throughout(table)


def _make_sure(con: Connection, file: int, found: Gathered, folder: Path) -> None:
    """See to it that DuckDB can read a table of a set, before several are read together."""
    table = found.layouts[file].table
    try:
        if _is_plain(table):
            con.execute(one.checked(table)).fetchall()
            return
    except _REFUSALS:
        pass
    _read_with_care(file, found, folder)


def _read_with_care(file: int, found: Gathered, folder: Path) -> bool:
    """Put a copy that was read with care in the place of a table; or note what is wrong."""
    layout = found.layouts[file]
    dialect = Dialect(layout.table.delimiter, layout.said.encoding or "")
    tables, problems = cleaned(layout.table.path, folder, dialect)
    found.problems += problems
    for table in tables:
        found.notices += [f"{place(table)}: {it}" for it in table.notices]
        found.layouts[file] = replace(layout, table=table)
    return bool(tables)


def _says_nothing(path: Path) -> bool:
    """Whether a file holds a header and one cell below it, as Canvas says in words that there is nothing."""
    if path.stat().st_size > _SMALL:
        return False
    lines = [it for it in path.read_text(encoding="utf-8-sig").splitlines() if it.strip()]
    return len(lines) == 2 and "," not in lines[1] and ";" not in lines[1]


def _insert_set(con: Connection, files: dict[str, list[int]], found: Gathered) -> None:
    """Add the observations of a set of OneRoster files."""
    parts = {part: [one.Given(found.layouts[it].table, it) for it in numbers] for part, numbers in files.items()}
    if "results" not in parts:
        found.problems += [_no_results(it.table.name) for it in parts.get("objectives of results", ())]
        return
    for select in one.selects(found.layouts[files["results"][0]].format, parts):
        con.execute(f"{_INSERT} {select}")
    [flagged] = con.execute(one.flagged(parts)).fetchone() or (0,)
    name = parts["results"][0].table.name
    if flagged:
        said = f"{name}: results that are flagged as late or missing: {flagged:,}"
        found.notices.append(f"{said}. Flags say nothing of what was learned, so nothing was read from them")
    if "line items" not in parts:
        found.problems.append(_no_line_items(name))


def _no_results(name: str) -> Problem:
    message = "these objectives belong to results, and results.csv is not among the files"
    return Problem(Span(name), "oneroster-results", message, hint="give results.csv together with it")


def _no_line_items(name: str) -> Problem:
    message = "lineItems.csv is not among the files, so tasks have no titles and no highest score"
    hint = "give lineItems.csv together with results.csv"
    return Problem(Span(name), "oneroster-line-items", message, Severity.WARNING, hint)
