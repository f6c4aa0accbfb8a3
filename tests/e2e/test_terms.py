"""Words that explain themselves, in a real browser: by pointer, by touch, by keys, without script, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Open

pytestmark = pytest.mark.browser

ARGUE = "literacy/argue-from-evidence/"
MEANING = "A sentence that says how something is."


def term(page: Page, words: str = "claim") -> Locator:
    """The place on a page where a word explains itself."""
    return page.locator("a.term", has_text=words).first


def meaning(page: Page) -> Locator:
    """What is said of a word right there."""
    return page.locator(".meaning")


def test_who_points_at_a_word_sees_what_it_means_and_can_go_on_from_there(open_page: Open) -> None:
    page = open_page(ARGUE)
    term(page).hover()
    expect(meaning(page)).to_contain_text(MEANING)
    meaning(page).hover()
    page.wait_for_timeout(500)
    expect(meaning(page)).to_be_visible()
    meaning(page).locator("a").click()
    expect(page.locator("#s-claim")).to_be_in_viewport()
    expect(page.locator("h1")).to_have_text("Words we use")


def test_the_meaning_goes_when_the_pointer_does_and_on_escape_before(open_page: Open) -> None:
    page = open_page(ARGUE)
    term(page).hover()
    expect(meaning(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning(page)).to_be_hidden()
    page.mouse.move(5, 700)
    term(page).hover()
    expect(meaning(page)).to_be_visible()
    page.mouse.move(5, 700)
    expect(meaning(page)).to_be_hidden()


def test_the_keyboard_opens_a_meaning_walks_into_it_and_leaves_it(open_page: Open) -> None:
    page = open_page(ARGUE)
    at = term(page)
    at.focus()
    expect(meaning(page)).to_be_hidden()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(at).to_have_attribute("aria-expanded", "true")
        expect(meaning(page)).to_contain_text(MEANING)
        page.keyboard.press(key)
        expect(meaning(page)).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(meaning(page).locator("a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(meaning(page)).to_be_hidden()
    expect(at).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(meaning(page)).to_be_hidden()
    expect(page.locator("a.term[aria-expanded=true]")).to_have_count(0)


def test_a_finger_opens_a_meaning_and_closes_it_beside_it(open_page: Open) -> None:
    page = open_page(ARGUE, width=320, has_touch=True, is_mobile=True)
    term(page).tap()
    expect(meaning(page)).to_contain_text(MEANING)
    box = meaning(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.locator("h1").tap()
    expect(meaning(page)).to_be_hidden()
    term(page, "evidence").tap()
    expect(meaning(page)).to_contain_text("What you can look at")
    term(page, "evidence").tap()
    expect(meaning(page)).to_be_hidden()


def test_the_meaning_stays_beside_its_word_when_the_page_is_moved(open_page: Open) -> None:
    page = open_page(ARGUE)
    term(page).click()
    page.mouse.wheel(0, 60)
    page.wait_for_timeout(200)
    word, said = term(page).bounding_box(), meaning(page).bounding_box()
    assert word is not None
    assert said is not None
    assert 0 <= said["y"] - word["y"] - word["height"] < 12


def test_each_language_explains_its_own_words(open_page: Open) -> None:
    page = open_page(f"ar/{ARGUE.replace('argue-from-evidence', 'weigh-sources')}")
    at = term(page, "المصدر")
    at.click()
    expect(meaning(page)).to_contain_text("من أين عرف أحد شيئًا")
    word, said = at.bounding_box(), meaning(page).bounding_box()
    assert word is not None
    assert said is not None
    assert abs(said["x"] + said["width"] - word["x"] - word["width"]) < 2


def test_without_script_a_word_leads_to_its_entry_and_back(open_page: Open) -> None:
    page = open_page(ARGUE, java_script_enabled=False)
    term(page).click()
    expect(page.locator("#s-claim")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("h1")).to_have_text("Argue from evidence")


def test_on_paper_a_word_is_a_word(open_page: Open) -> None:
    page = open_page(ARGUE)
    term(page).click()
    page.emulate_media(media="print")
    expect(meaning(page)).to_be_hidden()
    assert term(page).evaluate("it => getComputedStyle(it).textDecorationLine") == "none"
    ink = page.locator("h1").evaluate("it => getComputedStyle(it).color")
    assert term(page).evaluate("it => getComputedStyle(it).color") == ink
