"""What every test may ask for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.project import Project

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small school's folder, without any problem."""
    return Project(tmp_path / "school")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as it is installed here."""
    found = next((path for path in map(shutil.which, _NAMES) if path), None)
    if found is None:
        pytest.fail("Chromium is not installed here: apt-get install chromium")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=found, args=list(_OPTIONS))
        yield made
        made.close()
