"""Rows of any length are read with care, and without the signs that keep cells from being formulas."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.items.csv_bytes import csv_bytes
from site_builder.exchange.items.ragged import MOST_ROWS, RaggedTable, ragged_table


def table(folder: Path, data: bytes) -> RaggedTable:
    path = folder / "file.csv"
    path.write_bytes(data)
    found, problems = ragged_table(path)
    assert found is not None, problems
    return found


def test_rows_are_as_long_as_they_are(tmp_path: Path) -> None:
    found = table(tmp_path, b"a,b\r\n1\r\n\r\n1,2,3,4\r\n")
    assert (found.file, found.header) == ("file.csv", ("a", "b"))
    assert list(found.rows()) == [(2, ("1",)), (4, ("1", "2", "3", "4"))]


def test_rows_can_be_gone_through_again_and_hold_what_comes_again_once(tmp_path: Path) -> None:
    found = table(tmp_path, b"a,b\nsame,1\nsame,2\n")
    assert list(found.rows()) == list(found.rows())
    one, other = (cells[0] for _, cells in found.rows())
    assert one is other


def test_line_ends_and_separators_of_any_program_are_known(tmp_path: Path) -> None:
    expected = (("a", "b"), [(2, ("1", "2\n3"))])
    for data in (b'a;b\r1;"2\n3"\r', b'a\tb\n1\t"2\r\n3"\n', b'\xef\xbb\xbfa,b\n1,"2\n3"'):
        found = table(tmp_path, data)
        assert (found.header, list(found.rows())) == expected


def test_letters_of_windows_are_read_and_it_is_said(tmp_path: Path) -> None:
    found = table(tmp_path, "a,b\nZoë,2\n".encode("cp1252"))
    assert list(found.rows()) == [(2, ("Zoë", "2"))]
    assert "Windows-1252" in found.notices[0]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-", "@home", "\ttab", "＝1", "'=1", "''@", " =1", "'quoted'", "plain", ""]
)
def test_a_cell_is_no_formula_and_is_read_as_it_was(tmp_path: Path, text: str) -> None:
    data = csv_bytes([("a", "b"), ("x", text)])
    found = table(tmp_path, data)
    assert next(found.rows())[1] == ("x", text)
    cell = data.decode().split("\r\n")[1].removeprefix("x,").strip('"')
    assert not cell.lstrip()[:1] or cell.lstrip()[0] not in "=+-@＝"


def test_a_file_is_written_for_every_program() -> None:
    assert csv_bytes([("a", 'b "c"'), ("é", "x\ny")]) == 'a,"b ""c"""\r\né,"x\ny"\r\n'.encode()


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "table-header", "this file is empty"),
        (b"\n\n", "table-header", "this file is empty"),
        (b"a,b\n1,\0\n", "table-row", "row 2 holds a NUL character"),
        (b'a,b\n1,"2\n', "table-row", "row 2 begins a text in quotation marks that is never closed"),
        (b"a,b\n1," + b"x" * 131_073, "table-row", "row 2 has a cell of more than 131,072 characters"),
        (b"a,b\n" + b"1,2\n" * (MOST_ROWS + 1), "table-header", f"there are more than {MOST_ROWS:,} rows"),
        ("a,b\né,1\n".encode() + b"\xeb,2\n", "table-encoding", "the letters of this file are written in two ways"),
        (b"PK\x03\x04", "table-unreadable", "this is a workbook"),
        (b'{"a": 1}', "table-unreadable", "this is JSON, and no table"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, code: str, words: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(data)
    found, problems = ragged_table(path)
    assert found is None
    assert (problems[0].code, words in problems[0].message) == (code, True)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    found, problems = ragged_table(tmp_path)
    assert (found, [it.code for it in problems]) == (None, ["table-unreadable"])


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    found, [problem] = ragged_table(path)
    assert (found, problem.code) == (None, "table-unreadable")
    assert problem.message == "this file is 50 MB, and a table of up to 50 MB is read"
