"""A family's way to their child's page, on a telephone and on paper, and what staff see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.test_access import violations
from tests.private.browsing import HIDDEN, LOCKED, OPEN, alone, state
from tests.schoolroom import Schoolroom
from tests.serving import served

pytestmark = pytest.mark.browser
STUDENT = "S1007"


class Place(NamedTuple):
    """A school whose private pages are published, and where."""

    room: Schoolroom
    address: str

    def link(self, student: str = STUDENT) -> str:
        """The link in a student's letter."""
        secret = self.room.secret(student)
        return f"{self.address}p/{secret.page_id}/#{secret.link}"

    def group_link(self) -> str:
        """The link of the first group's page."""
        secret = next(iter(self.room.known().group_secrets().values()))
        return f"{self.address}p/{secret.page_id}/#{secret.link}"

    def plain(self, way: str = f"students/{STUDENT}.html") -> str:
        """A readable page on the school's own machine."""
        return (self.room.office / "plain" / way).as_uri()


@contextmanager
def published(room: Schoolroom, *words: str | Path) -> Iterator[Place]:
    """Sealed and readable pages are made, and the sealed ones served."""
    assert room.progress(*words).code == 0, room.output
    assert room.plain(*words).code == 0, room.output
    with served(room.private) as address:
        assert room.letters("--at", address).code == 0, room.output
        yield Place(room, address)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The demonstration."""
    room = Schoolroom.demonstration(tmp_path_factory.mktemp("demonstration"))
    with published(room, "--words", room.office / "words", "--site-url", "https://school.example/") as made:
        yield made


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The small school, in which somebody is written to in Arabic."""
    with published(Schoolroom(tmp_path_factory.mktemp("small")).ready()) as made:
        yield made


@contextmanager
def opened(browser: Browser, link: str, **options: Any) -> Iterator[Page]:
    """A private page, open in a window of its own."""
    with alone(browser, **options) as page:
        page.goto(link)
        page.wait_for_function(SETTLED)
        page.locator("main#main").wait_for()
        yield page


