"""Files for other systems go into a folder whole, and never over somebody's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.outgoing import put

FILES = {"case.json": b"{}\n", "sheets/learning.csv": b"a,b\n"}


def codes(folder: Path, **more: bool) -> list[str]:
    """What is said about writing the files into a folder."""
    return [it.code for it in put(folder, FILES, **more)]


def test_files_are_written_with_the_folders_they_need(tmp_path: Path) -> None:
    assert codes(tmp_path / "export") == []
    assert (tmp_path / "export/sheets/learning.csv").read_bytes() == b"a,b\n"
    assert sorted(it.name for it in (tmp_path / "export").rglob("*") if it.is_file()) == ["case.json", "learning.csv"]


def test_the_same_export_again_changes_nothing(tmp_path: Path) -> None:
    codes(tmp_path)
    assert codes(tmp_path) == []


def test_what_somebody_has_worked_on_is_left_alone_and_so_is_all_else(tmp_path: Path) -> None:
    (tmp_path / "sheets").mkdir()
    (tmp_path / "sheets/learning.csv").write_bytes(b"a,mine\n")
    [problem] = put(tmp_path, FILES)
    assert problem.code == "folder-taken"
    assert "another sheets/learning.csv already" in problem.message
    assert "--replace" in problem.hint
    assert not (tmp_path / "case.json").exists()
    assert (tmp_path / "sheets/learning.csv").read_bytes() == b"a,mine\n"


def test_it_is_replaced_when_somebody_says_so(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_bytes(b"old")
    assert codes(tmp_path, replace=True) == []
    assert (tmp_path / "case.json").read_bytes() == b"{}\n"


@pytest.mark.parametrize("name", ["../case.json", "/case.json", "a/../../case.json", "C:\\case.json"])
def test_nothing_is_written_outside_of_the_folder(tmp_path: Path, name: str) -> None:
    out = tmp_path / "export"
    assert [it.code for it in put(out, {"fine.json": b"", name: b""})] == ["output-refused"]
    assert not out.exists()


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = tmp_path / "export"
    out.mkdir()
    (out / "sheets").symlink_to(elsewhere)
    assert codes(out, replace=True) == ["output-refused"]
    assert list(elsewhere.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "export").write_text("a file", encoding="utf-8")
    [problem] = put(tmp_path / "export", FILES)
    assert problem.code == "folder-unwritable"
