"""Parts of the store: the same pieces as the store itself gives, without a file."""

from __future__ import annotations

import random
from pathlib import Path

from fsspec.implementations.memory import MemoryFileSystem  # type: ignore[import-untyped]

from site_builder.evidence.partition import Partitions, pieces_in
from site_builder.evidence.store import Store
from tests.evidence.school import School

OWN = ("student", "skill", "level", "date", "comment")
WHO = ("12,4", "S1", "søren")


def school(folder: Path) -> School:
    """A school with some evidence of three of its four students."""
    chance = random.Random(7)  # noqa: S311
    rows = [
        (chance.choice(WHO), chance.choice(["WRI.SIG", "WRI.DIR.1"]), str(n % 4 + 1), f"2026-03-{n % 28 + 1:02}", "Ünd")
        for n in range(200)
    ]
    return (made := School(folder)).read(made.table("a.csv", OWN, *rows))


def test_a_part_holds_what_the_store_holds_of_its_students_in_the_same_order(tmp_path: Path) -> None:
    file = school(tmp_path).store
    store, partitions = Store.open(file), Partitions(file)
    assert isinstance(store, Store)
    for wanted in (["S1"], ["12,4", "søren"], [*WHO, "S2"]):
        expected = {id: pieces for id, pieces in store.pieces(wanted) if pieces}
        assert pieces_in(partitions.of(wanted)) == expected
        assert expected


def test_a_part_of_students_without_evidence_is_empty(tmp_path: Path) -> None:
    assert pieces_in(Partitions(school(tmp_path).store).of(["S2", "nobody's"])) == {}


def test_nothing_is_left_in_memory_or_on_the_disk(tmp_path: Path) -> None:
    file = school(tmp_path).store
    before = sorted(tmp_path.rglob("*"))
    pieces_in(Partitions(file).of(WHO))
    assert sorted(tmp_path.rglob("*")) == before
    assert MemoryFileSystem.store == {}
