"""Exports as tests write them, and what is read of them."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import duckdb
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.tables import Dialect, clean_tables, cleaned, rows_sql
from site_builder.problems import Problem, Span

Row = tuple[object, ...]


def shared_data(folder: str) -> Path:
    """Real exports, which lie beside the project and are never copied into it."""
    return Path(__file__).parents[2] / "../shared/data" / folder


def rows_of(table: CleanTable) -> list[Row]:
    """The rows of a table as DuckDB gives them."""
    return _connection().sql(rows_sql(table)).fetchall()


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    """One database in memory for all tests: it takes longer to open than to read."""
    return duckdb.connect()


@dataclass
class Exports:
    """A folder of exports, and one for copies."""

    folder: Path
    may_parse: bool = False
    problems: list[Problem] = field(default_factory=list)

    @property
    def spool(self) -> Path:
        """Where copies go."""
        path = self.folder / "spool"
        path.mkdir(exist_ok=True)
        return path

    def write(self, data: bytes | str, name: str = "export.csv") -> Path:
        """An export of these bytes."""
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def tables(self, data: bytes | str | Path, dialect: Dialect = Dialect()) -> list[CleanTable]:  # noqa: B008
        """The tables as a caller gets them: as they are where DuckDB takes them so, else read with care."""
        path = data if isinstance(data, Path) else self.write(data)
        tables, self.problems = clean_tables(path, self.spool, dialect)
        try:
            for table in tables:
                rows_of(table)
        except duckdb.Error:
            tables, self.problems = cleaned(path, self.spool, dialect)
        return tables

    def rows(self, data: bytes | str | Path, dialect: Dialect = Dialect()) -> list[Row]:  # noqa: B008
        """The rows of an export with one table, each with its number."""
        tables = self.tables(data, dialect)
        assert len(tables) == 1, self.problems
        return rows_of(tables[0])

    def notices(self, data: bytes | str | Path, dialect: Dialect = Dialect()) -> str:  # noqa: B008
        """What is told of an export's tables."""
        return "\n".join(it for table in self.tables(data, dialect) for it in table.notices)

    def refused(self, data: bytes | str | Path, dialect: Dialect = Dialect()) -> str:  # noqa: B008
        """What is said of an export of which nothing is read, with the rows, one line a problem."""
        before = set(self.spool.iterdir())
        assert self.tables(data, dialect) == []
        assert set(self.spool.iterdir()) == before
        assert all(it.hint for it in self.problems)
        return "\n".join(f"{_row(it)}: {it.code}: {it.message}" for it in self.problems)

    def workbook(self, fill: Callable[[Workbook, Worksheet], object], name: str = "export.xlsx") -> Path:
        """An export as a workbook, filled by a function of the workbook and its first sheet."""
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        fill(book, sheet)
        with warnings.catch_warnings():  # the library that writes test workbooks leaves encodings to chance
            warnings.simplefilter("ignore", EncodingWarning)
            book.save(self.folder / name)
        return self.folder / name

    def repacked(self, book: Path, parts: Mapping[str, bytes | None], compress: int = zipfile.ZIP_DEFLATED) -> Path:
        """The workbook with parts changed, added or left out."""
        with zipfile.ZipFile(book) as old:
            whole = {it: old.read(it) for it in old.namelist()} | dict(parts)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", compress) as new:
            for name, data in whole.items():
                if data is not None:
                    new.writestr(name, data)
        return self.write(packed.getvalue(), "repacked.xlsx")


def _row(problem: Problem) -> int:
    assert isinstance(problem.at, Span)
    return problem.at.line
