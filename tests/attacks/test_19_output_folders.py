"""Output folders that hold something else: a build replaces everything in its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import Project


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(it.relative_to(folder)): it.read_bytes() for it in sorted(folder.rglob("*")) if it.is_file()}


def refused(project: Project, out: Path | str, said: str) -> None:
    """A build that would go there ends with exit code 1, says why, and changes nothing."""
    before = contents(project.root.parent)
    assert project.build("-o", str(out)).code == 1
    assert "error[output-refused]" in project.output
    assert said in project.output
    after = contents(project.root.parent)
    assert {file: data for file, data in after.items() if "/.continuum/" not in file} == before


@pytest.mark.parametrize("place", [".", "..", "site/..", "continuum/../../school"])
def test_the_project_and_what_holds_it_are_refused(project: Project, place: str) -> None:
    refused(project, project.root / place, "holds your own files")


def test_the_same_by_a_path_from_here_is_refused(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)
    for place in (".", "..", "./", "/"):
        refused(project, place, "holds your own files")


def test_the_home_folder_is_refused(project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "people" / "me"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    refused(project, home, "holds your own files")
    refused(project, home.parent, "holds your own files")


@pytest.mark.parametrize("place", ["continuum", "exemplars/literacy", "continuum/new", "exemplars/literacy/lunch/site"])
def test_the_sources_and_what_lies_in_them_are_refused(project: Project, place: str) -> None:
    refused(project, project.root / place, "")


def test_a_folder_that_no_build_made_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "me.jpg").write_bytes(b"me")
    refused(project, tmp_path / "photos", "holds files that no build made")


def test_a_file_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"mine")
    refused(project, tmp_path / "notes.txt", "is a file")


def test_a_folder_with_our_mark_is_ours_to_replace(project: Project, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert project.build("-o", str(tmp_path / "empty")).code == 0
    (tmp_path / "empty" / "stray.html").write_text("stray", encoding="utf-8")
    assert project.build("-o", str(tmp_path / "empty")).code == 0
    assert (tmp_path / "empty" / "index.html").is_file()
