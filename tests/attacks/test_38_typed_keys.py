"""The key as people type it: a code is forgiving, the end of a link is not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from site_builder.look.words import catalogue
from site_builder.private.code import code, read_code
from site_builder.private.open_page import open_page
from site_builder.private.secret import Secret, read_link
from tests.private.browsing import OPEN, WRONG, alone, hosted, sealed, state

SECRET = Secret(bytes.fromhex("0008400842108421f0fedcba98765432"))
CODE = code(SECRET)
TYPED = {
    "as printed": CODE,
    "in lower case": CODE.lower(),
    "without spaces": CODE.replace(" ", ""),
    "with dashes and more spaces": f"  {CODE.replace(' ', ' - ')} ",
    "with O for 0 and I for 1": CODE.replace("0", "O").replace("1", "I"),
    "with o for 0 and l for 1": CODE.lower().replace("0", "o").replace("1", "l"),
}
FILES = {"/open/": open_page(catalogue(), "en", "ltr"), f"/p/{SECRET.page_id}/": sealed(secret=SECRET)}


@pytest.mark.parametrize("kind", TYPED)
def test_a_code_is_read_in_any_way_of_typing_it(kind: str) -> None:
    assert {"0", "1"} <= set(CODE)
    assert read_code(TYPED[kind]) == SECRET


@pytest.mark.parametrize("change", [str.lower, str.upper, lambda it: f"{it[:11]} {it[11:]}"])
def test_a_link_is_read_only_as_it_is_written(change: object) -> None:
    assert callable(change)
    assert read_link(change(SECRET.link)) != SECRET


@pytest.mark.browser
@pytest.mark.parametrize("kind", TYPED)
def test_a_browser_goes_from_a_typed_code_to_the_open_page(kind: str, browser: Browser) -> None:
    with hosted(FILES) as host, alone(browser) as page:
        page.goto(f"{host.address}/open/")
        page.get_by_label("Code").fill(TYPED[kind])
        page.keyboard.press("Enter")
        page.wait_for_url("**/p/**")
        assert state(page) == OPEN
        assert page.url == f"{host.address}/p/{SECRET.page_id}/"
        assert not [it for it in host.asked if "?" in it or SECRET.link in it]


@pytest.mark.browser
@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_a_browser_does_not_guess_at_a_link(change: object, browser: Browser) -> None:
    assert callable(change)
    with hosted(FILES) as host, alone(browser) as page:
        page.goto(f"{host.address}/p/{SECRET.page_id}/#{change(SECRET.link)}")
        assert state(page) == WRONG


WRONGLY = {
    "a sign that no code has": (CODE[:9] + "U" + CODE[10:], "In group 3 there is a sign"),
    "markup": ("<script>attack()</script>", "In group 1 there is a sign"),
    "a group is missing": (CODE[4:], "nine groups of three"),
    "nothing": ("", "nine groups of three"),
    "two letters changed places": (CODE[:-2] + CODE[-1] + CODE[-2], "do not fit together"),
}


@pytest.mark.browser
@pytest.mark.parametrize("kind", WRONGLY)
def test_a_browser_says_kindly_what_is_wrong_with_a_code(kind: str, browser: Browser) -> None:
    typed, said = WRONGLY[kind]
    with hosted(FILES) as host, alone(browser) as page:
        page.goto(f"{host.address}/open/")
        page.get_by_label("Code").fill(typed)
        page.get_by_role("button").click()
        page.locator("#state:not(:empty)").wait_for()
        assert said in page.locator("#state").inner_text()
        assert page.url == f"{host.address}/open/"
        assert page.evaluate("document.activeElement.id") == "code"
        assert page.get_by_label("Code").get_attribute("aria-invalid") == "true"
        assert page.locator("script").count() == 1
