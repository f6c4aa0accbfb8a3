"""The store: all evidence in one Parquet file, by student, the same bytes for the same evidence."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import rmtree
from typing import Any

import duckdb

from site_builder.evidence.piece import Mark, Piece
from site_builder.problems import Problem, Span

COLUMNS = Piece._fields
NAMES = ", ".join(f'"{it}"' for it in COLUMNS)
ORDER = ", ".join(
    f'"{it}"' for it in ("student", "skill", "on", *(it for it in COLUMNS if it not in ("student", "skill", "on")))
)
_KIND = "continuum evidence 1"
_ROW_GROUP = 30_000
# About this many pieces are in memory at a time.
_PORTION = 10_000
_AGAIN = "make it with “continuum evidence read”"
_MARKS = {it.value: it for it in Mark}


class Store:
    """Evidence that was read before; each process opens its own."""

    def __init__(self, path: Path, con: duckdb.DuckDBPyConnection) -> None:
        self._file = literal(path)
        self._con = con
        self._counts = dict(
            con.execute(
                "SELECT student, count(*) FROM read_parquet(?) GROUP BY student ORDER BY student", [self._file]
            ).fetchall()
        )

    @staticmethod
    def open(path: Path) -> Store | Problem:
        """The store in a file, or why there is none."""
        if not path.is_file():
            return Problem(
                Span(path.as_posix()), "store-missing", f"there is no store of evidence at {path}", hint=_AGAIN
            )
        con = duckdb.connect(
            config={
                "threads": 1,
                "memory_limit": "400MB",
                "temp_directory": "",
                "autoinstall_known_extensions": "false",  # it would ask the network
            }
        )
        try:
            kinds = con.execute(
                "SELECT value FROM parquet_kv_metadata(?) WHERE key = 'kind'", [literal(path)]
            ).fetchall()
            if kinds == [(_KIND.encode(),)]:
                return Store(path, con)
        except duckdb.Error:
            pass  # what is no Parquet file, or half of one, is no store either
        message = f"{path.name} is not a store of evidence, or it is damaged"
        return Problem(Span(path.as_posix()), "store-foreign", message, hint=_AGAIN)

    def students(self) -> list[tuple[str, int]]:
        """Each student of whom there is evidence, and how many pieces."""
        return list(self._counts.items())

    def pieces(self, students: Sequence[str]) -> Iterator[tuple[str, list[Piece]]]:
        """The pieces of each of these students, in the order of their ids; an empty list where there are none."""
        for portion in self._portions(sorted(set(students))):
            found: dict[str, list[Piece]] = {it: [] for it in portion}
            for row in self._rows(portion):
                found[row[0]].append(piece_of(row))
            yield from found.items()

    def _portions(self, students: Sequence[str]) -> Iterator[list[str]]:
        portion: list[str] = []
        size = 0
        for student in students:
            portion.append(student)
            size += self._counts.get(student, 0)
            if size >= _PORTION:
                yield portion
                portion, size = [], 0
        if portion:
            yield portion

    def _rows(self, students: Sequence[str]) -> list[tuple[Any, ...]]:
        """The rows of these students as the file has them, in order: one thread reads it from its first to its last.

        Where they stand in the file is found by the first and the last of them.
        """
        wanted = [it for it in students if it in self._counts]
        if not wanted:
            return []
        sql = f"""SELECT {NAMES} FROM read_parquet($file) WHERE student BETWEEN $first AND $last
            AND student IN (SELECT unnest($wanted::VARCHAR[]))"""  # noqa: S608
        said = {"file": self._file, "first": wanted[0], "last": wanted[-1], "wanted": wanted}
        return self._con.execute(sql, said).fetchall()


def write_store(con: duckdb.DuckDBPyConnection, select: str, path: Path) -> None:
    """Write what a SELECT gives as a store, beside its place, and put it there when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))  # for this account only
    try:
        fresh = folder / "evidence.parquet"
        options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROW_GROUP}, KV_METADATA {{kind: '{_KIND}'}}"
        file = fresh.as_posix().replace("'", "''")
        con.execute(f"COPY (SELECT {NAMES} FROM ({select}) ORDER BY {ORDER}) TO '{file}' ({options})")  # noqa: S608
        fresh.chmod(0o600)
        fresh.replace(path)
    finally:
        rmtree(folder)


def piece_of(row: tuple[Any, ...]) -> Piece:
    """The piece that a row of the store holds."""
    student, skill, level, on, mark, *rest = row
    return Piece(student, skill, level, on, _MARKS[mark], *rest)


def literal(path: Path) -> str:
    """A path as DuckDB takes it, in which no sign stands for several files."""
    text = path.resolve().as_posix()
    return "".join(f"[{it}]" if it in "*?[" else it for it in text)
