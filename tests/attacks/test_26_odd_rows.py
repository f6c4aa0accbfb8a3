"""Other separators, quotation marks in quotations, line ends in cells, ragged rows, headers that come again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evidence.tabled import Exports

H = "student,skill,level\n"
FIT = "table-row: row"


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return Exports(tmp_path)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_separator_and_any_line_end_give_the_same_rows(exports: Exports, separator: str, end: str) -> None:
    lines = [
        ("student", "skill", "level"),
        ("Ana", "Claim", "3"),
        ("Bo", '"Claim, and; more|\t"', "2.5"),
        ("", "", '"1,5"'),
    ]
    text = "".join(separator.join(line) + end for line in lines)
    expected = [(2, "Ana", "Claim", "3"), (3, "Bo", "Claim, and; more|\t", "2.5"), (4, "", "", "1,5")]
    assert exports.rows(text) == expected


def test_decimal_commas_do_not_make_the_comma_a_separator(exports: Exports) -> None:
    assert exports.rows("student;points, best;level\nAna;3,5;2\nBo;2,5;1\n")[0] == (2, "Ana", "3,5", "2")


def test_excel_may_say_the_separator_itself(exports: Exports) -> None:
    assert exports.rows("sep=;\r\nstudent;level\r\nAna;3\r\n") == [(3, "Ana", "3")]


def test_quotation_marks_in_a_quotation(exports: Exports) -> None:
    assert exports.rows(H + 'Ana,"say ""why"", twice",3\n') == [(2, "Ana", 'say "why", twice', "3")]


def test_quotation_marks_in_the_middle_of_a_plain_cell_are_text(exports: Exports) -> None:
    assert exports.rows(H + 'Ana,5" board,3\nBo,"x",1\nCy,6" board,2\n')[0] == (2, "Ana", '5" board', "3")
    assert exports.rows(H + 'Ana,5" board,3\n') == [(2, "Ana", '5" board', "3")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_end_in_a_cell_does_not_count_as_a_row(exports: Exports, end: str) -> None:
    text = f'student,skill,level\nAna,"one{end}{end}two",3\nBo,Claim,2\n'
    rows = exports.rows(text.replace("\n", end) if end == "\n" else text)
    assert rows == [(2, "Ana", "one\n\ntwo", "3"), (3, "Bo", "Claim", "2")]


def test_a_quotation_that_is_never_closed_is_refused_at_the_row_where_it_began(exports: Exports) -> None:
    said = exports.refused(H + 'Ana,Claim,3\nBo,"Claim,2\nCy,Claim,1\n')
    assert said == "3: table-row: row 3 begins a text in quotation marks that is never closed"


def test_a_quotation_that_goes_on_after_its_end_is_refused(exports: Exports) -> None:
    said = exports.refused(H + 'Ana,"Claim" more,3\n')
    assert said == "2: table-row: row 2 goes on after the closing quotation mark of a cell"


def test_a_shorter_row_is_refused(exports: Exports) -> None:
    said = exports.refused(H + "Ana,Claim,3\nBo,Claim\n")
    assert said == "3: table-row: row 3 has 2 cells, and the header has 3"


def test_a_longer_row_is_refused_if_there_is_something_in_it(exports: Exports) -> None:
    said = exports.refused(H + "Ana,Claim,3,,late\n")
    assert said == "2: table-row: row 2 has something in column E, for which the header has no name"
    assert exports.rows(H + "Ana,Claim,3,, \nBo,Claim,2\n") == [(2, "Ana", "Claim", "3"), (3, "Bo", "Claim", "2")]


def test_many_ragged_rows_are_counted_after_the_first(exports: Exports) -> None:
    said = exports.refused(H + "Ana,Claim\n" * 500).split("\n")
    assert len(said) == 21
    assert said[-1] == "1: table-row: there are 480 more rows like these"


def test_empty_rows_are_left_out_and_counted(exports: Exports) -> None:
    text = H + "\nAna,Claim,3\n,,\n   \nBo,Claim,2\n\n\n"
    assert exports.rows(text) == [(3, "Ana", "Claim", "3"), (6, "Bo", "Claim", "2")]


def test_empty_rows_before_the_header_are_passed_over(exports: Exports) -> None:
    assert exports.rows("\n\n" + H + "Ana,Claim,3\n") == [(4, "Ana", "Claim", "3")]


def test_a_header_that_comes_again_is_left_out_with_a_notice(exports: Exports) -> None:
    text = H + "Ana,Claim,3\n" + H + "Bo,Claim,2\nStudent,Skill,LEVEL\n" + H
    assert exports.rows(text) == [(2, "Ana", "Claim", "3"), (4, "Bo", "Claim", "2")]
    assert exports.notices(text) == "3 times the header's row came again inside the table and was left out"


@pytest.mark.parametrize("names", ["student,level,Student", "student,level,student", "Zoë,level,zoe\u0308"])
def test_a_name_that_two_columns_have_is_refused_with_both(exports: Exports, names: str) -> None:
    said = exports.refused(f"{names}\nAna,3,2\n")
    assert said.startswith("1: table-header: columns A and C are both called “")
