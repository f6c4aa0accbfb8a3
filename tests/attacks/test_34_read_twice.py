"""The same export twice, its rows in another order: the same evidence, byte by byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evidence.formats.canvas_rows import RESULTS, result
from tests.evidence.school import School

OTHERS: tuple[dict[str, str], ...] = (
    {},
    {"student_sis_id": "S2", "student_id": "902"},
    {"assessment_question_id": "1", "assessment_type": "quiz"},
    {"assessment_question_id": "2", "assessment_type": "quiz"},
)
ROWS = [
    result(other, learning_outcome_rating=rating, learning_outcome_rating_points="", attempt=str(attempt))
    for attempt in (1, 2)
    for rating in ("Developing", "Proficient")
    for other in OTHERS
]


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_rows_in_another_order_are_the_same_evidence(school: School) -> None:
    first = school.read(school.table("a.csv", RESULTS, *ROWS)).store.read_bytes()
    assert school.read(school.table("b.csv", RESULTS, *reversed(ROWS))).store.read_bytes() == first
    # Where questions of one attempt are rated differently, the lowest stands for all.
    assert [it.level for it in school.pieces if it.kind == "quiz"] == ["2", "2"]


def test_an_export_that_is_given_twice_adds_nothing(school: School) -> None:
    path = school.table("a.csv", RESULTS, *ROWS)
    first = school.read(path).store.read_bytes()
    count = school.result.pieces
    school.read(path, path, school.table("copy.csv", RESULTS, *ROWS))
    assert school.store.read_bytes() == first
    assert (school.result.rows, school.result.pieces) == (3 * len(ROWS), count)


def test_a_file_that_repeats_itself_adds_nothing(school: School) -> None:
    first = school.read(school.table("a.csv", RESULTS, *ROWS)).store.read_bytes()
    assert school.read(school.table("b.csv", RESULTS, *ROWS, *ROWS)).store.read_bytes() == first
