"""A family keeps a copy, reads it where there is no connection, brings it up to date, and removes it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from tests.e2e.weak_network import Network, network
from tests.project import Project
from tests.site.pictured import with_pictures

pytestmark = pytest.mark.browser

ARGUE = "literacy/argue/"
TABLE = "exemplars/literacy/table/"
KEPT = re.compile("The copy is kept")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A school in English and Spanish with pictures and a search."""
    made = with_pictures(Project(tmp_path_factory.mktemp("offline") / "school", "languages")).build("--search")
    assert made.code == 0, made.output
    return made


@pytest.fixture
def school(built: Project, tmp_path: Path) -> Project:
    """The same school, to be changed."""
    return Project.at(Path(shutil.copytree(built.root, tmp_path / "school")))


@pytest.fixture
def host(school: Project) -> Iterator[Network]:
    with network(school.root / "site") as known:
        yield known


@pytest.fixture
def family(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody's phone."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.set_default_timeout(15_000)
    yield context
    context.close()


def opened(family: BrowserContext, host: Network, address: str = "") -> Page:
    page = family.new_page()
    page.goto(host.base + address)
    return page


def press(page: Page, name: str) -> None:
    page.locator(f"button[name={name}]").click()


def state(page: Page) -> Any:
    """What the page says of the copy."""
    return expect(page.locator(".keep [role=status]"))


def keep(family: BrowserContext, host: Network, tree: str = "") -> Page:
    """Keep a copy in one language; its page stays open."""
    page = opened(family, host, f"{tree}offline/")
    press(page, "keep")
    page.locator("button[name=update]").wait_for()
    return page


def go(page: Page, host: Network, address: str) -> Response:
    response = page.goto(host.base + address)
    assert response
    return response


def stored(page: Page) -> list[str]:
    """Every address in every cache of this browser."""
    said: list[str] = page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async name =>
            (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()"""
    )
    return said


def workers(page: Page) -> int:
    return int(page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)"))


# Before anything is kept


def test_a_plain_visit_keeps_nothing_and_asks_for_nothing_more(family: BrowserContext, host: Network) -> None:
    page = opened(family, host, ARGUE)
    go(page, host, "offline/")
    page.wait_for_load_state("networkidle")
    assert (workers(page), stored(page)) == (0, [])
    assert not [it for it in host.asked if it == "sw.js" or it.endswith(".json")]


@pytest.mark.parametrize(("tree", "size"), [("", r"\d\.\d MB"), ("es/", r"\d,\d MB")])
def test_its_size_stands_there_before_anything_is_kept(
    tree: str, size: str, family: BrowserContext, host: Network, school: Project
) -> None:
    page = opened(family, host, f"{tree}offline/")
    shown = re.findall(size, page.locator("article").inner_text())
    said = json.loads(school.read(f"site/offline/{tree[:2] or 'en'}.json"))
    files, pictures = (sum(row[2] for row in said[part]) for part in ("files", "pictures"))
    real = [round(it / 1e6, 1) for it in (files, files + pictures)]
    assert [float(it.split()[0].replace(",", ".")) for it in shown[:2]] == pytest.approx(real, abs=0.11)


def test_without_script_the_page_says_what_it_needs(browser: Browser, host: Network) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, host, "offline/")
    expect(page.locator("[data-without]")).to_be_visible()
    expect(page.locator(".keep button").first).to_be_hidden()
    context.close()


def test_pages_lead_there_from_their_foot_and_from_the_front_page(family: BrowserContext, host: Network) -> None:
    page = opened(family, host, f"es/{ARGUE}")
    page.locator("footer a[href$='offline/']").click()
    expect(page).to_have_url(host.base + "es/offline/")
    go(page, host, "")
    expect(page.locator("article a[href$='offline/']")).to_be_visible()


# Where there is no connection


def test_what_is_kept_opens_without_a_connection(family: BrowserContext, host: Network) -> None:
    page = keep(family, host)
    state(page).to_contain_text(KEPT)
    host.is_lost = True
    family.set_offline(True)
    for address, heading in (("", "What we learn"), (ARGUE, "Argue from evidence"), ("levels/", "How levels work")):
        assert go(page, host, address).from_service_worker
        expect(page.locator("h1")).to_contain_text(heading)
        ground = page.locator("header.md-header").evaluate("it => getComputedStyle(it).position")
        assert ground == "sticky", "its styles are there too"


def test_pictures_are_in_the_copy_in_one_size_for_all(family: BrowserContext, host: Network) -> None:
    page = keep(family, host)
    family.set_offline(True)
    go(page, host, TABLE)
    picture = page.locator("figure img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("it => it.naturalWidth") > 0
    page.locator("figcaption a").click()
    expect(page).to_have_url(re.compile(r"table-\d+-\w+\.png$"))


def test_a_copy_without_pictures_has_none(family: BrowserContext, host: Network) -> None:
    page = opened(family, host, "offline/")
    page.locator("input[name=pictures]").uncheck()
    host.forget()
    press(page, "keep")
    page.locator("button[name=update]").wait_for()
    assert not [it for it in host.asked if it.endswith(("webp", "png"))]
    page.reload()
    expect(page.locator("input[name=pictures]")).not_to_be_checked()


@pytest.mark.parametrize(("tree", "word", "title"), [("", "evidence", "Argue"), ("es/", "evidencias", "Argumentar")])
def test_the_search_works_without_a_connection(
    tree: str, word: str, title: str, family: BrowserContext, host: Network
) -> None:
    page = keep(family, host, tree)
    host.is_lost = True
    family.set_offline(True)
    go(page, host, tree)
    page.locator(".md-header__button[for=__search]").click()
    page.locator("input.md-search__input").fill(word)
    hit = page.locator("[data-results] .hit a").first
    expect(hit).to_contain_text(title)
    hit.click()
    expect(page.locator("mark.sought").first).to_be_visible()


def test_a_page_in_another_language_says_kindly_that_it_is_not_kept(family: BrowserContext, host: Network) -> None:
    page = keep(family, host)
    family.set_offline(True)
    go(page, host, ARGUE)
    page.locator("[data-tongues] summary").click()
    page.locator("[data-tongues] a", has_text="Español").click()
    expect(page.locator("#away")).to_be_visible()
    expect(page.locator("#away")).to_contain_text("not in your copy")
    again = page.locator("[data-again]")
    expect(again).to_be_visible()
    family.set_offline(False)
    again.click()
    expect(page).to_have_url(re.compile(rf"/continuum/es/{ARGUE}$"))
    expect(page.locator("html")).to_have_attribute("lang", "es")


def test_two_languages_can_be_kept_and_each_answers_in_its_own(family: BrowserContext, host: Network) -> None:
    keep(family, host).close()
    page = keep(family, host, "es/")
    family.set_offline(True)
    for tree, language in (("", "en"), ("es/", "es")):
        go(page, host, tree + ARGUE)
        expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("address", ["api/v1/index.json", "booklets/literacy/"])
def test_what_is_not_in_the_copy_says_so_in_words_of_the_site(
    address: str, family: BrowserContext, host: Network
) -> None:
    page = keep(family, host)
    family.set_offline(True)
    go(page, host, address)
    expect(page.locator("#away")).to_be_visible()
    assert page.locator("[data-again]").evaluate("it => it.href") == host.base + address


def test_nobody_is_sent_elsewhere_by_the_page_that_says_so(family: BrowserContext, host: Network) -> None:
    for foul in (
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "javascript:alert(1)",
        "../private/",
        "http://[",
    ):
        page = opened(family, host, f"offline/?page={foul}#away")
        expect(page.locator(".keep button[name=keep]")).to_be_visible()
        expect(page.locator("[data-again]")).to_be_hidden()


def test_a_slow_network_is_not_waited_for(family: BrowserContext, host: Network) -> None:
    page = keep(family, host)
    host.flowing.clear()
    assert go(page, host, ARGUE).from_service_worker
    expect(page.locator("h1")).to_have_text("Argue from evidence")
    host.flowing.set()


def test_with_a_connection_pages_are_what_they_are_now(family: BrowserContext, host: Network, school: Project) -> None:
    page = keep(family, host)
    school.change("continuum/literacy/argue.yml", "title: Argue from evidence", "title: Argue well").build("--search")
    go(page, host, ARGUE)
    expect(page.locator("h1")).to_have_text("Argue well")
    family.set_offline(True)
    go(page, host, ARGUE)
    expect(page.locator("h1")).to_have_text("Argue from evidence")


def test_a_page_that_was_taken_down_is_gone_also_for_those_who_kept_it(
    family: BrowserContext, host: Network, school: Project
) -> None:
    page = keep(family, host)
    school.remove("exemplars/literacy/my-dog/index.md").build("--search")
    assert go(page, host, "exemplars/literacy/my-dog/").status == 404


# Up to date, and gone


def test_an_update_brings_only_what_has_changed(family: BrowserContext, host: Network, school: Project) -> None:
    page = keep(family, host)
    before = {row[0]: row[1] for row in json.loads(school.read("site/offline/en.json"))["files"]}
    school.change("continuum/literacy/argue.yml", "weigh what they are told", "weigh what they hear").build("--search")
    after = {row[0]: row[1] for row in json.loads(school.read("site/offline/en.json"))["files"]}
    changed = {address for address, digest in after.items() if digest not in before.values()}
    host.forget()
    press(page, "update")
    state(page).to_contain_text(f"New files: {len(changed)}.")
    asked = [it for it in host.asked if it not in ("offline/en.json", "sw.js")]
    assert sorted(asked) == sorted(changed)
    assert ARGUE in changed and "levels/" not in changed and len(changed) < len(after) / 2
    family.set_offline(True)
    go(page, host, ARGUE)
    expect(page.locator("article").first).to_contain_text("weigh what they hear")


def test_where_nothing_has_changed_nothing_is_brought(family: BrowserContext, host: Network) -> None:
    page = keep(family, host)
    host.forget()
    press(page, "update")
    state(page).to_contain_text("up to date already")
    assert set(host.asked) <= {"offline/en.json", "sw.js"}


def test_an_update_that_is_cut_off_leaves_the_copy_whole_and_goes_on_later(
    family: BrowserContext, host: Network, school: Project
) -> None:
    page = keep(family, host)
    school.change(
        "continuum/continuum.yml", "title: School of two languages", "title: School of three languages"
    ).build("--search")
    host.forget()
    host.lost_after = 12
    press(page, "update")
    state(page).to_contain_text("The connection was lost")
    family.set_offline(True)
    for address in ("", ARGUE, "levels/", TABLE):
        go(page, host, address)
        expect(page.locator(".md-copyright").first).to_contain_text("School of two languages")
    family.set_offline(False)
    host.lost_after = None
    go(page, host, "offline/")
    host.forget()
    press(page, "update")
    state(page).to_contain_text("New files")
    whole = len(json.loads(school.read("site/offline/en.json"))["files"])
    assert len(host.asked) < whole, "what had come before was not brought again"


def test_a_sign_in_page_of_the_network_never_gets_into_a_copy(family: BrowserContext, host: Network) -> None:
    page = keep(family, host)
    before = sorted(stored(page))
    host.is_captive = True
    press(page, "update")
    state(page).to_contain_text("sign in first")
    assert sorted(stored(page)) == before


def test_a_sign_in_page_instead_of_files_is_noticed_by_their_digests(
    family: BrowserContext, host: Network, school: Project
) -> None:
    page = opened(family, host, "offline/")
    (school.root / "site" / ARGUE / "index.html").write_bytes(b"<!doctype html><title>Sign in</title>")
    press(page, "keep")
    state(page).to_contain_text("sign in first")
    expect(page.locator("button[name=keep]")).to_be_visible()
    assert workers(page) == 0


def test_who_stops_it_can_go_on_later(family: BrowserContext, host: Network) -> None:
    page = opened(family, host, "offline/")
    host.flowing.clear()
    press(page, "keep")
    press(page, "halt")
    state(page).to_contain_text("Stopped")
    expect(page.locator("button[name=keep]")).to_be_focused()
    host.flowing.set()
    press(page, "keep")
    state(page).to_contain_text(KEPT)


def test_removing_leaves_nothing_behind(family: BrowserContext, host: Network) -> None:
    page = keep(family, host)
    assert (workers(page), len(stored(page)) > 20) == (1, True)
    press(page, "remove")
    state(page).to_contain_text("removed")
    assert (workers(page), stored(page), page.evaluate("caches.keys()")) == (0, [], [])
    page.reload()
    state(page).to_contain_text("No copy is kept")


def test_removing_one_language_leaves_the_other(family: BrowserContext, host: Network) -> None:
    keep(family, host).close()
    page = keep(family, host, "es/")
    press(page, "remove")
    page.locator("button[name=keep]").wait_for()
    family.set_offline(True)
    go(page, host, ARGUE)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    go(page, host, f"es/{ARGUE}")
    expect(page.locator("#away")).to_be_visible()


def test_a_school_that_offers_copies_no_more_takes_them_all_away(
    family: BrowserContext, host: Network, school: Project
) -> None:
    page = keep(family, host)
    school.write("mkdocs.yml", school.read("mkdocs.yml") + "extra: {offline: false}\n").build("--search")
    assert school.code == 0, school.output
    go(page, host, ARGUE)
    expect(page.locator("footer a[href$='offline/']")).to_have_count(0)
    for _ in range(50):
        if not workers(page):
            break
        page.wait_for_timeout(200)
    assert (workers(page), page.evaluate("caches.keys()")) == (0, [])


def test_what_the_page_does_is_told_to_those_who_listen_and_to_those_who_use_keys(
    family: BrowserContext, host: Network
) -> None:
    page = opened(family, host, "offline/")
    page.locator("button[name=keep]").focus()
    page.keyboard.press("Enter")
    state(page).to_contain_text(KEPT)
    expect(page.locator("button[name=update]")).to_be_focused()
    bar = page.locator("progress")
    assert bar.evaluate("it => it.value === it.max && it.max > 20")
    expect(bar).to_be_hidden()
