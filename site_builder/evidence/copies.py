"""Copies of tables, for a folder that is deleted afterwards."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from site_builder.evidence.clean_table import CleanTable
from site_builder.tables.header import ROW


def spooled(
    name: str,
    header: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    folder: Path,
    *,
    sheet: str = "",
    notices: tuple[str, ...] = (),
) -> CleanTable:
    """A copy of rows with their numbers, which DuckDB reads without guessing; only this account can open it."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=folder, suffix=".csv", delete=False
    ) as file:  # made with the rights 0600
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([ROW, *header])
        writer.writerows((number, *cells) for number, cells in rows)
    return CleanTable(name, Path(file.name), tuple(header), is_original=False, sheet=sheet, notices=notices)
