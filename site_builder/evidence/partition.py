"""Parts of the store that travel: the evidence of some students as a small Parquet file that no disk has seen."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import duckdb
from fsspec.implementations.memory import MemoryFileSystem  # type: ignore[import-untyped]  # of Dask's own needs

from site_builder.evidence.piece import Piece
from site_builder.evidence.store import NAMES, ORDER, literal, piece_of

_OPTIONS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "400MB",
    "temp_directory": "",
}


class Partitions:
    """A store that is taken apart by student."""

    def __init__(self, path: Path) -> None:
        self._file = literal(path)
        self._files = MemoryFileSystem()
        self._con = duckdb.connect(config=_OPTIONS)
        self._con.register_filesystem(self._files)

    def of(self, students: Sequence[str]) -> bytes:
        """The evidence of these students, in the order of the store."""
        name = f"memory://{uuid4().hex}.parquet"
        sql = f"""COPY (SELECT {NAMES} FROM read_parquet($file) WHERE student BETWEEN $first AND $last
            AND student IN (SELECT unnest($wanted::VARCHAR[])) ORDER BY {ORDER})
            TO '{name}' (FORMAT parquet, COMPRESSION zstd)"""  # noqa: S608
        said = {"file": self._file, "first": min(students), "last": max(students), "wanted": list(students)}
        try:
            self._con.execute(sql, said)
            return bytes(self._files.cat_file(name))
        finally:
            self._files.store.pop(self._files._strip_protocol(name), None)


def pieces_in(partition: bytes) -> dict[str, list[Piece]]:
    """The pieces of each student of whom a part of a store has any."""
    found: dict[str, list[Piece]] = {}
    with duckdb.connect(config=_OPTIONS) as con:
        for row in con.read_parquet(BytesIO(partition)).fetchall():
            found.setdefault(row[0], []).append(piece_of(row))
    return found
