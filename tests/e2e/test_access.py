"""Every kind of page, for every reader: axe, narrow screens, large text, dark colours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Open

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
KINDS = {
    "home": "",
    "area": "literacy/",
    "habits": "agency/",
    "competency": "literacy/argue-from-evidence/",
    "habit": "agency/set-a-goal/",
    "levels": "levels/",
    "level": "levels/learning/3/",
    "writing": "exemplars/literacy/should-lunch-be-longer/",
    "image": "exemplars/agency/my-week-with-bells/",
    "recording": "exemplars/collaboration/the-tap-by-the-field/",
    "gallery": "exemplars/",
    "finder": "find/",
    "map": "map/",
    "pathways": "pathways/",
    "pathway": "pathways/graduation/",
    "standards": "standards/",
    "page": "families/",
    "table": "judging/",
    "not found": "404.html",
}


def violations(page: Page) -> list[str]:
    """What axe finds on a page, each with the first element that it is about."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("axe.run()")
    return [f"{it['id']}: {it['nodes'][0]['html'][:200]} {it['nodes'][0]['any'][:1]}" for it in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, scheme: str, open_page: Open) -> None:
    page = open_page(KINDS[kind], color_scheme=scheme)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_the_search_is_open(scheme: str, open_page: Open) -> None:
    page = open_page(color_scheme=scheme)
    page.locator("input.md-search__input").fill("evidence")
    page.locator("[data-results] .hit").first.wait_for()
    page.wait_for_timeout(400)  # the theme fades its results in
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_reaches_beyond_a_narrow_screen(kind: str, open_page: Open) -> None:
    page = open_page(KINDS[kind], width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", ["home", "competency", "writing", "finder"])
def test_text_of_double_size_still_fits(kind: str, open_page: Open) -> None:
    page = open_page(KINDS[kind], width=1280)
    page.add_style_tag(content="html{font-size:200%!important}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_pressed_is_large_enough_for_a_thumb(kind: str, open_page: Open) -> None:
    """At least 24 pixels each way, as WCAG 2.2 asks, unless within a sentence, or all of a card is pressed."""
    page = open_page(KINDS[kind], width=360)
    small = page.evaluate(
        """() => [...document.querySelectorAll("main a, main button, main summary, main label")].filter(it => {
            const box = it.getBoundingClientRect();
            const within = it.closest("p, dd, td, figcaption, .crumb, .acts, .link, .vh, ol, ul:not(.lines)");
            return box.width && !within && (box.height < 24 || box.width < 24);
        }).map(it => it.outerHTML.slice(0, 120))"""
    )
    assert small == []
