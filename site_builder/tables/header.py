"""The names of a table's columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from site_builder.sources.clean import clean
from site_builder.tables.findings import Findings

Row = tuple[int, list[str]]
ROW = "row"
"""What the column of row numbers is called, so that none of the file's own columns may be."""


def first_header(rows: Iterator[Row], header_row: int, found: Findings) -> tuple[str, ...]:
    """The names in the header's row, or in the first row that is not empty; none where there is nothing."""
    for number, cells in rows:
        if number >= header_row and (any(it.strip() for it in cells) or header_row > 1):
            return header_of(cells, number, found)
    return ()


def header_of(cells: Sequence[str], number: int, found: Findings) -> tuple[str, ...]:
    """The columns that cells name: without unnamed ones at the end, and no name twice."""
    named = [" ".join(clean(it).split()) for it in cells]
    while named and not named[-1]:
        named.pop()
    names = tuple(_name(place, it) for place, it in enumerate(named))
    if not names:
        found.refuse_header(number, f"row {number} names no columns", "the first row must name the columns")
    _refuse_twins(names, number, found)
    return names


def column_letter(place: int) -> str:
    """What a spreadsheet calls a column: A for 0, AA for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def folded(name: str) -> str:
    """A name so that two of them are equal where only case or the way of composing letters differs."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _name(place: int, cell: str) -> str:
    if not cell:
        return f"column {column_letter(place)}"
    return f"{cell} ({column_letter(place)})" if folded(cell) == ROW else cell


def _refuse_twins(names: Sequence[str], number: int, found: Findings) -> None:
    seen: dict[str, int] = {}
    for place, name in enumerate(names):
        first = seen.setdefault(folded(name), place)
        if first != place:
            columns = f"columns {column_letter(first)} and {column_letter(place)}"
            message = f"{columns} are both called “{name[:60]}”"
            found.refuse_header(number, message, "give each column a name of its own")
