"""Paths that would lead out of the school's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.sources.folder import OutsideProject, inside
from tests.attacks.refused import refused
from tests.project import Project
from tests.sources.findings import link, source

OUTSIDE = [
    "../secret.txt",
    "a/../../secret.txt",
    "..",
    "a/../..",
    "/etc/passwd",
    "//server/share",
    "\\\\server\\share",
    "..\\secret.txt",
    "\\etc\\passwd",
    "C:\\secret.txt",
    "c:secret.txt",
    "C:/secret.txt",
    "%2e%2e/secret.txt",
    "%2e%2e%2fsecret.txt",
    "%252e%252e%252fsecret.txt",
    "%2Fetc%2Fpasswd",
    "..%5csecret.txt",
    "a%2f..%2f..%2fsecret.txt",
    "../proj2/secret.txt",
    "../proj/../proj2",
    "a\x00/../../secret.txt",
    "%00",
]


@pytest.mark.parametrize("candidate", OUTSIDE)
def test_a_path_that_leaves_is_refused_in_every_disguise(tmp_path: Path, candidate: str) -> None:
    for name in ("proj", "proj2", ""):
        source(tmp_path / name, "secret.txt", "")
    with pytest.raises(OutsideProject):
        inside(tmp_path / "proj", candidate)


def test_a_neighbour_whose_name_begins_the_same_is_outside(tmp_path: Path) -> None:
    source(tmp_path, "proj2/secret.txt", "")
    (tmp_path / "proj").mkdir()
    link(tmp_path / "proj" / "in", tmp_path / "proj2")
    with pytest.raises(OutsideProject):
        inside(tmp_path / "proj", "in/secret.txt")


def test_a_path_that_comes_back_is_inside(tmp_path: Path) -> None:
    assert inside(tmp_path, "a/../b.yml") == tmp_path.resolve() / "b.yml"


@pytest.mark.parametrize(
    "file", ["../my-dog/index.md", "/etc/passwd", "..\\\\..\\\\x.png", "C:\\\\x.png", "%2e%2e/x.png"]
)
def test_a_medium_cannot_be_fetched_from_elsewhere(project: Project, file: str) -> None:
    lunch = "exemplars/literacy/lunch/index.md"
    project.change(lunch, "annotations:", f'media: [{{file: "{file}", alt: A., transcript: A.}}]\nannotations:')
    assert project.check().code == 1
    assert f"{lunch}:12:16: error[medium-" in project.output


@pytest.mark.parametrize(
    "old", ["../../outside", "/../x", "a/../../../x", "..", "C:\\\\x", "a/b/../../../x", "%2e%2e/x"]
)
def test_a_former_name_cannot_lead_out_of_the_site(project: Project, old: str) -> None:
    project.change("continuum/literacy/argue.yml", "was: [argue-with-evidence]", f'was: ["{old}"]')
    assert project.check().code == 1
    assert "continuum/literacy/argue.yml:7:7: error[former-name]" in project.output


def test_nothing_is_written_beside_the_site(project: Project) -> None:
    project.change("continuum/literacy/argue.yml", "was: [argue-with-evidence]", "was: [../../outside]")
    refused(project, "error[former-name]")
    assert sorted(path.name for path in project.root.parent.iterdir()) == ["school"]
