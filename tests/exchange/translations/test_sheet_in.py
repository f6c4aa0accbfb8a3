"""Tables of translations as teams exchange them: columns in any order, written by any program."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from site_builder.exchange.translations.incoming import Received
from site_builder.exchange.translations.sheet_in import read_sheet_file


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> Received:
    path = tmp_path / "es.csv"
    path.write_bytes(text.encode(encoding))
    return read_sheet_file(path)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("location,context,source,target\nx.1,A title,Claim,Afirmación\n", "utf-8"),
        ("location,context,source,target\r\nx.1,A title,Claim,Afirmación\r\n", "utf-8-sig"),
        ("Target;Source;Context;Location;Notes\nAfirmación;Claim;A title;x.1;n\n", "cp1252"),
        ("target\tsource\tcontext\tlocation\nAfirmación\tClaim\tA title\tx.1\n", "utf-16"),
        ("Our translations\n\nlocation,context,source,target\nx.1,A title,Claim,Afirmación\n", "utf-8"),
    ],
)
def test_a_table_is_known_by_the_names_of_its_columns(tmp_path: Path, text: str, encoding: str) -> None:
    found = read(tmp_path, text, encoding)
    assert found.problems == ()
    [row] = found.rows
    assert (row.names, row.source, row.target) == (("x.1", "A title"), "Claim", "Afirmación")
    assert (row.is_fuzzy, row.is_answer) == (False, False)


def test_rows_may_be_marked_fuzzy(tmp_path: Path) -> None:
    found = read(tmp_path, "source,target,fuzzy\na,b,True\nc,d,False\ne,f,\n")
    assert [it.is_fuzzy for it in found.rows] == [True, False, False]


def test_what_stands_before_a_formula_is_taken_off_again(tmp_path: Path) -> None:
    [row] = read(tmp_path, "source,target\n'=1+1,'-2\n").rows
    assert (row.source, row.target) == ("=1+1", "-2")


def test_texts_keep_their_lines(tmp_path: Path) -> None:
    [row] = read(tmp_path, 'source,target\n"a\r\n\r\nb","c\n\nd"\n').rows
    assert (row.source, row.target) == ("a\n\nb", "c\n\nd")


def test_a_workbook_is_a_table_too(tmp_path: Path) -> None:
    path = tmp_path / "es.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate((("location", "source", "target"), ("a#b", "Claim", "Afirmación"))):
            sheet.write_row(number, 0, cells)
    [row] = read_sheet_file(path).rows
    assert (row.names, row.target) == (("a#b",), "Afirmación")


@pytest.mark.parametrize("header", ["location,source", "source,translation", "target,notes", "a,b"])
def test_a_table_without_these_columns_is_refused(tmp_path: Path, header: str) -> None:
    found = read(tmp_path, f"{header}\nx,y\n")
    assert ([it.code for it in found.problems], found.rows) == (["table-header"], ())


def test_a_row_that_does_not_fit_is_told_with_its_number(tmp_path: Path) -> None:
    found = read(tmp_path, "source,target\na,b\nc\n")
    assert [(it.code, getattr(it.at, "line", 0)) for it in found.problems] == [("table-row", 3)]
