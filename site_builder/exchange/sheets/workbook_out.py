"""Sheets as a workbook that is pleasant to work in, and in which every cell is text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from site_builder.exchange.sheets.cells import guarded_in_workbook
from site_builder.exchange.sheets.layout import Sheet

LONGEST_CELL = 32_767
"""How many characters a cell of a workbook holds."""
_LONGEST_NAME = 31
_WIDE, _NARROW = 42, 16
_NO_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
_DAY = datetime(2000, 1, 1)
_TINT = "#EAF3EE"
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def fits_in_workbook(sheets: Sequence[Sheet]) -> bool:
    """Whether each text is short enough for a cell of a workbook."""
    return all(len(cell) < LONGEST_CELL for it in sheets for row in it.rows for cell in row)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an .xlsx file, the same bytes for the same sheets; it needs the library that writes one."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    with Workbook(data, _SAFE) as book:
        book.set_properties({"created": _DAY})
        looks = _looks(book)
        taken: set[str] = set()
        for it in sheets:
            _sheet(book.add_worksheet(_name(it.name, taken)), it, looks)
    return data.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    cell = {"text_wrap": True, "valign": "top", "num_format": "@", "quote_prefix": True}
    return {
        "header": book.add_format({**cell, "bold": True, "bottom": 1}),
        "cell": book.add_format(cell),
        "wide": book.add_format({**cell, "bg_color": _TINT}),
    }


def _sheet(page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    page.freeze_panes(1, 0)
    for column in range(len(sheet.header)):
        is_wide = column in sheet.wide
        page.set_column(column, column, _WIDE if is_wide else _NARROW, looks["wide" if is_wide else "cell"])
    for place, name in enumerate(sheet.header):
        page.write_string(0, place, guarded_in_workbook(name), looks["header"])
    for number, row in enumerate(sheet.rows, 1):
        for place, cell in enumerate(row):
            if cell:
                look = looks["wide" if place in sheet.wide else "cell"]
                page.write_string(number, place, guarded_in_workbook(cell), look)


def _name(wanted: str, taken: set[str]) -> str:
    """A name that a sheet may have and no other has."""
    base = wanted.translate(_NO_NAME)[:_LONGEST_NAME] or "Sheet"
    name, number = base, 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        name = f"{base[: _LONGEST_NAME - 1 - len(str(number))]} {number}"
    taken.add(name.casefold())
    return name
