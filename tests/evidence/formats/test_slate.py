"""What Slate's exports become."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.evidence.formats.slate import PROGRESS, RATINGS
from site_builder.evidence.mapping import read_map
from site_builder.evidence.piece import Mark, Piece
from site_builder.evidence.read import Reading, read
from site_builder.evidence.store import Store
from tests.evidence.school import FRAMEWORK, TODAY, School
from tests.slate_cbl import WHY_ABSENT, canvas_ratings, framework, ratings, roster, slate_data

needs_slate = pytest.mark.skipif(not slate_data().is_dir(), reason=WHY_ABSENT)


def row(**other: str) -> list[str]:
    """A rating as Slate writes it."""
    usual = {
        "student number": "S1",
        "studentid": "4",
        "student username": "ada",
        "skill": "WRI.DIR.1",
        "created": "01/31/2026 23:04:05 -05:00",
        "rating": "3",
        "portfolio": "4",
        "demonstration id": "8",
        "teacher name": "T. Quill",
    }
    said = usual | {name.replace("_", " "): text for name, text in other.items()}
    return [said.get(name, "") for name in RATINGS.header]


def test_us_dates_with_an_offset_are_the_day_as_written(tmp_path: Path) -> None:
    school = School(tmp_path)
    school.read(school.table("a.csv", RATINGS.header, row()))
    piece = school.pieces[0]
    assert (piece.on, piece.level, piece.target, piece.task_id) == (date(2026, 1, 31), "3", "4", "8")


def test_m_and_o_are_marks_and_no_levels(tmp_path: Path) -> None:
    school = School(tmp_path)
    school.read(school.table("a.csv", RATINGS.header, row(rating="M"), row(rating="O"), row(rating="13")))
    assert [(it.mark, it.level) for it in school.pieces] == [(Mark.MISSED, ""), (Mark.OVERRIDE, "")]
    assert school.reasons == ["level-outside"]


def test_a_starting_point_of_a_competency_is_one_of_each_of_its_skills(tmp_path: Path) -> None:
    school = School(tmp_path)
    rows = [("1", "4", "S1", "ada", "", "WRI.DIR", "4", it, *[""] * 7) for it in ("2", "2.5", "")]
    school.read(school.table("a.csv", PROGRESS.header, *rows), map="dates: {missing: 2026-09-01}")
    assert [(it.skill, it.level, it.mark) for it in school.pieces] == [
        ("WRI.DIR.1", "2", Mark.BASELINE),
        ("WRI.DIR.2", "2", Mark.BASELINE),
    ]
    assert school.result.set_aside == {"level-outside": 2, "no-baseline": 2}
    assert (school.result.rows, school.result.spread) == (3, 3)


def _read(path: Path, out: Path, map: str = "") -> tuple[Reading, list[Piece]]:
    areas, competencies = framework()
    said, _ = read_map("map.yml", map.encode())
    reading, problems = read(
        [path], roster(), said, competencies.values(), areas, out, framework=FRAMEWORK, today=TODAY
    )
    assert reading is not None, problems
    store = Store.open(out)
    assert isinstance(store, Store)
    return reading, [piece for _, pieces in store.pieces(list(roster().students)) for piece in pieces]


@needs_slate
def test_all_2500_ratings_are_accounted_for(tmp_path: Path) -> None:
    reading, pieces = _read(ratings(), tmp_path / "a.parquet")
    assert reading.rows == 2500 == reading.pieces + sum(reading.set_aside.values())
    assert len(pieces) == reading.pieces == 2500
    marks = Counter(it.mark for it in pieces)
    assert (marks[Mark.MISSED], marks[Mark.OVERRIDE]) == (190, 78)


@needs_slate
def test_the_same_ratings_in_the_layout_of_canvas_are_the_same_pieces(tmp_path: Path) -> None:
    _, of_slate = _read(ratings(), tmp_path / "a.parquet")
    _, of_canvas = _read(canvas_ratings(), tmp_path / "b.parquet", "columns: {kind: course name}")
    alike: dict[str, Any] = dict.fromkeys(("origin", "assessor", "link", "task", "kind"), "")
    alike |= {"attempt": 0, "graded": None}
    left = Counter(it._replace(**alike) for it in of_slate if it.mark is Mark.NONE)
    assert left == Counter(it._replace(**alike) for it in of_canvas)
    named = {(it.task_id, it.task, it.kind) for it in of_canvas if it.task and it.kind}
    assert named <= {(it.task_id, it.task, it.kind) for it in of_slate}
