"""Exports, read against a school's continuum and roster."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.evidence.store import Store
from site_builder.progress import intake as module
from site_builder.progress.intake import Intake, take_in
from site_builder.site.build import cache_of
from tests.schoolroom import Schoolroom

TODAY = date(2026, 11, 24)


@pytest.fixture
def room(tmp_path: Path) -> Schoolroom:
    """A school that has read nothing yet."""
    return Schoolroom(tmp_path)


def taken(room: Schoolroom, **changes: Any) -> tuple[Intake | None, list[str]]:
    """What came of it, and the codes of what was said."""
    usual: dict[str, Any] = {"files": [room.export], "rosters": [room.roster], "map_file": None, "out": room.store}
    root = room.school.root
    found, problems = take_in(root, cache_of(root), today=TODAY, **(usual | changes))
    return found, [it.code for it in problems]


def test_an_export_becomes_a_store_of_pieces(room: Schoolroom) -> None:
    found, said = taken(room)
    assert said == []
    assert found is not None
    assert (found.reading.pieces, found.reading.students) == (8, 3)
    store = Store.open(room.store)
    assert isinstance(store, Store)
    assert store.students() == [("S1", 4), ("S2", 2), ("S3", 2)]


def test_the_continuum_that_it_was_read_against_comes_with_it(room: Schoolroom) -> None:
    found, _ = taken(room)
    assert found is not None
    assert list(found.ground.competencies) == ["LIT.ARG", "LIT.RET", "AGE.GOA"]


def test_without_a_place_to_write_to_nothing_is_written(room: Schoolroom) -> None:
    before = sorted(room.office.iterdir())
    found, said = taken(room, out=None)
    assert said == []
    assert found is not None
    assert found.reading.pieces == 8
    assert sorted(room.office.iterdir()) == before


def test_a_map_that_is_not_there_is_said(room: Schoolroom) -> None:
    assert taken(room, map_file=room.office / "map.yml") == (None, ["file-unreadable"])


@pytest.mark.parametrize("which", ["files", "rosters"])
def test_what_lies_in_the_public_site_is_not_read(room: Schoolroom, which: str) -> None:
    assert room.school.build().code == 0
    public = room.school.root / "site/table.csv"
    public.write_bytes(room.export.read_bytes())
    assert taken(room, **{which: [public]}) == (None, ["private-in-site"])
    assert not room.store.exists()


@pytest.mark.parametrize("which", ["out", "set_aside"])
def test_nothing_is_written_into_the_public_site(room: Schoolroom, which: str) -> None:
    assert room.school.build().code == 0
    public = room.school.root / "site/table"
    assert taken(room, **{which: public}) == (None, ["private-in-site"])
    assert not public.exists()
    assert not room.store.exists()


def test_a_continuum_with_an_error_reads_nothing(room: Schoolroom) -> None:
    room.school.write("continuum/literacy/argue.yml", "id: [\n")
    found, said = taken(room)
    assert found is None
    assert said
    assert not room.store.exists()


def test_a_full_disk_is_a_sentence(room: Schoolroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, "read", full)
    assert taken(room) == (None, ["private-unwritable"])
    assert taken(room, out=None) == (None, ["private-unwritable"])
