"""OpenSALT's sheets for tests: made by hand, or written and held again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from site_builder.exchange.format import Aside, ReadWish, Taken, WriteWish
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.cells import guarded
from site_builder.exchange.sheets.layout import Sheet
from site_builder.exchange.sheets.opensalt.layout import LAYOUT
from site_builder.tables.held import HeldTable, held_tables

HEADER = (
    "identifier",
    "fullStatement",
    "humanCodingScheme",
    "smartLevel",
    "CFItemType",
    "notes",
    "abbreviatedStatement",
)
ASSOCIATION = ("identifier", "originNodeIdentifier", "associationType", "destinationNodeIdentifier")


def tables_in(path: Path) -> list[HeldTable]:
    tables, problems = held_tables(path)
    assert problems == []
    return tables


def items(*rows: Sequence[str], header: Sequence[str] = HEADER) -> HeldTable:
    """A table of items, each row filled up with empty cells."""
    filled = [(*row, *[""] * (len(header) - len(row))) for row in rows]
    return HeldTable("items.csv", tuple(header), tuple(enumerate(filled, 2)))


def associations(*rows: tuple[str, str, str]) -> HeldTable:
    cells = tuple((number, (f"a{number}", *row)) for number, row in enumerate(rows, 2))
    return HeldTable("associations.csv", ASSOCIATION, cells)


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def read(*tables: HeldTable, existing: Framework | None = None) -> Taken:
    return LAYOUT.read(tables, ReadWish(existing=existing))


def framework_in(*tables: HeldTable, existing: Framework | None = None) -> Framework:
    taken = read(*tables, existing=existing)
    assert taken.framework is not None, taken.problems
    return taken.framework


def held(sheet: Sheet) -> HeldTable:
    """A sheet as it is read again, its cells guarded as in a CSV file."""
    rows = tuple((number, tuple(map(guarded, row))) for number, row in enumerate(sheet.rows, 2))
    return HeldTable(f"{sheet.name}.csv", sheet.header, rows, sheet.name)


def written(framework: Framework) -> list[HeldTable]:
    assert LAYOUT.write is not None
    return [held(it) for it in LAYOUT.write(framework, WriteWish(site_url="https://school.example/"))]


def contents(aside: Sequence[Aside], kind: str) -> dict[str, Any]:
    return {it.name: it.content for it in aside if it.kind == kind}


FEW = (
    (uuid(1), "About the area", "A", "1", "Area"),
    (uuid(2), "First", "C1", "1.1", "Competency", "A note"),
    (uuid(3), "Second", "C2", "1.2", "Competency"),
    (uuid(4), "Of the second", "C2.1", "1.2.1", "Skill", "Of a skill"),
)
