"""Rows that fit their header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.tables.findings import Findings
from site_builder.tables.header import Row, column_letter

_AGAIN = "export the file again, or correct this row"


def fitted(rows: Iterator[Row], header: Sequence[str], found: Findings) -> Iterator[Row]:
    """The rows with as many cells as the header; rows without any content and repeated headers are left out."""
    width = len(header)
    names = [it.casefold() for it in header]
    repeated = 0
    for number, cells in rows:
        if len(cells) != width:
            if not any(it.strip() for it in cells):
                continue
            cells = _cut(number, cells, header, found)
        elif not any(cells):
            continue
        if cells and cells[0].strip().casefold() == names[0] and _names(cells) == names:
            repeated += 1
        elif cells:
            yield number, cells
    if repeated:
        found.notices.append(f"{_times(repeated)} the header's row came again inside the table and was left out")


def _cut(number: int, cells: list[str], header: Sequence[str], found: Findings) -> list[str]:
    """The cells under the header; nothing, and a problem, where one is missing or one has no name above it."""
    width = len(header)
    if len(cells) < width:
        message = f"row {number} has {_cells(len(cells))}, and the header has {width}"
        found.refuse_row(number, message, f"{_AGAIN}: a separator or a quotation mark may be missing")
        return []
    extra = next((place for place, it in enumerate(cells) if place >= width and it.strip()), None)
    if extra is not None:
        message = f"row {number} has something in column {column_letter(extra)}, for which the header has no name"
        found.refuse_row(number, message, f"{_AGAIN}: a text that holds the separator may need quotation marks")
        return []
    return cells[:width]


def _names(cells: Sequence[str]) -> list[str]:
    return [" ".join(it.split()).casefold() for it in cells]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"
