"""Rows that name two students or none, what nobody knows, and days that are none: no guess, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.evidence.roster import read_roster
from tests.evidence.formats.canvas_rows import RESULTS, result
from tests.evidence.school import School

OWN = ("student", "skill", "level", "date")
GOOD = ("S1", "WRI.SIG", "3", "2026-10-05")


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_two_students_with_one_id_are_refused_where_the_roster_names_them(school: School) -> None:
    roster, problems = read_roster([school.table("r.csv", ("id", "name"), ("S1", "Ada Quill"), ("s1", "Bo Nib"))])
    assert roster is None
    assert [it.at.line for it in problems] == [3]  # type: ignore[union-attr]


def test_one_student_with_two_ids_is_one_student(school: School) -> None:
    rows = [("S1", *GOOD[1:3], "2026-10-05"), ("901", *GOOD[1:3], "2026-10-06"), ("ada", *GOOD[1:3], "2026-10-07")]
    school.read(school.table("a.csv", OWN, *rows))
    assert [it.student for it in school.pieces] == ["S1", "S1", "S1"]


def test_a_row_with_ids_of_two_students_belongs_to_neither(school: School) -> None:
    school.read(school.table("a.csv", RESULTS, result(student_sis_id="S2", student_id="901")))
    assert (school.result.pieces, school.reasons) == (0, ["student-unclear"])


@pytest.mark.parametrize(
    ("place", "text", "reason"),
    [
        (0, "S9", "student-unknown"),
        (0, "", "student-unknown"),
        (0, "Ada Quill", "student-unknown"),
        (1, "WRI.XYZ", "outcome-unmatched"),
        (1, "Sign what you write", "outcome-unmatched"),
        (1, "WRI.DIR", "outcome-broad"),
        (2, "9", "level-outside"),
        (2, "", "level-missing"),
        (2, "2.5", "level-outside"),
        (3, "2026-11-26", "date-future"),
        (3, "1900-01-01", "date-impossible"),
        (3, "2026-02-29", "date-impossible"),
        (3, "03/04/2026", "date-impossible"),
        (3, "46000", "date-impossible"),
        (3, "", "date-missing"),
    ],
)
def test_what_cannot_be_known_is_set_aside_with_its_row_and_reason(
    school: School, place: int, text: str, reason: str
) -> None:
    row = list(GOOD)
    row[place] = text
    school.read(school.table("a.csv", OWN, GOOD, row))
    assert school.result.pieces == 1
    assert [(it["row"], it["reason"]) for it in school.aside] == [("3", reason)]


def test_the_29th_of_february_of_a_leap_year_and_today_are_days(school: School) -> None:
    rows = [(*GOOD[:3], "2024-02-29"), (*GOOD[:3], "2026-11-25")]
    assert school.read(school.table("a.csv", OWN, *rows)).result.pieces == 2
