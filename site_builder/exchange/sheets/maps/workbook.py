"""A workbook's sheets by name, and one of them just as it stands, for what is kept and not read."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from site_builder.problems import Problem, Span
from site_builder.tables.sheet_cells import MOST_CELLS, sheet_parts, suspect_cells
from site_builder.tables.zip_directory import judged


@dataclass(frozen=True, slots=True)
class SheetName:
    """A sheet: its title, and whether people who open the workbook see it."""

    title: str
    is_hidden: bool


def sheet_names(path: Path) -> tuple[list[SheetName], list[Problem]]:
    """The sheets of a workbook in their order, or why it is refused."""
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    message, hint = judged(path)
    if message:
        return [], [Problem(Span(path.name), "workbook-refused", message, hint=hint)]
    try:
        with load_workbook(str(path)) as workbook:
            sheets = [it for it in workbook.sheets_metadata if it.typ == SheetTypeEnum.WorkSheet]
    except (CalamineError, ValueError, OSError):
        return [], [_damaged(path)]
    return [SheetName(it.name, it.visible != SheetVisibleEnum.Visible) for it in sheets], []


def lines_of(path: Path, title: str) -> tuple[list[list[str]], list[Problem]]:
    """The cells of a sheet line by line, without any reading of them; of a workbook that is no danger."""
    from python_calamine import CalamineError, load_workbook

    try:
        with zipfile.ZipFile(path) as archive:
            cells = suspect_cells(archive, sheet_parts(archive)[title], {})
        if cells.rows * cells.columns > MOST_CELLS:
            message = f"the cells of the sheet “{title}” reach over {cells.rows:,} rows and {cells.columns:,} columns"
            return [], [Problem(Span(path.name), "workbook-refused", message, hint="delete what stands far off")]
        with load_workbook(str(path)) as workbook:
            rows = workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)
    except (CalamineError, expat.ExpatError, zipfile.BadZipFile, KeyError, ValueError, OSError):
        return [], [_damaged(path)]
    return [[_text(cell) for cell in row] for row in rows], []


def _damaged(path: Path) -> Problem:
    hint = "open it and save it again"
    return Problem(Span(path.name), "workbook-refused", "this workbook is damaged and cannot be read", hint=hint)


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
