"""Reading an export against the clock: ours, and DuckDB that only takes the same file in."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import duckdb

from bench.commands import Commands
from bench.measure import BuildError, Run, Timing, peak, timed
from bench.school import School
from bench.table import Row, at_most, megabytes, seconds, took

OF_DUCKDB = 4.0
MEMORY = 1e9
# With two threads, as ours.
_TAKE_IN = """
import sys, duckdb
con = duckdb.connect(config={"threads": 2})
con.execute("CREATE TABLE t AS SELECT * FROM read_csv(?, all_varchar = true)", [sys.argv[1]])
"""


def reading(school: School, repeat: int) -> Iterator[Row]:
    """Our reading and DuckDB's in turns, then the memory of ours in a run of its own."""
    ours, theirs = [], []
    for _ in range(repeat):
        ours.append(_told("continuum evidence read", timed(Commands(school).read, school.folder)))
        theirs.append(_told("DuckDB", timed((sys.executable, "-c", _TAKE_IN, str(school.export)), school.folder)))
    _refuse_loss(school)
    mine, peer = Timing(tuple(ours)), Timing(tuple(theirs))
    size = megabytes(school.export.stat().st_size)
    yield Row(f"Reading evidence, {school.rows:,} rows of Canvas Outcome Results, {size}")
    kept = megabytes(school.store.stat().st_size)
    yield Row("continuum evidence read", f"{took(mine)}, {seconds(mine.cpu)} CPU; {kept} kept")
    yield Row("DuckDB alone, the same file as text", f"{took(peer)}, {seconds(peer.cpu)} CPU")
    ratio = mine.ratio(peer)
    found = f"{ratio:.2f} (best / best {mine.best / peer.best:.2f}, CPU / CPU {mine.cpu / peer.cpu:.2f})"
    yield Row("Ours / DuckDB alone", found, f"< {OF_DUCKDB:.0f}", ratio < OF_DUCKDB)
    yield memory(school, MEMORY)


def memory(school: School, limit: float = 0) -> Row:
    """The most memory that reading holds; judged where there is a limit."""
    found = peak(Commands(school).read, school.folder)
    _refuse_loss(school)
    what = f"Peak of reading, {school.rows:,} rows"
    if isinstance(found, str):
        return Row(what, found)
    said = f"{megabytes(found.bytes)} ({found.kind})"
    return at_most(what, found.bytes, limit, said, f"< {limit / 1e9:.0f} GB") if limit else Row(what, said)


def _told(name: str, run: Run) -> Run:
    print(f"{name}: {run.seconds:.2f} s", file=sys.stderr)
    return run


def _refuse_loss(school: School) -> None:
    """A reading that leaves rows out is none that can be compared."""
    with duckdb.connect() as con:
        [kept] = con.execute("SELECT count(*) FROM read_parquet(?)", [str(school.store)]).fetchone() or (0,)
    if kept != school.rows:
        raise BuildError(f"{kept:,} of {school.rows:,} rows are in the store")
