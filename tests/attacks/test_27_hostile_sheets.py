"""Sheets that are damaged, huge or not what they seem are refused with their place, and never break anything."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from site_builder.exchange.format import ReadWish
from site_builder.exchange.formats import sheet
from site_builder.tables import held
from site_builder.tables.held import LARGEST, MOST_ROWS
from tests.exchange.sheets.sheeted import csv_file, framework_of, said, save, taken, workbook_file

HEADER = b"Skill,1 Start,2 Goal\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "table-empty: this file is empty"),
        (b"\n\n\n", "table-empty: this file is empty"),
        (HEADER + b"Claim,a\x00b,c\n", "table-row: row 2 holds a NUL character"),
        (HEADER + b"Claim," + b"x" * 200_000 + b",c\n", "table-row: row 2 has a cell of more than 131,072 characters"),
        (HEADER + b'Claim,"never closed,c\n', "table-row: row 2 begins a text in quotation marks that is never closed"),
        (HEADER + b"Claim,a\n", "table-row: row 2 has 2 cells, and the header has 3"),
        (HEADER + b"Claim,a,b,c\n", "table-row: row 2 has something in column D, for which the header has no name"),
        (
            HEADER + b"Skil\xc3\xa9,a,b\nSkil\xe9,a,b\n",
            "table-encoding: the letters of this file are written in two ways",
        ),
        (b"Skill,1 Start,1 Start\nx,a,b\n", "table-header: columns B and C are both called “1 Start”"),
        (b"PK\x03\x04 not a workbook", "workbook-refused: this workbook is damaged"),
        (b"%PDF-1.7", "table-unreadable: this is a PDF, and no table"),
        (b'{"Skill": 1}', "table-unreadable: this is JSON, and no table"),
        (b"<html><table>", "table-unreadable: this is a web page or XML"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(data)
    found = taken(path)
    assert found.framework is None
    assert expected in said(found)


def merged(book: Workbook, page: Worksheet) -> None:
    page.merge_cells("B2:C2")


def unworked(book: Workbook, page: Worksheet) -> None:
    page["B2"] = "=1+1"


def far_off(book: Workbook, page: Worksheet) -> None:
    page.cell(1_000_000, 500, "x")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (merged, "2:1: workbook-cell: on the sheet “Sheet” cells are merged: B2"),
        (unworked, "2:1: workbook-cell: on the sheet “Sheet” a formula has no value: B2"),
        (far_off, "1:1: workbook-refused: the cells of the sheet “Sheet” reach over 1,000,000 rows"),
    ],
)
def test_a_workbook_that_cannot_be_read_surely_is_refused(
    tmp_path: Path, change: Callable[[Workbook, Worksheet], None], expected: str
) -> None:
    book = Workbook()
    [page] = book.worksheets
    for row in [("Skill", "1 Start", "2 Goal"), ("Claim", "a", "b")]:
        page.append(row)
    change(book, page)
    save(book, tmp_path / "book.xlsx")
    assert f"book.xlsx:{expected}" in said(taken(tmp_path / "book.xlsx"))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 50_000_000)
    assert "workbook-refused: this workbook unpacks from" in said(taken(path))


def test_more_rows_than_any_framework_has_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(HEADER + b"a,b,c\n" * 2_000_000)
    expected = f"rows.csv:{MOST_ROWS + 2}:1: table-unreadable: this table has more than 250,000 rows"
    assert said(taken(path)) == expected


@pytest.mark.parametrize("is_mapped", [False, True])
@pytest.mark.parametrize("head", [HEADER, b"PK\x03\x04"])
def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, head: bytes, is_mapped: bool) -> None:
    path, map = tmp_path / "large.csv", tmp_path / "map.yml"
    with path.open("wb") as file:
        file.write(head)
        file.truncate(LARGEST + 1)
    map.write_text("title: x\nlevels: [a, b]\ntables: [{rows: skills, columns: {skill: Skill}}]\n", encoding="utf-8")
    found = sheet.read((path,), ReadWish(map_file=map if is_mapped else None))
    expected = "large.csv:1:1: table-unreadable: this file is 50 MB, and a table of up to 50 MB is read"
    assert said(found).splitlines()[0] == expected


def test_as_many_rows_as_are_allowed_come_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "MOST_ROWS", 3)
    rows = [("Skill", "1", "2"), *[(f"Claim {it}", "a", "b") for it in range(3)]]
    assert len(framework_of(csv_file(tmp_path / "grid.csv", rows)).skills) == 3
    path = workbook_file(tmp_path / "grid.xlsx", {"Ours": [*rows, ("Claim 4", "a", "b")]})
    assert "grid.xlsx:5:1: table-unreadable: the sheet “Ours” has more than 3 rows" in said(taken(path))


@pytest.mark.parametrize("variant", ["", "grid", "long", "slate", "opensalt"])
def test_a_workbook_with_macros_is_refused(tmp_path: Path, variant: str) -> None:
    path = workbook_file(tmp_path / "book.xlsx", {"Ours": [("Skill", "1", "2"), ("Claim", "a", "b")]})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macros")
    assert "workbook-refused: this workbook holds macros" in said(taken(path, variant=variant))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_encoding_and_any_separator_give_the_same_framework(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = ["Skill,1 Start,2 Goal", "Zoë – “yes”,“a”,é"]
    path = tmp_path / "grid.csv"
    path.write_bytes("\r\n".join(it.replace(",", separator) for it in rows).encode(encoding))
    [it] = framework_of(path).competencies
    assert [(skill.title, skill.levels) for skill in it.skills] == [("Zoë – “yes”", {"1": ("“a”",), "2": ("é",)})]


def test_a_header_that_comes_again_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "grid.csv"
    path.write_bytes(HEADER + b"Claim,a,b\nSKILL,1 start,2 goal\nReasons,c,d\n")
    found = taken(path)
    assert found.framework is not None, said(found)
    assert [it.title for it in found.framework.competencies[0].skills] == ["Claim", "Reasons"]
    assert "the header's row came again" in "\n".join(it.words for it in found.remarks)


def test_quotation_marks_and_line_ends_stay_in_their_cells(tmp_path: Path) -> None:
    path = tmp_path / "grid.csv"
    path.write_bytes(HEADER + b'Claim,"say ""yes"", or no","one\r\ntwo"\n')
    [it] = framework_of(path).competencies
    assert it.skills[0].levels == {"1": ('say "yes", or no',), "2": ("one\ntwo",)}


def test_a_hidden_sheet_is_not_read_and_this_is_told(tmp_path: Path) -> None:
    book = Workbook()
    [page] = book.worksheets
    drafts = book.create_sheet("Drafts")
    for at, name in ((page, "Claim"), (drafts, "Secret")):
        at.append(("Skill", "1 Start", "2 Goal"))
        at.append((name, "a", "b"))
    drafts.sheet_state = "hidden"
    save(book, tmp_path / "book.xlsx")
    found = taken(tmp_path / "book.xlsx")
    assert found.framework is not None, said(found)
    assert [it.title for _, it in found.framework.skills.values()] == ["Claim"]
    assert "the hidden sheet “Drafts” was not read" in "\n".join(it.words for it in found.remarks)


def test_zeros_before_a_number_are_kept(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "grid.csv", [("Competency", "Title", "1", "2"), ("007", "Argue", "01", "1e5")])
    [it] = framework_of(path).competencies
    assert (it.id, it.skills[0].levels) == ("007", {"1": ("01",), "2": ("1e5",)})


def test_a_sheet_full_of_names_of_folders_stays_in_its_place(tmp_path: Path) -> None:
    rows = [
        ("Area", "Title", "1", "2"),
        ("../../etc", "../passwd", "a", "b"),
        ("api", "con", "a", "b"),
        ("", "<b>", "a", "b"),
    ]
    framework = framework_of(csv_file(tmp_path / "grid.csv", rows))
    assert [it.source for it in framework.areas] == ["continuum/etc/area.yml", "continuum/the-api/area.yml"]
    assert [it.source.count("/") for it in framework.competencies] == [2, 2, 2]


def test_twenty_thousand_columns_without_a_place_are_all_kept(tmp_path: Path) -> None:
    names = [f"column {it}" for it in range(20_000)]
    path = csv_file(tmp_path / "wide.csv", [["Skill", "1", *names], ["Claim", "a", *names]])
    found = taken(path)
    assert found.framework is not None, said(found)
    assert len(found.aside) == 20_000


def test_a_deep_number_of_ratings_is_refused(tmp_path: Path) -> None:
    header = ("Code", "Type", "Descriptor", "Statement", "ER")
    path = csv_file(tmp_path / "map.csv", [header, ("A.1", "Competency Statement", "x", "", "[" * 5_000)])
    assert "import-odd: row 2: its ER cannot be read: it is nested more than 100 deep" in said(taken(path))
