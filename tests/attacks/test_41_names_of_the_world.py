"""Names in every script are right; bytes that are no text are refused."""

from __future__ import annotations

import pytest
from markupsafe import escape
from playwright.sync_api import Browser

from site_builder.private.envelope import Press, opened, seal
from tests.private.browsing import MOULD, OPEN, SECRET, WRONG, alone, hosted, sealed, state
from tools.vectors import gzip

NAMES = (
    "نور الهدى",
    "李明",
    "Zoë and Zoe\u0308",
    "Nguyễn Thị Ánh",
    "👩🏽‍🏫 Ada 🏳️‍🌈",
    "𠮷野",
    "a\u2028b\u2029c",
    "]]> <!-- </script> &amp;",
    "\ufeffBOM",
)
BAD = (b"<p>Zo\xeb</p>", b"\xff\xfe<\0p\0>\0", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"<p>\xe6\x9d")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_back_as_it_was(name: str) -> None:
    assert opened(seal(Press().packed(name), SECRET), SECRET) == name


@pytest.mark.parametrize("data", BAD)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    assert opened(seal(gzip(data), SECRET), SECRET) is None


@pytest.mark.browser
def test_a_browser_shows_every_name_letter_by_letter(browser: Browser) -> None:
    body = "".join(f"<p class='name'>{escape(name)}</p>" for name in NAMES)
    with hosted({"/": sealed(body)}) as host, alone(browser) as page:
        page.goto(f"{host.address}/#{SECRET.link}")
        assert state(page) == OPEN
        assert page.locator(".name").evaluate_all("all => all.map(it => it.textContent)") == list(NAMES)


@pytest.mark.browser
@pytest.mark.parametrize("data", BAD)
def test_a_browser_refuses_bytes_that_are_no_text(data: bytes, browser: Browser) -> None:
    with hosted({"/": MOULD.page(seal(gzip(data), SECRET))}) as host, alone(browser) as page:
        page.goto(f"{host.address}/#{SECRET.link}")
        assert state(page) == WRONG
