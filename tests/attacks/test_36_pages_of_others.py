"""The right page with the wrong key, pages that changed places, an old page put back."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser

from site_builder.private.envelope import Press, opened, seal
from site_builder.private.register import Entry, Register, rotated
from site_builder.private.secret import Secret
from tests.private.browsing import OPEN, SECRET, WRONG, alone, hosted, sealed, state

OTHER = Secret(bytes(range(16, 32)))
AT = f"/p/{SECRET.page_id}/"


def test_a_page_does_not_open_with_another_students_key() -> None:
    assert opened(seal(Press().packed("x"), SECRET), OTHER) is None


@pytest.mark.browser
def test_a_browser_refuses_another_students_key(browser: Browser) -> None:
    with hosted({AT: sealed()}) as host, alone(browser) as page:
        page.goto(f"{host.address}{AT}#{OTHER.link}")
        assert state(page) == WRONG


@pytest.mark.browser
def test_two_pages_that_changed_places_are_both_refused(browser: Browser) -> None:
    files = {AT: sealed(secret=OTHER), f"/p/{OTHER.page_id}/": sealed()}
    with hosted(files) as host:
        for secret in (SECRET, OTHER):
            with alone(browser) as page:
                page.goto(f"{host.address}/p/{secret.page_id}/#{secret.link}")
                assert state(page) == WRONG


@pytest.mark.browser
def test_an_old_page_put_back_shows_its_date(browser: Browser) -> None:
    with (
        hosted({AT: sealed("<main><h1>Noor</h1><p>As of 20 November 2025</p></main>")}) as host,
        alone(browser) as page,
    ):
        page.goto(f"{host.address}{AT}#{SECRET.link}")
        assert state(page) == OPEN
        assert page.get_by_text("As of 20 November 2025").is_visible()


def test_an_old_page_put_back_does_not_open_with_a_key_that_was_exchanged() -> None:
    before = Register({"s1": Entry(SECRET, date(2026, 9, 1))})
    after = rotated(before, date(2026, 11, 24), students=["s1"])
    assert opened(seal(Press().packed("x"), SECRET), after.student_secrets()["s1"]) is None
    assert after.students["s1"].retired == (SECRET.page_id,)
