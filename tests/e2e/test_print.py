"""Paper: what a person prints of the site, on A4 and on US Letter, from left to right and from right to left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Open, opening
from tests.e2e.paper import FORMATS, PUSHED, WIDTH, Print, printed, pushed, sheets, signed
from tests.e2e.samples import LANGUAGES, folder
from tests.project import Project
from tests.serving import served

pytestmark = pytest.mark.browser

ARGUE = "literacy/argue-from-evidence/"
AREA = "booklets/literacy/"
PATHWAY = "booklets/pathways/community-problem-solver/"
SITE = "https://school.example/continuum/"
WAYS = [language for language in ("en", "ar") if language in LANGUAGES]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("address", [ARGUE, AREA, PATHWAY], ids=["competency", "area", "pathway"])
@pytest.mark.parametrize("language", WAYS)
def test_nothing_is_torn_apart_and_no_heading_is_left_behind(
    language: str, address: str, format: str, open_page: Open
) -> None:
    page = open_page(folder(language) + address)
    signs = signed(page)
    assert len(signs["cells"]) >= 16
    first, *others = pushed(page, format, signs, PUSHED if address == ARGUE else (0, 500))
    for it in (first, *others):
        assert {kind: torn for kind in signs if kind != "leaves" and (torn := list(it.torn(kind)))} == {}
    if address != ARGUE:
        each_competency_has_a_sheet_of_its_own_or_two(first)


def each_competency_has_a_sheet_of_its_own_or_two(it: Print) -> None:
    begins = [it.begins(number) for number in it.signs["leaves"]]
    ends = [it.ends(number) for number in it.signs["leaves"]]
    assert len(begins) >= 5
    assert begins[0] in (1, 2)
    assert begins[1:] == [sheet + 1 for sheet in ends[:-1]]
    assert all(end - begin <= 1 for begin, end in zip(begins, ends, strict=True))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_competency_fits_on_two_sheets(language: str, format: str, open_page: Open) -> None:
    assert len(sheets(open_page(folder(language) + ARGUE), format)) == 2


@pytest.mark.parametrize("language", WAYS)
def test_the_levels_stand_at_the_head_of_every_sheet(language: str, open_page: Open) -> None:
    page = open_page(folder(language) + ARGUE)
    # Three times as many skills as there are, so that they need more than one sheet.
    page.evaluate(
        "() => { const body = document.querySelector('.lg tbody'); body.innerHTML += body.innerHTML.repeat(2) }"
    )
    heads = {"cells": ".lg td", "levels": ".lg thead th"}
    it = printed(page, "A4", heads)
    used = {it.begins(number) for number in it.signs["cells"]}
    assert len(used) > 1
    assert list(it.torn("cells")) == []
    assert len(it.signs["levels"]) == 4
    assert all(set(it.sheets_with("b", number)) == used for number in it.signs["levels"])


@pytest.mark.parametrize("format", FORMATS)
def test_a_competency_is_printed_with_all_that_is_to_be_pinned_up_and_nothing_else(
    format: str, open_page: Open
) -> None:
    said = printed(open_page(ARGUE), format, {}).text
    for text in ("Argue from evidence", "Proficient", "goal", "At home", "Help along the way", "Common Core"):
        assert text.replace(" ", "") in said
    for text in (
        "Suggest a change",
        "The step between two levels",
        "On this page",
        "Show one level",
        "Skip to content",
    ):
        assert text.replace(" ", "") not in said


@pytest.mark.parametrize("language", WAYS)
@pytest.mark.parametrize("address", [ARGUE, "exemplars/literacy/should-lunch-be-longer/", "find/", "families/"])
def test_its_own_address_stands_on_the_paper_once(language: str, address: str, open_page: Open) -> None:
    here = folder(language) + address
    assert printed(open_page(here), "A4", {}).text.count(SITE + here) == 1


def test_a_booklet_says_its_own_address_once_and_that_of_each_page_that_it_is_made_of(open_page: Open) -> None:
    said = printed(open_page(AREA), "A4", {}).text
    assert said.count(SITE + AREA) == 1
    assert said.count(f"{SITE}literacy/") == 5


def test_the_paper_of_a_booklet_is_numbered(open_page: Open) -> None:
    found = sheets(open_page(AREA), "A4")
    assert all(f"{number}/{len(found)}" in text for number, text in enumerate(found, 1))


@pytest.mark.parametrize("language", WAYS)
def test_a_link_to_another_site_says_where_it_leads(language: str, open_page: Open) -> None:
    page = open_page(f"{folder(language)}families/")
    page.locator(".prose p").first.evaluate(
        "it => it.innerHTML += ' <a href=https://other.example/a/>x</a> <a href=../find/>y</a> <a href=#main>z</a>'"
    )
    page.locator(".prose").evaluate(
        "it => it.innerHTML += '<table><tr><td><a href=https://cell.example/>code</a></td></tr></table>'"
    )
    said = printed(page, "A4", {}).text
    assert said.count("https://other.example/a/") == 1
    assert "find/" not in said
    assert "cell.example" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
def test_no_word_of_usual_length_is_broken_in_the_grid(format: str, language: str, open_page: Open) -> None:
    page = open_page(folder(language) + AREA, width=WIDTH[format])
    page.emulate_media(media="print")
    broken = page.evaluate(
        """() => [...document.querySelectorAll(".lg :is(th, td)")].flatMap(cell => {
            const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
            for (let node; (node = walk.nextNode()); )
                for (const { 0: word, index } of node.data.matchAll(/[^\\s-]{1,17}(?=\\s|-|$)/g)) {
                    const range = document.createRange();
                    range.setStart(node, index); range.setEnd(node, index + word.length);
                    const lines = new Set([...range.getClientRects()].map(it => Math.round(it.bottom)));
                    if (lines.size > 1) found.push(word);
                }
            return found;
        })"""
    )
    assert broken == []
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH[format]


@pytest.mark.parametrize("address", ["find/", "exemplars/"])
def test_what_one_chooses_from_is_printed_as_a_plain_list(address: str, open_page: Open) -> None:
    page = open_page(address)
    count = page.locator("[data-item]").count()
    page.emulate_media(media="print")
    expect(page.locator("[data-item]:visible")).to_have_count(count)
    assert page.locator("input:visible, button:visible, .peek:visible, [data-item] img:visible").count() == 0
    it = printed(page, "A4", {"lines": "[data-item]"})
    assert list(it.torn("lines")) == []
    assert len(it.sheets) <= 3


@pytest.mark.parametrize("format", FORMATS)
def test_student_work_is_printed_with_its_notes_beside_it(format: str, open_page: Open) -> None:
    page = open_page("exemplars/literacy/should-lunch-be-longer/", width=WIDTH[format])
    page.emulate_media(media="print")
    places = page.evaluate(
        """() => [...document.querySelectorAll(".ex .row")].filter(it => it.querySelector(".an")).map(row => {
            const work = row.querySelector(".voice").getBoundingClientRect();
            const note = row.querySelector(".an").getBoundingClientRect();
            return [note.left - work.right, note.top - work.top, row.getBoundingClientRect().bottom - note.bottom];
        })"""
    )
    assert len(places) >= 5
    assert all(aside >= 0 and 0 <= below < 60 and within >= 0 for aside, below, within in places)
    it = printed(page, format, {"rows": ".ex .row", "notes": ".an"})
    assert {kind: list(it.torn(kind)) for kind in it.signs} == {"rows": [], "notes": []}


def test_a_picture_is_printed_whole_with_its_numbered_places(open_page: Open) -> None:
    page = open_page("exemplars/agency/my-week-with-bells/", width=WIDTH["A4"])
    page.emulate_media(media="print")
    image = page.locator(".pin img").bounding_box()
    assert image
    assert image["width"] <= WIDTH["A4"]
    assert image["height"] <= 570  # millimetres of a sheet, at 96 pixels to the inch, with room for what it is called
    regions = page.locator(".pin svg rect")
    assert regions.count() == page.locator(".an").count() >= 3
    for place in range(regions.count()):
        box = regions.nth(place).bounding_box()
        assert box
        assert image["x"] <= box["x"] + 1
        assert box["x"] + box["width"] <= image["x"] + image["width"] + 1


def test_a_pathway_marks_what_it_asks_for_also_where_there_is_no_colour(open_page: Open) -> None:
    page = open_page(PATHWAY, width=WIDTH["A4"])
    page.emulate_media(media="print")
    leaf = page.locator(".leaf", has=page.get_by_role("heading", name="Listen so that others speak"))
    expect(leaf.locator(".wanted")).to_have_text("Asked for here: 3Proficient")
    head = leaf.locator("th.asked")
    expect(head).to_have_count(1)
    expect(head.locator(".goal").first).to_be_visible()
    expect(head).to_contain_text("asked for")
    edges = leaf.locator("td.asked").first.evaluate("it => getComputedStyle(it).borderInlineStartWidth")
    assert float(edges.removesuffix("px")) > 1


def test_the_shapes_of_badges_are_kept(open_page: Open) -> None:
    page = open_page(AREA, color_scheme="dark")
    page.emulate_media(media="print")
    shapes = page.locator(".lg thead .lv > b").evaluate_all(
        """all => all.slice(0, 4).map(it => getComputedStyle(it))
            .map(it => [it.borderRadius, it.printColorAdjust, it.backgroundColor])"""
    )
    assert len({radius for radius, _, _ in shapes}) == 4
    assert {adjust for _, adjust, _ in shapes} == {"exact"}
    assert len({colour for _, _, colour in shapes}) == 4
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


# Continua of other shapes

WORDS = "I can state a claim that someone could disagree with and test it against what others found at step"
SKILLS = ("Claim", "Internationalisation", "Reasoning")
COUNTS = (3, 5, 6, 12)


def with_areas(settings: str) -> str:
    """The settings of the small school with a scale and an area for each of these numbers of levels."""
    scales = ""
    for count in COUNTS:
        levels = (f"    - {{id: {step}, name: Step number {step}}}\n" for step in range(1, count))
        scales += f"  s{count}:\n{''.join(levels)}    - {{id: {count}, name: Step number {count}, target: true}}\n"
    areas = ", ".join(f"many{count}" for count in COUNTS)
    return settings.replace("scales:\n", f"scales:\n{scales}").replace("areas: [", f"areas: [{areas}, ")


def competency_of(count: int) -> str:
    """A competency of three skills at so many levels."""
    lines = [f"id: M{count}.ONE", "title: Many steps", "statement: I can do it.", "skills:"]
    for place, title in enumerate(SKILLS, 1):
        lines += [f"  - id: M{count}.ONE.{place}", f"    title: {title}", "    levels:"]
        lines += [f"      {step}: {WORDS} {step} of {place}" for step in range(1, count + 1)]
    return "\n".join([*lines, ""])


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Open]:
    """Areas with few levels and with many, and long words."""
    school = Project(tmp_path_factory.mktemp("odd") / "school")
    school.write("continuum/continuum.yml", with_areas(school.read("continuum/continuum.yml")))
    for count in COUNTS:
        area = f"id: M{count}\ntitle: Many\nkind: knowledge\nscale: s{count}\nabout: Here.\n"
        school.write(f"continuum/many{count}/area.yml", area)
        school.write(f"continuum/many{count}/one.yml", competency_of(count))
    assert school.build().code == 0, school.output
    with served(school.root / "site") as base, opening(browser, base) as open_at:
        yield open_at


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("count", COUNTS)
def test_any_number_of_levels_can_be_read(count: int, format: str, odd: Open) -> None:
    page = odd(f"booklets/many{count}/", width=WIDTH[format])
    page.emulate_media(media="print")
    cells = page.locator(".lg td[class]")
    sizes = cells.locator("p").evaluate_all(
        "all => all.map(it => [parseFloat(getComputedStyle(it).fontSize), it.clientWidth])"
    )
    assert len(sizes) == 3 * count
    assert all(
        size >= 10.5 and width > 12 * size * 0.5 for size, width in sizes
    )  # pixels: 8 points, and two words a line
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH[format]
    it = printed(page, format)
    assert {kind: torn for kind in it.signs if kind != "leaves" and (torn := list(it.torn(kind)))} == {}


@pytest.mark.parametrize("count", [6, 12])
def test_where_a_sheet_has_no_room_for_all_levels_each_says_which_it_is(count: int, odd: Open) -> None:
    page = odd(f"many{count}/one/", width=WIDTH["A4"])
    page.emulate_media(media="print")
    expect(page.locator(".lg td > .lv:visible")).to_have_count(3 * count)
    badge, words = (
        page.locator(".lg td[class] > .lv").first.bounding_box(),
        page.locator(".lg td > p").first.bounding_box(),
    )
    assert badge and words
    assert badge["x"] + badge["width"] <= words["x"]
    assert abs(badge["y"] - words["y"]) < 12
    expect(page.locator(".lg thead .goal")).to_be_visible()


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_booklet_can_be_read_on_a_screen(width: int, count: int, odd: Open) -> None:
    page = odd(f"booklets/many{count}/", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator(".lg td > p:visible")).to_have_count(3 * count)
    narrowest = min(page.locator(".lg td > p").evaluate_all("all => all.map(it => it.clientWidth)"))
    assert narrowest > 100
