"""Sealed pages for every reader: without script, with a screen reader, enlarged."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from site_builder.look.words import catalogue
from site_builder.private.open_page import open_page
from tests.e2e.test_access import violations
from tests.private.browsing import HIDDEN, LOCKED, OPEN, SECRET, WRONG, alone, hosted, sealed

pytestmark = pytest.mark.browser
FILES = {"/": sealed(), "/open/": open_page(catalogue(), "en", "ltr")}
STATES = {"open": f"/#{SECRET.link}", "locked": "/", "wrong": "/#wrong", "hidden": f"/#{SECRET.link}"}
SAID = {"open": OPEN, "locked": LOCKED, "wrong": WRONG, "hidden": HIDDEN}


def show(page: Page, base: str, kind: str) -> None:
    """Bring the page into a state."""
    page.goto(base + STATES.get(kind, "/open/"))
    if kind == "hidden":
        page.get_by_role("button", name="Hide this page").click()
    if kind in SAID:
        page.wait_for_function("said => document.getElementById('state').textContent === said", arg=SAID[kind])
    if kind == "typed wrong":
        page.get_by_label("Code").fill("u")
        page.keyboard.press("Enter")
        page.locator("#state:not(:empty)").wait_for()


@pytest.mark.parametrize("path", FILES)
def test_without_script_a_page_says_what_it_needs(path: str, browser: Browser) -> None:
    with hosted(FILES) as host, alone(browser, java_script_enabled=False) as page:
        page.goto(host.address + path)
        assert "Please allow scripts here." in page.locator("main").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [*STATES, "typing", "typed wrong"])
def test_axe_finds_nothing(kind: str, scheme: Any, browser: Browser) -> None:
    with hosted(FILES) as host, alone(browser, color_scheme=scheme, bypass_csp=True) as page:
        show(page, host.address, kind)
        assert violations(page) == []


@pytest.mark.parametrize("kind", [*STATES, "typing", "typed wrong"])
@pytest.mark.parametrize("width", [320, 640])
def test_nothing_is_cut_off_when_it_is_enlarged(kind: str, width: int, browser: Browser) -> None:
    with hosted(FILES) as host, alone(browser, viewport={"width": width, "height": 400}) as page:
        show(page, host.address, kind)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", STATES)
def test_every_state_is_announced(kind: str, browser: Browser) -> None:
    with hosted(FILES) as host, alone(browser) as page:
        show(page, host.address, kind)
        assert page.get_by_role("status").text_content() == SAID[kind]
        assert page.get_by_role("main").count() == 1
        assert page.get_by_role("heading", level=1).count() == 1
