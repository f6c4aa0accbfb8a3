"""open.html and open.py of the manual: a saved page opens without the product."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_builder.private.code import code
from site_builder.private.secret import Secret, link
from tests.private.browsing import BODY, SECRET, STYLE, alone, sealed
from tools.vectors import FOLDER


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A page that a family has saved."""
    file = tmp_path / "saved page.html"
    file.write_bytes(sealed())
    return file


KEYS = {"code": code(SECRET).lower(), "link": link("https://school.example", SECRET), "end of the link": SECRET.link}


@pytest.mark.browser
@pytest.mark.parametrize("kind", KEYS)
def test_a_saved_page_opens_in_the_page_of_the_manual(kind: str, saved: Path, browser: Browser) -> None:
    with alone(browser) as page:
        page.goto((FOLDER / "open.html").as_uri())
        page.get_by_label("File").set_input_files(saved)
        page.get_by_label("Code or link").fill(KEYS[kind])
        page.get_by_role("button", name="Open").click()
        heading = page.get_by_role("heading", name="Noor, who is invented")
        heading.wait_for()
        assert heading.evaluate("it => getComputedStyle(it).letterSpacing") == "1px"


@pytest.mark.browser
@pytest.mark.parametrize("typed", ["", "nothing", code(Secret(bytes(16)))])
def test_the_page_of_the_manual_refuses_another_code(typed: str, saved: Path, browser: Browser) -> None:
    with alone(browser) as page:
        page.goto((FOLDER / "open.html").as_uri())
        page.get_by_label("File").set_input_files(saved)
        page.get_by_label("Code or link").fill(typed)
        page.get_by_role("button", name="Open").click()
        page.get_by_text("This file cannot be opened with this code.").wait_for()
        assert page.get_by_text("Noor").count() == 0


def test_a_saved_page_opens_with_the_program_of_the_manual(saved: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", FOLDER / "open.py", saved, KEYS["link"]], capture_output=True, check=True
    )
    assert ran.stdout.decode("utf-8").replace("\r", "") == f"<style>{STYLE}</style>{BODY}\n"
