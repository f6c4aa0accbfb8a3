"""Sheets: CSV files and workbooks as people keep a continuum in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from site_builder.exchange.format import Format, ReadWish, Taken, WriteWish, Written
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.csv_out import csv_files
from site_builder.exchange.sheets.find import Knows, tables_in
from site_builder.exchange.sheets.layout import Layout, Sheet
from site_builder.exchange.sheets.maps.reading import read_declared
from site_builder.exchange.sheets.oddities import place
from site_builder.exchange.sheets.opensalt import layout as opensalt
from site_builder.exchange.sheets.own import bare, grid, long
from site_builder.exchange.sheets.own.beside import HELP, small_table
from site_builder.exchange.sheets.slate import layout as slate
from site_builder.exchange.sheets.workbook_out import fits_in_workbook, workbook
from site_builder.model import Settings
from site_builder.problems import Problem, Span, stops
from site_builder.resources import starter
from site_builder.sources.settings import read_settings
from site_builder.sources.yaml import read_yaml
from site_builder.tables.held import HeldTable

# A table is of the first of these that knows its header.
_RECOGNISED: Sequence[Layout] = (slate.LAYOUT, opensalt.LAYOUT, long.LAYOUT, grid.LAYOUT)
LAYOUTS = {it.name: it for it in (grid.LAYOUT, long.LAYOUT, slate.LAYOUT, opensalt.LAYOUT)}
_WORKBOOK = "continuum.xlsx"
_EMPTY_ROWS = 10
_STEPS = (
    "Write a row for each skill. A competency without skills has one row, and Skill and Skill title stay empty.",
    "Competency and Skill are short ids that never change, as in LIT.ARG and LIT.ARG.1. Left empty, they are made.",
    "Title, Statement, Why and Prerequisites belong to the competency: write them in its first row.",
    "What is blank in the columns of a competency is as in the row above.",
    "Under each level write what a learner can do. Several statements: each on a line that begins with •",
    "A level that a skill does not have stays empty, and so do columns that you do not need.",
    "The sheet Levels has the names of the levels, and says with “yes” which one everyone is helped to reach.",
    "The sheet Areas has a row for each area. Kind is knowledge, transferable or lifelong.",
)


def read(paths: tuple[Path, ...], wish: ReadWish) -> Taken:
    """The framework in sheets: in the layout that is declared, or in the one whose columns they have."""
    if wish.map_file is not None:
        return read_declared(paths, wish)
    tables, problems = _tables(paths, lambda it: _layout([it], wish) is not None)
    layout = _layout(tables, wish)
    if layout and not stops(problems):
        return _taken(layout.read(tables, wish), problems)
    if layout is None and wish.variant in ("", grid.NAME):
        lists, notes = _tables(paths, lambda it: bare.fits([it]))
        if bare.fits(lists) and not stops(notes):
            return _taken(bare.read(lists, wish), notes)
    return Taken(None, tuple(problems) if stops(problems) else (*problems, _unknown(paths, tables)))


def _taken(found: Taken, problems: Sequence[Problem]) -> Taken:
    """What came in, with what was noted on the way to it."""
    return replace(found, problems=(*problems, *found.problems))


def _tables(paths: Sequence[Path], knows: Knows) -> tuple[list[HeldTable], list[Problem]]:
    """The tables of all files, and what is wrong with these."""
    tables: list[HeldTable] = []
    problems: list[Problem] = []
    for path in paths:
        held, refused = tables_in(path, lambda it: bool(small_table(it) or knows(it)))
        tables += held
        problems += refused
    return tables, problems


def write(framework: Framework, wish: WriteWish) -> Written:
    """The framework as sheets: a workbook, or CSV files; also these where a text is too long for a workbook's cell."""
    sheets = LAYOUTS[wish.variant or grid.NAME].write
    assert sheets is not None
    return _written(sheets(framework, wish), wish)


def template(settings: Settings | None, wish: WriteWish) -> Written:
    """An empty form with a school's levels, or with the four that a new continuum begins with."""
    sheets = LAYOUTS[wish.variant or grid.NAME].write
    assert sheets is not None
    made = [_emptied(it) for it in sheets(Framework(settings or _starting(), (), ()), wish)]
    help = [Sheet(HELP, (HELP,), tuple((it,) for it in _STEPS), frozenset({0}))] if wish.as_workbook else []
    return _written([*made, *(help if wish.variant in ("", grid.NAME) else [])], wish)


def _layout(tables: Sequence[HeldTable], wish: ReadWish) -> Layout | None:
    """The layout that is declared, or the first that knows the columns of a table; nothing where none does."""
    found = next((it for it in _RECOGNISED if wish.variant in ("", it.name) and it.fits(tables)), None)
    if found is None and wish.variant in ("", grid.NAME) and grid.fits(tables, wish):
        return grid.LAYOUT
    return found


def _unknown(paths: Sequence[Path], tables: Sequence[HeldTable]) -> Problem:
    """What is said of tables that have no layout that is known."""
    found = "; ".join(f"{place(it)}: {', '.join(it.header[:12])[:300]}" for it in tables[:5]) or "there are no rows"
    message = f"the names of the columns are none that are known here ({found})"
    hint = (
        "name a column Skill (or Competency) and one for each level, as in “1 Emerging”; begin from a form with "
        "“continuum export sheet --template”, say the layout with “--as”, or what each column means with “--map”"
    )
    return Problem(Span(paths[0].name), "import-unreadable", message, hint=hint)


def _written(sheets: Sequence[Sheet], wish: WriteWish) -> Written:
    if wish.as_workbook and fits_in_workbook(sheets):
        return Written({_WORKBOOK: workbook(sheets)})
    return Written(csv_files(sheets))


def _emptied(sheet: Sheet) -> Sheet:
    """A sheet to be filled in: with empty rows, where nothing stands in it."""
    rows = sheet.rows or (("",) * len(sheet.header),) * _EMPTY_ROWS
    return Sheet(sheet.name, sheet.header, rows, sheet.wide)


def _starting() -> Settings:
    """The settings with which a new continuum begins."""
    file = starter() / "minimal" / "continuum" / "continuum.yml"
    value, _ = read_yaml(file.name, file.read_text(encoding="utf-8"))
    settings, _ = read_settings(file.name, value)
    assert settings is not None
    return settings


FORMAT = Format(
    name="sheet",
    says="tables: CSV files and Excel workbooks",
    variants={it.name: it.says for it in LAYOUTS.values()},
    carries={it.name: it.carries for it in LAYOUTS.values()},
    read=read,
    write=write,
    template=template,
)
