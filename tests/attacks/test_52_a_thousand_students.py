"""Attack 52, its private half: a thousand students at once; how long it takes and what it holds is for the bench."""

from __future__ import annotations

import pytest

from tests.schoolroom import HEADER, ROWS, Schoolroom

COUNT = 1_000
GROUPS = 40


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A small school with very many students."""
    made = Schoolroom(tmp_path_factory.mktemp("school"))
    ids = [f"T{number:04}" for number in range(COUNT)]
    students = [f"{id},Invented {id} Person,Group {number % GROUPS}" for number, id in enumerate(ids)]
    made.write("roster.csv", "\n".join(("id,name,groups", *students, "")))
    made.write("export.csv", "\n".join((HEADER, *(f"{id},{it.partition(',')[2]}" for id in ids for it in ROWS), "")))
    return made.ready()


def test_each_of_a_thousand_students_has_a_page_that_their_key_opens(room: Schoolroom) -> None:
    assert room.progress().code == 0
    assert len(list((room.private / "p").iterdir())) == COUNT + GROUPS
    assert room.verify().code == 0
    assert f"{COUNT + GROUPS} pages open with their keys" in room.output
