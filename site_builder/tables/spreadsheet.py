"""Tables that people open in a spreadsheet, where a cell must never become a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

# A spreadsheet takes these at the start of a cell for a formula, the full-width ones too in some languages, and so it
# does where only blanks and characters that nobody sees stand before them.
_FORMULA = re.compile("[\\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]|[\t\r\n]")


def spreadsheet_safe(text: str) -> str:
    """The same text, with a `'` before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table as CSV in UTF-8, every cell made safe, for this account only; Excel knows UTF-8 by its mark."""
    path.touch(mode=0o600)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerows([spreadsheet_safe(cell) for cell in row] for row in _all(header, rows))


def _all(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[Sequence[str]]:
    yield header
    yield from rows
