"""Where private things may lie."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_builder.private import git as asked
from site_builder.private.folders import (
    SITE_MARKER,
    git_absent,
    plain_refusal,
    private_refusal,
    public_refusal,
    reading_refusal,
    writing_refusal,
)
from site_builder.private.output import MARKER, write_tree
from site_builder.problems import Problem, Severity
from site_builder.site.publish import MARKER as BUILT
from tests.private.repository import needs_git, repository


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A repository with a public site in it, and the site's spare."""
    root = repository(tmp_path / "school")
    for name in ("site", ".site.spare"):
        (root / name).mkdir()
        (root / name / SITE_MARKER).touch()
    return root


def code(problem: Problem | None) -> str:
    return problem.code if problem else ""


def test_the_marker_of_the_public_site_is_the_one_that_builds_write() -> None:
    assert SITE_MARKER == BUILT


@needs_git
def test_a_roster_that_git_keeps_is_not_read(school: Path) -> None:
    problem = reading_refusal(school / "roster.csv", "the roster")
    assert code(problem) == "private-tracked"
    assert problem is not None
    assert problem.message.startswith("git keeps the roster")
    assert reading_refusal(school / "other.csv", "the roster") is None


@needs_git
def test_a_roster_in_the_public_site_is_not_read(school: Path) -> None:
    (school / "site" / "roster.csv").touch()
    assert code(reading_refusal(school / "site" / "roster.csv", "the roster")) == "private-in-site"


@needs_git
@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("pages", "private-tracked"),
        ("private", ""),
        ("private/pages", ""),
        ("site/pages", "private-in-site"),
        ("site", "private-in-site"),
        (".site.spare/pages", "private-in-site"),
        (".git/pages", "git-unclear"),
        ("continuum/pages", "private-refused"),
        (".", "private-in-site"),
        ("../outside", ""),
    ],
)
def test_plain_pages_go_where_nobody_publishes_them(school: Path, out: str, said: str) -> None:
    assert code(plain_refusal(school / out, school / "site", school)) == said


@needs_git
def test_a_private_file_is_not_written_where_git_would_keep_it(school: Path) -> None:
    assert code(writing_refusal(school / "keys.json", "the register of keys")) == "private-tracked"
    assert code(writing_refusal(school / "roster.csv", "the roster")) == "private-tracked"
    assert code(writing_refusal(school / "site" / "keys.json", "the register of keys")) == "private-in-site"
    assert code(writing_refusal(school / ".git" / "keys.json", "the register of keys")) == "git-unclear"
    assert writing_refusal(school / "private" / "keys.json", "the register of keys") is None


@needs_git
def test_a_link_into_the_public_site_is_followed(school: Path, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(school / "site")
    assert code(private_refusal(tmp_path / "way" / "pages", root=school)) == "private-in-site"
    assert code(private_refusal(tmp_path / "way", root=school)) == "private-refused"


@needs_git
def test_sealed_pages_may_lie_in_a_repository(school: Path) -> None:
    assert private_refusal(school / "sealed", school / "site", school) is None
    assert code(plain_refusal(school / "sealed", school / "site", school)) == "private-tracked"


def test_a_public_site_that_is_not_built_yet_is_kept_apart_too(tmp_path: Path) -> None:
    root = tmp_path / "school"
    root.mkdir()
    assert code(private_refusal(root / "site" / "p", root / "site", root)) == "private-in-site"
    assert code(private_refusal(root / "out", root / "out" / "site", root)) == "private-in-site"


@pytest.mark.parametrize("place", [".", "..", "/"])
def test_a_folder_that_holds_the_school_s_files_is_refused(tmp_path: Path, place: str) -> None:
    root = tmp_path / "school"
    root.mkdir()
    assert code(private_refusal(root / place, root=root)) == "private-refused"


def test_only_what_we_made_is_replaced(tmp_path: Path) -> None:
    root = tmp_path / "school"
    root.mkdir()
    out = tmp_path / "out"
    out.mkdir()
    assert private_refusal(out, root=root) is None
    (out / "mine.txt").touch()
    assert code(private_refusal(out, root=root)) == "private-refused"
    assert code(private_refusal(out / "mine.txt", root=root)) == "private-refused"
    shutil.rmtree(out)
    write_tree(out, [("p/a/index.html", b"a")])
    assert private_refusal(out, root=root) is None
    (tmp_path / ".out.next").symlink_to(root)
    assert code(private_refusal(out, root=root)) == "private-refused"


def test_the_public_site_does_not_go_among_private_pages(tmp_path: Path) -> None:
    write_tree(tmp_path / "private", [("p/a/index.html", b"a")])
    assert code(public_refusal(tmp_path / "private")) == "private-refused"
    assert code(public_refusal(tmp_path / "private" / "site")) == "private-refused"
    assert public_refusal(tmp_path / "site") is None
    assert (tmp_path / "private" / MARKER).is_file()


def test_a_git_that_does_not_say_is_taken_for_the_worst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "git")
    monkeypatch.setattr(asked, "_git", lambda *_: (-1, ""))
    assert code(reading_refusal(tmp_path / "roster.csv", "the roster")) == "git-unclear"
    assert git_absent(tmp_path) is None


def test_that_nobody_could_ask_git_is_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert reading_refusal(tmp_path / "roster.csv", "the roster") is None
    problem = git_absent(tmp_path)
    assert problem is not None
    assert (problem.code, problem.severity) == ("git-absent", Severity.NOTE)
