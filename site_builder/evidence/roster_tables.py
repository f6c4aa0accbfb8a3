"""The tables of roster files, small enough to be held whole."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.spool import private_folder
from site_builder.evidence.tables import cleaned
from site_builder.problems import Problem, Span
from site_builder.sources.clean import clean
from site_builder.sources.text import CONTROL
from site_builder.tables.header import folded

_BETWEEN = re.compile(r"[\s_.-]+")


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A row of a roster: its place, and its cells by the key of their column."""

    at: Span
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class RosterTable:
    """A table of a roster; `columns` has its names as written, by their keys."""

    file: str
    columns: Mapping[str, str]
    rows: Sequence[RosterRow]


def roster_tables(paths: Sequence[Path]) -> tuple[list[RosterTable], list[Problem]]:
    """The tables of all files, a folder standing for the files in it."""
    tables: list[RosterTable] = []
    problems: list[Problem] = []
    with private_folder() as folder:
        for path in _files(paths):
            found, refused = cleaned(path, folder)
            problems += refused
            tables += [_read(table) for table in found]
    return tables, problems


def column_key(name: str) -> str:
    """A column's name so that case, blanks and strokes between words make no difference: sortname."""
    return _BETWEEN.sub("", folded(name))


def plain(text: str) -> str:
    """A text on one line, without characters that nobody sees."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", CONTROL.sub(" ", clean(text))).split())


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(it for it in path.iterdir() if it.suffix.lower() in (".csv", ".xlsx") and it.is_file())
        else:
            yield path


def _read(table: CleanTable) -> RosterTable:
    keys = [column_key(it) for it in table.header]
    with table.path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        read = [
            RosterRow(Span(table.name, int(row)), dict(zip(keys, map(plain, cells), strict=True)))
            for row, *cells in rows
        ]
    return RosterTable(table.name, dict(zip(keys, table.header, strict=True)), read)
