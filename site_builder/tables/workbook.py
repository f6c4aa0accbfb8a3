"""Workbooks: the visible sheets of an .xlsx file as tables."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar
from xml.parsers import expat

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
    load_workbook,
)

from site_builder.problems import Problem, Span
from site_builder.tables.dialect import Dialect
from site_builder.tables.findings import Findings
from site_builder.tables.fitting import fitted
from site_builder.tables.header import Row, first_header
from site_builder.tables.sheet_cells import (
    MOST_CELLS,
    Place,
    SheetCells,
    padded_styles,
    places,
    sheet_parts,
    suspect_cells,
)
from site_builder.tables.zip_directory import judged

_DAMAGED = "this workbook is damaged and cannot be read"
# A spreadsheet keeps 15 digits of a number; what it shows of a longer one is no longer what was typed.
_LONGEST_NUMBER = 10**15

T = TypeVar("T")
Take: TypeAlias = Callable[[str, tuple[str, ...], Iterator[Row]], T]
"""What is made of a sheet: of its name, its header, and its rows while the workbook is open."""
Made: TypeAlias = tuple[T, tuple[str, ...]]
"""That, and what to tell of the sheet."""
Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def workbook_tables(path: Path, dialect: Dialect, take: Take[T]) -> tuple[list[Made[T]], list[Problem]]:
    """What `take` makes of each sheet, in their order; or why the workbook is refused."""
    message, hint = judged(path)
    if message:
        return [], [Problem(Span(path.name), "workbook-refused", message, hint=hint)]
    try:
        with load_workbook(str(path)) as workbook, zipfile.ZipFile(path) as archive:
            return _tables(path.name, workbook, archive, dialect, take)
    except (CalamineError, XmlError, ZipError, expat.ExpatError, zipfile.BadZipFile, KeyError, ValueError, OSError):
        return [], [Problem(Span(path.name), "workbook-refused", _DAMAGED, hint="open it and save it again")]


def _tables(
    name: str, workbook: CalamineWorkbook, archive: zipfile.ZipFile, dialect: Dialect, take: Take[T]
) -> tuple[list[Made[T]], list[Problem]]:
    sheets, notices, problems = _chosen(name, workbook.sheets_metadata, dialect.sheet)
    parts, padded = sheet_parts(archive), padded_styles(archive)
    tables: list[Made[T]] = []
    for title in sheets:
        cells = suspect_cells(archive, parts[title], padded)
        if cells.rows * cells.columns > MOST_CELLS:
            problems.append(_too_wide(name, title, cells))
            continue
        made, refused = _table(name, workbook.get_sheet_by_name(title), cells, dialect, take)
        problems += refused
        tables += [(table, (*notices, *said)) for table, said in made]
    return tables, problems


def _too_wide(name: str, title: str, cells: SheetCells) -> Problem:
    message = f"the cells of the sheet “{title}” reach over {cells.rows:,} rows and {cells.columns:,} columns"
    hint = "delete what stands far off, or export the table as CSV in UTF-8"
    return Problem(Span(name), "workbook-refused", message, hint=hint)


def _chosen(name: str, sheets: Sequence[SheetMetadata], wanted: str) -> tuple[list[str], list[str], list[Problem]]:
    """The sheets to read, what to tell of the others, and what is wrong with the choice."""
    tables = [it for it in sheets if it.typ == SheetTypeEnum.WorkSheet]
    if wanted:
        titles = [it.name for it in tables if it.name == wanted]
        message = f"this workbook has no sheet “{wanted[:60]}”"
        hint = "its sheets are " + ", ".join(f"“{it.name}”" for it in tables)
        return titles, [], [] if titles else [Problem(Span(name), "workbook-sheet", message, hint=hint)]
    hidden = [it.name for it in tables if it.visible != SheetVisibleEnum.Visible]
    notices = [f"the hidden sheet “{it}” was not read" for it in hidden]
    return [it.name for it in tables if it.name not in hidden], notices, []


def _table(
    name: str, sheet: CalamineSheet, cells: SheetCells, dialect: Dialect, take: Take[T]
) -> tuple[list[Made[T]], list[Problem]]:
    found = Findings(name)
    _refuse_cells(found, sheet, cells)
    if sheet.start is None or found.problems:
        return [], found.problems
    rows = _rows(sheet, sheet.start[1], cells, found)
    header = first_header(rows, dialect.header_row, found)
    if not header or found.problems:
        return [], found.closed()
    table = take(sheet.name, header, fitted(rows, header, found))
    return [(table, tuple(found.notices))], found.closed()


def _refuse_cells(found: Findings, sheet: CalamineSheet, cells: SheetCells) -> None:
    merged = [start for start, _ in sheet.merged_cell_ranges or ()]
    for what, where, hint in (
        ("cells are merged", merged, "unmerge them, so that each row has its own value"),
        ("a formula has no value", cells.unworked, "open the workbook in a spreadsheet program and save it"),
        ("a formula ends in an error", cells.errors, "correct the formula, or put the value in its place"),
    ):
        if where:
            message = f"on the sheet “{sheet.name}” {what}: {places(where)}"
            at = Span(found.file, min(where)[0] + 1)
            found.problems.append(Problem(at, "workbook-cell", message, hint=hint))


def _rows(sheet: CalamineSheet, first_column: int, cells: SheetCells, found: Findings) -> Iterator[Row]:
    """The rows as text, from column A on, with their numbers."""
    before = [""] * first_column
    for row, values in enumerate(sheet.iter_rows()):
        texts = before + [_text(it) for it in values]
        for place in [it for it in range(len(texts)) if (row, it) in cells.padded] if cells.padded else ():
            texts[place] = cells.padded[row, place]
        _refuse_long_numbers(row, values, first_column, found)
        yield row + 1, texts


def _refuse_long_numbers(row: int, values: Sequence[Cell], first_column: int, found: Findings) -> None:
    long = [n for n, it in enumerate(values) if type(it) in (int, float) and abs(it) >= _LONGEST_NUMBER]  # type: ignore[arg-type, operator]
    if long:
        at: Place = (row, first_column + long[0])
        message = f"the number in {places([at])} has more than 15 digits, and a spreadsheet does not keep them all"
        found.refuse_row(row + 1, message, "export it as CSV, or keep such ids as text")


def _text(value: Cell) -> str:
    """A cell as somebody would type it: days as ISO, whole numbers without a point."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(value, ".15g")
    if isinstance(value, datetime.datetime):
        return _to_the_second(value).isoformat(timespec="seconds")
    return str(value)


def _to_the_second(moment: datetime.datetime) -> datetime.datetime:
    """A spreadsheet counts time in parts of a day, so that seconds come out a little beside."""
    return (moment + datetime.timedelta(microseconds=500_000)).replace(microsecond=0)
