"""The demonstration in Zensical's frame: the same pages, found, opened and read in the same way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import expect

from site_builder.site.build import Search, Wish, build
from tests.e2e.conftest import Open
from tests.e2e.test_access import violations
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(find_spec("zensical") is None, reason="Zensical is not installed"),
]


@pytest.fixture(scope="module")
def home(demo: Path) -> Iterator[str]:
    """The address of the demonstration with Zensical's frame."""
    made = build(Wish(demo, demo / "site-zensical", date(2026, 11, 24), "zensical", search=Search.FRESH))
    assert made.counts is not None, made.problems
    with served(demo / "site-zensical", "continuum") as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address", ["", "literacy/argue-from-evidence/", "exemplars/agency/my-week-with-bells/", "find/"]
)
def test_axe_finds_nothing(address: str, scheme: str, open_page: Open, home: str) -> None:
    assert violations(open_page(address, home=home, color_scheme=scheme)) == []


def test_a_word_in_a_piece_of_work_leads_to_the_work(open_page: Open, home: str) -> None:
    page = open_page(home=home)
    page.locator("input.md-search__input").fill("lunch nine minutes")
    page.locator("[data-results] .hit", has_text="Should lunch be longer?").first.locator("a").click()
    expect(page.locator("mark.sought").first).to_be_visible()


def test_the_menu_of_a_phone_opens(open_page: Open, home: str) -> None:
    page = open_page(home=home, width=360)
    page.locator(".md-header__button[for=__drawer]").press("Enter")
    expect(page.locator(".md-sidebar .md-nav__link", has_text="Pathways")).to_be_in_viewport()


def test_the_link_over_the_header_leads_to_the_page_itself(open_page: Open, home: str) -> None:
    page = open_page(home=home)
    for link in page.locator("a.md-skip").all():
        target = link.get_attribute("href") or ""
        assert page.locator(target).count() == 1, target
