"""Sheets as CSV files, one each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from site_builder.exchange.sheets.cells import guarded
from site_builder.exchange.sheets.layout import Sheet


def csv_files(sheets: Iterable[Sheet]) -> dict[str, bytes]:
    """Each sheet as a CSV file in UTF-8 with the mark by which Excel knows it; no cell is a formula."""
    return {f"{name}.csv": _csv(it) for name, it in _named(sheets)}


def _named(sheets: Iterable[Sheet]) -> Iterator[tuple[str, Sheet]]:
    """The sheets with names of files that differ: a scale may be called as a small table is."""
    taken: set[str] = set()
    for it in sheets:
        base = name = it.name.lower().replace(" ", "-")
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        yield name, it


def _csv(sheet: Sheet) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in (sheet.header, *sheet.rows))
    return text.getvalue().encode("utf-8-sig")
