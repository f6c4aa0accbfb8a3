"""The page on which a family keeps a copy."""

from __future__ import annotations

import re

from site_builder.resources import templates
from site_builder.site.copies import Sizes
from tests.site.continua import page
from tests.site.markup import Element

SIZES = Sizes(101, 4_180_000, 12, 26_900_000)


def shown(sizes: Sizes = SIZES, **desk: object) -> Element:
    return page("offline", desk={"sizes": lambda: sizes, **desk})


def test_it_says_first_how_much_it_is() -> None:
    said = shown().words.replace("\xa0", " ")
    assert "4.2 MB in English, without pictures and recordings; 31 MB with pictures" in said
    assert "101 pages, 12 pictures of student work, and the search" in said
    assert said.index("4.2 MB") < said.index("With pictures")


def test_where_there_are_no_pictures_nothing_is_said_of_them() -> None:
    found = shown(SIZES._replace(pictures=0, picture_bytes=0))
    assert "pictures of" not in found.words and "with pictures" not in found.words
    assert not found.all("input")


def test_without_a_search_none_is_promised() -> None:
    assert "search" not in shown(has_search=False).words


def test_without_a_script_nothing_can_be_pressed_and_a_sentence_says_why() -> None:
    found = shown()
    [form] = found.all("form")
    assert "hidden" in form.attributes
    assert "script" in next(it for it in found.all("p") if "data-without" in it.attributes).words


def test_what_the_script_says_stands_on_the_page_and_nothing_else_does() -> None:
    script = (templates() / "assets" / "continuum-offline.js").read_text(encoding="utf-8")
    asked = {it.lower() for it in re.findall(r"\bsay\.say([A-Z]\w+)", script)}
    [box] = (it for it in shown().walk() if "data-offline" in it.attributes)
    there = {it.removeprefix("data-say-") for it in box.attributes if it.startswith("data-say-")}
    assert asked == there
    values = {
        name
        for it, text in box.attributes.items()
        if it.startswith("data-say-")
        for name in re.findall(r"{(\w+)}", text)
    }
    assert values == {"when", "n", "m"}


def test_the_script_finds_the_buttons_that_it_speaks_of() -> None:
    script = (templates() / "assets" / "continuum-offline.js").read_text(encoding="utf-8")
    names = {it["name"] for it in shown().all("button")}
    assert names == {"keep", "update", "remove", "halt"}
    assert all(re.search(rf"\b{name}:", script) for name in names)
    assert all(it["type"] == "button" for it in shown().all("button"))
