"""What readers do on the pages of the demonstration, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Open
from tests.serving import served

pytestmark = pytest.mark.browser

ARGUE = "literacy/argue-from-evidence/"
LUNCH = "exemplars/literacy/should-lunch-be-longer/"


def search(page: Page, words: str) -> None:
    """Type into the search of the header."""
    page.locator("input.md-search__input").fill(words)


def test_a_word_in_a_piece_of_work_leads_to_the_work_and_on_to_its_competency(open_page: Open) -> None:
    page = open_page()
    search(page, "lunch nine minutes")
    hit = page.locator("[data-results] .hit", has_text="Should lunch be longer?").first
    hit.locator("a").click()
    expect(page.locator("h1")).to_have_text("Should lunch be longer?")
    expect(page.locator("mark.sought").first).to_be_visible()
    page.locator(".crumb a", has_text="Argue from evidence").click()
    expect(page.locator("h1")).to_have_text("Argue from evidence")


def test_a_teacher_places_a_piece_of_work_and_sees_what_others_agreed_on(open_page: Open) -> None:
    page = open_page(LUNCH)
    page.get_by_role("link", name="Place this piece yourself").click()
    for skill, chosen in (("Claim", "3"), ("Evidence", "2"), ("Reasoning", "3")):
        page.get_by_role("group", name=skill).get_by_label(f"{chosen} ").check(force=True)
    agreed = page.locator(".reveal")
    expect(agreed.locator("table")).to_be_hidden()
    agreed.locator("summary").click()
    expect(agreed.get_by_role("status")).to_have_text("Read the same way by you and by the teachers: 2 of 3")
    expect(agreed.get_by_role("row", name=re.compile("^Evidence"))).to_contain_text("You chose Developing")
    page.get_by_role("group", name="Evidence").get_by_label("3 ").check(force=True)
    expect(agreed.get_by_role("status")).to_have_text("Read the same way by you and by the teachers: 3 of 3")
    before = page.url
    page.get_by_role("link", name="Next piece").click()
    expect(page).not_to_have_url(before)
    expect(page.get_by_role("group", name="Claim")).to_be_visible()
    assert page.evaluate("localStorage.length + document.cookie.length") == 0


def test_a_piece_that_is_printed_to_be_placed_tells_no_answers_before_they_are_opened(open_page: Open) -> None:
    page = open_page(f"{LUNCH}calibrate/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".reveal")).to_be_hidden()
    expect(page.get_by_role("group", name="Claim")).to_be_visible()
    expect(page.get_by_text("I can make a claim that someone could disagree with.")).to_be_visible()
    page.emulate_media(media="screen")
    page.locator(".reveal summary").click()
    page.emulate_media(media="print")
    expect(page.locator(".reveal table")).to_be_visible()


def test_the_code_of_a_cell_leads_to_that_cell(open_page: Open) -> None:
    page = open_page()
    search(page, "LIT.ARG.4-3")
    page.locator("[data-results] .hit a").first.click()
    expect(page).to_have_url(re.compile(r"#LIT\.ARG\.4-3$"))
    expect(page.locator("[id='LIT.ARG.4-3']")).to_be_in_viewport()


def test_a_standard_leads_to_the_competency_that_answers_to_it(open_page: Open) -> None:
    page = open_page()
    search(page, "W.8.1")
    expect(page.locator("[data-results] .hit h2").first).to_have_text("Argue from evidence")


def test_a_search_that_finds_nothing_says_so_kindly(open_page: Open) -> None:
    page = open_page()
    search(page, "qqqj")
    expect(page.locator("[data-results] [role=status]")).to_contain_text("Nothing found for “qqqj” yet")


def test_the_search_is_opened_left_and_walked_through_by_keys(open_page: Open) -> None:
    page = open_page()
    page.locator("input.md-search__input").focus()
    expect(page.locator("input.md-search__input")).to_be_focused()
    page.keyboard.type("feedback")
    expect(page.locator("[data-results] .hit").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-results] .hit a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_search_box_of_the_home_page_opens_the_finder_with_its_answer(open_page: Open) -> None:
    page = open_page()
    page.locator("#q").fill("oxygen")
    page.locator("#q").press("Enter")
    expect(page).to_have_url(re.compile(r"find/\?q=oxygen"))
    expect(page.locator("[data-search-results] .hit").first).to_be_visible()


def test_the_finder_narrows_a_search_by_area_and_kind(open_page: Open) -> None:
    page = open_page("find/?q=evidence")
    hits = page.locator("[data-search-results] .hit")
    expect(hits.first).to_be_visible()
    page.get_by_label("Science", exact=True).check()
    page.get_by_label("Student work", exact=True).check()
    expect(hits.first).to_contain_text("Student work")
    for text in hits.locator("p.soft").all_inner_texts():
        assert "Student work · Science" in text


def test_the_finder_narrows_its_lists_before_a_word_is_typed(open_page: Open) -> None:
    page = open_page("find/")
    page.get_by_label("Mathematics", exact=True).check()
    page.get_by_label("Competency", exact=True).check()
    shown = page.locator("[data-item]:visible")
    expect(shown).to_have_count(5)
    expect(page.locator("[data-count]")).to_have_text("5 pages")
    page.reload()
    expect(shown).to_have_count(5)


def test_the_gallery_shows_work_of_one_kind(open_page: Open) -> None:
    page = open_page("exemplars/")
    everything = page.locator("[data-item]:visible").count()
    page.get_by_label("Audio", exact=True).check()
    some = page.locator("[data-item]:visible").count()
    assert 3 <= some < everything


def test_two_levels_are_compared_with_what_changes_marked(open_page: Open) -> None:
    page = open_page(ARGUE)
    page.get_by_label("from 3 to 4").check()
    shown = page.locator(".pair:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Extending")
    expect(shown.locator("ins").first).to_be_visible()


def test_a_permalink_opens_at_its_cell_also_on_a_phone(open_page: Open) -> None:
    page = open_page(f"{ARGUE}#LIT.ARG.2-4", width=360)
    cell = page.locator("[id='LIT.ARG.2-4']")
    expect(cell).to_be_in_viewport()
    expect(page.locator("#lv4")).to_be_checked()
    expect(page.locator("[id='LIT.ARG.2-1']")).not_to_be_visible()


def test_a_cell_gives_its_own_permalink(open_page: Open) -> None:
    page = open_page(ARGUE)
    page.locator("[id='LIT.ARG.3-2'] a.cell").click()
    expect(page).to_have_url(re.compile(r"argue-from-evidence/#LIT\.ARG\.3-2$"))


def test_a_phone_shows_one_level_at_a_time(open_page: Open) -> None:
    page = open_page(ARGUE, width=360)
    expect(page.locator("td.k3:visible")).to_have_count(5)
    expect(page.locator("td.k1:visible")).to_have_count(0)
    page.locator("label", has=page.locator("#lv1")).click()
    expect(page.locator("td.k1:visible")).to_have_count(5)


def test_everything_is_there_without_script(open_page: Open) -> None:
    page = open_page(ARGUE, java_script_enabled=False)
    expect(page.locator("td.k1:visible")).to_have_count(5)
    expect(page.get_by_text("Student work at each level")).to_be_visible()
    expect(page.locator("[data-do=print]")).not_to_be_visible()
    page.goto(page.url.replace(ARGUE, "find/"))
    expect(page.get_by_role("link", name="Argue from evidence").first).to_be_visible()
    page.get_by_label("Science", exact=True).check()
    expect(page.get_by_role("link", name="Argue from evidence").first).not_to_be_visible()


def test_notes_and_places_in_the_work_lead_to_each_other(open_page: Open) -> None:
    page = open_page(LUNCH)
    page.locator("a.n[href='#n2']").first.click()
    expect(page.locator("#n2")).to_be_in_viewport()
    page.locator("#n2 a[href='#q2']").click()
    expect(page.locator("#q2")).to_be_in_viewport()


def test_a_renamed_page_is_still_found(open_page: Open) -> None:
    page = open_page("literacy/argue-with-evidence/")
    expect(page.locator("h1")).to_have_text("Argue from evidence")


def test_an_address_that_leads_nowhere_leads_on(open_page: Open, base: str) -> None:
    page = open_page("no/such/page/")
    expect(page.locator("h1")).to_have_text("Nothing stands here")
    page.get_by_role("link", name="To the first page").click()
    expect(page).to_have_url(base)


def test_paper_shows_every_level_and_opens_what_is_folded(open_page: Open) -> None:
    page = open_page(ARGUE, width=700)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("td.k1:visible")).to_have_count(5)
    expect(page.locator("td.k4:visible")).to_have_count(5)
    expect(page.locator(".md-header")).not_to_be_visible()
    assert page.locator("details:not([open])").count() == 0


def test_the_menu_of_a_phone_opens_by_keys_and_leads_on(open_page: Open) -> None:
    page = open_page("", width=360)
    page.locator(".md-header__button[for=__drawer]").press("Enter")
    link = page.locator(".md-sidebar .md-nav__link", has_text="Pathways")
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.locator("h1")).to_have_text("Pathways")


def test_the_colours_can_be_changed_and_stay_changed(open_page: Open) -> None:
    page = open_page()
    page.locator("button[title=Dark]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(page.url + ARGUE)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_site_works_at_the_root_of_a_host_too(open_page: Open, site: Path) -> None:
    with served(site) as home:
        page = open_page("", home=home)
        search(page, "oxygen")
        page.locator("[data-results] .hit a").first.click()
        expect(page.locator("mark.sought").first).to_be_visible()
