"""When sources last changed: as git has it, as the disk has it, as somebody has said."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_builder.exchange import changed
from site_builder.exchange.changed import changed_in

FIRST, SECOND = 1_700_000_000, 1_750_000_000
CLOCK = 1_780_000_000
A, B = "continuum/literacy/argue.yml", "exemplars/literacy/lunch/index.md"
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine")


@pytest.fixture(autouse=True)
def _no_fixed_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def at(moment: int) -> datetime:
    return datetime.fromtimestamp(moment, UTC)


def write(root: Path, file: str, text: str = "x", moment: int = CLOCK) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (moment, moment))


def git(root: Path, *words: str, moment: int = FIRST) -> None:
    day = f"{moment} +0000"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        **{f"GIT_{who}_DATE": day for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True, env=environment)


def commit(root: Path, moment: int) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x", moment=moment)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A school with a history of two commits, in a folder of its repository."""
    root = tmp_path / "repository" / "school"
    for file in (A, B, "README.md"):
        write(root, file)
    git(tmp_path / "repository", "init", "-q")
    commit(root, FIRST)
    write(root, A, "another")
    commit(root, SECOND)
    return root


def test_without_git_the_disk_says_it(tmp_path: Path) -> None:
    write(tmp_path, A)
    write(tmp_path, "README.md")
    assert changed_in(tmp_path) == {A: at(CLOCK)}


def test_without_git_nothing_is_known_where_the_clock_does_not_count(tmp_path: Path) -> None:
    write(tmp_path, A)
    assert changed_in(tmp_path, by_clock=False) == {}


@pytest.mark.parametrize("by_clock", [True, False])
def test_a_moment_that_somebody_has_said_stands_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_clock: bool
) -> None:
    write(tmp_path, A)
    write(tmp_path, B)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FIRST))
    assert changed_in(tmp_path, by_clock=by_clock) == {A: at(FIRST), B: at(FIRST)}


@pytest.mark.parametrize("said", ["", "yesterday", "9" * 30, "1.5"])
def test_a_moment_that_is_none_is_as_if_it_were_not_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    write(tmp_path, A)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    assert changed_in(tmp_path) == {A: at(CLOCK)}


def test_a_folder_that_is_not_there_has_no_sources(tmp_path: Path) -> None:
    assert changed_in(tmp_path / "nowhere") == {}


@needs_git
class TestGit:
    """Where git keeps the sources."""

    @pytest.mark.parametrize("by_clock", [True, False])
    def test_the_last_commit_of_each_file_counts(self, kept: Path, by_clock: bool) -> None:
        assert changed_in(kept, by_clock=by_clock) == {A: at(SECOND), B: at(FIRST)}

    def test_what_differs_from_its_commit_has_the_time_of_the_disk(self, kept: Path) -> None:
        write(kept, B, "not committed")
        write(kept, "continuum/new.yml")
        assert changed_in(kept) == {A: at(SECOND), B: at(CLOCK), "continuum/new.yml": at(CLOCK)}

    def test_where_the_clock_does_not_count_a_change_waits_for_its_commit(self, kept: Path) -> None:
        write(kept, B, "not committed")
        write(kept, "continuum/new.yml")
        assert changed_in(kept, by_clock=False) == {A: at(SECOND), B: at(FIRST)}

    def test_line_ends_of_another_system_are_no_change(self, kept: Path) -> None:
        write(kept, A, "one\ntwo\n")
        commit(kept, SECOND + 1)
        (kept / A).write_bytes(b"one\r\ntwo\r\n")
        assert changed_in(kept)[A] == at(SECOND + 1)

    def test_a_file_that_is_gone_is_not_named(self, kept: Path) -> None:
        (kept / B).unlink()
        assert set(changed_in(kept)) == {A}

    def test_odd_names_are_found(self, kept: Path) -> None:
        names = ["continuum/a b/ö.yml", 'continuum/a b/it"s.yml', "continuum/a b/-x.yml", "continuum/:(top)x.yml"]
        for name in names:
            write(kept, name)
        commit(kept, SECOND + 9)
        found = changed_in(kept)
        assert {found[name] for name in names} == {at(SECOND + 9)}

    def test_a_shallow_copy_knows_its_last_commit(self, kept: Path, tmp_path: Path) -> None:
        git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/repository", "copy")
        found = changed_in(tmp_path / "copy" / "school")
        assert found == {A: at(SECOND), B: at(SECOND)}

    def test_a_repository_without_a_commit_is_as_none(self, tmp_path: Path) -> None:
        write(tmp_path, A)
        git(tmp_path, "init", "-q")
        assert changed_in(tmp_path) == {A: at(CLOCK)}

    def test_a_broken_repository_is_as_none(self, kept: Path) -> None:
        (kept.parent / ".git" / "HEAD").write_text("nonsense", encoding="utf-8")
        assert changed_in(kept) == {A: at(CLOCK), B: at(CLOCK)}

    def test_git_that_takes_too_long_is_as_none(self, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(changed, "_SECONDS", 0)
        assert changed_in(kept) == {A: at(CLOCK), B: at(CLOCK)}

    def test_without_the_program_the_disk_says_it(self, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        assert changed_in(kept) == {A: at(CLOCK), B: at(CLOCK)}

    def test_where_git_is_told_to_look_elsewhere_it_does_not(
        self, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
        assert changed_in(kept)[B] == at(FIRST)

    @pytest.mark.skipif(os.name != "posix", reason="the programs of this attack are shell scripts")
    def test_nothing_that_the_repository_names_is_run(self, kept: Path, tmp_path: Path) -> None:
        trap, sprung = tmp_path / "trap.sh", tmp_path / "sprung"
        trap.write_text(f"#!/bin/sh\ntouch {sprung}\ncat\n", encoding="utf-8")
        trap.chmod(0o755)
        for name in ("core.fsmonitor", "core.pager", "filter.x.clean", "filter.x.smudge", "diff.x.textconv"):
            git(kept, "config", name, str(trap))
        for name, value in (("gpg.program", str(trap)), ("log.showSignature", "true"), ("diff.external", str(trap))):
            git(kept, "config", name, value)
        write(kept, B, "changed")
        (kept / ".gitattributes").write_text("* filter=x diff=x\n", encoding="utf-8")
        sprung.unlink(missing_ok=True)
        assert changed_in(kept)[B] == at(CLOCK)
        assert not sprung.exists()
