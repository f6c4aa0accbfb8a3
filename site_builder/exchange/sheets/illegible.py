"""Characters in cells that no text can hold: they are left out, and what the cells had is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.sheets.cells import said
from site_builder.sources.text import CONTROL

NamedRows: TypeAlias = Iterable[tuple[int, Mapping[str, str]]]
_WHY = "these cells hold characters that no text can hold, which were left out: look at the words"


def words(cell: str) -> str:
    """What a cell says, without blanks around it and what no text can hold."""
    return legible(said(cell))


def legible(text: str) -> str:
    """The text without blanks around it and what no text can hold."""
    return text.strip() if text.isprintable() else CONTROL.sub("", text).strip()


def illegible(file: str, rows: NamedRows) -> Iterator[Aside]:
    """Each column in which cells hold what no text can hold, with these cells as JSON writes them."""
    found: dict[str, dict[str, str]] = {}
    for row, cells in rows:
        for name, cell in cells.items():
            if not cell.isprintable() and CONTROL.search(cell):
                found.setdefault(name, {})[str(row)] = json.dumps(cell)[1:-1]
    for name, by_row in found.items():
        yield Aside("illegible cells", name, file, int(next(iter(by_row))), by_row, _WHY)


def illegible_remarks(aside: Iterable[Aside]) -> Iterator[Remark]:
    """What to tell of such cells."""
    for it in aside:
        assert isinstance(it.content, dict)
        rows = ", ".join(list(it.content)[:5])
        yield Remark(it.file, f"letters could not be read in the column “{it.name}”, row {rows}: look at them")
