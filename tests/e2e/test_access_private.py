"""Private pages, the page where a code is typed, and letters, for every reader: WCAG 2.2 at level AA."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.asking import answers, by_keys, colours, in_forced_colours, nothing_is_wrong, sizes, structure
from tests.e2e.test_private_page import ARABIC, SETTLED, SPANISH, STUDENT, Place, published
from tests.private.browsing import HIDDEN, OPEN, SOON, alone, state
from tests.schoolroom import Schoolroom

pytestmark = pytest.mark.browser

# Private pages begin from the browser's own 16 pixels.
DOUBLE = "200%"
PHONE = {"width": 360, "height": 700}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The small school, in which somebody is written to in Arabic, and its public site beside."""
    room = Schoolroom(tmp_path_factory.mktemp("small")).ready()
    with published(room, "--site-url", "https://school.example/") as made:
        yield made


class View(NamedTuple):
    """An open page, and which way it is read."""

    page: Page
    direction: str


VIEWS: dict[str, Callable[[Place], str]] = {
    "locked": lambda it: f"{it.address}p/{it.room.secret('S1').page_id}/",
    "wrong key": lambda it: f"{it.address}p/{it.room.secret('S1').page_id}/#{it.room.secret('S2').link}",
    "open": lambda it: it.link("S1"),
    "open in Arabic": lambda it: it.link("S3"),
    "nothing yet": lambda it: it.link("S4"),
    "staff": lambda it: it.group_link(),
    "typing": lambda it: f"{it.address}open/",
    "typing in Spanish": lambda it: f"{it.address}open/es/",
    "typing in Arabic": lambda it: f"{it.address}open/ar/",
    "typing in Chinese": lambda it: f"{it.address}open/zh-Hans/",
    "plain": lambda it: it.plain("students/S1.html"),
    "plain list": lambda it: it.plain("index.html"),
    "plain group": lambda it: next((it.room.office / "plain/groups").iterdir()).as_uri(),
    "letters": lambda it: (it.room.office / "letters/families.html").as_uri(),
    "letters of staff": lambda it: (it.room.office / "letters/staff.html").as_uri(),
}


@pytest.fixture(scope="module", params=VIEWS)
def view(request: pytest.FixtureRequest, browser: Browser, place: Place) -> Iterator[View]:
    """Each kind of private page with all of its folds open, while it is asked."""
    with alone(browser, viewport={"width": 1280, "height": 800}, reduced_motion="reduce", bypass_csp=True) as page:
        page.goto(VIEWS[request.param](place))
        page.wait_for_function(SETTLED)
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        yield View(page, page.evaluate("document.documentElement.dir || 'ltr'"))


def test_a_page_is_understood_by_those_who_listen(view: View) -> None:
    """1.1.1, 1.3.1, 2.4.1, 2.4.2, 2.4.4, 2.4.6, 2.5.3, 3.1.1, 3.1.2, 3.3.2, 4.1.2."""
    nothing_is_wrong({"": structure(view.page)})


def test_a_page_is_read_at_any_size(view: View) -> None:
    """1.3.4, 1.4.4, 1.4.10, 1.4.12, 2.5.8."""
    nothing_is_wrong({"": sizes(view.page, DOUBLE)})


def test_a_page_is_read_in_any_colours(view: View) -> None:
    """1.4.1, 1.4.3, 1.4.11."""
    nothing_is_wrong({"": colours(view.page)})


@pytest.mark.parametrize("screen", [(1280, 800), (320, 256)])
def test_a_page_is_used_by_keys(view: View, screen: tuple[int, int]) -> None:
    """1.3.2, 1.4.11, 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11."""
    nothing_is_wrong({"": by_keys(view.page, *screen, view.direction)})


def test_the_focus_is_seen_in_colours_of_the_readers_own(view: View) -> None:
    """1.4.11, 2.4.7: of every stop, on a light ground and on a dark one."""
    for scheme in ("light", "dark"):
        with in_forced_colours(view.page, scheme):
            nothing_is_wrong({scheme: by_keys(view.page, 1280, 800, view.direction)})


def test_nothing_moves_for_those_who_asked_for_it(view: View) -> None:
    """2.2.2, 2.3.1, 2.3.3."""
    nothing_is_wrong({"": answers(view.page, "moves")})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_that_was_hidden_is_read_in_any_colours(browser: Browser, place: Place, scheme: Any) -> None:
    """1.1.1, 1.3.1, 1.4.3, 2.4.7: what is left on the screen when the time is over, or somebody hid the page."""
    with alone(browser, viewport=PHONE, color_scheme=scheme, bypass_csp=True) as page:
        page.goto(place.link("S3"))
        page.wait_for_function(SETTLED)
        page.locator("[data-do=hide]").click()
        page.locator("main#main").wait_for(state="detached")
        nothing_is_wrong({scheme: structure(page) | colours(page) | by_keys(page, 360, 700, "rtl")})


# A page of a full year, which is too long to be asked everything


