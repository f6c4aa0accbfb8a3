"""Tables of any other system, by what a map says of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_builder.evidence.piece import Mark
from tests.evidence.school import School

MAP = """
columns: {student: Pupil no, skill: Standard, level: Grade, date: On, task: Work, comment: Note, kind: Type}
constants: {assessor: "The [school]'s panel", purpose: practice}
outcomes: {"Turns (old)": WRI.DIR.1}
students: {p-1: S1}
levels: {Exceeds: 4, "5": 4}
marks: {absent: missed}
kinds: {T: talk}
dates: {formats: [DD.MM.YYYY]}
"""


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_a_map_says_what_columns_words_and_days_mean(school: School) -> None:
    text = "Pupil no;Standard;Grade;On;Work;Note;Type\np-1;turns (OLD);exceeds;05.10.2026;Way;Good;T\n"
    school.read(
        school.write("a.csv", f"{text}S2;WRI.SIG;5;6.10.2026;Way;;X\nS2;WRI.SIG;Absent;7.10.2026;;;\n"), map=MAP
    )
    first, missed, second = school.pieces[0], school.pieces[2], school.pieces[1]
    assert (first.student, first.skill, first.level, first.on) == ("S1", "WRI.DIR.1", "4", date(2026, 10, 5))
    assert (first.assessor, first.is_formative, first.kind) == ("The [school]'s panel", True, "talk")
    assert (second.level, second.kind, second.origin) == ("4", "X", "table")
    assert (missed.mark, missed.level) == (Mark.MISSED, "")


def test_a_declared_encoding_and_separator_are_used(school: School) -> None:
    path = school.write("a.csv", "Who|What|How|On\nZoë|WRI.SIG|3|2026-10-05\n".encode("cp850"))
    map = "delimiter: '|'\nencoding: cp850\nstudents: {Zoë: S2}\n"
    map += "columns: {student: Who, skill: What, level: How, date: On}"
    assert [it.student for it in school.read(path, map=map).pieces] == ["S2"]


def test_tiers_turn_scores_into_levels_as_canvas_does(school: School) -> None:
    rows = [("S1", "WRI.SIG", score, f"2026-10-0{n}") for n, score in enumerate(["84.9", "85", "3", "100", "-1"], 1)]
    map = "columns: {student: A, skill: B, score: C, date: D}\nscores: [{level: 1, points: 0}, {level: 3, points: 85}]"
    school.read(school.table("a.csv", "ABCD", *rows), map=map)
    assert [it.level for it in school.pieces] == ["1", "3", "1", "3"]
    assert school.reasons == ["level-outside"]


def test_a_wide_table_has_a_skill_in_each_column(school: School) -> None:
    header = ("Pupil", "Day", "WRI.DIR.1", "Turns [%]", "Form")
    rows = [("S1", "2026-10-05", "3", "2", "7b"), ("S2", "2026-10-05", "", "4", "7b")]
    map = "columns: {student: Pupil, date: Day}\nwide: [WRI.DIR.1, 'Turns [%]']\noutcomes: {'Turns [%]': WRI.DIR.2}"
    school.read(school.table("a.csv", header, *rows), map=map)
    assert [(it.student, it.skill, it.level) for it in school.pieces] == [
        ("S1", "WRI.DIR.1", "3"),
        ("S1", "WRI.DIR.2", "2"),
        ("S2", "WRI.DIR.2", "4"),
    ]


def test_in_a_wide_table_all_other_columns_may_be_skills(school: School) -> None:
    map = "columns: {student: Pupil, date: Day}\nwide: all"
    school.read(school.table("a.csv", ("Pupil", "Day", "WRI.SIG", "Form"), ("S1", "2026-10-05", "3", "7b")), map=map)
    assert school.result.pieces == 1 and school.reasons == ["outcome-unmatched"]


def test_names_count_only_if_the_map_says_so_and_nobody_shares_one(school: School) -> None:
    path = school.table("a.csv", "ABCD", ("ada quill", "WRI.SIG", "3", "2026-10-05"))
    map = "columns: {name: A, skill: B, level: C, date: D}"
    assert school.read(path, map=map).reasons == ["student-unknown"]
    assert [it.student for it in school.read(path, map=f"{map}\nnames: true").pieces] == ["S1"]


def test_a_name_with_a_bracket_or_a_quote_is_a_column_like_any_other(school: School) -> None:
    names = ("Who] [x", 'W"hat', "How'; --", "On [d]")
    path = school.table("a.csv", names, ("S1", "WRI.SIG", "3", "2026-10-05"))
    map = "columns: {student: 'Who] [x', skill: 'W\"hat', level: \"How'; --\", date: 'On [d]'}"
    assert school.read(path, map=map).result.pieces == 1


def test_several_tables_may_be_declared_in_one_map(school: School) -> None:
    one = school.table("a.csv", "ABCD", ("S1", "WRI.SIG", "3", "2026-10-05"))
    two = school.table("b.csv", "WXYZ", ("S2", "WRI.SIG", "Top", "2026-10-05"))
    map = (
        "levels: {Top: 4}\ntables:\n- columns: {student: A, skill: B, level: C, date: D}\n"
        "- columns: {student: W, skill: X, level: Y, date: Z}"
    )
    assert [(it.student, it.level) for it in school.read(one, two, map=map).pieces] == [("S1", "3"), ("S2", "4")]


def test_a_table_that_nobody_knows_is_refused(school: School) -> None:
    path = school.table("a.csv", "ABCD", ("S1", "WRI.SIG", "3", "2026-10-05"))
    assert school.read(path).codes == ["table-unknown"]
    assert school.read(path, map="columns: {student: A, skill: E}").codes == ["table-unknown"]
    assert "“E”" in school.problems[0].hint


def test_what_a_map_names_must_be_there(school: School) -> None:
    path = school.table("a.csv", "ABCD", ("S1", "WRI.SIG", "3", "2026-10-05"))
    map = (
        "columns: {student: A, skil: B}\noutcomes: {x: WRI}\nstudents: {y: S9}\nlevels: {z: 7}\n"
        "scores: [{level: 8, points: 1}]"
    )
    school.read(path, map=map)
    assert school.codes == ["map-part", "map-student", "map-skill", "map-level", "map-level"]
    assert [it.at.line for it in school.problems] == [1, 3, 2, 4, 5]  # type: ignore[union-attr]
    assert school.reading is None
