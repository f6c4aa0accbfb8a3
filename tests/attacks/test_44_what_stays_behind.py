"""Going away and coming back, printing, saving: what of an open page stays where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.private.browsing import HIDDEN, LOCKED, OPEN, SECRET, alone, hosted, sealed, state

pytestmark = pytest.mark.browser
NAME = "Noor, who is invented"
STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie.length,
  (await indexedDB.databases()).length, (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length]"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An open page."""
    with hosted({"/": sealed(), "/other": b"<!doctype html><title>Other</title>"}) as host, alone(browser) as page:
        page.clock.install()
        page.goto(f"{host.address}/#{SECRET.link}")
        assert state(page) == OPEN
        yield page


def test_an_open_page_keeps_its_key_from_the_address_the_title_and_the_history(page: Page) -> None:
    assert page.title() == "A private page"
    assert "#" not in page.url
    assert SECRET.link not in page.content()
    assert page.evaluate("history.state") is None


def test_an_open_page_has_the_styles_that_it_was_sealed_with(page: Page) -> None:
    assert page.get_by_text(NAME).evaluate("it => getComputedStyle(it).letterSpacing") == "1px"


def test_an_open_page_stores_nothing(page: Page) -> None:
    assert page.evaluate(STORED) == [0, 0, 0, 0, 0, 0]
    assert page.context.cookies() == []


def test_a_page_loaded_again_is_locked(page: Page) -> None:
    page.reload()
    assert state(page) == LOCKED
    assert page.get_by_text(NAME).count() == 0


def test_a_page_that_one_comes_back_to_is_not_open(page: Page) -> None:
    page.goto(page.url + "other")
    page.go_back()
    assert state(page) in (HIDDEN, LOCKED)
    assert page.get_by_text(NAME).count() == 0


def test_a_page_kept_by_the_browser_is_emptied_before(page: Page) -> None:
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert state(page) == HIDDEN
    assert page.get_by_text(NAME).count() == 0


def test_the_button_hides_the_page_and_the_message_has_the_focus(page: Page) -> None:
    page.get_by_role("button", name="Hide this page").click()
    assert state(page) == HIDDEN
    assert page.get_by_text(NAME).count() == 0
    assert page.locator("style").count() == 1
    assert page.evaluate("document.activeElement.id") == "state"
    assert page.locator("main.shell").is_visible()


def test_fifteen_idle_minutes_hide_the_page(page: Page) -> None:
    page.clock.fast_forward(12 * 60 * 1000)
    assert state(page) == OPEN
    page.clock.fast_forward(200 * 1000)
    assert state(page) == HIDDEN
    assert page.get_by_text(NAME).count() == 0


def test_somebody_who_reads_on_is_not_interrupted(page: Page) -> None:
    for _ in range(3):
        page.clock.fast_forward(10 * 60 * 1000)
        page.keyboard.press("ArrowDown")
    assert state(page) == OPEN


def test_a_page_that_slept_with_the_machine_is_hidden_at_the_first_touch(page: Page) -> None:
    page.clock.set_system_time(page.evaluate("Date.now()") + 60 * 60 * 1000)
    page.keyboard.press("ArrowDown")
    assert state(page) == HIDDEN


def test_the_link_opens_a_hidden_page_again(page: Page) -> None:
    page.get_by_role("button", name="Hide this page").click()
    page.evaluate(f"location.hash = '{SECRET.link}'")
    page.get_by_text(NAME).wait_for()
    assert "#" not in page.url


def test_a_link_within_the_open_page_leaves_it_open(page: Page) -> None:
    page.get_by_role("link", name="More").click()
    assert page.url.endswith("/#more")
    page.wait_for_timeout(100)
    assert state(page) == OPEN


@pytest.mark.parametrize(("name", "expected"), [("Print", ""), ("Print everything", "all")])
def test_printing_shows_everything_only_when_asked_for(page: Page, name: str, expected: str) -> None:
    page.evaluate("self.print = () => { self.printed = document.documentElement.className }")
    page.get_by_role("button", name=name, exact=True).click()
    assert page.evaluate("self.printed") == expected
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.className") == ""


def test_an_open_page_prints_without_its_frame(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.get_by_text(NAME).is_visible()
    assert not page.get_by_role("button", name="Hide this page").is_visible()
    assert not page.locator("main.shell").is_visible()
    assert page.locator("#state").evaluate("it => it.offsetWidth") == 1


def test_what_the_host_has_sent_holds_nothing_to_read(page: Page, tmp_path: Path) -> None:
    saved = page.request.get(page.url).body()
    assert b"Noor" not in saved
    (tmp_path / "saved.html").write_bytes(saved)
    page.goto(f"{(tmp_path / 'saved.html').as_uri()}#{SECRET.link}")
    assert state(page) == OPEN
