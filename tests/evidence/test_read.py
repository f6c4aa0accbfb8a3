"""Reading as a whole: nothing is lost, and nothing is left behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from site_builder.evidence.read import read
from site_builder.evidence.set_aside import HEADER, REASONS
from tests.evidence.formats.canvas_rows import RESULTS, result
from tests.evidence.school import AREAS, COMPETENCIES, FRAMEWORK, ROSTER, TODAY, School

OWN = ("student", "skill", "level", "date")


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_every_row_that_is_set_aside_says_where_it_stands_and_why(school: School) -> None:
    rows = [("S1", "WRI.SIG", "3", "2026-10-05"), ("=S9", "Écrire", "3", "5 Oct"), ("S1", "WRI.DIR", "3", "2026-10-05")]
    school.read(school.table("a.csv", OWN, *rows))
    unknown, broad = school.aside
    assert tuple(unknown) == HEADER
    assert (unknown["file"], unknown["row"], unknown["reason"]) == ("a.csv", "3", "student-unknown")
    assert unknown["why"] == REASONS["student-unknown"]
    assert (unknown["student"], unknown["skill"], unknown["date"]) == ("'=S9", "Écrire", "5 Oct")
    assert broad["reason"] == "outcome-broad"


def test_outcomes_that_match_nothing_are_counted_for_proposals(school: School) -> None:
    rows = [result(learning_outcome_name="Turns", learning_outcome_friendly_name="Old turns") for _ in range(2)]
    school.read(school.table("a.csv", RESULTS, *rows))
    assert [(it.names, it.rows) for it in school.result.unmatched] == [(("Turns", "Old turns", "5001"), 2)]
    school.read(school.folder / "a.csv", map="outcomes: {turns: WRI.DIR.2}")
    assert [it.skill for it in school.pieces] == ["WRI.DIR.2"]


def test_an_outcome_with_names_of_two_skills_is_unclear(school: School) -> None:
    school.read(school.table("a.csv", RESULTS, result(learning_outcome_friendly_name="WRI.SIG.1")))
    assert school.reasons == ["outcome-unclear"]


def test_several_files_of_several_formats_are_read_together(school: School) -> None:
    one = school.table("a.csv", RESULTS, result())
    two = school.table("b.csv", OWN, ("S2", "WRI.SIG", "3", "2026-10-05"))
    school.read(one, two)
    assert [it.origin for it in school.pieces] == ["canvas-outcome-results", "sheet"]
    assert [(it.file, it.rows, it.evidence) for it in school.result.tables] == [("a.csv", 1, 1), ("b.csv", 1, 1)]


def test_a_file_that_duckdb_refuses_is_read_with_care_or_refused_with_its_row(school: School) -> None:
    longer = ",".join(result()) + ",\n"
    school.read(school.write("a.csv", ",".join(RESULTS) + "\n" + longer.replace("Quill, Ada", '"Quill, Ada"')))
    assert school.result.pieces == 1
    shorter = '"Quill, Ada",901\n'
    school.read(school.write("a.csv", ",".join(RESULTS) + "\n" + shorter))
    assert school.codes == ["table-row"] and school.problems[0].at.line == 2  # type: ignore[union-attr]


def test_a_header_without_rows_is_read(school: School) -> None:
    school.read(school.table("a.csv", OWN))
    assert (school.result.rows, school.result.pieces) == (0, 0)


def test_nothing_is_written_where_something_is_refused(school: School) -> None:
    school.read(school.table("a.csv", "AB", ("1", "2")))
    assert not school.store.exists() and school.reading is None


def test_only_this_account_may_open_what_is_written_and_nothing_else_is_left(school: School) -> None:
    before = set(Path(tempfile.gettempdir()).glob("continuum-*"))
    school.read(school.table("a.csv", OWN, ("S1", "WRI.SIG", "3", "2026-10-05"), ("S9", "", "", "")))
    assert sorted(it.name for it in school.store.parent.iterdir()) == ["evidence.parquet", "evidence.set-aside.csv"]
    assert {oct(it.stat().st_mode & 0o777) for it in school.store.parent.iterdir()} == {"0o600"}
    assert set(Path(tempfile.gettempdir()).glob("continuum-*")) <= before


CELLS = some.sampled_from(
    ["", "S1", "902", "WRI.SIG", "WRI.DIR", "3", "2.5", "Proficient", "2026-10-05", "2026-02-29", 'é,\n"x', " "]
)


@given(some.lists(some.tuples(CELLS, CELLS, CELLS, CELLS), max_size=8))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_row_is_evidence_or_set_aside(school: School, rows: list[tuple[str, ...]]) -> None:
    school.read(school.table("a.csv", OWN, *rows))
    assert school.result.rows == sum(any(it) for it in rows)


def test_in_a_folder_other_files_are_named_and_left_alone(school: School) -> None:
    (school.folder / "in").mkdir()
    school.table("in/a.csv", OWN, ("S1", "WRI.SIG", "3", "2026-10-05"))
    school.table("in/roster.csv", ("id", "name"), ("S1", "Ada Quill"))
    school.write("in/letter.pdf", b"%PDF-1.7")
    school.write("in/.hidden", "x")
    school.read(school.folder / "in")
    assert school.result.pieces == 1 and school.problems == []
    assert [it.partition(" ")[0] for it in school.result.notices] == ["letter.pdf", "roster.csv"]


def test_a_folder_without_any_export_is_refused(school: School) -> None:
    (school.folder / "in").mkdir()
    assert school.read(school.folder / "in").codes == ["tables-missing"]


def test_a_file_that_is_not_there_is_refused(school: School) -> None:
    assert school.read(school.folder / "none.csv").codes == ["table-unreadable"]


def test_without_a_place_to_write_rows_are_only_counted(school: School) -> None:
    path = school.table("a.csv", OWN, ("S1", "WRI.SIG", "3", "2026-10-05"))
    reading, problems = read([path], ROSTER, None, COMPETENCIES, AREAS, None, framework=FRAMEWORK, today=TODAY)
    assert reading is not None and problems == []
    assert (reading.pieces, [it.name for it in school.folder.iterdir()]) == (1, ["a.csv"])


def test_a_long_file_with_a_short_row_is_not_taken_for_one_without_results(school: School) -> None:
    rows = "".join(",".join(result()).replace("Quill, Ada", "Ada") + "\n" for _ in range(400))
    school.read(school.write("a.csv", ",".join(RESULTS) + "\n" + rows + "short\n"))
    assert school.codes == ["table-row"]


def test_a_row_that_is_longer_than_duckdb_takes_is_read_with_care(school: School) -> None:
    row = ("S1", "WRI.SIG", "3", "2026-10-05", "é" * 70_000)
    school.read(school.table("a.csv", (*OWN, "comment"), row))
    assert [len(it.comment) for it in school.pieces] == [70_000]
