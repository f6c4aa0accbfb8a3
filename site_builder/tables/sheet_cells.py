"""The cells of a sheet that need a second look: formulas nobody has worked out, errors, numbers padded with zeros."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.parsers import expat

from site_builder.tables.header import column_letter
from site_builder.tables.zip_directory import WORKBOOK

Place = tuple[int, int]
"""Row and column of a cell, counted from 0."""
_CHUNK = 1 << 18
_SUSPECTS = re.compile(rb"<(?:\w+:)?f[\s>/]|\bt\s*=\s*[\"']e[\"']")
_CELLS = re.compile(rb"<(?:\w+:)?(?:c|row)[\s>/]")
_REFERENCES = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{0,3})([0-9]{1,7})[\"']")
MOST_CELLS = 20_000_000
"""How large the rectangle around the cells of a sheet may be: it is held in memory, empty cells and all."""
_ZEROS = re.compile(r"0{2,}")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(slots=True)
class SheetCells:
    """What a look at the XML of a sheet finds: by place, a formula without a value, an error, a padded number.

    `rows` and `columns` say how far its cells reach.
    """

    rows: int = 0
    columns: int = 0
    unworked: list[Place] = field(default_factory=list)
    errors: list[Place] = field(default_factory=list)
    padded: dict[Place, str] = field(default_factory=dict)


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the zip file that holds each sheet, by the sheet's name."""
    folder = PurePosixPath(WORKBOOK).parent
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(tag: str, values: Mapping[str, str]) -> None:
        if tag == "Relationship":
            targets[values.get("Id", "")] = values.get("Target", "")

    def sheet(tag: str, values: Mapping[str, str]) -> None:
        if tag == "sheet":
            names[values.get("name", "")] = values.get("id", "")

    _parse(archive, f"{folder}/_rels/workbook.xml.rels", relation)
    _parse(archive, WORKBOOK, sheet)
    found = {name: targets.get(id, "") for name, id in names.items()}
    return {name: it.lstrip("/") if it.startswith("/") else f"{folder}/{it}" for name, it in found.items()}


def padded_styles(archive: zipfile.ZipFile) -> dict[str, int]:
    """The styles that show a number with zeros before it, such as 00000, and with how many digits."""
    formats: dict[str, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def start(tag: str, values: Mapping[str, str]) -> None:
        inside.append(tag)
        if tag == "numFmt":
            formats[values.get("numFmtId", "")] = values.get("formatCode", "").partition(";")[0]
        elif inside[-2:] == ["cellXfs", "xf"]:
            styles.append(values.get("numFmtId", ""))

    def end(tag: str) -> None:
        inside.pop()

    if "xl/styles.xml" in archive.namelist():
        _parse(archive, "xl/styles.xml", start, end)
    codes = {str(number): formats.get(id, "") for number, id in enumerate(styles)}
    return {style: len(code) for style, code in codes.items() if _ZEROS.fullmatch(code)}


def suspect_cells(archive: zipfile.ZipFile, part: str, padded: Mapping[str, int]) -> SheetCells:
    """The cells to look at again; most sheets have none, which a search in their bytes tells quickly."""
    cells = _Cells(padded)
    if padded or not _is_simple(archive, part):
        _parse(archive, part, cells.start, cells.end, cells.text)
    return cells.found


class _Cells:
    """Follows the XML of a sheet, cell by cell."""

    def __init__(self, padded: Mapping[str, int]) -> None:
        self.padded = padded
        self.found = SheetCells()
        self.row = self.column = -1
        self.kind = self.style = self.value = ""
        self.has_formula = self.is_value = False

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        if tag == "row":
            self.row = int(values.get("r", self.row + 2)) - 1
            self.column = -1
        elif tag == "c":
            self.row, self.column = _place(values.get("r", ""), (self.row, self.column + 1))
            self.found.rows = max(self.found.rows, self.row + 1)
            self.found.columns = max(self.found.columns, self.column + 1)
            self.kind, self.style, self.value = values.get("t", "n"), values.get("s", ""), ""
            self.has_formula = False
        elif tag == "f":
            self.has_formula = True
        self.is_value = tag in ("v", "t")

    def text(self, text: str) -> None:
        if self.is_value:
            self.value += text

    def end(self, tag: str) -> None:
        self.is_value = False
        if tag != "c":
            return
        at = self.row, self.column
        if self.has_formula and not self.value and self.kind != "str":
            self.found.unworked.append(at)
        elif self.kind == "e":
            self.found.errors.append(at)
        elif self.kind == "n" and self.style in self.padded and self.value.isdecimal():
            self.found.padded[at] = self.value.zfill(self.padded[self.style])


def _place(reference: str, otherwise: Place) -> Place:
    if not reference:
        return otherwise
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise ValueError(f"{reference!r} is no place of a cell")
    return int(found[2]) - 1, _column(found[1])


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _is_simple(archive: zipfile.ZipFile, part: str) -> bool:
    """Whether the sheet has no formulas and errors, each cell says its place, and none stands far off."""
    rows: set[int] = {0}
    columns: set[bytes] = {b""}
    with archive.open(part) as file:
        rest = b""
        while chunk := file.read(_CHUNK):
            whole, mark, rest = (rest + chunk).rpartition(b"<")
            rest = mark + rest
            if not _has_plain_cells(whole, rows, columns):
                return False
    area = max(rows) * (max(_column(it.decode()) for it in columns) + 1)
    return _has_plain_cells(rest, rows, columns) and area <= MOST_CELLS


def _has_plain_cells(xml: bytes, rows: set[int], columns: set[bytes]) -> bool:
    """Whether this part of a sheet holds nothing of note; adds to the rows and columns that were met."""
    places = _REFERENCES.findall(xml)
    rows.add(max((int(row) for _, row in places), default=0))
    columns |= {column for column, _ in places}
    return len(places) == len(_CELLS.findall(xml)) and not _SUSPECTS.search(xml)


def _nothing(_: object) -> None:
    """For what is of no interest."""


def _parse(
    archive: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] = _nothing,
    text: Callable[[str], None] = _nothing,
) -> None:
    """Tell of the tags and texts of a part, by their names without prefixes."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, values: start(_local(tag), _locals(values))
    parser.EndElementHandler = lambda tag: end(_local(tag))
    parser.CharacterDataHandler = text
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _locals(values: Mapping[str, str]) -> Mapping[str, str]:
    return {_local(name): value for name, value in values.items()} if any(":" in it for it in values) else values


def places(cells: Collection[Place]) -> str:
    """The first few places as a spreadsheet calls them, and how many more."""
    first = sorted(cells)[:3]
    said = ", ".join(f"{column_letter(column)}{row + 1}" for row, column in first)
    return f"{said} and {len(cells) - 3} more" if len(cells) > 3 else said
