"""Sheets in files, for tests: written as people write them, read as the command reads them."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook

from site_builder.exchange.format import ReadWish, Taken, WriteWish, Written
from site_builder.exchange.formats import sheet
from site_builder.exchange.framework import Framework

Rows = Sequence[Sequence[str]]


def saved(folder: Path, written: Written) -> tuple[Path, ...]:
    """The files of an export, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in written.files.items():
        (folder / name).write_bytes(data)
    return tuple(folder / name for name in written.files)


def csv_file(path: Path, rows: Rows, delimiter: str = ",") -> Path:
    """A CSV file with these rows."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def workbook_file(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with these sheets, every cell as text."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    save(book, path)
    return path


def save(book: Workbook, path: Path) -> None:
    """Save a workbook."""
    with warnings.catch_warnings():  # the library that writes test workbooks leaves encodings to chance
        warnings.simplefilter("ignore", EncodingWarning)
        book.save(path)


def cells_of(data: bytes) -> list[list[str]]:
    """The rows of a CSV file that was written."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def taken(*paths: Path, variant: str = "", existing: Framework | None = None) -> Taken:
    """What comes in from files."""
    return sheet.read(paths, ReadWish(variant, None, existing))


def framework_of(*paths: Path, variant: str = "", existing: Framework | None = None) -> Framework:
    """The framework in files that have nothing wrong with them."""
    found = taken(*paths, variant=variant, existing=existing)
    assert found.framework is not None, said(found)
    return found.framework


def said(found: Taken) -> str:
    """What is wrong with files, line by line."""
    return "\n".join(f"{it.at}: {it.code}: {it.message}" for it in found.problems)


def there_and_back(folder: Path, framework: Framework, variant: str, *, as_workbook: bool = False) -> Framework:
    """The framework that comes in again after it has gone out."""
    wish = WriteWish(variant=variant, as_workbook=as_workbook)
    return framework_of(*saved(folder, sheet.write(framework, wish)))


def without_places(framework: Framework) -> Framework:
    """The framework with ids in place of the names of its files, which follow from titles."""
    areas = tuple(replace(it, slug=it.id, source="") for it in framework.areas)
    ids = {it.slug: it.id for it in framework.areas}
    competencies = tuple(replace(it, slug=it.id, area=ids[it.area], source="") for it in framework.competencies)
    settings = replace(framework.settings, areas=tuple(ids.values()))
    return Framework(settings, areas, competencies, framework.exemplars, framework.pathways)
