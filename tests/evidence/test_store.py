"""The store: the same bytes for the same evidence, and pieces by student."""

from __future__ import annotations

import os
import random
from pathlib import Path

import duckdb
import pytest

from site_builder.evidence.store import Store
from site_builder.problems import Problem
from tests.evidence.school import School

OWN = ("student", "skill", "level", "date", "comment")


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def rows(count: int) -> list[tuple[str, ...]]:
    """Rows that differ in little."""
    chance = random.Random(7)  # noqa: S311
    who, what = ["S1", "S2", "søren"], ["WRI.SIG", "WRI.DIR.1", "WRI.DIR.2"]
    return [
        (chance.choice(who), chance.choice(what), str(chance.randint(1, 4)), f"2026-0{n % 9 + 1}-1{n % 7}", f"Note {n}")
        for n in range(count)
    ]


def test_the_same_evidence_in_any_order_and_read_twice_gives_the_same_bytes(school: School) -> None:
    listed = rows(45_000)
    first = school.read(school.table("a.csv", OWN, *listed)).store.read_bytes()
    random.Random(3).shuffle(listed)  # noqa: S311
    again = school.table("b.csv", OWN, *listed)
    assert school.read(again).store.read_bytes() == first
    assert school.read(again, school.folder / "a.csv").store.read_bytes() == first
    assert school.result.set_aside == {"repeated": 45_000}


def test_pieces_come_by_student_in_the_order_of_ids_and_of_days(school: School) -> None:
    school.read(school.table("a.csv", OWN, *rows(300)))
    store = Store.open(school.store)
    assert isinstance(store, Store)
    found = list(store.pieces(["søren", "nobody", "S1"]))
    assert [id for id, _ in found] == ["S1", "nobody", "søren"]
    assert [len(pieces) for _, pieces in found] == [dict(store.students()).get(id, 0) for id, _ in found]
    for _, pieces in found:
        assert [(it.skill, it.on) for it in pieces] == sorted((it.skill, it.on) for it in pieces)
    assert sum(count for _, count in store.students()) == 300


def test_a_path_with_signs_that_stand_for_files_is_one_path(tmp_path: Path) -> None:
    school = School(tmp_path / "it's [1] * {a,b}?" if os.name != "nt" else tmp_path / "it's [1] {a,b}")
    school.folder.mkdir()
    school.read(school.table("a[1].csv", OWN, *rows(5)))
    assert len(school.pieces) == 5


@pytest.mark.parametrize("kind", ["text", "parquet", "half"])
def test_another_file_is_no_store(school: School, kind: str) -> None:
    school.read(school.table("a.csv", OWN, *rows(5)))
    path = school.folder / "x.parquet"
    if kind == "text":
        path.write_text("student,skill\n", encoding="utf-8")
    elif kind == "parquet":
        duckdb.connect().sql("SELECT 1 AS student").write_parquet(path.as_posix())
    else:
        path.write_bytes(school.store.read_bytes()[:-20])
    found = Store.open(path)
    assert isinstance(found, Problem) and found.code == "store-foreign"


def test_where_there_is_no_store_it_is_said_how_to_make_one(school: School) -> None:
    found = Store.open(school.folder / "none.parquet")
    assert isinstance(found, Problem) and found.code == "store-missing"
    assert "continuum evidence read" in found.hint


def test_of_students_without_evidence_there_are_no_pieces(school: School) -> None:
    school.read(school.table("a.csv", OWN, *rows(5)))
    store = Store.open(school.store)
    assert isinstance(store, Store)
    assert list(store.pieces(["nobody"])) == [("nobody", [])] and list(store.pieces([])) == []
