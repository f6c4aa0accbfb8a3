"""What a first visit transfers, packed as a public host packs it: the page, and all that a browser asks for with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.server import Served, served
from tests.e2e.samples import LANGUAGES, SAMPLES, folder

pytestmark = pytest.mark.browser

# Never more than this, whatever is added; and what it is today, with some air.
MOST = 150_000
TODAY = {"home": 36_000, "competency": 40_000, "exemplar": 38_000, "finder": 38_000, "offline": 38_000}
# Work in words: what a picture weighs is the picture's own affair.
PLACES = {kind: SAMPLES[kind][0] for kind in TODAY}


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Served]:
    with served(site) as known:
        yield known


def weighed(browser: Browser, host: Served, address: str) -> dict[str, int]:
    """Bytes of each answer to a browser that has never been here, until it asks for nothing more."""
    host.ledger.clear()
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.new_page().goto(host.url + address, wait_until="networkidle")
    context.close()
    return {it.path: it.bytes for it in host.ledger}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TODAY)
def test_a_first_visit_is_light(kind: str, language: str, browser: Browser, host: Served) -> None:
    said = weighed(browser, host, folder(language) + PLACES[kind])
    assert 10_000 < sum(said.values()) < TODAY[kind] < MOST, said
    assert len(said) < 13, said


def test_nothing_is_asked_for_that_a_first_visit_has_no_use_for(browser: Browser, host: Served) -> None:
    said = set(weighed(browser, host, PLACES["competency"]))
    assert not [it for it in said if it.endswith((".woff2", ".json", ".webmanifest", ".png", ".jpg", "sw.js"))]
    assert not [it for it in said if "pagefind" in it or "offline" in it or "bundle" in it]


def test_the_theme_s_own_script_is_not_published(site: Path) -> None:
    assert sorted(it.name for it in site.glob("assets/**/*.js")) == [
        "continuum-offline.js",
        "continuum-search.js",
        "continuum.js",
    ]
