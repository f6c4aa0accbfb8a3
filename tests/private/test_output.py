"""A folder of private pages, written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.private.git import Answer, would_track
from site_builder.private.output import MARKER, NEXT, OLD, begin, beside, finish, mend, write_files, write_tree
from tests.private.repository import needs_git, repository

FIRST = [("p/a/index.html", b"first a"), ("p/b/index.html", b"first b"), ("robots.txt", b"no")]


def tree(folder: Path) -> dict[str, bytes]:
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with the pages of an earlier run."""
    write_tree(tmp_path / "private", FIRST)
    return tmp_path / "private"


def nothing_beside(out: Path) -> bool:
    return [it.name for it in out.parent.iterdir()] == [out.name]


def test_the_folder_holds_these_pages_and_no_earlier_ones(out: Path) -> None:
    assert write_tree(out, [("p/c/index.html", b"c")]) == 1
    assert tree(out).keys() == {"p/c/index.html", MARKER}
    assert nothing_beside(out)


def broken(error: BaseException) -> Iterator[tuple[str, bytes]]:
    yield "p/a/index.html", b"second a"
    raise error


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), ValueError("x")])
def test_a_run_that_breaks_off_leaves_the_earlier_pages_and_nothing_else(out: Path, error: BaseException) -> None:
    before = tree(out)
    with pytest.raises(type(error)):
        write_tree(out, broken(error))
    assert tree(out) == before
    assert nothing_beside(out)


@pytest.mark.parametrize("which", [0, 1])
def test_names_that_cannot_be_changed_leave_the_earlier_pages(
    out: Path, monkeypatch: pytest.MonkeyPatch, which: int
) -> None:
    before, usual, left = tree(out), Path.rename, iter(range(which))

    def rename(self: Path, target: Path) -> Path:
        if self.name != f".{out.name}.{OLD}" and next(left, None) is None:
            raise OSError(errno.EACCES, "no")
        return usual(self, target)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "rename", rename)
        with pytest.raises(OSError, match="no"):
            write_tree(out, [("a", b"")])
    assert tree(out) == before
    assert nothing_beside(out)


def test_the_next_run_mends_what_a_power_cut_left(out: Path) -> None:
    before = tree(out)
    begin(out)  # cut off while it wrote
    out.rename(beside(out, OLD))  # and another one between the two renames
    mend(out)
    assert tree(out) == before
    assert nothing_beside(out)
    begin(out)
    write_tree(out, [("a", b"")])
    assert nothing_beside(out)


def test_several_hands_may_write_before_the_exchange(out: Path) -> None:
    folder = begin(out)
    assert write_files(folder, [("p/x/index.html", b"x")]) + write_files(folder, [("p/y/index.html", b"y")]) == 2
    assert b"first a" in tree(out).values()
    finish(out)
    assert tree(out).keys() == {"p/x/index.html", "p/y/index.html", MARKER}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_plain_pages_can_be_seen_by_their_owner_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write_tree(tmp_path / "plain", FIRST, is_plain=True)
    finally:
        os.umask(old)
    for path in [tmp_path / "plain", *(tmp_path / "plain").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@needs_git
def test_git_ignores_plain_pages_also_those_of_a_run_that_was_cut_off(tmp_path: Path) -> None:
    root = repository(tmp_path / "school")
    assert would_track(begin(root / "pages", is_plain=True)) is Answer.NO
    assert would_track(begin(root / "sealed")) is Answer.YES


@pytest.mark.parametrize("way", ["../a", "/a", "a/../b", "a//b", "", ".", "a/..", "a\\b", "a\x00", "a/"])
def test_a_way_out_of_the_folder_is_refused(tmp_path: Path, way: str) -> None:
    with pytest.raises(ValueError, match="leaves the folder"):
        write_tree(tmp_path / "out", [(way, b"")])
    assert not (tmp_path / "out").exists()


def test_two_pages_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write_tree(tmp_path / "out", [("a", b""), ("a", b"")])
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_kept_in_memory(tmp_path: Path) -> None:
    def pages() -> Iterator[tuple[str, bytes]]:
        for number in range(50):
            yield f"p/{number}/index.html", b"x" * 1000
            assert (beside(tmp_path / "out", NEXT) / f"p/{number}/index.html").is_file()

    assert write_tree(tmp_path / "out", pages()) == 50
