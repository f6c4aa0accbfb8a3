"""What one can use on a page, used by keys and by those who listen: menus, search, choices, folds, notes, drawings."""

from __future__ import annotations

import re
import string
from os.path import normpath
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_builder.resources import templates
from tests.e2e.asking import answers, nothing_is_wrong, violations
from tests.e2e.conftest import Open
from tests.e2e.samples import LANGUAGES, SAMPLES, folder
from tests.site.markup import Element, read

pytestmark = pytest.mark.browser

ARGUE = "literacy/argue-from-evidence/"
LUNCH = "exemplars/literacy/should-lunch-be-longer/"
TAP = "exemplars/collaboration/the-tap-by-the-field/"
# A page that is alone in its frame, and the one for all languages.
BARE = frozenset({"redirect", "not_found"})
each_language = pytest.mark.parametrize("language", LANGUAGES)


def focused(page: Page) -> str:
    """The start of what has the focus."""
    return str(page.evaluate("document.activeElement.cloneNode(false).outerHTML"))


# Keys


@pytest.mark.parametrize("address", ["", ARGUE, "find/"])
def test_no_single_key_does_anything(address: str, open_page: Open) -> None:
    """2.1.4: whoever speaks to a computer, or slips, starts nothing."""
    page = open_page(address)
    state = "[location.href, document.activeElement.localName, document.querySelectorAll(':checked, [open]').length]"
    before = page.evaluate(state)
    for key in string.ascii_letters + string.digits + string.punctuation:
        page.keyboard.press(key)
        assert page.evaluate(state) == before, key


@each_language
def test_one_skips_what_is_the_same_on_every_page(language: str, open_page: Open) -> None:
    """2.4.1: the first thing that keys meet leads past the header, and what comes next stands in the content."""
    page = open_page(folder(language) + ARGUE)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    expect(page.locator(".md-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#main') !== null")


def test_nothing_happens_by_merely_going_there_or_choosing(open_page: Open) -> None:
    """3.2.1, 3.2.2: another page, window or place is there only once it is asked for."""
    page = open_page("find/")
    for it in page.locator("main input, main button, main a").all()[:40]:
        it.focus()
    page.get_by_label("Science", exact=True).check()
    assert page.url.partition("?")[0].endswith("/find/")
    assert page.evaluate("document.activeElement.closest('.seg') !== null")
    assert len(page.context.pages) == 1


def test_nothing_has_to_be_dragged(open_page: Open) -> None:
    """2.5.1, 2.5.7: no thing asks for a path, and what is wider than its place is moved by keys too."""
    for address in (*SAMPLES["map"], *SAMPLES["competency"], *SAMPLES["exemplar"]):
        page = open_page(address, width=700)
        assert page.locator("[draggable=true], input[type=range]").count() == 0
        astray = page.evaluate(
            """() => [...document.querySelectorAll("main *")].filter(it => {
                const isWider = it.scrollWidth > it.clientWidth + 1;
                const moves = /auto|scroll/.test(getComputedStyle(it).overflowX);
                return isWider && moves && it.tabIndex < 0 && !it.querySelector("a, button, input");
            }).map(it => it.outerHTML.slice(0, 100))"""
        )
        assert astray == [], address


def test_nothing_acts_before_a_finger_is_lifted_or_when_a_telephone_is_shaken() -> None:
    """2.5.2, 2.5.4: scripts hear clicks; and of a pointer, where it shows a meaning, or that somebody reads."""
    listened = {
        event
        for path in sorted(templates().rglob("*.js"))
        for event in re.findall(
            r'"((?:mouse|touch|pointer|key|device)\w+|drag\w*|click)"', path.read_text(encoding="utf-8")
        )
    }
    assert listened <= {"click", "keydown", "pointerenter", "pointerleave", "pointerdown", "pointermove"}


# The header


@each_language
def test_the_menu_of_a_narrow_screen_takes_the_keys_and_gives_them_back(language: str, open_page: Open) -> None:
    """2.4.3, 4.1.2."""
    page = open_page(folder(language), width=360, reduced_motion="reduce")
    opener = page.locator("button[for=__drawer]")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar a").first).to_be_focused()
    nothing_is_wrong({language: answers(page, "links", "pale", "cut")})
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar a").first).not_to_be_visible()


def test_whoever_goes_on_by_keys_closes_the_menu(open_page: Open) -> None:
    """2.4.11: it covers nothing that has the focus."""
    page = open_page("", width=360, reduced_motion="reduce")
    page.locator("button[for=__drawer]").press("Enter")
    for _ in range(page.locator(".md-sidebar a").count()):
        page.keyboard.press("Tab")
    expect(page.locator("button[for=__drawer]")).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement.closest('#main, .md-footer') !== null")


@each_language
@pytest.mark.parametrize("width", [360, 1280])
def test_the_search_opens_and_closes_by_keys_and_is_sound_while_open(
    language: str, width: int, open_page: Open
) -> None:
    """2.1.1, 2.4.3, 4.1.3: how many were found is said without anybody going there."""
    page = open_page(folder(language), width=width, reduced_motion="reduce")
    field = page.locator("input.md-search__input")
    if width < 700:
        page.locator("button[for=__search]").press("Enter")
    else:
        field.focus()
    expect(field).to_be_focused()
    status = page.locator("[data-results] [role=status]")
    assert status.count() == 1
    page.keyboard.type({"en": "evidence", "es": "evidencia", "ar": "دليل"}[language])
    page.locator("[data-results] .hit").first.wait_for()
    expect(status).to_have_text(re.compile(r"\d"))
    expect(field).to_be_focused()
    nothing_is_wrong(
        {language: {**answers(page, "headings", "landmarks", "links", "names", "pale"), "axe": violations(page)}}
    )
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-results] .hit a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert "__search" in focused(page) if width < 700 else "md-search__input" in focused(page)


