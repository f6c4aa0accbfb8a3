"""What has to be there before pages are made, and what forbids them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.problems import Problem, Severity
from site_builder.progress.prepare import Asked, prepare, read_private_register, read_private_roster
from site_builder.progress.run import Wish
from site_builder.site.build import cache_of
from tests.private.repository import needs_git, repository
from tests.schoolroom import IDS, Schoolroom

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A school with evidence and keys."""
    return Schoolroom(tmp_path_factory.mktemp("pattern")).ready()


@pytest.fixture
def room(pattern: Schoolroom, tmp_path: Path) -> Schoolroom:
    """A copy of it."""
    return pattern.copy(tmp_path)


@pytest.fixture
def asked(room: Schoolroom) -> Asked:
    """Sealed pages of today."""
    return Asked(room.school.root, room.store, (room.roster,), room.private, TODAY, TODAY, room.register)


def outcome(asked: Asked) -> tuple[Wish | None, list[str]]:
    """What came of it, and the codes of what was said."""
    wish, problems = prepare(asked, cache_of(asked.root))
    return wish, [it.code for it in problems]


def test_all_that_a_run_needs_is_read(asked: Asked) -> None:
    wish, said = outcome(asked)
    assert said == []
    assert wish is not None
    assert tuple(wish.roster.students) == ("S1", "S4", "S2", "S3")
    assert wish.secrets.keys() == set(IDS)
    assert wish.group_secrets.keys() == wish.roster.groups.keys()
    assert wish.job.is_sealed


def test_readable_pages_need_no_keys(asked: Asked) -> None:
    wish, said = outcome(replace(asked, keys_file=None))
    assert said == []
    assert wish is not None
    assert wish.secrets == {}
    assert not wish.job.is_sealed


def test_what_lies_in_the_wrong_place_is_not_even_opened(room: Schoolroom, asked: Asked) -> None:
    site = room.school.root / "site"
    assert room.school.build().code == 0
    broken = site / "roster.csv"
    broken.write_bytes(b"\x00 this is no roster, and reading it would say so")
    assert outcome(replace(asked, rosters=(broken,))) == (None, ["private-in-site"])


def test_each_thing_that_lies_wrong_is_named_at_once(room: Schoolroom, asked: Asked) -> None:
    assert room.school.build().code == 0
    site = room.school.root / "site"
    wrong = replace(
        asked, rosters=(site / "r.csv",), store=site / "e", keys_file=site / "k", words=site, out=site / "p"
    )
    wish, problems = prepare(wrong, cache_of(asked.root))
    assert wish is None
    assert [it.code for it in problems] == ["private-in-site"] * 5
    for what in ("the roster", "the evidence", "the register of keys", "what students say", "private pages"):
        assert any(what in it.message for it in problems)


def test_a_continuum_with_an_error_makes_no_pages(room: Schoolroom, asked: Asked) -> None:
    room.school.write("continuum/literacy/argue.yml", "id: LIT.ARG\n")
    wish, said = outcome(asked)
    assert wish is None
    assert said


def test_warnings_of_the_continuum_are_for_check_and_not_for_here(room: Schoolroom, asked: Asked) -> None:
    room.school.change("exemplars/literacy/lunch/index.md", "until: 2099-06-30", "until: 2020-06-30")
    wish, said = outcome(asked)
    assert wish is not None
    assert said == []


def test_a_key_of_somebody_who_left_is_a_warning(room: Schoolroom, asked: Asked) -> None:
    text = room.roster.read_text(encoding="utf-8")
    room.write("roster.csv", "".join(it for it in text.splitlines(keepends=True) if not it.startswith("S4")))
    wish, said = outcome(asked)
    assert wish is not None
    assert said == ["key-unused"]


def test_a_store_that_is_not_there_is_said_to_be_missing(room: Schoolroom, asked: Asked) -> None:
    room.store.unlink()
    assert outcome(asked) == (None, ["store-missing"])


def test_where_there_is_no_git_a_note_says_that_it_was_not_asked(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    wish, problems = prepare(asked, cache_of(asked.root))
    assert wish is not None
    assert [(it.code, it.severity) for it in problems] == [("git-absent", Severity.NOTE)]


@needs_git
def test_a_roster_and_a_register_that_git_keeps_are_not_read(tmp_path: Path) -> None:
    kept = repository(tmp_path / "kept")
    roster, problems = read_private_roster([kept / "other.csv", kept / "roster.csv"])
    assert roster is None
    assert [(it.code, it.at.file) for it in problems] == [("private-tracked", str(kept / "roster.csv"))]
    register = read_private_register(kept / "kept" / "roster.csv")
    assert isinstance(register, Problem)
    assert register.code == "private-tracked"
