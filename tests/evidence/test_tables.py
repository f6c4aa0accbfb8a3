"""Exports as clean tables: as they are where that is safe, else as copies."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import duckdb
import pytest

from site_builder.evidence.tables import Dialect, clean_tables, cleaned, duckdb_source, rows_sql, spooled
from site_builder.problems import Severity
from tests.evidence.tabled import Exports, rows_of, shared_data

H = "student,skill,level\n"
REAL = sorted(path for folder in ("canvas", "slate-cbl", "oneroster") for path in shared_data(folder).rglob("*.csv"))


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return Exports(tmp_path)


def test_a_clean_file_is_not_copied(exports: Exports) -> None:
    [table] = exports.tables(H + "Ana,Claim,3\n")
    assert table.is_original
    assert table.path == exports.folder / "export.csv"
    assert (table.name, table.header, table.notices) == ("export.csv", ("student", "skill", "level"), ())
    assert list(exports.spool.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        H + 'Ana,"one\n\ntwo",3\n',
        H + 'Ana,"said, ""why""",3\n\n\n',
        H + "Ana, Claim ,3",
        "\ufeff" + H + "Zoë,Claim,3\n",
        H.replace("\n", "\r\n") + 'Ana,"one\r\ntwo",3\r\n',
        H.replace(",", ";") + "Ana;1,5;3\n",
        'student,"the ""skill""\nof it",level\nAna,Claim,3\n',
    ],
)
def test_these_need_no_copy(exports: Exports, text: str) -> None:
    [table] = exports.tables(text)
    [copy] = cleaned(table.path, exports.spool)[0]
    assert table.is_original
    assert not copy.is_original
    assert [tuple(str(it).replace("\r\n", "\n") for it in row) for row in rows_of(table)] == [
        tuple(str(it) for it in row) for row in rows_of(copy)
    ]
    assert table.header == copy.header


def test_what_duckdb_refuses_is_read_with_care(exports: Exports) -> None:
    text = H + "Ana,Claim,3\n" * 100_000 + "Bo,Claim\n"
    assert clean_tables(exports.write(text), exports.spool)[0][0].is_original
    assert exports.refused(text) == "100002: table-row: row 100002 has 2 cells, and the header has 3"


def test_a_copy_can_be_opened_by_its_owner_only(exports: Exports) -> None:
    [table] = cleaned(exports.write(H + "Ana,Claim,3\n"), exports.spool)[0]
    assert table.path.parent == exports.spool
    if os.name == "posix":
        assert stat.S_IMODE(table.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("data", ["", "\n\n", "\ufeff", " \n"])
def test_an_empty_file_is_no_table_and_no_mistake(exports: Exports, data: str) -> None:
    assert exports.tables(data) == []
    assert [(it.code, it.severity) for it in exports.problems] == [("table-empty", Severity.NOTE)]


@pytest.mark.parametrize("data", [H, H.strip(), H + "\n\n"])
def test_a_header_alone_is_a_table_without_rows(exports: Exports, data: str) -> None:
    assert exports.rows(data) == []


def test_empty_cells_are_empty_texts_and_never_null(exports: Exports) -> None:
    assert exports.rows(H + 'Ana,,""\n\x01,NULL,\\N\n') == [(2, "Ana", "", ""), (3, "\x01", "NULL", "\\N")]


def test_texts_are_never_taken_for_something_else(exports: Exports) -> None:
    row = ("007", "1e3", "2026-09-01")
    assert exports.rows(H + ",".join(row) + "\n#x,true,inf\n") == [(2, *row), (3, "#x", "true", "inf")]


def test_the_mapping_may_say_where_the_header_stands(exports: Exports) -> None:
    text = "Report of today\n\n" + H + "Ana,Claim,3\n"
    assert exports.rows(text, Dialect(header_row=3)) == [(4, "Ana", "Claim", "3")]


def test_a_header_row_without_names_is_refused(exports: Exports) -> None:
    said = exports.refused(H + ",,\nAna,Claim,3\n", Dialect(header_row=2))
    assert said == "2: table-header: row 2 names no columns"


def test_the_mapping_may_say_the_separator(exports: Exports) -> None:
    assert exports.rows("a:b\n1:2\n", Dialect(delimiter=":")) == [(2, "1", "2")]


def test_columns_without_a_name_at_the_end_are_left_out_if_they_are_empty(exports: Exports) -> None:
    assert exports.tables("a,b,,\n1,2,,\n")[0].header == ("a", "b")
    assert exports.tables("a,,b\n1,2,3\n")[0].header == ("a", "column B", "b")


def test_names_are_on_one_line_and_without_blanks_around_them(exports: Exports) -> None:
    assert exports.tables('" a ","the\nother"\n1,2\n')[0].header == ("a", "the other")


def test_a_column_called_row_is_told_from_the_number_of_the_row(exports: Exports) -> None:
    [table] = exports.tables("Row,a\n9,2\n")
    assert table.header == ("Row (A)", "a")
    assert rows_of(table) == [(2, "9", "2")]


def test_names_and_paths_cannot_leave_their_place_in_the_sql(exports: Exports) -> None:
    folder = exports.folder / "it's; drop [1] *"
    folder.mkdir()
    path = folder / "a'b.csv"
    path.write_text("a\"b,c'd\n1,2\n", encoding="utf-8")
    [table] = exports.tables(path)
    with duckdb.connect() as connection:
        relation = connection.sql(rows_sql(table))
        assert relation.columns == ["row", 'a"b', "c'd"]
        assert relation.fetchall() == [(2, "1", "2")]


def test_the_columns_of_the_source_are_numbered(exports: Exports) -> None:
    [table] = exports.tables(H + "Ana,Claim,3\n")
    with duckdb.connect() as connection:
        relation = connection.sql(f"SELECT c3, c1 FROM {duckdb_source(table)}")  # noqa: S608
        assert relation.fetchall() == [("3", "Ana")]


def test_rows_of_other_readers_become_a_table_too(tmp_path: Path) -> None:
    rows = [(7, ("Ana", 'say "why"\nagain')), (9, ("", ""))]
    table = spooled("statements.json", ("student", "comment"), rows, tmp_path, notices=("read",))
    assert rows_of(table) == [(7, "Ana", 'say "why"\nagain'), (9, "", "")]
    assert (table.name, table.notices, table.is_original) == ("statements.json", ("read",), False)


def test_a_file_that_is_not_there_is_said(exports: Exports) -> None:
    assert "table-unreadable: missing.csv cannot be read" in exports.refused(exports.folder / "missing.csv")
    assert "cannot be read" in exports.refused(exports.folder)


@pytest.mark.skipif(not REAL, reason="the shared exports are not beside the project")
@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_real_exports_are_the_same_either_way(exports: Exports, path: Path) -> None:
    tables, problems = clean_tables(path, exports.spool)
    copies, refused = cleaned(path, exports.spool)
    assert problems == refused
    assert [rows_of(it) for it in tables] == [rows_of(it) for it in copies]
    is_ragged = path.name in ("demo.csv", "nor.csv", "scoring.csv")  # Canvas writes ratings over unnamed columns
    assert bool(problems) is is_ragged
