"""Our own sheet."""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from site_builder.evidence.piece import Mark, Piece
from tests.evidence.school import School

FULL = (
    "Student,Skill,Level,Date,Task,Task ID,Attempt,Kind,Purpose,Assessor,Comment,Reflection,Link,Graded,Mark,Target,"
    "Version"
)


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_every_column_has_its_place_in_a_piece(school: School) -> None:
    row = (
        'S1,WRI.DIR.1,3,2026-10-05,Way,t1,2,talk,practice,T. Ink,"Clear, and kind",Mine,https://x.example,2026-10-07,,'
    )
    school.read(school.write("a.csv", f"{FULL}\n{row}4,2026-27\n"))
    assert school.pieces == [
        Piece(
            student="S1",
            skill="WRI.DIR.1",
            level="3",
            on=date(2026, 10, 5),
            task="Way",
            task_id="t1",
            attempt=2,
            kind="talk",
            is_formative=True,
            assessor="T. Ink",
            graded=date(2026, 10, 7),
            comment="Clear, and kind",
            reflection="Mine",
            link="https://x.example",
            target="4",
            version="2026-27",
            origin="sheet",
        )
    ]


@pytest.mark.parametrize(
    ("level", "found"),
    [("3", "3"), ("Proficient", "3"), ("proficient ", "3"), ("Level 3", "3"), ("3.0", "3"), ("3,0", "3"), ("03", "3")],
)
def test_a_level_may_be_its_id_its_name_or_its_number(school: School, level: str, found: str) -> None:
    school.read(school.table("a.csv", ("student", "skill", "level", "date"), ("S1", "WRI.SIG", level, "2026-10-05")))
    assert [it.level for it in school.pieces] == [found]


@pytest.mark.parametrize("level", ["5", "0", "2.5", "3+", "3/4", "three", "NaN", "Infinity", "1e999", "\u0663\u0663"])
def test_what_is_no_level_is_set_aside(school: School, level: str) -> None:
    school.read(school.table("a.csv", ("student", "skill", "level", "date"), ("S1", "WRI.SIG", level, "2026-10-05")))
    assert school.reasons == ["level-outside"]
    assert school.aside[0]["level"] == level


def test_a_level_belongs_to_the_scale_of_its_own_area(school: School) -> None:
    rows = [("S1", "AGE.GOA", "3", "2026-10-05"), ("S1", "AGE.GOA", "by myself", "2026-10-05")]
    school.read(school.table("a.csv", ("student", "skill", "level", "date"), *rows))
    assert [it.level for it in school.pieces] == ["self"] and school.reasons == ["level-outside"]


def test_marks_stand_in_a_column_of_their_own(school: School) -> None:
    header = ("student", "skill", "level", "date", "mark", "comment")
    rows = [
        ("S1", "WRI.SIG", "", "2026-10-05", "missed", ""),
        ("S1", "WRI.SIG", "1", "2026-10-01", "Baseline", ""),
        ("S1", "WRI.SIG", "3", "2026-10-06", "judgement", "Shown in talk"),
        ("S1", "WRI.SIG", "", "2026-10-06", "judgement", "No level"),
        ("S1", "WRI.SIG", "3", "2026-10-06", "excellent", ""),
    ]
    school.read(school.table("a.csv", header, *rows))
    assert [(it.mark, it.level) for it in school.pieces] == [
        (Mark.BASELINE, "1"),
        (Mark.MISSED, ""),
        (Mark.JUDGEMENT, "3"),
    ]
    assert school.reasons == ["level-missing", "mark-unknown"]


def test_ids_may_have_commas_and_letters_of_any_language(school: School) -> None:
    rows = [
        (id, "wri.sig.1", "3", "2026-10-05")
        for id in ("12,4", "SO\u0308REN".replace("O\u0308", "\u00d8"), "ADA@school.example")
    ]
    school.read(school.table("a.csv", ("student", "skill", "level", "date"), *rows))
    assert [it.student for it in school.pieces] == ["12,4", "S1", "s\u00f8ren"]


def test_two_teachers_on_one_day_are_both_kept(school: School) -> None:
    header = ("student", "skill", "level", "date", "task", "assessor")
    rows = [("S1", "WRI.SIG", level, "2026-10-05", "Way", who) for level, who in (("3", "A"), ("2", "B"))]
    assert school.read(school.table("a.csv", header, *rows)).result.pieces == 2


def test_columns_that_mean_nothing_here_are_named(school: School) -> None:
    school.read(
        school.table(
            "a.csv", ("student", "skill", "level", "date", "house"), ("S1", "WRI.SIG", "3", "2026-10-05", "Blue")
        )
    )
    assert school.result.notices == ("a.csv: nothing was read from the columns house",)


def test_a_workbook_is_read_like_a_table(school: School) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Student", "Skill", "Level", "Date"])
    book.active.append(["S1", "WRI.SIG", 3, date(2026, 10, 5)])
    with warnings.catch_warnings():  # the library that writes test workbooks leaves encodings to chance
        warnings.simplefilter("ignore", EncodingWarning)
        book.save(school.folder / "a.xlsx")
    school.read(school.folder / "a.xlsx")
    assert [(it.level, it.on) for it in school.pieces] == [("3", date(2026, 10, 5))]


def test_signs_that_nobody_sees_are_gone_from_texts(school: School) -> None:
    header = ("student", "skill", "level", "date", "comment", "task")
    school.read(school.table("a.csv", header, ("S1", "WRI.SIG", "3", "2026-10-05", " a\u202eb\u200b ", "T\n")))
    assert [(it.comment, it.task) for it in school.pieces] == [("ab", "T")]
