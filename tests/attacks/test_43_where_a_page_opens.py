"""A page within another page, from the disk, and over plain http."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_builder.look.words import catalogue
from site_builder.private.open_page import open_page
from tests.private.browsing import OPEN, SECRET, alone, hosted, sealed, state

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("attributes", ["", "sandbox='allow-scripts'", "sandbox='allow-scripts allow-same-origin'"])
def test_a_page_does_not_open_within_another_page(attributes: str, browser: Browser) -> None:
    frame = f"<!doctype html><iframe {attributes} src='/sealed#{SECRET.link}'></iframe>"
    with hosted({"/": frame.encode("ascii"), "/sealed": sealed()}) as host, alone(browser) as page:
        page.goto(f"{host.address}/")
        inner = page.frame_locator("iframe")
        inner.get_by_text("This page does not open inside another page.").wait_for()
        assert inner.get_by_text("Noor, who is invented").count() == 0


def test_a_page_saved_on_the_disk_opens(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "our page.html"
    file.write_bytes(sealed())
    with alone(browser) as page:
        page.goto(f"{file.as_uri()}#{SECRET.link}")
        assert state(page) == OPEN
        assert page.get_by_text("Noor, who is invented").is_visible()
        assert page.url == file.as_uri()


def test_a_page_over_plain_http_says_why_it_does_not_open(browser: Browser) -> None:
    with hosted({"/": sealed()}) as host, alone(browser, proxy={"server": host.address}) as page:
        page.goto(f"http://school.example/#{SECRET.link}")
        assert state(page) == "This page needs https. Please use an address that begins with https://."
        assert page.get_by_text("Noor").count() == 0


def test_a_code_cannot_be_typed_over_plain_http_without_a_word(browser: Browser) -> None:
    files = {"/": open_page(catalogue(), "en", "ltr")}
    with hosted(files) as host, alone(browser, proxy={"server": host.address}) as page:
        page.goto("http://school.example/")
        assert "This page needs https." in page.locator("#state").inner_text()
