"""Workbooks that are bombs, hold other things, or are locked: refused from the zip directory, before any parsing."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook, load_workbook

from site_builder.tables import workbook as reader
from site_builder.tables.zip_directory import MOST_ENTRIES
from tests.evidence.tabled import Exports

SHEET = "xl/worksheets/sheet1.xml"
NOT_READ = "1: workbook-refused: "


@pytest.fixture
def exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Exports:
    """A folder of exports, where opening a workbook to parse it is a failure."""

    exports = Exports(tmp_path)

    def parsed(path: str) -> CalamineWorkbook:
        assert exports.may_parse, f"{path} was parsed"
        return load_workbook(path)

    monkeypatch.setattr(reader, "load_workbook", parsed)
    return exports


@pytest.fixture
def book(exports: Exports) -> Path:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.append(["student", "level"])
        sheet.append(["Ana", 3])

    return exports.workbook(fill)


def packed(*names: str, content: bytes = b"x") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return data.getvalue()


def test_a_workbook_that_unpacks_to_hundreds_of_times_its_size(exports: Exports, book: Path) -> None:
    bomb = exports.repacked(book, {SHEET: b" " * 148_000_000})
    assert bomb.stat().st_size < 600_000
    began = time.perf_counter()
    said = exports.refused(bomb)
    assert time.perf_counter() - began < 0.5
    assert said.startswith(f"{NOT_READ}this workbook unpacks from 0.1 MB to 148 MB")


@pytest.mark.parametrize("far", ['r="XFD1048576"', "r = 'ZZZ9999999'", 'q="" r="XFD1048576"', 'r="A1048576"'])
@pytest.mark.parametrize("more", ["", '<row r="1"><c r="XFD1"><v>1</v></c></row>', "<f/>"])
def test_cells_that_stand_far_apart(exports: Exports, book: Path, far: str, more: str) -> None:
    rows = f'<row r="1"><c r="XFC1"><v>1</v></c></row>{more}<row><c {far}/></row>'
    xml = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    exports.may_parse = True
    said = exports.refused(exports.repacked(book, {SHEET: xml.encode()}))
    assert "workbook-refused: the cells of the sheet “Sheet” reach over" in said


@pytest.mark.parametrize("place", ["A0x", "a2", "2A", "AAAA2", "A99999999", "&#65;2"])
def test_cells_in_no_place(exports: Exports, book: Path, place: str) -> None:
    xml = f'<worksheet><sheetData><row r="1"><c r="{place}"><v>1</v></c></row></sheetData></worksheet>'
    exports.may_parse = True
    tables = exports.tables(exports.repacked(book, {SHEET: xml.encode()}))
    assert place == "&#65;2" or (not tables and exports.problems[0].code == "workbook-refused")


def test_sizes_that_lie(exports: Exports, book: Path) -> None:
    whole = bytearray(exports.repacked(book, {SHEET: b" " * 5_000_000}).read_bytes())
    size, lie = struct.pack("<L", 5_000_000), struct.pack("<L", 100)
    assert whole.count(size) == 2
    said = exports.refused(exports.write(bytes(whole).replace(size, lie), "lie.xlsx"))
    assert said == f"{NOT_READ}this workbook is damaged: its parts cannot be unpacked"


def test_ten_thousand_entries(exports: Exports, book: Path) -> None:
    many = exports.repacked(book, {f"xl/media/{n}.png": b"" for n in range(10_000)})
    assert f"parts; no export needs more than {MOST_ENTRIES:,}" in exports.refused(many)


@pytest.mark.parametrize("name", ["xl/embeddings/a.bin", "xl/media/a.zip", "a.XLSX", "docs/b.docx", "c.exe"])
def test_files_inside(exports: Exports, book: Path, name: str) -> None:
    assert "this workbook holds other files inside" in exports.refused(exports.repacked(book, {name: b"x"}))


def test_a_zip_file_inside_under_another_name(exports: Exports, book: Path) -> None:
    inner = exports.repacked(book, {"xl/media/image1.png": packed("a.txt")})
    assert "this workbook holds other files inside" in exports.refused(inner)


@pytest.mark.parametrize("name", ["../outside.xml", "xl/../../x.xml", "/etc/x.xml", "C:/x.xml", "xl\\..\\..\\x.xml"])
def test_names_that_lead_out(exports: Exports, book: Path, name: str) -> None:
    assert "whose name leads out of its folder" in exports.refused(exports.repacked(book, {name: b"<x/>"}))


def test_two_parts_of_one_name(exports: Exports, book: Path) -> None:
    twice = exports.repacked(book, {"xl/Workbook.xml": b"<x/>"})
    assert "this workbook holds two parts of one name" in exports.refused(twice)


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"])
def test_entities(exports: Exports, book: Path, part: str) -> None:
    bomb = b'<?xml version="1.0"?>' + b" " * 300_000 + b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'
    assert "this workbook defines entities" in exports.refused(exports.repacked(book, {part: bomb}))


@pytest.mark.parametrize(
    "content", ['<!DOCTYPE x [<!ENTITY a "a">]><x/>'.encode("utf-16"), b'<?xml version="1.0" encoding="UTF-7"?><x/>']
)
def test_entities_in_another_encoding(exports: Exports, book: Path, content: bytes) -> None:
    assert "this workbook is written in an unusual encoding" in exports.refused(
        exports.repacked(book, {SHEET: content})
    )


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/activeX/activeX1.bin"])
def test_macros(exports: Exports, book: Path, name: str) -> None:
    assert "this workbook holds macros" in exports.refused(exports.repacked(book, {name: b"x"}))


def test_macros_under_another_name(exports: Exports, book: Path) -> None:
    kinds = (
        b'<Types><Override PartName="/xl/a.bin" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'
    )
    assert "this workbook holds macros" in exports.refused(exports.repacked(book, {"[Content_Types].xml": kinds}))


def test_values_of_other_files(exports: Exports, book: Path) -> None:
    linked = exports.repacked(book, {"xl/externalLinks/externalLink1.xml": b"<x/>"})
    assert "this workbook takes values from other files" in exports.refused(linked)


def test_a_password(exports: Exports) -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_048_560) + "EncryptedPackage".encode("utf-16-le")
    said = exports.refused(exports.write(container, "locked.xlsx"))
    assert said == "1: table-unreadable: this workbook is protected with a password"


def test_a_password_of_the_zip_file(exports: Exports, book: Path) -> None:
    data = bytearray(book.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "is protected with a password" in exports.refused(exports.write(bytes(data), "locked.xlsx"))


def test_an_old_workbook(exports: Exports) -> None:
    old = exports.write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000), "old.xls")
    assert "this is a file of an old program (.xls or .doc)" in exports.refused(old)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("word/document.xml",), "this is a zip file and no workbook"),
        (("mimetype", "content.xml"), "this is an OpenDocument file"),
        (("xl/workbook.bin",), "this is a binary workbook (.xlsb)"),
    ],
)
def test_other_kinds_of_zip_files(exports: Exports, names: tuple[str, ...], said: str) -> None:
    assert said in exports.refused(packed(*names))


def test_a_way_of_packing_that_no_program_uses(exports: Exports, book: Path) -> None:
    odd = exports.repacked(book, {}, zipfile.ZIP_BZIP2)
    assert "is packed in a way that no spreadsheet program uses" in exports.refused(odd)


def test_parts_that_lie_over_each_other(exports: Exports, book: Path) -> None:
    data = bytearray(book.read_bytes())
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    assert "its parts lie over each other" in exports.refused(exports.write(bytes(data), "over.xlsx"))


@pytest.mark.parametrize("kept", [4, 30, 1_000, -1, -22])
def test_a_workbook_that_is_cut_off(exports: Exports, book: Path, kept: int) -> None:
    assert "this workbook is damaged" in exports.refused(exports.write(book.read_bytes()[:kept], "cut.xlsx"))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\x1f\x8b\x08", "a gzip file"),
        (b"PAR1", "a Parquet file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\n<!DOCTYPE html><table>", "a web page"),
        (b"\xef\xbb\xbf<html>", "a web page"),
        (b'{"a": 1}', "JSON"),
        (b'[{"a": 1}]', "JSON"),
    ],
)
def test_a_file_is_known_by_its_content_and_not_by_its_name(exports: Exports, data: bytes, what: str) -> None:
    assert exports.refused(exports.write(data, "export.csv")).startswith(f"1: table-unreadable: this is {what}")
