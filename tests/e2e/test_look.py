"""How pages look where there is little room, where one reads from the right, and where there is very much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_builder.site.build import Search, Wish, build
from tests.e2e.asking import violations
from tests.e2e.conftest import Open
from tests.project import Project
from tests.serving import served

pytestmark = pytest.mark.browser

ARGUE = "literacy/argue-from-evidence/"
LUNCH = "exemplars/literacy/should-lunch-be-longer/"
BELLS = "exemplars/agency/my-week-with-bells/"
LANGUAGES = ("", "es/", "ar/")
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def boxes(page: Page, selector: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of everything that is shown."""
    found: list[list[float]] = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].filter(it => it.getClientRects().length).map(it => {
            const box = it.getBoundingClientRect();
            return [box.left, box.top, box.right, box.bottom];
        })""",
        selector,
    )
    return [(left, top, right, bottom) for left, top, right, bottom in found]


def points_left(page: Page, selector: str) -> bool:
    """Whether a drawing is turned round."""
    return bool(page.locator(selector).first.evaluate("it => it.getScreenCTM().a < 0"))


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A school with words longer than any screen, and with one level of each name that is no shorter."""
    project = Project(tmp_path_factory.mktemp("odd"))
    project.change("continuum/literacy/area.yml", "title: Literacy", f"title: {LONG}")
    project.change("continuum/literacy/argue.yml", "title: Argue from evidence", f"title: {LONG}")
    project.change("continuum/continuum.yml", "name: Steady", f"name: {LONG}")
    wish = Wish(project.root, project.root / "site", date(2026, 11, 24), search=Search.NONE)
    assert build(wish).counts is not None
    with served(Path(wish.out)) as address:
        yield address


@pytest.mark.parametrize("tree", LANGUAGES)
def test_the_name_of_the_site_is_whole_on_a_phone(tree: str, open_page: Open) -> None:
    page = open_page(tree + ARGUE, width=360)
    title = page.locator(".md-header__topic .md-ellipsis").first
    assert title.evaluate("it => it.scrollHeight <= it.clientHeight + 1 && it.scrollWidth <= it.clientWidth + 1")
    (bar,) = boxes(page, ".md-header")
    assert bar[3] <= 50
    buttons = sorted(boxes(page, ".md-header button.md-header__button, .tongues > summary"))
    assert len(buttons) == 4
    assert all(right <= left + 1 for (_, _, right, _), (left, _, _, _) in pairwise(buttons))
    assert all(right - left >= 40 and bottom - top >= 40 for left, top, right, bottom in buttons)


def test_a_thumb_opens_the_menu_of_a_phone(open_page: Open) -> None:
    page = open_page("es/", width=360)
    page.locator(".md-header__button[for=__drawer]").click()
    expect(page.locator(".md-sidebar .md-nav__link").first).to_be_in_viewport()


@pytest.mark.parametrize("tree", LANGUAGES)
@pytest.mark.parametrize("width", [1220, 1600])
def test_no_section_is_cut_off_on_a_wide_screen(tree: str, width: int, open_page: Open) -> None:
    page = open_page(tree, width=width)
    shown = boxes(page, ".md-tabs__link")
    (bar,) = boxes(page, ".md-tabs")
    assert len(shown) > 7
    for left, top, right, bottom in shown:
        assert 0 <= left < right <= width
        assert bar[1] <= top < bottom <= bar[3]


def test_whatever_points_the_way_one_reads_points_left_in_arabic(open_page: Open) -> None:
    for tree, is_turned in (("", False), ("ar/", True)):
        page = open_page(tree + ARGUE)
        assert points_left(page, ".chain .to svg") == is_turned
        page.goto(page.url.replace(ARGUE, ""))
        assert points_left(page, ".river") == is_turned
        first, *_, last = boxes(page, ".river rect")
        assert (first[0] > last[0]) == is_turned
        assert first[1] > last[1], "the stones rise in both"