def test_the_colours_are_switched_by_keys_and_the_switch_keeps_the_focus(open_page: Open) -> None:
    """2.1.1, 2.4.3, 4.1.2."""
    page = open_page(color_scheme="light")
    page.get_by_role("button", name="Dark", exact=True).press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_role("button", name="Light", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert page.get_by_role("radio").count() == 0


@each_language
def test_the_languages_are_each_called_in_their_own(language: str, open_page: Open) -> None:
    """3.1.1, 3.1.2: and the page says in which language it is itself."""
    page = open_page(folder(language))
    assert page.locator("html").get_attribute("lang") == language
    said = page.locator("[data-tongues] a").evaluate_all("them => them.map(it => [it.lang, it.hreflang])")
    assert said == [[it, it] for it in LANGUAGES]
    expect(page.locator("[data-tongues] [aria-current=true]")).to_have_attribute("lang", language)


# Choices, folds and notes


@each_language
def test_a_level_is_chosen_by_arrows(language: str, open_page: Open) -> None:
    """2.1.1, 1.3.1."""
    page = open_page(folder(language) + ARGUE, width=360)
    page.locator("#lv3").focus()
    page.keyboard.press("ArrowRight" if language != "ar" else "ArrowLeft")
    expect(page.locator("#lv4")).to_be_checked()
    expect(page.locator("td.k4:visible")).to_have_count(5)
    assert page.get_by_role("group").filter(has=page.locator("#lv1")).count() == 1


def test_what_is_chosen_is_said(open_page: Open) -> None:
    """4.1.3: a choice of the finder and of the gallery says how much is left, where listeners hear it."""
    for address, name in (("find/", "Science"), ("exemplars/", "Audio")):
        page = open_page(address)
        status = page.locator("[data-count]")
        assert status.get_attribute("role") == "status"
        before = status.inner_text()
        page.get_by_label(name, exact=True).check()
        expect(status).not_to_have_text(before)


def test_a_fold_opens_by_either_key(open_page: Open) -> None:
    """2.1.1."""
    page = open_page(ARGUE)
    fold = page.locator("details.d").first
    for key in ("Enter", "Space"):
        before = fold.evaluate("it => it.open")
        fold.locator("summary").press(key)
        assert fold.evaluate("it => it.open") != before


def test_a_note_is_reached_from_its_place_and_its_place_from_the_note_by_keys(open_page: Open) -> None:
    """2.1.1, 2.4.4."""
    page = open_page(LUNCH)
    page.locator("a.n[href='#n2']").first.press("Enter")
    expect(page.locator("#n2")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#n2') !== null")
    page.locator("#n2 a[href='#q2']").press("Enter")
    expect(page.locator("#q2")).to_be_in_viewport()


@each_language
def test_what_is_said_in_a_recording_stands_there_in_words(language: str, open_page: Open) -> None:
    """1.2.1, 1.4.2: it begins when somebody asks for it, and can be stopped."""
    page = open_page(folder(language) + TAP)
    for it in page.locator("audio").all():
        assert it.evaluate("it => it.controls && !it.autoplay && !!it.ariaLabel")
        said = it.locator("xpath=following::details[1]")
        assert len(said.inner_text().split()) > 80


# Drawings


@each_language
def test_the_stones_of_the_front_page_are_the_levels_that_stand_below_in_words(language: str, open_page: Open) -> None:
    """1.1.1."""
    page = open_page(folder(language))
    river = page.locator("svg.river")
    assert river.get_attribute("aria-hidden") == "true"
    stones = river.locator("text").all_text_contents()
    levels = page.locator("h2#levels ~ ol").first.locator(".lv > b").all_text_contents()
    assert stones == levels
    assert len(set(page.locator("h2#levels ~ ol").first.locator(".lv").all_text_contents())) == len(levels)


@each_language
def test_the_map_says_the_same_in_words(language: str, open_page: Open) -> None:
    """1.1.1: each box is in the list, and each arrow is what helps to have first."""
    page = open_page(folder(language) + "map/")
    boxes = page.locator("svg.map a").evaluate_all("them => them.map(it => [it.ariaLabel, it.getAttribute('href')])")
    rows = page.locator(".lines li > a").evaluate_all(
        "them => them.map(it => [it.textContent.trim(), it.getAttribute('href')])"
    )
    assert sorted(boxes) == sorted(rows)
    arrows = page.locator("svg.map path.hd").count()
    befores = page.locator(".lines li .soft").all_text_contents()
    names = [name for name, _ in rows]
    assert arrows == sum(line.count(name) for line in befores for name in names if name in line)


# Many pages


def documents(site: Path, language: str) -> dict[str, Element]:
    """A page of each kind in a language, as it was written, by its address."""
    tree = site / folder(language)
    addresses = [address for kind, (address, *_) in SAMPLES.items() if kind not in BARE]
    return {it: read((tree / it / "index.html").read_text(encoding="utf-8")) for it in addresses}


def ways(document: Element, address: str) -> list[str]:
    """What leads away from a page beside its content, in order: how it is called, and where it leads."""
    within = document.one("article", id="main").all("a")
    links = [it for it in document.all("a") if it not in within and not it["href"].startswith("#")]
    return [f"{it['aria-label'] or it.words}: {it['hreflang'] or normpath('/' + address + it['href'])}" for it in links]


@each_language
def test_the_same_is_found_in_the_same_place_on_every_page(language: str, site: Path) -> None:
    """3.2.3, 3.2.4, 3.2.6: sections, languages, the search and the way to help come in one order, by the same names."""
    orders = {address: ways(document, address) for address, document in documents(site, language).items()}
    assert len(orders[""]) > 20
    assert {address: order for address, order in orders.items() if order != orders[""]} == {}
    searches = [it.one("div", "md-search")["aria-label"] for it in documents(site, language).values()]
    assert len(set(searches)) == 1


@each_language
def test_each_page_has_a_title_that_says_what_it_is(language: str, site: Path) -> None:
    """2.4.2: its own name, and that of the site."""
    titles = {address: it.one("title").words for address, it in documents(site, language).items()}
    assert len(set(titles.values())) == len(titles) > 10
    assert [it for it in titles.values() if titles[""] not in it] == []


@each_language
def test_a_page_can_be_reached_in_more_than_one_way(language: str, open_page: Open) -> None:
    """2.4.5: by the sections, by the list of everything, by the map, by the search."""
    for address, way in (("literacy/", f"a[href$='{ARGUE.split('/')[1]}/']"), ("find/", f"a[href$='{ARGUE}']")):
        assert open_page(folder(language) + address).locator(f"main {way}").count() >= 1
    assert open_page(folder(language) + "map/").locator(f"main .lines a[href$='{ARGUE}']").count() == 1
    assert open_page(folder(language)).locator("[role=search]").count() == 2
