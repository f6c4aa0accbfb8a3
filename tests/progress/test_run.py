"""Pages of everybody, written whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.evidence.student import Roster
from site_builder.private.output import NEXT, OLD, beside
from site_builder.progress import run as module
from site_builder.progress.prepare import Asked, prepare
from site_builder.progress.run import Report, Wish, page_file, plain_file, plain_group_file, run
from site_builder.progress.turn import LOCK
from site_builder.site.build import cache_of
from site_builder.sources.crew import Crew
from tests.schoolroom import Schoolroom, tree

posix = pytest.mark.skipif(os.name != "posix", reason="there are no such signals and limits here")
TODAY = date(2026, 11, 24)
# As the school's mkdocs.yml says.
SITE = "https://school.example/continuum/"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A school with the pages of an earlier day."""
    made = Schoolroom(tmp_path_factory.mktemp("pattern")).ready()
    assert made.progress(day="2026-09-10").code == 0, made.output
    return made


@pytest.fixture
def room(pattern: Schoolroom, tmp_path: Path) -> Schoolroom:
    """A copy of it."""
    return pattern.copy(tmp_path)


@pytest.fixture
def wish(room: Schoolroom) -> Wish:
    """The pages of today, sealed."""
    return wished(room)


def wished(room: Schoolroom, **changes: Any) -> Wish:
    """What is wanted in this school."""
    asked = Asked(
        room.school.root, room.store, (room.roster,), room.private, TODAY, TODAY, room.register, site_url=SITE
    )
    made, problems = prepare(replace(asked, **changes), cache_of(room.school.root))
    assert made, problems
    return made


def codes(report: Report) -> list[str]:
    """The codes of its problems."""
    return [it.code for it in report.problems]


@contextmanager
def unchanged(room: Schoolroom) -> Iterator[None]:
    """The earlier pages are as they were, and nothing lies beside them."""
    before = tree(room.private)
    yield
    assert tree(room.private) == before
    assert not beside(room.private, NEXT).exists()
    assert not beside(room.private, OLD).exists()


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_as_many_workers_as_there_are_make_the_same_pages(room: Schoolroom, size: int) -> None:
    with Crew(1) as crew:
        run(wished(room, keys_file=None, out=room.office / "alone"), crew)
    with Crew(size, worth=1) as crew:
        report = run(wished(room, keys_file=None, out=room.office / "plain"), crew)
    assert (report.students, report.groups) == (4, 2)
    assert tree(room.office / "plain") == tree(room.office / "alone")


def test_progress_counts_students(wish: Wish) -> None:
    told: list[tuple[str, int, int]] = []
    with Crew(1) as crew:
        run(wish, crew, lambda *it: told.append(it))
    assert told == [("pages", 4, 4)]


def test_the_folder_is_filled_with_the_address_of_each_page_and_no_other(room: Schoolroom, wish: Wish) -> None:
    with Crew(1) as crew:
        run(wish, crew)
    pages = {page_file(it) for it in (*wish.secrets.values(), *wish.group_secrets.values())}
    assert tree(room.private).keys() == {*pages, *wish.code_pages, ".continuum-private"}


def test_decoys_are_in_the_languages_of_the_others(room: Schoolroom, wish: Wish) -> None:
    students = {id: replace(it, language="ar", groups=()) for id, it in wish.roster.students.items()}
    with Crew(1) as crew:
        assert run(replace(wish, roster=Roster(students), decoys=9), crew).decoys == 5
    heads = [it.read_bytes()[:60] for it in (room.private / "p").glob("*/index.html")]
    assert [b'<html lang="ar" dir="rtl">' in it for it in heads] == [True] * 9


# Broken off


@posix
def test_a_worker_that_is_killed_leaves_the_earlier_pages(
    room: Schoolroom, wish: Wish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "pages_of", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with unchanged(room), Crew(2, worth=1) as crew:
        report = run(wish, crew)
    assert codes(report) == ["run-cut-off"]
    assert report.students == 0


@posix
def test_a_disk_that_takes_no_more_leaves_the_earlier_pages(room: Schoolroom, wish: Wish) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with unchanged(room), Crew(1) as crew:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, hard))
        try:
            report = run(wish, crew)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert codes(report) == ["private-unwritable"]
    assert "File too large" in report.problems[0].message


@pytest.mark.parametrize("size", [1, 2])
def test_a_full_disk_is_said_in_a_sentence(
    room: Schoolroom, wish: Wish, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(module, "write_files", full)
    with unchanged(room), Crew(size, worth=1) as crew:
        report = run(wish, crew)
    assert [it.message for it in report.problems] == [f"{room.private} could not be written: No space left on device"]


def test_a_person_who_stops_it_keeps_the_earlier_pages(room: Schoolroom, wish: Wish) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with unchanged(room), Crew(1) as crew, pytest.raises(KeyboardInterrupt):
        run(wish, crew, stop)


def test_a_bug_leaves_the_earlier_pages(room: Schoolroom, wish: Wish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_write_groups", lambda *_: 1 / 0)
    with unchanged(room), Crew(1) as crew, pytest.raises(ZeroDivisionError):
        run(wish, crew)


KILLED = """
import os, signal, sys
from site_builder.cli import main
sys.modules["site_builder.cli.progress"].Bar = lambda: lambda *_: os.kill(os.getpid(), signal.SIGKILL)
main()
"""


@posix
def test_a_run_that_was_killed_leaves_the_earlier_pages_and_the_next_one_clears_up(room: Schoolroom) -> None:
    before = tree(room.private)
    words = ["progress", "-C", room.school.root, "--roster", room.roster, "--evidence", room.store]
    command = [sys.executable, "-c", KILLED, *words, "--keys", room.register, "-o", room.private]
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert tree(room.private) == before
    assert beside(room.private, NEXT).is_dir()
    assert room.progress().verify().code == 0, room.output
    assert not beside(room.private, NEXT).exists()


# Two at once


def test_two_runs_at_once_on_one_folder_are_told_apart(room: Schoolroom, wish: Wish) -> None:
    second: list[Report] = []

    def another(*_: object) -> None:
        with Crew(1) as crew:
            second.append(run(wish, crew))

    with Crew(1) as crew:
        first = run(wish, crew, another)
    assert first.students == 4
    assert codes(second[0]) == ["run-running"]
    assert second[0].problems[0].hint == "wait until it is done, or end it"
    assert room.verify(day=TODAY.isoformat()).code == 0, room.output


def test_two_runs_at_once_on_two_folders_do_not_meet(room: Schoolroom, wish: Wish) -> None:
    second: list[Report] = []

    def another(*_: object) -> None:
        with Crew(1) as crew:
            second.append(run(wished(room, keys_file=None, out=room.office / "plain"), crew))

    with Crew(1) as crew:
        assert run(wish, crew, another).students == 4
    assert codes(second[0]) == []


def test_what_keeps_runs_apart_is_an_empty_file(room: Schoolroom, wish: Wish) -> None:
    with Crew(1) as crew:
        run(wish, crew)
    assert beside(room.private, LOCK).read_bytes() == b""


# Names of files


@pytest.mark.parametrize("id", ["a/b", "..", "../x", "a b", "ä", "S:1", "%2F", "a\\b"])
def test_no_id_leaves_its_folder(id: str) -> None:
    for way in (plain_file(id), plain_group_file(id)):
        assert way.count("/") == 1
        assert "\\" not in way
        assert not way.endswith("/")
