"""What statements of xAPI become."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.evidence.school import School

KIND = "https://w3id.org/xapi/catch/activitytypes/competency"


def statement(**other: Any) -> dict[str, Any]:
    """A statement on one competency."""
    about = {"id": "https://school.example/c/1", "definition": {"type": KIND, "name": {"en": "WRI.DIR.1"}}}
    usual = {
        "id": "a-1",
        "actor": {"mbox": "mailto:ADA@school.example", "name": "Ada"},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/scored"},
        "object": {"id": "https://lms.example/task/7", "definition": {"name": {"en": "Way to school"}}},
        "result": {"score": {"raw": 3, "max": 4}},
        "context": {"contextActivities": {"parent": [about]}},
        "timestamp": "2026-10-05T10:00:00.000Z",
    }
    return usual | other


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


@pytest.mark.parametrize("wrap", [lambda it: [it], lambda it: it, lambda it: {"statements": [it], "more": ""}])
def test_a_statement_becomes_a_piece(school: School, wrap: Any) -> None:
    school.read(school.write("a.json", json.dumps(wrap(statement()), indent=1)))
    piece = school.pieces[0]
    assert (piece.student, piece.skill, piece.level, piece.on) == ("S1", "WRI.DIR.1", "3", date(2026, 10, 5))
    assert (piece.task, piece.task_id, piece.origin) == ("Way to school", "https://lms.example/task/7", "xapi")


def test_statements_may_stand_one_a_line(school: School) -> None:
    lines = [statement(), statement(actor={"account": {"name": "zoe", "homePage": "https://lms.example"}})]
    school.read(school.write("a.jsonl", "\n".join(map(json.dumps, lines))))
    assert [it.student for it in school.pieces] == ["S1", "S2"]


def test_a_statement_that_was_taken_back_is_set_aside(school: School) -> None:
    back = statement(
        id="a-2",
        verb={"id": "http://adlnet.gov/expapi/verbs/voided"},
        object={"objectType": "StatementRef", "id": "a-1"},
    )
    school.read(school.write("a.json", json.dumps([statement(), back])))
    assert school.reasons == ["deleted", "deleted"] and school.result.pieces == 0


def test_a_level_in_words_may_stand_in_an_extension(school: School) -> None:
    extensions = {"https://x.example/place": "Hall", "https://x.example/level": "Extending"}
    school.read(school.write("a.json", json.dumps([statement(result={"extensions": extensions})])))
    assert [it.level for it in school.pieces] == ["4"]


def test_what_is_no_statement_is_refused_with_its_place(school: School) -> None:
    school.read(school.write("a.json", json.dumps([statement(), {"marks": 3}])))
    assert school.codes == ["xapi-statement"] and school.reading is None


def test_json_that_is_none_is_refused(school: School) -> None:
    assert school.read(school.write("a.json", '[{"actor": ')).codes == ["json-unreadable"]


def test_what_a_statement_is_about_counts_where_no_competency_is_named(school: School) -> None:
    course = {
        "id": "https://lms.example/course/1",
        "definition": {"type": "http://adlnet.gov/expapi/activities/course"},
    }
    about = {"id": "WRI.SIG.1", "definition": {"name": {"en": "Sign"}}}
    said = statement(object=about, context={"contextActivities": {"grouping": course}})
    school.read(school.write("a.json", json.dumps(said)))
    assert [(it.skill, it.task, it.link) for it in school.pieces] == [("WRI.SIG.1", "Sign", "")]
