"""Every kind of page in every language, for every reader: WCAG 2.2 at level AA, and good practice beyond it.

A page is opened once, and asked many things. What the conformance statement says (docs/accessibility.md) rests on these
tests; each names the criteria that it looks at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from site_builder.site.pages import PAGES
from site_builder.sources.languages import direction
from tests.e2e.asking import (
    answers,
    by_keys,
    colours,
    in_forced_colours,
    nothing_is_wrong,
    sizes,
    structure,
    violations,
)
from tests.e2e.conftest import opening
from tests.e2e.samples import CASES, LANGUAGES, SAMPLES, addresses

pytestmark = pytest.mark.browser

__all__ = ["violations"]

# Of the browser's own 16 pixels, the theme makes 20; these are twice as many.
DOUBLE = "250%"
# Each language is gone through by keys on another screen: a wide one, and one enlarged twice and four times.
SCREENS = ((1280, 800), (640, 400), (320, 256))


class View(NamedTuple):
    """The pages of a kind in a language, open."""

    kind: str
    language: str
    pages: dict[str, Page]

    @property
    def direction(self) -> str:
        """Which way they are read."""
        return direction(self.language)

    @property
    def screen(self) -> tuple[int, int]:
        """On which screen they are gone through by keys."""
        return SCREENS[LANGUAGES.index(self.language) % len(SCREENS)]


@pytest.fixture(scope="module", params=CASES, ids=lambda it: "-".join(it))
def view(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[View]:
    """Each kind of page in each language, open while it is asked."""
    kind, language = request.param
    with opening(browser, base) as open_at:
        is_still = kind == "redirect"
        places = addresses(kind, language)
        yield View(kind, language, {it: open_at(it, is_still=is_still, reduced_motion="reduce") for it in places})


def test_every_kind_of_page_is_looked_at() -> None:
    assert set(SAMPLES) == set(PAGES)


def test_a_page_is_understood_by_those_who_listen(view: View) -> None:
    """1.1.1, 1.3.1, 1.4.2, 2.4.1, 2.4.2, 2.4.4, 2.4.6, 2.5.3, 3.1.1, 3.1.2, 3.3.2, 4.1.2."""
    nothing_is_wrong({it: structure(page) for it, page in view.pages.items()})


def test_a_page_is_read_at_any_size(view: View) -> None:
    """1.3.4, 1.4.4, 1.4.10, 1.4.12, 2.5.8."""
    nothing_is_wrong({it: sizes(page, DOUBLE) for it, page in view.pages.items()})


def test_a_page_is_read_in_any_colours(view: View) -> None:
    """1.4.1, 1.4.3, 1.4.11."""
    nothing_is_wrong({it: colours(page) for it, page in view.pages.items()})


def test_a_page_is_used_by_keys(view: View) -> None:
    """1.3.2, 1.4.11, 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11."""
    nothing_is_wrong({it: by_keys(page, *view.screen, view.direction) for it, page in view.pages.items()})


def test_the_focus_is_seen_in_colours_of_the_readers_own(view: View) -> None:
    """1.4.11, 2.4.7: of every stop, on a dark ground in the second language and on a light one in the others."""
    scheme = "dark" if LANGUAGES.index(view.language) == 1 else "light"
    page = next(iter(view.pages.values()))
    with in_forced_colours(page, scheme):
        nothing_is_wrong({scheme: by_keys(page, 1280, 800, view.direction)})


def test_nothing_moves_for_those_who_asked_for_it(view: View) -> None:
    """2.2.2, 2.3.1, 2.3.3."""
    nothing_is_wrong({it: answers(page, "moves") for it, page in view.pages.items()})
