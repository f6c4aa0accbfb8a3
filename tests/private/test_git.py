"""What git would make public."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from site_builder.private.git import Answer, in_tracked_folder, in_work_tree, is_tracked, tracked, would_track
from tests.private.repository import git, needs_git, repository

pytestmark = needs_git


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return repository(tmp_path / "school")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("roster.csv", Answer.YES),
        ("kept", Answer.YES),
        ("kept/roster.csv", Answer.YES),
        ("other.csv", Answer.NO),
        ("private/roster.csv", Answer.NO),
        ("*.csv", Answer.NO),
        ("not/there.csv", Answer.NO),
    ],
)
def test_git_says_which_files_it_keeps(school: Path, name: str, answer: Answer) -> None:
    assert is_tracked(school / name) is answer
    assert tracked(school / name) == (answer is Answer.YES)


@pytest.mark.parametrize(
    ("folder", "answer"),
    [
        (".", Answer.YES),
        ("pages", Answer.YES),
        ("kept", Answer.YES),
        ("private", Answer.NO),
        ("private/pages", Answer.NO),
    ],
)
def test_git_says_where_it_would_keep_what_is_written(school: Path, folder: str, answer: Answer) -> None:
    assert would_track(school / folder) is answer
    assert in_tracked_folder(school / folder) == (answer is Answer.YES)


def test_a_folder_that_is_ignored_and_kept_all_the_same_is_kept(school: Path) -> None:
    (school / "private").mkdir()
    (school / "private" / "a.html").write_text("a", encoding="utf-8")
    git(school, "add", "--force", "private/a.html")
    assert would_track(school / "private") is Answer.YES


def test_a_link_is_followed_first(school: Path, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").symlink_to(school / "roster.csv")
    (tmp_path / "out").symlink_to(school)
    assert tracked(tmp_path / "roster.csv")
    assert in_tracked_folder(tmp_path / "out" / "pages")


def test_elsewhere_git_keeps_nothing(tmp_path: Path) -> None:
    assert in_work_tree(tmp_path) is Answer.NO
    assert not tracked(tmp_path / "roster.csv")
    assert not in_tracked_folder(tmp_path / "out")


def test_within_git_s_own_folder_there_is_no_clear_answer(school: Path) -> None:
    assert in_work_tree(school / ".git") is Answer.UNKNOWN
    assert in_tracked_folder(school / ".git" / "out")


def test_a_broken_repository_gives_no_clear_answer(school: Path) -> None:
    (school / ".git" / "config").write_text("[core\n", encoding="utf-8")
    assert is_tracked(school / "roster.csv") is Answer.UNKNOWN
    assert tracked(school / "roster.csv")


def test_a_repository_that_git_does_not_trust_gives_no_clear_answer(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = subprocess.CompletedProcess([], 128, b"", b"fatal: detected dubious ownership in repository at '/school'")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: said)
    assert in_tracked_folder(school)
    assert tracked(school / "roster.csv")


def test_a_git_that_does_not_answer_gives_no_clear_answer(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 20)

    monkeypatch.setattr(subprocess, "run", late)
    assert is_tracked(school / "roster.csv") is Answer.UNKNOWN


def test_without_git_nothing_is_kept(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert is_tracked(school / "roster.csv") is Answer.ABSENT
    assert would_track(school) is Answer.ABSENT
    assert not tracked(school / "roster.csv")


def test_the_environment_does_not_lead_git_astray(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert tracked(school / "roster.csv")


def test_nothing_that_a_repository_names_is_run(school: Path, tmp_path: Path) -> None:
    script = tmp_path / "run.sh"
    script.write_text(f"#!/bin/sh\ntouch '{tmp_path / 'ran'}'\n", encoding="utf-8")
    script.chmod(0o755)
    git(school, "config", "core.fsmonitor", str(script))
    git(school, "config", "core.pager", str(script))
    assert tracked(school / "roster.csv")
    assert in_tracked_folder(school)
    assert not (tmp_path / "ran").exists()
