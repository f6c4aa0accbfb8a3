"""Symbolic and hard links: among the sources, and where the site is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.sources.folder import OutsideProject, inside
from tests.project import Project
from tests.sources.findings import PICTURE, link, source

HIDDEN = "id: LIT.SEC\ntitle: Secret\nstatement: I can keep it.\nlevels: {1: I hear it., 2: I do not tell it.}\n"


@pytest.mark.parametrize(
    "place", ["continuum/literacy/secret.yml", "continuum/pages/secret.md", "exemplars/literacy/secret"]
)
def test_a_link_to_a_file_or_folder_outside_is_refused(project: Project, place: str) -> None:
    target = source(project.root.parent, "outside/index.md", HIDDEN)
    link(project.root / place, target if "." in place else target.parent)
    assert project.check().code == 1
    assert f"{place}:1:1: error[file-name]: " in project.output
    assert "is a link to somewhere else" in project.output
    assert "Secret" not in project.output


@pytest.mark.parametrize("folder", ["continuum", "exemplars", "continuum/literacy"])
def test_a_folder_of_sources_that_is_a_link_is_refused(project: Project, folder: str) -> None:
    (project.root / folder).rename(project.root.parent / "elsewhere")
    link(project.root / folder, project.root.parent / "elsewhere")
    assert project.check().code == 1
    assert f"{folder}:1:1: error[file-name]" in project.output


def test_a_link_that_leads_back_to_itself_is_refused(project: Project) -> None:
    link(project.root / "continuum" / "literacy" / "loop", "../literacy")
    link(project.root / "continuum" / "literacy" / "own.yml", "own.yml")
    assert project.check().code == 1
    assert project.output.count("is a link to somewhere else") == 2
    with pytest.raises(OutsideProject):
        inside(project.root, "continuum/literacy/own.yml")


@pytest.mark.parametrize("file", ["continuum/literacy/secret.yml", "exemplars/literacy/lunch/photo.png"])
def test_a_hard_link_is_refused(project: Project, file: str) -> None:
    target = source(project.root.parent, "outside", PICTURE)
    os.link(target, project.root / file)
    assert project.check().code == 1
    assert f"{file}:1:1: error[file-name]: " in project.output
    assert "shares its content with another file" in project.output


def test_a_picture_that_is_a_link_is_never_published(project: Project) -> None:
    lunch = "exemplars/literacy/lunch/index.md"
    project.change(lunch, "annotations:", "media: [{file: photo.png, alt: A.}]\nannotations:")
    link(project.root / "exemplars/literacy/lunch/photo.png", source(project.root.parent, "outside.png", PICTURE))
    assert project.check().code == 1
    assert "exemplars/literacy/lunch/photo.png:1:1: error[file-name]" in project.output


@pytest.mark.parametrize("name", ["site", ".site.spare", ".site.old"])
def test_a_site_is_not_written_through_a_link(project: Project, name: str) -> None:
    outside = project.root.parent / "outside"
    outside.mkdir()
    link(project.root / name, outside)
    assert project.build().code == 1
    assert "error[output-refused]" in project.output
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("is_relative", [True, False])
def test_a_site_is_not_written_below_a_link_within_the_project(
    project: Project, monkeypatch: pytest.MonkeyPatch, is_relative: bool
) -> None:
    outside = project.root.parent / "outside"
    outside.mkdir()
    link(project.root / "public", outside)
    monkeypatch.chdir(project.root)
    assert project.build("-o", "public/site" if is_relative else str(project.root / "public" / "site")).code == 1
    assert "error[output-refused]" in project.output
    assert list(outside.iterdir()) == []


def test_a_project_that_is_itself_reached_by_a_link_is_built(project: Project, tmp_path: Path) -> None:
    link(tmp_path / "shortcut", project.root)
    project.root = tmp_path / "shortcut"
    assert project.build().code == 0, project.output


def test_what_became_a_link_within_the_site_is_not_written_through(project: Project) -> None:
    assert project.build().code == 0
    outside = source(project.root.parent, "outside/argue/index.html", "mine").parents[1]
    for _ in range(2):
        folder = project.root / "site" / "literacy"
        folder.rename(project.root.parent / f"away-{_}")
        link(folder, outside)
        assert project.change("continuum/literacy/argue.yml", "title: Argue", "title: Argue on").build().code == 0
    assert (outside / "argue" / "index.html").read_text(encoding="utf-8") == "mine"
    assert not (project.root / "site" / "literacy").is_symlink()
    assert "Argue on on from evidence" in project.page("literacy/argue/")
