"""Letters as they are printed and as they are read on a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.test_access import violations
from tests.e2e.test_private_page import Place, published, sheets
from tests.private.browsing import OPEN, alone, state
from tests.schoolroom import Schoolroom

pytestmark = pytest.mark.browser
FILES = ("families.html", "staff.html")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The small school, in which two students share a household."""
    with published(Schoolroom(tmp_path_factory.mktemp("small")).ready()) as made:
        yield made


def show(page: Page, place: Place, file: str = FILES[0]) -> Page:
    """Open letters on the school's machine."""
    page.goto((place.room.office / "letters" / file).as_uri())
    return page


@pytest.mark.parametrize(("file", "count"), [("families.html", 3), ("staff.html", 2)])
def test_each_letter_is_one_sheet(place: Place, browser: Browser, file: str, count: int) -> None:
    with alone(browser) as page:
        show(page, place, file)
        assert page.locator(".letter").count() == count
        assert sheets(page) == count


def test_each_child_of_a_household_is_opened_with_the_code_beside_their_name(place: Place, browser: Browser) -> None:
    with alone(browser) as page:
        letter = show(page, place).locator(".letter", has_text="Tomasz Haddad")
        codes = {
            name: " ".join(letter.locator("section.key", has_text=name).locator(".typed span").all_inner_texts())
            for name in ("Noor Layla Haddad", "Tomasz Haddad")
        }
        assert letter.locator("section.key").count() == 2
        for name, code in codes.items():
            page.goto(f"{place.address}open/")
            page.get_by_label("Code").fill(code.replace(" ", "-"))
            page.get_by_role("button", name="Open the page").click()
            page.wait_for_url("**/p/*/")
            assert state(page) == OPEN
            assert page.get_by_role("heading", level=1).inner_text() == f"{name.split()[0]}’s learning"


def test_a_group_is_opened_with_the_code_on_its_sheet(place: Place, browser: Browser) -> None:
    with alone(browser) as page:
        letter = show(page, place, "staff.html").locator(".letter", has_text="Heron")
        code = " ".join(letter.locator(".typed span").all_inner_texts())
        page.goto(f"{place.address}open/")
        page.get_by_label("Code").fill(code)
        page.keyboard.press("Enter")
        page.get_by_role("heading", level=1, name="Heron").wait_for()
        assert page.get_by_role("row").count() == 3


def test_a_letter_asks_for_nothing_and_leads_nowhere(place: Place, browser: Browser) -> None:
    asked: list[str] = []
    with alone(browser) as page:
        page.on("request", lambda it: asked.append(it.url))
        for file in FILES:
            assert show(page, place, file).locator("a[href]").count() == 0
    assert [it.rpartition("/")[2] for it in asked] == list(FILES)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("file", FILES)
def test_axe_finds_nothing(place: Place, browser: Browser, file: str, scheme: Any) -> None:
    with alone(browser, color_scheme=scheme, bypass_csp=True) as page:
        assert violations(show(page, place, file)) == []


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_reaches_beyond_a_narrow_screen(place: Place, browser: Browser, width: int) -> None:
    with alone(browser, viewport={"width": width, "height": 700}) as page:
        for file in FILES:
            assert show(page, place, file).evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_square_is_black_on_white_whatever_the_screen_prefers(place: Place, browser: Browser, scheme: Any) -> None:
    with alone(browser, color_scheme=scheme) as page:
        square = show(page, place).locator("section.key svg").first
        assert square.evaluate("it => getComputedStyle(it).backgroundColor") == "rgb(255, 255, 255)"
        fill = square.locator("path").evaluate("it => getComputedStyle(it).fill")
        assert re.fullmatch(r"rgb\(0, 0, 0\)", fill)


def test_a_square_is_printed_four_centimetres_wide(place: Place, browser: Browser) -> None:
    with alone(browser) as page:
        show(page, place).emulate_media(media="print")
        box = page.locator("section.key svg").first.bounding_box()
        assert box is not None
        assert round(box["width"] / 96 * 25.4) >= 40


def test_a_name_in_another_script_stands_in_its_own_direction(place: Place, browser: Browser) -> None:
    with alone(browser) as page:
        letter = show(page, place).locator(".letter", has_text="ليلى المنصوري")
        assert letter.count() == 1
        assert letter.get_by_text("ليلى المنصوري").first.is_visible()