def sheets(page: Page, paper: str = "A4") -> int:
    """How many sheets of paper it prints on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, format=paper)))


# A sealed page says in its own language how its opening went; other pages have nothing to wait for.
SETTLED = """(it => !it?.dataset.open || Object.values(it.dataset).includes(it.textContent))(
    document.getElementById("state"))"""
PHONE = {"width": 360, "height": 700}
PAPERS = ("A4", "Letter")
# Families that read Arabic and Spanish, in a school whose continuum is in both.
ARABIC = "S1028"
SPANISH = "S1012"


def test_a_family_comes_from_the_letter_to_the_page(place: Place, browser: Browser) -> None:
    asked: list[str] = []
    with alone(browser, viewport=PHONE) as page:
        page.on("request", lambda it: asked.append(it.url))
        page.goto((place.room.office / "letters/families.html").as_uri())
        letter = page.locator(".letter", has_text="Amara Nwosu-Hale")
        section = letter.locator("section.key", has_text="Amara Nwosu-Hale")
        address = letter.locator(".url").inner_text()
        code = " ".join(section.locator(".typed span").all_inner_texts())
        assert re.fullmatch("([0-9A-Z]{3} ){8}[0-9A-Z]{3}", code)
        page.goto(address)
        page.get_by_label("Code").fill(f"  {code.lower()} ")
        page.keyboard.press("Enter")
        page.wait_for_url("**/p/*/")
        assert state(page) == OPEN
        assert page.get_by_role("heading", level=1).inner_text() == "Amara’s learning"
        home = place.link().partition("#")[0]
        assert page.url == home
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert [it.partition("#")[0] for it in asked] == [asked[0], f"{place.address}open/", home]
    assert asked[0].startswith("file:")


def test_a_code_with_a_slip_says_in_which_group_it_is(place: Place, browser: Browser) -> None:
    with alone(browser, viewport=PHONE) as page:
        page.goto(f"{place.address}open/")
        page.get_by_label("Code").fill("abc def ghu jkm npq rst vwx yz0 123")
        page.get_by_role("button", name="Open the page").click()
        assert "In group 3 there is a sign that no code has." in page.locator("#state").inner_text()
        assert page.url == f"{place.address}open/"


def test_the_link_opens_the_page_and_leaves_the_address_bar(place: Place, browser: Browser) -> None:
    with opened(browser, place.link()) as page:
        secret = place.room.secret(STUDENT).link
        assert secret not in page.url
        assert secret not in page.content()
        assert "Amara" not in page.title()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_reaches_beyond_the_screen_with_all_folds_open(place: Place, browser: Browser, width: int) -> None:
    for link in (place.link(), place.group_link()):
        with opened(browser, link, viewport={"width": width, "height": 800}) as page:
            page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_text_of_double_size_still_fits(place: Place, browser: Browser) -> None:
    with opened(browser, place.link(), viewport={"width": 640, "height": 800}, bypass_csp=True) as page:
        page.add_style_tag(content="html{font-size:200%!important}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_folds_are_opened_and_closed_by_keyboard(place: Place, browser: Browser) -> None:
    with opened(browser, place.link()) as page:
        fold = page.locator("details.cp", has=page.locator(".evs")).first
        summary = fold.locator("summary").first
        for _ in range(60):
            page.keyboard.press("Tab")
            if summary.evaluate("it => it === document.activeElement"):
                break
        assert summary.evaluate("it => it === document.activeElement")
        page.keyboard.press("Enter")
        assert fold.evaluate("it => it.open")
        assert fold.locator(".evs").first.is_visible()
        page.keyboard.press("Space")
        assert not fold.evaluate("it => it.open")


def test_what_is_pressed_is_large_enough_for_a_thumb(place: Place, browser: Browser) -> None:
    with opened(browser, place.link(), viewport=PHONE) as page:
        small = page.evaluate(
            """() => [...document.querySelectorAll("button, summary")].filter(it => {
                const box = it.getBoundingClientRect();
                return box.width && (box.height < 24 || box.width < 24);
            }).map(it => it.outerHTML.slice(0, 120))"""
        )
        assert small == []


def test_hiding_clears_the_page_and_loading_again_asks_again(place: Place, browser: Browser) -> None:
    with opened(browser, place.link()) as page:
        page.get_by_role("button", name="Hide this page").click()
        assert state(page) == HIDDEN
        assert "Amara" not in page.content()
        page.reload()
        assert state(page) == LOCKED
        page.get_by_role("link", name="Type the code from the letter").click()
        assert page.url == f"{place.address}open/"


def test_an_open_page_asks_nobody_for_anything(place: Place, browser: Browser) -> None:
    asked: list[str] = []
    with alone(browser) as page:
        page.on("request", lambda it: asked.append(it.url))
        page.goto(place.link())
        assert state(page) == OPEN
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        page.wait_for_timeout(200)
    assert asked == [place.link().partition("#")[0]]


def test_without_script_the_page_says_what_it_needs(place: Place, browser: Browser) -> None:
    with alone(browser, java_script_enabled=False) as page:
        page.goto(place.link())
        assert "Your browser unlocks this page with a script. Please allow scripts here." in page.inner_text("main")


# On paper


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("student", ["S1007", "S1012", "S1071"], ids=["en", "es", "ar"])
def test_a_summary_prints_on_one_sheet(place: Place, browser: Browser, student: str, paper: str) -> None:
    with opened(browser, place.link(student)) as page:
        assert sheets(page, paper) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_the_summaries_of_a_whole_school_print_on_one_sheet_each(place: Place, browser: Browser, paper: str) -> None:
    with alone(browser) as page:
        for file in sorted((place.room.office / "plain/students").glob("*.html")):
            page.goto(file.as_uri())
            assert sheets(page, paper) == 1, file.name


@pytest.mark.parametrize("kind", ["sealed", "plain"])
def test_print_everything_shows_what_is_in_every_fold(place: Place, browser: Browser, kind: str) -> None:
    with alone(browser) as page:
        page.goto(place.link() if kind == "sealed" else place.plain())
        page.get_by_role("heading", level=1, name="Amara").wait_for()
        page.emulate_media(media="print")
        page.evaluate("self.print = () => { self.printed = document.querySelector('main#main').innerText }")
        # A person presses it on the screen, where it is shown.
        page.locator("[data-do=print-all]").evaluate("it => it.click()")
        everything = page.evaluate("self.printed")
        comments = page.locator(".ev p[dir=auto]").all_text_contents()
        assert len(comments) > 10
        assert [it for it in comments if " ".join(it.split()) not in " ".join(everything.split())] == []
        page.evaluate("document.documentElement.classList.add('all')")
        assert sheets(page) > 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_ink_is_dark(place: Place, browser: Browser, scheme: Any) -> None:
    luminance = """it => getComputedStyle(it).color.match(/\\d+/g).slice(0, 3).reduce((sum, it) => sum + +it, 0)"""
    with opened(browser, place.link(), color_scheme=scheme) as page:
        page.emulate_media(media="print", color_scheme=scheme)
        assert page.locator("h1").last.evaluate(luminance) < 200
        assert page.locator("main#main p").first.evaluate(luminance) < 330


# For everybody


VIEWS: dict[str, Callable[[Place], str]] = {
    "locked": lambda it: f"{it.address}p/{it.room.secret('S1').page_id}/",
    "open": lambda it: it.link("S1"),
    "open in Arabic": lambda it: it.link("S3"),
    "a student who has nothing yet": lambda it: it.link("S4"),
    "staff": lambda it: it.group_link(),
    "typing": lambda it: f"{it.address}open/",
    "typing in Arabic": lambda it: f"{it.address}open/ar/",
    "plain": lambda it: it.plain("students/S1.html"),
    "plain list": lambda it: it.plain("index.html"),
    "plain group": lambda it: next((it.room.office / "plain/groups").iterdir()).as_uri(),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(small: Place, browser: Browser, view: str, scheme: Any) -> None:
    with alone(browser, color_scheme=scheme, bypass_csp=True) as page:
        page.goto(VIEWS[view](small))
        page.wait_for_function(SETTLED)
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("student", [STUDENT, ARABIC])
def test_axe_finds_nothing_on_a_page_of_a_full_year(place: Place, browser: Browser, student: str, scheme: Any) -> None:
    with opened(browser, place.link(student), color_scheme=scheme, bypass_csp=True) as page:
        page.locator("details.cp", has=page.locator(".evs")).first.evaluate(
            "it => [it, ...it.querySelectorAll('details')].forEach(it => it.open = true)"
        )
        assert violations(page) == []


# In other languages


def test_a_family_that_reads_arabic_comes_from_its_letter_to_its_page(place: Place, browser: Browser) -> None:
    asked: list[str] = []
    with alone(browser, viewport=PHONE) as page:
        page.on("request", lambda it: asked.append(it.url.partition("#")[0]))
        page.goto((place.room.office / "letters/families.html").as_uri())
        letter = page.locator(".letter", has_text="ليلى منصور")
        assert (letter.get_attribute("lang"), letter.get_attribute("dir")) == ("ar", "rtl")
        code = " ".join(letter.locator(".typed span").all_inner_texts())
        page.goto(letter.locator(".url").inner_text())
        assert page.url == f"{place.address}open/ar/"
        page.get_by_label("الرمز").fill(code)
        page.keyboard.press("Enter")
        page.wait_for_url("**/p/*/")
        page.wait_for_function(SETTLED)
        assert page.get_by_role("heading", level=1).inner_text() == "رحلة ليلى في التعلّم"
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert asked[1:] == [f"{place.address}open/ar/", place.link(ARABIC).partition("#")[0]]


UNMARKED = """() => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.parentElement;
        if (/[A-Za-z]{2,}/.test(walker.currentNode.data) && !at.closest("script, style, bdi")
            && at.closest("[lang]") === document.documentElement) found.push(walker.currentNode.data);
    }
    const heard = [...document.querySelectorAll("[aria-label]")].map(it => it.ariaLabel);
    return [...found, ...heard.filter(it => /[A-Za-z]{2,}/.test(it))];
}"""


@pytest.mark.parametrize("school", ["place", "small"])
def test_an_arabic_page_says_nothing_in_english_but_what_is_marked_so(
    school: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    made: Place = request.getfixturevalue(school)
    with opened(browser, made.link(ARABIC if school == "place" else "S3")) as page:
        assert page.locator("html").get_attribute("lang") == "ar"
        assert page.evaluate(UNMARKED) == []
        assert (page.locator(".src[lang=en]").count() > 0) == (school == "small")


@pytest.mark.parametrize(("student", "folder"), [(ARABIC, "ar/"), ("S1012", "es/"), (STUDENT, "")])
def test_a_page_leads_into_the_site_in_its_own_language(
    place: Place, browser: Browser, student: str, folder: str
) -> None:
    with opened(browser, place.link(student)) as page:
        links = page.evaluate("[...document.querySelectorAll('main a[href^=http]')].map(it => it.href)")
        ours = [it for it in links if it.startswith("https://school.example/")]
        assert len(ours) > 20
        language = re.compile(r"https://school\.example/(es/|ar/)?")
        found = {match[1] or "" for it in ours if (match := language.match(it))}
        assert found == {folder}


def test_on_an_arabic_page_time_and_levels_go_to_the_left_and_numbers_do_not(place: Place, browser: Browser) -> None:
    with opened(browser, place.link(ARABIC)) as page:
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        lefts = "it => [...it.querySelectorAll(%s)].map(it => Math.round(it.getBoundingClientRect().left))"
        for drawing in page.locator("figure svg.grow").all():
            days = drawing.evaluate(lefts % "'circle'")
            assert days == sorted(days, reverse=True)
        for track in page.locator(".track").all()[:5]:
            levels = track.evaluate(lefts % "'i'")
            assert levels == sorted(levels, reverse=True)
        counted = page.locator(".spread b bdi").first
        assert counted.evaluate("it => getComputedStyle(it).direction") == "ltr"


@pytest.mark.parametrize("kind", ["sealed", "plain"])
def test_what_people_wrote_is_read_in_its_own_direction_on_a_page_in_arabic(
    small: Place, browser: Browser, kind: str
) -> None:
    with alone(browser, viewport={"width": 320, "height": 700}) as page:
        page.goto(small.link("S3") if kind == "sealed" else small.plain("students/S3.html"))
        page.get_by_text("أحب الطيور.").first.wait_for(state="attached")  # a sealed page takes a moment to open
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        for words in ("أعجبتني بداية القصة كثيرا.", "أحب الطيور."):
            found = page.get_by_text(words).first
            found.wait_for()
            assert found.is_visible()
            assert found.evaluate("it => getComputedStyle(it).direction") == "rtl"
        english = page.get_by_text("The plumber is a good source.")
        assert english.evaluate("it => getComputedStyle(it).direction") == "ltr"
        assert english.get_attribute("lang") == ""
        assert page.get_by_role("heading", level=1).inner_text() == "رحلة ليلى في التعلّم"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_name_in_arabic_is_read_from_right_to_left_on_a_page_that_is_not(small: Place, browser: Browser) -> None:
    with alone(browser) as page:
        page.goto(small.plain("groups/Otter.html"))
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.get_by_text("ليلى المنصوري").evaluate("it => getComputedStyle(it).direction") == "rtl"


def test_a_code_may_be_typed_in_another_language(place: Place, browser: Browser) -> None:
    with alone(browser, viewport=PHONE) as page:
        page.goto(f"{place.address}open/")
        page.get_by_role("link", name="Español").click()
        page.wait_for_url("**/open/es/")
        page.get_by_role("button").click()
        assert "nueve grupos" in page.locator("#state").inner_text()
        page.get_by_role("link", name="English").click()
        page.wait_for_url(f"{place.address}open/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
