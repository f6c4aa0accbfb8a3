"""What a family does that reads another language than the school writes, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Open

pytestmark = pytest.mark.browser

ARGUE = "literacy/argue-from-evidence/"
LUNCH = "exemplars/literacy/should-lunch-be-longer/"


def choose(page: Page, language: str) -> None:
    """Open the choice of languages and take one, by what it calls itself."""
    page.locator("[data-tongues] summary").click()
    page.locator("[data-tongues] a", has_text=language).click()


def is_right_to_left(page: Page, selector: str) -> bool:
    """Whether what is found begins at the right."""
    return bool(page.locator(selector).first.evaluate("it => getComputedStyle(it).direction === 'rtl'"))


@pytest.mark.parametrize("width", [360, 1280])
def test_another_language_opens_at_the_same_cell(width: int, open_page: Open) -> None:
    page = open_page(f"{ARGUE}#LIT.ARG.4-2", width=width)
    choose(page, "Español")
    expect(page).to_have_url(re.compile(rf"/es/{ARGUE}#LIT\.ARG\.4-2$"))
    expect(page.locator("html")).to_have_attribute("lang", "es")
    cell = page.locator("[id='LIT.ARG.4-2']")
    expect(cell).to_be_in_viewport()
    expect(cell).to_contain_text("Puedo")
    choose(page, "العربية")
    expect(page).to_have_url(re.compile(rf"/ar/{ARGUE}#LIT\.ARG\.4-2$"))
    expect(page.locator("[id='LIT.ARG.4-2']")).to_be_in_viewport()
    choose(page, "English")
    expect(page).to_have_url(re.compile(rf"(?<!/ar)(?<!/es)/{ARGUE}#LIT\.ARG\.4-2$"))


def test_the_choice_of_languages_works_without_script(open_page: Open) -> None:
    page = open_page(LUNCH, java_script_enabled=False)
    choose(page, "العربية")
    expect(page).to_have_url(re.compile(rf"/ar/{LUNCH}$"))


def test_the_choice_of_languages_opens_and_closes_by_keys(open_page: Open) -> None:
    page = open_page()
    menu = page.locator("[data-tongues]")
    page.locator("[data-tongues] summary").focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    expect(page.locator("[data-tongues] a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(page.locator("[data-tongues] summary")).to_be_focused()


def test_an_arabic_page_reads_from_right_to_left(open_page: Open) -> None:
    page = open_page(f"ar/{ARGUE}")
    assert is_right_to_left(page, "h1") and is_right_to_left(page, ".lg td")
    first, last = (page.locator(".lg thead th").nth(at).bounding_box() for at in (0, -1))
    assert first and last and first["x"] > last["x"], "levels grow from right to left"
    code = page.locator(".code").first
    assert code.inner_text() == "LIT.ARG"
    assert page.locator("[id='LIT.ARG.1-3'] .cell").inner_text().endswith("ARG.1-3")


def test_a_search_in_arabic_finds_arabic_pages_alone(open_page: Open) -> None:
    page = open_page("ar/")
    page.locator("input.md-search__input").fill("الأدلّة")
    hits = page.locator("[data-results] .hit a")
    hits.first.wait_for()
    assert hits.count() > 1
    assert all("/ar/" in str(hits.nth(at).get_attribute("href")) for at in range(hits.count()))
    hits.first.click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("mark.sought").first).to_be_visible()


def test_a_search_in_spanish_and_in_english_stays_in_its_language(open_page: Open) -> None:
    for tree, word, other in (("es/", "evidencia", None), ("", "evidence", "/es/")):
        page = open_page(f"{tree}find/?q={word}")
        hits = page.locator("[data-search-results] .hit a")
        hits.first.wait_for()
        found = [str(hits.nth(at).get_attribute("href")) for at in range(hits.count())]
        assert found and all(("/es/" in it) == (other is None) for it in found)
        assert not any("/ar/" in it for it in found)


def test_translated_work_leads_to_the_work_as_the_student_made_it(open_page: Open) -> None:
    page = open_page(f"es/{LUNCH}")
    expect(page.locator("mark").first).to_be_visible()
    page.locator("main a", has_text="inglés").click()
    expect(page).to_have_url(re.compile(rf"(?<!/es)/{LUNCH}$"))
    expect(page.locator("h1")).to_have_text("Should lunch be longer?")


def test_nothing_in_the_demonstration_is_left_untranslated(open_page: Open) -> None:
    for tree in ("es/", "ar/"):
        for address in ("", ARGUE, LUNCH, "levels/", "find/", "families/", "pathways/graduation/"):
            page = open_page(tree + address)
            assert page.locator(".src").count() == 0, tree + address
