"""Texts for translators as a table: CSV with the columns that translation teams exchange."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from site_builder.exchange.sheets.cells import guarded
from site_builder.exchange.translations.entry import Entry

COLUMNS = ("location", "context", "source", "target")
_CHANGED = "The source has changed since it was translated. "


def csv_of(entries: Iterable[Entry]) -> bytes:
    """The texts as CSV in UTF-8 with the mark by which Excel knows it; no cell is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _row(it)] for it in entries)
    return text.getvalue().encode("utf-8-sig")


def _row(it: Entry) -> tuple[str, ...]:
    return it.location, f"{_CHANGED if it.is_stale else ''}{it.note}", it.source, it.target
