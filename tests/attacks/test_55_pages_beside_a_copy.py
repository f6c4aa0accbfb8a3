"""Attack 55: a private page that the same host serves beside the site never gets into a copy for reading offline.

Nor is it answered by the copy's worker, which looks after the site's own addresses alone.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.e2e.weak_network import Network, network
from tests.project import Project

pytestmark = pytest.mark.browser

SAID = "Amina has met Argue at level 3"
PRIVATE = f"<!doctype html><title>A private page</title><p>{SAID}</p><img src=picture.png>".encode()
# Where sealed pages and the page for codes stand, and names that begin or end like those of the site.
BESIDE = (
    *("p/abcdefghijklmnop/", "open/", "private.html", "literacy/private/", "literacyp/", "es/p/abcdefghijklmnop/"),
    *("offline/kept/", "offline/private/", "assets-private/", "pagefinder/", "literacy/argue/private.html"),
)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A school that puts private pages into the folder of its public site."""
    made = Project(tmp_path_factory.mktemp("beside") / "school", "languages").build("--search")
    assert made.code == 0, made.output
    for address in BESIDE:
        made.write(f"site/{address}{'index.html' if address.endswith('/') else ''}", PRIVATE)
    return made


@pytest.fixture
def host(school: Project) -> Iterator[Network]:
    with network(school.root / "site") as known:
        yield known


@pytest.fixture
def family(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(family: BrowserContext, host: Network) -> Page:
    """Both languages are kept."""
    page = family.new_page()
    for tree in ("", "es/"):
        page.goto(f"{host.base}{tree}offline/")
        page.locator("button[name=keep]").click()
        page.locator("button[name=update]").wait_for()
    return page


def kept(page: Page) -> dict[str, str]:
    """Whatever lies in any cache of this browser, as text, by its address."""
    found: dict[str, str] = page.evaluate(
        """async () => {
            const all = {};
            for (const name of await caches.keys()) {
              const cache = await caches.open(name);
              for (const request of await cache.keys()) all[request.url] = await (await cache.match(request)).text();
            }
            return all;
        }"""
    )
    return found


def test_a_private_page_that_is_opened_is_neither_answered_nor_kept_by_the_worker(page: Page, host: Network) -> None:
    assert page.goto(f"{host.base}literacy/argue/").from_service_worker  # type: ignore[union-attr]
    before = kept(page)
    for address in BESIDE:
        answer = page.goto(f"{host.base}{address}#AAAAAAAAAAAAAAAAAAAAAA")
        assert answer and answer.ok and not answer.from_service_worker, address
        assert SAID in page.content()
    assert kept(page) == before
    assert not [address for address, text in before.items() if SAID in text or "/p/" in address]


def test_what_a_private_page_asks_for_passes_by_the_worker_too(page: Page, host: Network) -> None:
    asked: list[tuple[str, bool]] = []
    page.on("response", lambda it: asked.append((it.url.rpartition("/")[2], it.from_service_worker)))
    page.goto(f"{host.base}p/abcdefghijklmnop/", wait_until="networkidle")
    assert ("picture.png", False) in asked


def test_without_a_connection_a_private_page_does_not_open(page: Page, host: Network, family: BrowserContext) -> None:
    page.goto(f"{host.base}p/abcdefghijklmnop/")
    host.is_lost = True
    family.set_offline(True)
    for address in BESIDE:
        with pytest.raises(Error, match="ERR_"):
            pytest.fail(f"{address}: {page.goto(host.base + address)}")


def test_no_list_and_no_worker_names_what_the_builder_did_not_make(school: Project) -> None:
    lists = [school.read(f"site/offline/{language}.json") for language in ("en", "es")]
    said = [row[0] for text in lists for row in json.loads(text)["files"] + json.loads(text)["pictures"]]
    assert not {*BESIDE} & set(said)
    assert not [word for word in BESIDE if f'"{word}"' in school.read("site/sw.js")]


def test_a_list_that_was_tampered_with_brings_nothing_that_it_does_not_describe(
    family: BrowserContext, school: Project, tmp_path: Path
) -> None:
    site = Path(shutil.copytree(school.root / "site", tmp_path / "site"))
    place = site / "offline" / "en.json"
    said = json.loads(place.read_bytes())
    said["files"].append(["p/abcdefghijklmnop/", "AAAAAAAAAAAAAAAA", 10])
    place.write_text(json.dumps(said), encoding="utf-8")
    with network(site) as host:
        page = family.new_page()
        page.goto(f"{host.base}offline/")
        page.locator("button[name=keep]").click()
        page.locator(".keep [role=status]", has_text="try again").wait_for()
        assert not [text for text in kept(page).values() if SAID in text]
