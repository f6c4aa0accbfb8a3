"""What of OpenSALT's items has no place: columns, row by row, and tables that are none of the three."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.exchange.format import Aside
from site_builder.exchange.sheets.illegible import words
from site_builder.exchange.sheets.opensalt.associations import Links
from site_builder.exchange.sheets.opensalt.items import ROLES, Item, Items
from site_builder.exchange.tree import Grown
from site_builder.tables.held import HeldTable

_NO_PLACE = "items of a continuum do not say this"
_IN_TREE = frozenset({"fullstatement", "abbreviatedstatement", "smartlevel"})


def columns_aside(items: Items, tree: Grown, links: Links, language: str) -> Iterator[Aside]:
    """Each column of each table with what stands in the rows for which it has no place."""
    tables = {it.key.partition(":")[0]: it.table for it in items.items}
    left: dict[tuple[str, str], dict[str, str]] = {}
    for it in items.items:
        scope, row = it.key.partition(":")[0], str(it.row)
        for name, value in it.cells.items():
            if value and not _has_place(it, name, value, items, tree, links, language):
                left.setdefault((scope, name), {})[row] = value
    for (scope, name), by_row in left.items():
        table = tables[scope]
        shown = next(it for it in table.header if "".join(it.split()).casefold() == name)
        yield Aside("columns of items", shown, table.file, 0, by_row, _NO_PLACE)


def _has_place(it: Item, name: str, value: str, items: Items, tree: Grown, links: Links, language: str) -> bool:
    """Whether what an item says in a column came in."""
    if name in _IN_TREE:
        return True
    id = tree.ids.get(it.key)
    if name == "identifier":
        return id is not None and bool(it.identifier)
    if name == "humancodingscheme":
        return id == value or id is None  # of a group, the tree keeps the code
    if name == "notes":
        return id in links.notes and links.notes[id] == value
    if name == "statusenddate":
        return it.key in links.dated and len(value) == 10
    if name == "cfitemtype":
        return it.key in items.of_role and value.casefold() in ROLES
    return name == "language" and value == language


def table_aside(table: HeldTable) -> Aside:
    """A table that is no document, no items and no associations, whole."""
    rows = [
        {"row": row, **{name: words(cell) for name, cell in zip(table.header, cells, strict=True) if cell.strip()}}
        for row, cells in table.rows
    ]
    name = table.sheet or table.file
    return Aside("other tables", name, table.file, 0, rows, "it holds neither items nor their associations")