@pytest.mark.parametrize("student", [STUDENT, ARABIC, SPANISH])
def test_a_page_of_a_full_year_is_sound(browser: Browser, year: Place, student: str) -> None:
    """1.1.1, 1.3.1, 1.4.3, 1.4.10, 2.4.4, 2.5.8: everything that is drawn and listed there, with all folds open."""
    with alone(browser, viewport={"width": 320, "height": 640}, bypass_csp=True) as page:
        page.goto(year.link(student))
        page.wait_for_function(SETTLED)
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        asked = ("headings", "landmarks", "links", "names", "pictures", "tongues", "wide", "cut", "pale", "small")
        nothing_is_wrong({student: answers(page, *asked)})


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The demonstration's school."""
    room = Schoolroom.demonstration(tmp_path_factory.mktemp("demonstration"))
    with published(room, "--words", room.office / "words", "--site-url", "https://school.example/") as made:
        yield made


def test_each_drawing_of_growth_says_in_words_what_it_shows(browser: Browser, year: Place) -> None:
    """1.1.1: every point with its level and its day, as many as are drawn."""
    with alone(browser) as page:
        page.goto(year.link())
        assert state(page) == OPEN
        drawings = page.locator("svg.grow[role=img]")
        points = drawings.evaluate_all("them => them.map(it => it.querySelectorAll('circle, path.f').length)")
        said = drawings.evaluate_all("them => them.map(it => it.ariaLabel.split('; ').length)")
        assert len(points) > 10
        assert points == said
        # A strip of levels is hidden from those who listen; the level and what is known of it stand beside in words.
        strips = page.locator(".sk > summary").evaluate_all(
            """them => them.map(it => {
                const isHidden = !!it.querySelector(".track[aria-hidden=true]");
                return [isHidden, it.textContent.trim().split(/\\s+/).length];
            })"""
        )
        assert all(is_hidden and count > 2 for is_hidden, count in strips)


# The page where a code is typed


def type_code(page: Page, place: Place, text: str) -> None:
    """Open the page of codes and send this one."""
    page.goto(f"{place.address}open/")
    page.get_by_label("Code").fill(text)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("text", ["abc def ghu jkm npq rst vwx yz0 123", "abc", "000 000 000 000 000 000 000 000 001"])
def test_a_slip_is_named_where_it_is_with_what_to_do(text: str, browser: Browser, place: Place) -> None:
    """3.3.1, 3.3.3, 4.1.3: in words, at the field, which has the focus and keeps what was typed."""
    with alone(browser, viewport=PHONE) as page:
        type_code(page, place, text)
        field = page.get_by_label("Code")
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_value(text)
        described = (field.get_attribute("aria-describedby") or "").split()
        assert "state" in described
        state = page.locator("#state")
        expect(state).to_have_attribute("role", "status")
        expect(state).to_contain_text("lease")
        expect(state).to_be_in_viewport()
        page.keyboard.type("x")
        expect(state).to_have_text("")
        assert field.get_attribute("aria-invalid") is None


def test_a_code_may_be_pasted_and_nobody_has_to_remember_one(browser: Browser, place: Place) -> None:
    """3.3.7, 3.3.8: it stands in the letter, is copied as it stands, and is asked for once."""
    with alone(browser, viewport=PHONE, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto((place.room.office / "letters/families.html").as_uri())
        code = " ".join(page.locator("section.key").first.locator(".typed span").all_inner_texts())
        page.goto(f"{place.address}open/")
        page.evaluate("code => navigator.clipboard.writeText(code)", code)
        page.get_by_label("Code").focus()
        page.keyboard.press("Control+V")
        expect(page.get_by_label("Code")).to_have_value(code)
        page.keyboard.press("Enter")
        page.wait_for_url("**/p/*/")
        assert state(page) == OPEN


def test_the_field_of_a_code_suits_a_phone(browser: Browser, place: Place) -> None:
    """1.3.5, 3.3.2: it asks for nothing about a person, and says beforehand what a code looks like."""
    with alone(browser, viewport=PHONE) as page:
        page.goto(f"{place.address}open/")
        field = page.get_by_label("Code")
        assert [field.get_attribute(it) for it in ("autocomplete", "dir", "spellcheck")] == ["off", "ltr", "false"]
        how = page.locator(f"#{(field.get_attribute('aria-describedby') or '').split()[0]}")
        expect(how).to_contain_text("27")
        assert page.locator("input").count() == 1


# Time


@pytest.fixture
def idle(browser: Browser, place: Place) -> Iterator[Page]:
    """An open page, whose time a test moves on."""
    with alone(browser, viewport=PHONE) as page:
        page.clock.install()
        page.goto(place.link("S1"))
        assert state(page) == OPEN
        yield page


def test_a_page_says_two_minutes_before_that_it_will_be_hidden(idle: Page) -> None:
    """2.2.1: where one is, and for those who listen."""
    idle.clock.fast_forward(13 * 60 * 1000 + 15_000)
    said = idle.locator("#state")
    assert state(idle) == SOON
    expect(said).to_be_in_viewport()
    expect(said).to_have_attribute("role", "status")
    idle.clock.fast_forward(2 * 60 * 1000)
    assert state(idle) == HIDDEN


def test_any_key_keeps_it_open_as_often_as_one_likes(idle: Page) -> None:
    """2.2.1: at least ten times."""
    for _ in range(11):
        idle.clock.fast_forward(14 * 60 * 1000)
        assert state(idle) == SOON
        idle.keyboard.press("Shift")
        assert state(idle) == OPEN
        assert idle.locator("#state").evaluate("it => it.offsetWidth") == 1
    assert idle.locator("main#main").is_visible()