def test_the_map_is_read_from_the_right_in_arabic_with_each_title_in_its_box(open_page: Open) -> None:
    page = open_page("ar/map/")
    for at in range(page.locator(".map a").count()):
        box = page.locator(".map a").nth(at)
        (left, top, right, bottom) = box.locator("rect").evaluate(
            "it => { const b = it.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] }"
        )
        for text in box.locator("text").all():
            inner = text.bounding_box()
            assert inner
            assert left <= inner["x"] and inner["x"] + inner["width"] <= right
            assert top <= inner["y"] and inner["y"] + inner["height"] <= bottom
    starts, others = boxes(page, ".map a rect")[0], boxes(page, ".map a rect")
    assert starts[0] == max(it[0] for it in others)


def test_places_on_a_picture_stay_where_they_are_in_arabic(open_page: Open) -> None:
    def places(page: Page) -> list[float]:
        (pin,) = boxes(page, ".pin")
        return [round((left - pin[0]) / (pin[2] - pin[0]), 3) for left, *_ in boxes(page, ".pin rect")]

    assert places(open_page(BELLS)) == places(open_page(f"ar/{BELLS}"))


def test_notes_that_are_taller_than_their_paragraph_push_no_paragraphs_apart(open_page: Open) -> None:
    paragraphs = boxes(open_page(LUNCH), ".ex .voice")
    assert len(paragraphs) > 6
    gaps = [after[1] - before[3] for before, after in pairwise(paragraphs)]
    assert max(gaps) < 3


def test_no_letters_are_torn_apart_and_none_slants_in_arabic(open_page: Open) -> None:
    page = open_page(f"ar/{ARGUE}")
    assert page.locator("h1").evaluate("it => getComputedStyle(it).letterSpacing") in ("normal", "0px")
    slants = "() => [...document.querySelectorAll('main *')].some(it => getComputedStyle(it).fontStyle === 'italic')"
    assert not page.evaluate(slants)
    sizes = [
        open_page(tree + ARGUE).locator(".lg td p").first.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")
        for tree in ("", "ar/")
    ]
    assert sizes[1] > sizes[0] * 1.05


def test_of_many_pieces_some_are_shown_and_more_when_asked(open_page: Open) -> None:
    page = open_page("exemplars/", width=360)
    shown = page.locator("[data-item]:visible")
    expect(shown).to_have_count(30)
    expect(page.locator("[data-count]")).to_have_text("48 pieces")
    page.get_by_role("button", name="Show more").click()
    expect(shown).to_have_count(48)
    expect(shown.nth(30).locator("a")).to_be_focused()
    expect(page.get_by_role("button", name="Show more")).not_to_be_visible()
    page.get_by_label("Audio", exact=True).check()
    assert shown.count() < 30


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "address", ["", "literacy/", "literacy/argue/", "levels/", "levels/learning/2/", "map/", "find/"]
)
def test_the_longest_words_stay_within_the_screen(address: str, width: int, odd: str, open_page: Open) -> None:
    page = open_page(address, width=width, home=odd)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = page.evaluate(
        """width => [...document.querySelectorAll("main h1, main h2, main h3, main .lv, main td, main li")]
            .filter(it => it.getClientRects().length && !it.closest(".vh"))
            .filter(it => it.getBoundingClientRect().right > width + 1)
            .map(it => it.outerHTML.slice(0, 100))""",
        width,
    )
    assert beyond == []


@pytest.mark.parametrize("language", ["", "es/", "ar/"])
@pytest.mark.parametrize("end", ["", "calibrate/"])
def test_a_table_in_a_students_work_is_moved_within_itself(language: str, end: str, open_page: Open) -> None:
    page = open_page(f"{language}exemplars/literacy/goat-lane/{end}", width=320)
    table = page.locator(".voice table").first
    assert table.evaluate("it => it.scrollWidth > it.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert table.get_attribute("tabindex") == "0"
    assert violations(page) == []
