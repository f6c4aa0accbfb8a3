"""Every link within a built site leads to a file, and to a place within it."""

from __future__ import annotations

import re
from collections import Counter
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from tests.project import Project
from tests.site.markup import Element, read
from tests.site.pictured import with_pictures

ADDRESS = "https://school.example/continuum/"
NAMES = ("href", "src", "action", "poster")
# Data is found by its addresses, which do not change.
DATA = ("api/v1/", "ims/case/", "llms.txt")
# Places that the theme's own script makes use of, and that need not be there.
OF_THE_THEME = {"__skip"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = with_pictures(Project(tmp_path_factory.mktemp("linked"))).build("--search")
    assert project.code == 0, project.output
    return project.tree()


@pytest.fixture(scope="module")
def pages(site: dict[str, bytes]) -> dict[str, Element]:
    return {file: read(data.decode("utf-8")) for file, data in site.items() if file.endswith(".html")}


def found_at(file: str, address: str) -> str:
    """The file that an address leads to from another."""
    path = unquote(urlsplit(address).path)
    if path.startswith("/continuum/"):
        way = path.removeprefix("/continuum/")
    else:
        assert not path.startswith("/"), address
        way = normpath(join(dirname(file), path)) if path else file
        way = f"{way}/" if path.endswith("/") else way
    return "index.html" if way in ("", "./") else f"{way}index.html" if way.endswith("/") else way


def internal(page: Element) -> list[str]:
    addresses = [it[name] for it in page.walk() for name in NAMES if name in it.attributes]
    addresses += [part.split()[0] for it in page.all("source") for part in it["srcset"].split(", ") if part]
    addresses += [it["content"].partition("url=")[2] for it in page.all("meta", http_equiv="refresh")]
    return [it.removeprefix(ADDRESS) or "./" for it in addresses if not re.match(r"(?!https://school\.)[a-z]+:", it)]


def test_every_link_leads_to_a_file_of_the_site(site: dict[str, bytes], pages: dict[str, Element]) -> None:
    for file, page in pages.items():
        canonical = [it["href"] for it in page.all("link", rel="canonical")]
        asked = [it for it in internal(page) if ADDRESS + it not in canonical]
        assert [it for it in asked if found_at(file, it) not in site] == [], file


def test_every_place_that_a_link_names_is_there(pages: dict[str, Element]) -> None:
    ids = {file: {it["id"] for it in page.walk()} for file, page in pages.items()}
    for file, page in pages.items():
        named = [it["href"] for it in page.all("a") if "#" in it["href"] and not it["href"].startswith("http")]
        for address in named:
            target, place = found_at(file, address), unquote(urlsplit(address).fragment)
            if target in ids and place:
                assert place in ids[target] | OF_THE_THEME, (file, address)


def test_every_file_is_reached_from_the_first_page(site: dict[str, bytes], pages: dict[str, Element]) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        file = waiting.pop()
        for target in {found_at(file, it) for it in internal(pages[file])} - reached if file in pages else ():
            reached.add(target)
            waiting.append(target)
    unlinked = {it for it in set(site) - reached if not it.startswith(("pagefind/", *DATA))}
    assert unlinked == {
        *(".continuum-site", ".nojekyll", "404.html", "robots.txt", "sitemap.xml"),
        "literacy/argue-with-evidence/index.html",
    }


def test_no_id_stands_twice_on_a_page(pages: dict[str, Element]) -> None:
    for file, page in pages.items():
        ids = Counter(it["id"] for it in page.walk() if it["id"])
        assert [it for it, count in ids.items() if count > 1] == [], file


def test_whatever_names_another_element_finds_it(pages: dict[str, Element]) -> None:
    for file, page in pages.items():
        ids = {it["id"] for it in page.walk()}
        named = {it[name] for it in page.walk() for name in ("for", "aria-labelledby", "aria-describedby") if it[name]}
        assert named <= ids, file


def test_attributes_stand_apart(site: dict[str, bytes]) -> None:
    for file, data in site.items():
        if file.endswith(".html"):
            assert not re.search(rb'<[a-z][^<>]*="[^"<>]*"[a-z][^<>]*>', data), file


def test_the_site_map_lists_what_can_be_read(site: dict[str, bytes], pages: dict[str, Element]) -> None:
    listed = re.findall(rf"<loc>{re.escape(ADDRESS)}([^<]*)</loc>", site["sitemap.xml"].decode("utf-8"))
    assert {found_at("index.html", it or "./") for it in listed} == {
        file for file in pages if file not in ("404.html", "literacy/argue-with-evidence/index.html")
    }


def test_every_page_names_the_site_and_itself(pages: dict[str, Element]) -> None:
    titles = Counter(page.one("title").words for page in pages.values())
    assert titles["Small School"] == 1
    named = [title for title in titles if title != "Argue from evidence"]
    assert all(title.endswith("Small School") for title in named)
