"""Text with separators, read row by row and with care."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from site_builder.tables.dialect import Dialect
from site_builder.tables.encodings import Letters, encoding_of, opened
from site_builder.tables.findings import Findings
from site_builder.tables.header import Row

SEPARATORS = (",", ";", "\t", "|")
LARGEST_FIELD = 131_072
LARGEST_ROW = 1_000_000
_SAMPLE = 65_536
_TRIED_ROWS = 20
_QUOTE_HINT = "close it in this row, or write quotation marks inside a text twice"


def careful_rows(path: Path, dialect: Dialect, found: Findings) -> Iterator[Row]:
    """Every row with its number; it ends early, with a problem, where no later row could be trusted."""
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    encoding = encoding_of(head, dialect.encoding)
    if encoding is None:
        message = f"nobody here knows an encoding called “{dialect.encoding[:40]}”"
        found.refuse_letters(1, message, "say utf-8, utf-16 or cp1252, for instance")
        return
    letters = Letters(encoding, found)
    with opened(path, encoding) as text:
        separator, rows_before = _separator(text, dialect)
        for number, cells in _parsed(text, separator, rows_before, found):
            read = _checked(number, cells, letters, found)
            if read is None:
                return
            yield number, read
    found.notices += letters.notices()


def separator_of(sample: str, header_row: int = 1) -> str:
    """The separator by which most rows of a sample have as many cells as their header, and at least two."""
    found = {it: _agreement(sample, it, header_row) for it in SEPARATORS}
    best = max(SEPARATORS, key=lambda it: found[it])
    return best if found[best] > (0, 0) else ","


def is_long(row: str) -> bool:
    """Whether this is more text than a row of a table can be."""
    return len(row) > LARGEST_ROW


def _separator(text: TextIO, dialect: Dialect) -> tuple[str, int]:
    """The separator, and how many rows were read on the way to it."""
    sample = text.read(_SAMPLE)
    text.seek(0)
    first = sample.partition("\n")[0].rstrip("\r")
    if first.lower().startswith("sep=") and len(first) == len("sep=") + 1:
        text.readline()  # Excel's own way to say the separator
        return first[-1], 1
    return dialect.delimiter or separator_of(sample, dialect.header_row), 0


def _agreement(sample: str, separator: str, header_row: int) -> tuple[int, int]:
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    widths = [len(row) for row, _ in zip(rows, range(header_row + _TRIED_ROWS), strict=False) if row][header_row - 1 :]
    if not widths or widths[0] < 2:
        return 0, 0
    return sum(width == widths[0] for width in widths[: _TRIED_ROWS - 1]), widths[0]


def _parsed(text: TextIO, separator: str, rows_before: int, found: Findings) -> Iterator[Row]:
    number = rows_before
    lines = _Lines(text)
    try:
        for cells in csv.reader(lines, delimiter=separator, strict=True):
            number += 1
            yield number, cells
    except csv.Error as error:
        _refuse(number + 1, lines.trouble or _words(str(error)), found)


class _Lines:
    """The lines of a file for the parser, up to one that no row of a table can have."""

    def __init__(self, text: TextIO) -> None:
        self.text = text
        self.trouble = ""

    def __iter__(self) -> Iterator[str]:
        while line := self.text.readline(LARGEST_ROW):
            if "\0" in line:
                self.trouble = "nul"
            elif len(line) == LARGEST_ROW:
                self.trouble = "long"
            if self.trouble:
                raise csv.Error(self.trouble)
            yield line


def _words(error: str) -> str:
    if "field larger" in error:
        return "field"
    return "open" if "unexpected end" in error else "quote"


def _refuse(number: int, trouble: str, found: Findings) -> None:
    message, hint = _TROUBLES[trouble]
    found.refuse_row(number, message.format(row=number), hint)


_TROUBLES = {
    "nul": (
        "row {row} holds a NUL character, which no text has",
        "save the file as CSV in UTF-8; if it is UTF-16, say so in the mapping",
    ),
    "long": ("row {row} is longer than a million characters", "this may not be a table, or a line end is missing"),
    "field": (
        f"row {{row}} has a cell of more than {LARGEST_FIELD:,} characters",
        "perhaps a quotation mark in this row is never closed",
    ),
    "open": ("row {row} begins a text in quotation marks that is never closed", _QUOTE_HINT),
    "quote": ("row {row} goes on after the closing quotation mark of a cell", _QUOTE_HINT),
}


def _checked(number: int, cells: list[str], letters: Letters, found: Findings) -> list[str] | None:
    """The cells with `\\n` inside them and their letters right; None where reading must end."""
    joined = "".join(cells)
    if is_long(joined):
        _refuse(number, "long", found)
        return None
    if not joined.isascii():
        read = letters.read(number, cells, joined)
        if read is None:
            return None
        cells = read
    if "\r" in joined:
        return [it.replace("\r\n", "\n").replace("\r", "\n") for it in cells]
    return cells
