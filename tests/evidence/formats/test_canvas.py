"""What Canvas's reports become."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_builder.evidence.piece import Piece
from tests.evidence.formats.canvas_rows import COMPETENCY, OLD_RESULTS, RESULTS, result
from tests.evidence.school import School

NO_POINTS = {
    "outcome_score": "",
    "learning_outcome_rating_points": "",
    "learning_outcome_points_possible": "",
    "learning_outcome_mastery_score": "",
}
NO_RATING = {"learning_outcome_rating": "", "learning_outcome_rating_points": ""}
BLANK = NO_RATING | {"outcome_score": "", "attempt": "", "submission_date": "", "learning_outcome_mastered": ""}


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_a_row_of_outcome_results_becomes_a_piece(school: School) -> None:
    school.read(school.table("any name.txt", RESULTS, result()))
    assert school.result.tables[0].format == "Canvas Outcome Results"
    assert school.pieces == [
        Piece(
            student="S1",
            skill="WRI.DIR.1",
            level="3",
            on=date(2026, 10, 5),
            task="Way to school",
            task_id="70",
            attempt=1,
            kind="assignment",
            link="https://canvas.example/courses/1/assignments/70",
            target="3",
            origin="canvas-outcome-results",
        )
    ]


def test_the_older_layout_gives_the_level_by_its_score(school: School) -> None:
    school.read(school.table("a.csv", OLD_RESULTS, result(header=OLD_RESULTS, outcome_score="2.0")))
    assert [(it.level, it.origin) for it in school.pieces] == [("2", "canvas-outcome-results-17")]


def test_a_header_in_another_case_and_order_is_known(school: School) -> None:
    header = [it.title() for it in reversed(RESULTS)]
    school.read(school.table("a.csv", header, list(reversed(result()))))
    assert len(school.pieces) == 1


def test_where_points_are_hidden_the_words_of_the_rating_count(school: School) -> None:
    school.read(school.table("a.csv", RESULTS, result(NO_POINTS)))
    assert [(it.level, it.target) for it in school.pieces] == [("3", "")]


def test_a_score_with_a_decimal_comma_is_a_number(school: School) -> None:
    school.read(school.table("a.csv", RESULTS, result(NO_RATING, outcome_score="2,0")))
    assert [it.level for it in school.pieces] == ["2"]


def test_a_score_between_two_levels_is_never_rounded(school: School) -> None:
    school.read(school.table("a.csv", RESULTS, result(NO_RATING, outcome_score="2.6")))
    assert school.reasons == ["level-outside"] and school.result.pieces == 0


def test_a_score_that_counts_up_to_more_than_the_scale_is_not_taken_for_a_level(school: School) -> None:
    row = result(NO_RATING, outcome_score="3.0", learning_outcome_points_possible="10.0")
    school.read(school.table("a.csv", RESULTS, row))
    assert school.reasons == ["level-other-scale"]
    school.read(school.folder / "a.csv", map="levels: {3: 1}")
    assert [it.level for it in school.pieces] == ["1"]


def test_a_student_in_two_sections_has_the_evidence_once(school: School) -> None:
    rows = [result(section_name="A"), result(section_name="B")]
    school.read(school.table("a.csv", RESULTS, *rows))
    assert school.result.pieces == 1 and school.result.set_aside == {"repeated": 1}
    assert school.aside[0]["row"] == "3"


def test_questions_of_one_attempt_are_one_piece_and_their_scores_are_no_levels(school: School) -> None:
    usual = {"assessment_type": "quiz", "learning_outcome_rating": "Developing", "learning_outcome_rating_points": "2"}
    questions = [
        result(usual, assessment_question_id=str(n), outcome_score=score, learning_outcome_points_possible="1.0")
        for n, score in enumerate(["1.0", "0.0", "1.0"])
    ]
    again = result(usual, assessment_question_id="0", attempt="2", submission_date="2026-10-09T00:00:00Z")
    school.read(school.table("a.csv", RESULTS, *questions, again))
    assert [(it.level, it.attempt) for it in school.pieces] == [("2", 1), ("2", 2)]
    assert school.result.set_aside == {"same-attempt": 2}


def test_a_quiz_without_a_rating_has_no_level(school: School) -> None:
    row = result(NO_RATING, assessment_type="quiz", assessment_question_id="9", outcome_score="1.0")
    school.read(school.table("a.csv", RESULTS, row))
    assert school.reasons == ["level-missing"]


@pytest.mark.parametrize("header", [RESULTS, OLD_RESULTS, COMPETENCY])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_report_that_says_it_has_no_results_is_read(school: School, header: tuple[str, ...], end: str) -> None:
    school.read(school.write("a.csv", f"{','.join(header)}{end}No outcomes found{end}"))
    assert school.result.set_aside == {"no-results": 1}
    assert school.problems == []


def test_rows_of_student_competency_without_work_are_set_aside(school: School) -> None:
    rows = [result(header=COMPETENCY), result(BLANK, header=COMPETENCY, student_sis_id="S2", student_id="902")]
    school.read(school.table("a.csv", COMPETENCY, *rows))
    assert [(it.student, it.origin) for it in school.pieces] == [("S1", "canvas-student-competency")]
    assert school.result.set_aside == {"not-submitted": 1}


def test_work_on_paper_has_no_day_unless_the_map_gives_one(school: School) -> None:
    path = school.table("a.csv", RESULTS, result(submission_date=""))
    assert school.read(path).reasons == ["date-missing"]
    school.read(path, map="dates: {missing: 2026-06-01}")
    assert [it.on for it in school.pieces] == [date(2026, 6, 1)]


def test_the_day_is_the_one_that_is_written(school: School) -> None:
    rows = [result(submission_date="2026-10-05T23:59:59-08:00"), result(submission_date="2026-10-06T00:00:00+13:00")]
    school.read(school.table("a.csv", RESULTS, *rows))
    assert [it.on.day for it in school.pieces] == [5, 6]


def test_the_number_that_canvas_gives_a_student_is_no_id_of_the_roster(school: School) -> None:
    path = school.table("a.csv", RESULTS, result(student_sis_id="", student_id="S2"))
    assert school.read(path).reasons == ["student-unknown"]
    path = school.table("a.csv", RESULTS, result(student_sis_id="", student_id="902"))
    assert [it.student for it in school.read(path).pieces] == ["S2"]


def test_ids_of_two_students_in_one_row_are_unclear(school: School) -> None:
    school.read(school.table("a.csv", RESULTS, result(student_sis_id="S1", student_id="902")))
    assert school.reasons == ["student-unclear"]


def test_a_header_in_another_language_is_told_by_the_map(school: School) -> None:
    header = [f"x {it}" for it in RESULTS]
    map = "format: canvas-outcome-results\ncolumns:\n" + "".join(f"  {it}: x {it}\n" for it in RESULTS)
    school.read(school.table("a.csv", header, result()), map=map)
    assert [(it.skill, it.level, it.task) for it in school.pieces] == [("WRI.DIR.1", "3", "Way to school")]


def test_a_map_may_say_that_another_column_is_the_kind(school: School) -> None:
    school.read(school.table("a.csv", RESULTS, result(course_name="Studio")), map="columns: {kind: Course name}")
    assert [it.kind for it in school.pieces] == ["Studio"]


def test_the_gradebook_has_a_piece_in_each_cell_that_is_not_blank(school: School) -> None:
    names = ["Writing > WRI.DIR.1", "Writing > WRI.SIG"]
    header = ["Student name", "Student ID", *(f"{it} {what}" for it in names for what in ("result", "mastery points"))]
    rows = [["Quill, Ada", "901", "3.0", "3.0", "2.5", "3.0"], ["Reed, Zoë", "902", "", "3.0", "4", "3.0"]]
    school.read(school.table("a.csv", header, *rows), map="dates: {missing: 2026-06-01}")
    assert [(it.student, it.skill, it.level, it.target) for it in school.pieces] == [
        ("S1", "WRI.DIR.1", "3", "3"),
        ("S2", "WRI.SIG.1", "4", "3"),
    ]
    assert school.reasons == ["level-outside"] and school.result.rows == 3


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_a_file_that_a_spreadsheet_has_saved_is_read(school: School, end: str) -> None:
    row = result(
        NO_RATING, outcome_score="3,0", assessment_title='"Way;\nto “school”"', learning_outcome_points_possible="4,0"
    )
    text = end.join(";".join(it) for it in (RESULTS, row)) + end
    school.read(school.write("a.csv", "\ufeff" + text.replace("Quill, Ada", "Søren Ink")))
    assert [(it.level, it.task) for it in school.pieces] == [("3", "Way;\nto “school”")]


def test_versions_of_a_task_are_all_kept_whatever_their_order(school: School) -> None:
    rows = [
        result(attempt="3", submission_date="2026-10-09T00:00:00Z", learning_outcome_rating="Extending"),
        result(attempt="1", submission_date="2026-10-05T00:00:00Z", learning_outcome_rating="Developing"),
        result(attempt="2", submission_date="2026-10-12T00:00:00Z", learning_outcome_rating="Proficient"),
    ]
    school.read(school.table("a.csv", RESULTS, *rows))
    assert [(it.task_id, it.attempt, it.level) for it in school.pieces] == [
        ("70", 1, "2"),
        ("70", 3, "4"),
        ("70", 2, "3"),
    ]


def test_a_level_beyond_the_target_is_a_level(school: School) -> None:
    school.read(school.table("a.csv", RESULTS, result(learning_outcome_rating="Extending")))
    assert [(it.level, it.target) for it in school.pieces] == [("4", "3")]
