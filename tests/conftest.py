"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small school's folder, without any problem."""
    return Project(tmp_path / "school")
