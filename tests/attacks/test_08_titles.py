"""A title that would end its place, and begin a script or a picture there."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.attacks.everywhere import pages, places, write_everywhere
from tests.project import Project
from tests.safe_html import words
from tests.serving import served

TEXT = """</title><script>attack()</script> "><img src=attack onerror=attack()> ' onfocus=attack() < and > & "x\""""
# Where a school's words may stand: what readers see, and what is read to them.
ALLOWED = {
    "text",
    "title",
    "meta@content",
    "img@alt",
    "audio@aria-label",
    "a@title",
    "a@aria-label",
    "input@data-is",
    "h2@id",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site all of whose texts are that title."""
    project = write_everywhere(Project(tmp_path_factory.mktemp("titles")), TEXT)
    assert project.build("--search").code == 0, project.output
    return project


@pytest.fixture(scope="module")
def browser_page(site: Project) -> Iterator[Page]:
    """A page of Chromium in which an attack that works is counted."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.fail("Chromium is not installed here: apt-get install chromium")
    with served(site.root / "site") as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(base_url=base)
        page.add_init_script("window.attacks = 0; window.attack = () => { window.attacks += 1 }")
        yield page
        browser.close()


def test_a_title_is_text_on_every_page(site: Project) -> None:
    for file, html in pages(site).items():
        assert places(html, "attack") <= ALLOWED, file


def test_a_title_is_shown_letter_by_letter(site: Project) -> None:
    for address in ("", "literacy/", "literacy/argue/", "exemplars/literacy/lunch/", "families/", "pathways/first/"):
        assert TEXT in words(site.page(address))


def test_a_title_is_text_in_the_names_of_the_site(site: Project) -> None:
    navigation = site.page("map/").partition('<nav class="md-tabs"')[2].partition("</nav>")[0]
    assert TEXT in words(navigation)
    assert places(navigation, "attack") <= ALLOWED


def test_a_title_is_text_in_the_list_of_addresses(site: Project) -> None:
    assert ElementTree.fromstring(site.read("site/sitemap.xml")) is not None  # noqa: S314
    assert "attack" not in site.read("site/sitemap.xml")


def test_a_title_is_text_in_the_search_index(site: Project) -> None:
    fragments = [data for file, data in site.tree().items() if file.endswith(".pf_fragment")]
    held = [json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")) for data in fragments]
    assert any(TEXT.partition(" ")[0] in it["meta"]["title"] for it in held)


@pytest.mark.browser
def test_no_page_runs_a_title(site: Project, browser_page: Page) -> None:
    for file in pages(site):
        browser_page.goto(file.removesuffix("index.html"))
        assert browser_page.evaluate("window.attacks") == 0, file
        assert browser_page.locator("[src=attack], [onerror], [onfocus]").count() == 0, file


@pytest.mark.browser
def test_the_search_shows_a_title_as_text(browser_page: Page) -> None:
    browser_page.goto("/")
    browser_page.locator("input.md-search__input").fill("attack")
    hit = browser_page.locator("[data-results] .hit").first
    hit.wait_for()
    assert "<script>attack()</script>" in hit.inner_text()
    assert browser_page.locator("[data-results] :is(script, img)").count() == 0
    assert browser_page.evaluate("window.attacks") == 0
