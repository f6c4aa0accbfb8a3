"""CSV for systems that take it in: UTF-8 without a mark, and no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from site_builder.exchange.sheets.cells import guarded


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as a CSV file; before what begins like a formula stands a `'`, which our import takes off again."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")
