"""Attack 47: no page speaks to another host, except where somebody clicks a link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.project import Project
from tests.site.markup import Element, read
from tests.site.pictured import with_pictures

BODY = """---
title: For "teachers"
description: See <https://elsewhere.example/d>.
---
## Elsewhere

![a picture](https://elsewhere.example/a.png) [a link](https://elsewhere.example/c)

<img src="https://elsewhere.example/d.png"> <link rel="prefetch" href="https://elsewhere.example/e">

![a picture][far]

[far]: https://elsewhere.example/f.png

```mermaid
graph LR
```

!!! glightbox "pyodide"
    url(https://elsewhere.example/g.png)
"""
# Attributes whose address a browser asks for by itself.
FETCHED = ("src", "srcset", "poster", "data", "action", "formaction", "background", "xlink:href", "manifest", "ping")
# Relations that only say something about a page.
TOLD = {"canonical"}
# Elements for which the theme's own script would load something from elsewhere.
LOADING = {"mermaid", "glightbox", "pyodide"}
ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
DATA = "application/ld+json"
SPEAKING = re.compile(r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b")


def site_of(project: Project, engine: str) -> dict[str, bytes]:
    assert project.build("--engine", engine, "--search").code == 0, project.output
    return project.tree()


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A school whose pages name another host wherever they can."""
    engine = str(request.param)
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed")
    project = with_pictures(Project(tmp_path_factory.mktemp("school")))
    return site_of(project.write("continuum/pages/teachers.md", BODY), engine)


def pages(site: dict[str, bytes]) -> Iterator[tuple[str, Element]]:
    for file, data in site.items():
        if file.endswith(".html"):
            yield file, read(data.decode("utf-8"))


def asked_for(element: Element) -> Iterator[str]:
    """The addresses that a browser asks for because of this element, without anybody's click."""
    yield from (part for name in FETCHED for part in element[name].split(","))
    if element.tag in ("link", "base", "use", "image") and not TOLD & set(element["rel"].split()):
        yield element["href"]
    if element["http-equiv"].lower() == "refresh":
        yield element["content"].partition("url=")[2]
    yield from re.findall(r"url\(([^)]*)\)", element["style"])


def test_no_page_asks_another_host_for_anything(site: dict[str, bytes]) -> None:
    for file, page in pages(site):
        found = [address for it in page.walk() for address in asked_for(it) if ELSEWHERE.match(address.strip(" '\""))]
        assert found == [], file


def test_links_that_a_person_clicks_are_left(site: dict[str, bytes]) -> None:
    page = read(site["teachers/index.html"].decode("utf-8"))
    assert page.links()["a link"] == "https://elsewhere.example/c"
    assert "a picture" in page.words


def test_no_page_calls_for_what_the_theme_would_load_from_elsewhere(site: dict[str, bytes]) -> None:
    for file, page in pages(site):
        for it in page.walk():
            assert not it.classes & LOADING, file
            assert it["data-md-component"] != "source", file


def test_scripts_within_pages_name_no_other_host(site: dict[str, bytes]) -> None:
    for file, page in pages(site):
        for script in page.all("script"):
            if script["type"] == DATA:
                continue  # no browser runs it, nor asks for what it names
            said = "".join(it for it in script.inside if isinstance(it, str))
            assert "//" not in said, file


def test_data_within_pages_names_the_vocabulary_the_site_and_what_the_school_links_to(site: dict[str, bytes]) -> None:
    said = [it for _, page in pages(site) for it in page.all("script", type=DATA)]
    assert len(said) >= 3
    for script in said:
        text = "".join(it for it in script.inside if isinstance(it, str))
        found = set(re.findall(r"https?://[^/\"]+", text))
        assert found <= {"https://schema.org", "https://school.example", "https://example.org"}, text


def test_no_stylesheet_names_another_host(site: dict[str, bytes]) -> None:
    sheets = {file: data.decode("utf-8") for file, data in site.items() if file.endswith(".css")}
    assert len(sheets) >= 4
    for file, css in sheets.items():
        assert "@import" not in css, file
        addresses = re.findall(r"url\(\s*['\"]?([^)'\"]*)", css)
        assert [it for it in addresses if ELSEWHERE.match(it)] == [], file
        assert all(it.startswith(("data:", "#")) for it in addresses), file


def test_no_drawing_names_another_host(site: dict[str, bytes]) -> None:
    for file, data in site.items():
        if file.endswith(".svg"):
            assert re.sub(rb'xmlns(?::\w+)?="[^"]*"', b"", data).count(b"//") == 0, file


def code_of(script: bytes) -> str:
    """A script without its remarks."""
    return re.sub(r"(?m)^\s*//.*$", "", script.decode("utf-8"))


def test_our_own_scripts_load_nothing_but_the_site_s_own_index(site: dict[str, bytes]) -> None:
    scripts = {file: code_of(data) for file, data in site.items() if Path(file).match("assets/continuum*.js")}
    assert len(scripts) == 3
    for file, code in scripts.items():
        assert not re.search(r"https?:|wss?:|['\"`]//", code), file
        assert file == "assets/continuum-offline.js" or not SPEAKING.search(code), file
        assert set(re.findall(r"\bimport\(([^)]*)\)", code)) <= {'new URL("pagefind/pagefind.js", root'}, file


def test_what_keeps_copies_asks_the_site_alone(site: dict[str, bytes]) -> None:
    page, worker = code_of(site["assets/continuum-offline.js"]), code_of(site["sw.js"])
    assert set(SPEAKING.findall(page)) == set(SPEAKING.findall(worker)) == {"fetch"}
    assert re.findall(r"\bfetch\(([^),]*)", page) == ["at"]
    assert re.findall(r"\bconst at = (.*);", page) == ["place(address)"]
    assert "place = address => new URL(address, root)" in page
    assert set(re.findall(r"\bfetch\(([^)]*)", worker)) == {"request"}
    assert not re.search(r"https?:|wss?:|['\"`]//", worker)


def test_the_list_by_which_a_copy_is_fetched_names_no_other_host(site: dict[str, bytes]) -> None:
    lists = [json.loads(data) for file, data in site.items() if re.fullmatch(r"offline/\w+\.json", file)]
    assert lists
    for address in (row[0] for it in lists for row in it["files"] + it["pictures"]):
        assert not ELSEWHERE.match(address) and not address.startswith("/"), address
