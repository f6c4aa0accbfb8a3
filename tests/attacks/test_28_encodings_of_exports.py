"""Exports in Windows-1252, UTF-16 from Excel, UTF-8 with a mark, and in two encodings at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.evidence.tables import Dialect
from tests.evidence.tabled import Exports

H = "student,level\n"
ZOE = [(2, "Zoë – “yes”", "3")]
TEXT = f"{H}Zoë – “yes”,3\n"


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return Exports(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_names_are_right_in_each_encoding(exports: Exports, encoding: str, end: str) -> None:
    assert exports.rows(TEXT.replace("\n", end).encode(encoding)) == ZOE


def test_utf_16_from_excel_with_tabs(exports: Exports) -> None:
    data = TEXT.replace(",", "\t").replace("\n", "\r\n").encode("utf-16")
    assert exports.rows(data) == ZOE
    assert exports.notices(data) == "the file was read as UTF-16"


def test_an_encoding_that_was_assumed_is_told(exports: Exports) -> None:
    assert exports.notices(TEXT) == ""
    assert "read as Windows-1252 (from row 2 on)" in exports.notices(TEXT.encode("cp1252"))


def test_the_header_may_be_what_is_not_utf_8(exports: Exports) -> None:
    tables = exports.tables("élève;niveau\nZoë;3\n".encode("cp1252"))
    assert tables[0].header == ("élève", "niveau")


def test_two_encodings_in_one_file_are_refused_with_the_rows(exports: Exports) -> None:
    rows = "Bo,2\nZoë,3\n".encode() + "Zoë,1\n".encode("cp1252")
    said = exports.refused(H.encode() + rows)
    assert (
        said == "4: table-encoding: the letters of this file are written in two ways: row 3 is UTF-8, and row 4 is not"
    )


def test_two_encodings_in_one_row_are_refused(exports: Exports) -> None:
    row = "Zoë,".encode() + "é\n".encode("cp1252")
    assert exports.refused(H.encode() + row).endswith("row 2 has letters of both kinds")


def test_windows_first_and_utf_8_later_is_refused_too(exports: Exports) -> None:
    said = exports.refused(H.encode() + "Zoë,1\n".encode("cp1252") + "Zoë,3\n".encode())
    assert said.endswith("row 3 is UTF-8, and row 2 is not")


@pytest.mark.parametrize("byte", [b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"])
def test_what_is_in_no_encoding_is_refused_with_its_row(exports: Exports, byte: bytes) -> None:
    said = exports.refused(H.encode() + b"Bo,1\nZo" + byte + b",3\n")
    assert said == "3: table-encoding: row 3 has letters that are neither UTF-8 nor Windows-1252"


@pytest.mark.parametrize("data", ["Zo\ud800,3".encode("utf-16-le", "surrogatepass"), "Bo,3".encode("utf-16-le") + b"x"])
def test_broken_utf_16_is_refused(exports: Exports, data: bytes) -> None:
    said = exports.refused(H.encode("utf-16") + data)
    assert said == "2: table-encoding: row 2 has letters that cannot be read as UTF-16"


def test_utf_16_that_does_not_say_so_is_refused_unless_the_mapping_does(exports: Exports) -> None:
    data = TEXT.encode("utf-16-le")
    assert exports.refused(data) == "1: table-row: row 1 holds a NUL character, which no text has"
    assert exports.rows(data, Dialect(encoding="UTF-16LE")) == ZOE


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "iso8859-15", "utf-8"])
def test_the_encoding_that_the_mapping_says_is_used(exports: Exports, encoding: str) -> None:
    text = TEXT if encoding != "iso8859-15" else f"{H}Zoë,3\n"
    assert exports.rows(text.encode(encoding), Dialect(encoding=encoding))[0][1] == text.split("\n")[1].split(",")[0]


def test_letters_outside_the_encoding_that_the_mapping_says_are_refused(exports: Exports) -> None:
    said = exports.refused(TEXT.encode("cp1252"), Dialect(encoding="utf-8"))
    assert said == "2: table-encoding: row 2 has letters that cannot be read as utf-8-sig"


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "zip", "idna", "\0", "undefined", "unicode_escape"])
def test_an_encoding_that_nobody_knows_is_refused(exports: Exports, encoding: str) -> None:
    assert "table-encoding: nobody here knows an encoding called" in exports.refused(TEXT, Dialect(encoding=encoding))
