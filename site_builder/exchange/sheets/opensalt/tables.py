"""Which of several tables is what: OpenSALT's document, items and associations, by their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.exchange.format import Aside
from site_builder.exchange.sheets.illegible import illegible, words
from site_builder.tables.held import HeldTable

_ITEMS = frozenset({"fullstatement"})
_PLACED = frozenset({"smartlevel", "identifier"})
_DOCUMENT = frozenset({"creator", "title"})
_ASSOCIATIONS = frozenset({"associationtype", "originnodeidentifier", "destinationnodeidentifier"})

Cells = Mapping[str, str]
"""What a row says, by the names of columns in small letters without blanks."""


class RowCells(Cells):
    """The cells of a row by the names of their columns, which all rows of a table share."""

    __slots__ = ("_cells", "_places")

    def __init__(self, places: Mapping[str, int], cells: Sequence[str]) -> None:
        self._places = places
        self._cells = cells

    def __getitem__(self, name: str) -> str:
        return self._cells[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@dataclass(frozen=True, slots=True)
class SaltTables:
    """The tables by what they hold."""

    about: tuple[HeldTable, ...]
    items: tuple[HeldTable, ...]
    associations: tuple[HeldTable, ...]
    others: tuple[HeldTable, ...]

    def documents(self) -> Iterator[tuple[HeldTable, int, Cells]]:
        """Each document with its row, by the names of columns as they stand there."""
        for table in self.about:
            for row, cells in table.rows:
                yield table, row, {name: words(cell) for name, cell in zip(table.header, cells, strict=True)}

    def document(self) -> Cells:
        """What the first document says, by the names of columns in small letters."""
        for _, _, cells in self.documents():
            return {_name(it): cell for it, cell in cells.items()}
        return {}


def salt_tables(tables: Sequence[HeldTable]) -> SaltTables:
    """The tables sorted by what they hold."""
    items = tuple(it for it in tables if is_items(it))
    associations = tuple(it for it in tables if it not in items and _names(it) >= _ASSOCIATIONS)
    about = tuple(it for it in tables if it not in (*items, *associations) and _names(it) >= _DOCUMENT)
    known = (*items, *associations, *about)
    return SaltTables(about, items, associations, tuple(it for it in tables if it not in known))


def is_items(table: HeldTable) -> bool:
    """Whether this is a table of items."""
    return _names(table) >= _ITEMS and bool(_names(table) & _PLACED)


def cells_of(table: HeldTable) -> Iterator[tuple[int, Cells]]:
    """Each row with its number, by the names of columns in small letters without blanks."""
    places = {_name(it): place for place, it in enumerate(table.header)}
    for row, cells in table.rows:
        said = tuple(map(words, cells))
        yield row, RowCells(places, cells if said == cells else said)


def illegible_in(tables: Sequence[HeldTable]) -> Iterator[Aside]:
    """Cells with characters that no text can hold."""
    for table in tables:
        rows = ((row, dict(zip(table.header, cells, strict=True))) for row, cells in table.rows)
        yield from illegible(table.file, rows)


def _names(table: HeldTable) -> frozenset[str]:
    return frozenset(_name(it) for it in table.header)


def _name(header: str) -> str:
    return "".join(header.split()).casefold()
