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


@pytest.fixture(scope="module", params=["small", "languages"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A school with pictures; the other one speaks English, Spanish in part, and Arabic as soon as it can."""
    project = with_pictures(Project(tmp_path_factory.mktemp("linked"), request.param))
    if request.param == "languages":
        project.change("continuum/continuum.yml", "languages: [en, es]", "languages: [en, es, ar]")
    assert project.build("--search").code == 0, project.output
    return project


@pytest.fixture(scope="module")
def site(project: Project) -> dict[str, bytes]:
    return project.tree()


@pytest.fixture(scope="module")
def trees(project: Project) -> list[str]:
    """The folders of all languages."""
    return ["", "es/", "ar/"] if "[en, es, ar]" in project.read("continuum/continuum.yml") else [""]


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


def internal(page: Element, *, for_readers: bool = False) -> list[str]:
    """Addresses within the site; for readers, without those that only search engines follow."""
    unseen = ("canonical", "alternate") if for_readers else ()
    elements = [it for it in page.walk() if not (it.tag == "link" and it["rel"].strip() in unseen)]
    addresses = [it[name] for it in elements for name in NAMES if name in it.attributes]
    addresses += [part.split()[0] for it in page.all("source") for part in it["srcset"].split(", ") if part]
    addresses += [it["content"].partition("url=")[2] for it in page.all("meta", http_equiv="refresh")]
    return [it.replace(ADDRESS, "/continuum/") for it in addresses if not re.match(r"(?!https://school\.)[a-z]+:", it)]


def test_every_link_leads_to_a_file_of_the_site(site: dict[str, bytes], pages: dict[str, Element]) -> None:
    for file, page in pages.items():
        assert [it for it in internal(page) if found_at(file, it) not in site] == [], file


def test_every_place_that_a_link_names_is_there(pages: dict[str, Element]) -> None:
    ids = {file: {it["id"] for it in page.walk()} for file, page in pages.items()}
    for file, page in pages.items():
        named = [it["href"] for it in page.all("a") if "#" in it["href"] and not it["href"].startswith("http")]
        for address in named:
            target, place = found_at(file, address), unquote(urlsplit(address).fragment)
            if target in ids and place:
                assert place in ids[target] | OF_THE_THEME, (file, address)


def test_every_file_is_reached_from_the_first_page(
    site: dict[str, bytes], pages: dict[str, Element], trees: list[str]
) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        file = waiting.pop()
        for target in (
            {found_at(file, it) for it in internal(pages[file], for_readers=True)} - reached if file in pages else ()
        ):
            reached.add(target)
            waiting.append(target)
    unlinked = {it for it in set(site) - reached if not it.startswith(("pagefind/", *DATA))}
    assert unlinked == {
        *(".continuum-site", ".nojekyll", "404.html", "robots.txt", "sitemap.xml"),
        *(f"{tree}literacy/argue-with-evidence/index.html" for tree in trees),
        *(f"offline/{tree.strip('/') or 'en'}.json" for tree in trees),
        *("sw.js", "offline/icon-192.png", "offline/icon-512.png"),
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


def test_no_attribute_holds_markup(pages: dict[str, Element]) -> None:
    for file, page in pages.items():
        values = [(name, value) for it in page.walk() for name, value in it.attributes.items()]
        assert [it for it in values if "<" in it[1] or not re.fullmatch(r"[a-z][a-z:-]*", it[0].lower())] == [], file


def test_the_site_map_lists_what_can_be_read(
    site: dict[str, bytes], pages: dict[str, Element], trees: list[str]
) -> None:
    listed = re.findall(rf"<loc>{re.escape(ADDRESS)}([^<]*)</loc>", site["sitemap.xml"].decode("utf-8"))
    assert {found_at("index.html", it or "./") for it in listed} == {
        file
        for file in pages
        if file.removeprefix(tree_of(file, trees))
        not in ("404.html", "literacy/argue-with-evidence/index.html", "offline/index.html")
        and not file.removeprefix(tree_of(file, trees)).startswith("booklets/")
        and not file.endswith("/calibrate/index.html")
    }


def tree_of(file: str, trees: list[str]) -> str:
    """The folder of the language that a page is in."""
    return max((it for it in trees if file.startswith(it)), key=len)


def test_every_page_names_the_site_and_itself(pages: dict[str, Element], trees: list[str]) -> None:
    for tree in trees:
        own = {file: page for file, page in pages.items() if tree_of(file, trees) == tree}
        titles = Counter(page.one("title").words for page in own.values())
        site = own[f"{tree}index.html"].one("title").words
        assert titles[site] == 1
        moved = own[f"{tree}literacy/argue-with-evidence/index.html"].one("title").words
        assert all(title.endswith(site) for title in titles if title != moved)
