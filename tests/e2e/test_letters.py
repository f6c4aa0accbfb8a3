"""Letters as they are printed and as they are read on a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from site_builder.evidence.student import Roster, Student
from site_builder.look.words import catalogue
from site_builder.model import School
from site_builder.progress.desk import desk_for
from site_builder.progress.ground import ground_of
from site_builder.progress.letters import Key, letters
from site_builder.progress.telling import as_written
from tests.e2e.test_access import violations
from tests.e2e.test_private_page import Place, published, sheets
from tests.private.browsing import OPEN, alone, state
from tests.schoolroom import Schoolroom
from tests.site.continua import small_outline

pytestmark = pytest.mark.browser
FILES = ("families.html", "staff.html")
# What is left of a sheet between its margins, in millimetres.
PAPERS = {"A4": (210 - 26, 297 - 26), "Letter": (215.9 - 26, 279.4 - 26)}
OPEN_AT = "https://private-pages.riverbend-community-school.example.org/open/"
LONG = {
    "en": School(
        "Riverbend Community School for Learners of All Ages",
        "1450 North Mulberry Street, Building C, Springfield",
        "Ms Adeyemi-Okonkwo in the front office (510-555-0142 or 510-555-0143), or at the door on Tuesdays between "
        "7:30 and 9:00, or by an appointment that your adviser makes with you",
        "Call the office at 510-555-0140 between 8 and 4, or come by with something that shows who you are; a "
        "grandparent or another adult who picks up your child can come too.",
    ),
    "es": School(
        "Escuela Comunitaria Riverbend para Estudiantes de Todas las Edades",
        "Calle Mulberry Norte 1450, Edificio C, Springfield",
        "Sra. Adeyemi-Okonkwo en la oficina principal (510-555-0142 o 510-555-0143), o en la puerta los martes entre "
        "las 7:30 y las 9:00, o con una cita que la persona asesora concierta con ustedes",
        "Llame a la oficina al 510-555-0140 entre las 8 y las 4, o venga con un documento que muestre quién es usted; "
        "también puede venir un abuelo u otra persona adulta que recoja a su hijo o hija.",
    ),
    "ar": School(
        "مدرسة ريفربند المجتمعية للمتعلّمين من جميع الأعمار",
        "1450 شارع مولبيري الشمالي، المبنى ج، سبرينغفيلد",
        "السيّدة أدييمي أوكونكو في المكتب الرئيسي (510-555-0142 أو 510-555-0143)، أو عند الباب أيّام الثلاثاء بين "
        "الساعة 7:30 والساعة 9:00، أو في موعد يرتّبه معكم المرشد",
        "اتّصلوا بالمكتب على الرقم 510-555-0140 بين الساعة الثامنة والساعة الرابعة، أو تعالوا ومعكم ما يثبت هويّتكم؛ "
        "ويمكن أن يأتي الجدّ أو شخص بالغ آخر يصطحب ابنكم.",
    ),
}
NAMES = {
    "en": "Maximiliana Featherstonehaugh-Okonkwo",
    "es": "María Guadalupe Fernández de la Cruz",
    "ar": "عبد الرحمن المنصوري الهاشمي",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The small school, in which two students share a household."""
    with published(Schoolroom(tmp_path_factory.mktemp("small")).ready()) as made:
        yield made


def longest(language: str, children: int) -> str:
    """A letter with long names, a long address and all that a school could say, for a household of so many."""
    whole = small_outline(school=LONG[language])
    told = as_written(ground_of(whole.settings, whole.areas, ()), whole)
    typing = "" if language == "en" else f"{language}/"
    desk = desk_for(replace(told, language=language, words=catalogue(language), typing=typing), "", date(2026, 11, 20))
    students = {
        id: Student(id, f"{NAMES[language]} {id.upper()}", NAMES[language], NAMES[language], household="h")
        for id in "abcdef"[:children]
    }
    keys = {id: Key(f"{OPEN_AT[:-5]}p/abcdefghijklmnop/#{'x' * 22}", ("W8W",) * 9) for id in students}
    return letters(Roster(students), keys, OPEN_AT, date(2026, 11, 20), {"": desk})


def show(page: Page, place: Place, file: str = FILES[0]) -> Page:
    """Open letters on the school's machine."""
    page.goto((place.room.office / "letters" / file).as_uri())
    return page


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("file", "count"), [("families.html", 3), ("staff.html", 2)])
def test_each_letter_is_one_sheet(place: Place, browser: Browser, file: str, count: int, paper: str) -> None:
    with alone(browser) as page:
        show(page, place, file)
        assert page.locator(".letter").count() == count
        assert sheets(page, paper) == count


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("children", [1, 2, 4, 6])
@pytest.mark.parametrize("language", LONG)
def test_the_longest_letter_is_one_sheet_and_nothing_of_it_is_cut_off(
    language: str, children: int, paper: str, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "letter.html"
    file.write_text(longest(language, children), encoding="utf-8")
    width, height = (round(it / 25.4 * 96) for it in PAPERS[paper])
    with alone(browser, viewport={"width": width, "height": height}) as page:
        page.goto(file.as_uri())
        assert page.locator(".letter").get_attribute("lang") == language
        assert sheets(page, paper) == 1
        page.emulate_media(media="print")
        outside = """it => [...it.querySelectorAll("*")].filter(it => {
            const box = it.getBoundingClientRect();
            return box.left < -1 || box.right > innerWidth + 1 || it.scrollWidth > it.clientWidth + 1 && it.clientWidth;
        }).map(it => it.outerHTML.slice(0, 80))"""
        assert page.locator(".letter").evaluate(outside) == []
        assert page.locator("section.key svg").last.evaluate("it => it.getBoundingClientRect().width") >= 151


@pytest.mark.parametrize("width", [320, 480, 700, 800, 1280])
@pytest.mark.parametrize("language", LONG)
def test_no_code_reaches_beyond_its_frame_on_any_screen(
    language: str, width: int, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "letter.html"
    file.write_text(longest(language, 3), encoding="utf-8")
    with alone(browser, viewport={"width": width, "height": 800}) as page:
        page.goto(file.as_uri())
        reaching = page.locator("section.key").evaluate_all("""keys => keys.filter(key => {
            const frame = key.getBoundingClientRect();
            return [...key.querySelectorAll("svg, h2, .typed, .typed span")].some(it => {
                const box = it.getBoundingClientRect();
                return box.left < frame.left || box.right > frame.right;
            });
        }).length""")
        assert reaching == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_telephone_number_on_a_letter_in_arabic_is_read_from_left_to_right(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "letter.html"
    file.write_text(longest("ar", 1), encoding="utf-8")
    with alone(browser) as page:
        page.goto(file.as_uri())
        number = page.locator("bdi", has_text="510-555-0140")
        ends = """it => [0, it.firstChild.length - 1].map(at => {
            const range = document.createRange();
            range.setStart(it.firstChild, at);
            range.setEnd(it.firstChild, at + 1);
            return range.getBoundingClientRect().left;
        })"""
        first, last = number.evaluate(ends)
        assert first < last
        groups = page.locator(".typed span").evaluate_all("all => all.map(it => it.getBoundingClientRect().left)")
        assert groups[:3] == sorted(groups[:3])
        assert page.locator(".url").evaluate("it => getComputedStyle(it).direction") == "ltr"


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
