"""Small schools, built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.project import Project


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small school with its site, to be looked at and left as it is."""
    project = Project(tmp_path_factory.mktemp("built") / "school").build()
    assert project.code == 0, project.output
    return project


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory, built: Project) -> Project:
    """The school that speaks English and, in part, Spanish, with its site, to be looked at and left as it is."""
    project = Project(tmp_path_factory.mktemp("told") / "school", "languages")
    shutil.copytree(built.root / ".continuum" / "engine", project.root / ".continuum" / "engine")
    assert project.build().code == 0, project.output
    return project


@pytest.fixture
def school(tmp_path: Path, built: Project) -> Project:
    """A small school to change and build; the frame of its pages is there already."""
    project = Project(tmp_path / "school")
    shutil.copytree(built.root / ".continuum" / "engine", project.root / ".continuum" / "engine")
    return project
