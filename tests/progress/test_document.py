"""A private page as a plain document: nothing leads out of it, and nothing but its own few lines runs."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from markupsafe import Markup

from site_builder.progress.document import document, styles
from site_builder.progress.page import student_page
from tests.progress.standings import ADA, HABITS, desk, everything
from tests.safe_html import Reader
from tests.site.continua import area, habits, learning

# What styles may ask a browser to fetch, and what scripts may send somewhere or keep.
FETCHED = re.compile(r"url\(|image-set\(|@import|@font-face|src\(", re.IGNORECASE)
SENT = re.compile(r"fetch|XMLHttp|WebSocket|sendBeacon|storage|cookie|import|eval|innerHTML|location", re.IGNORECASE)


def made(body: str = "<main></main>", title: str = "Ada", **changes: Any) -> str:
    return document(Markup(body), desk(**changes), title=title)  # noqa: S704  the test's own


def policy(html: str) -> dict[str, list[str]]:
    """What the page may load and run, as a browser reads it."""
    rules = next(it["content"] for tag, it in Reader(html).elements if it.get("http-equiv"))
    return {words[0]: words[1:] for rule in rules.split(";") if (words := rule.split())}


def named(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def within(tag: str, html: str) -> list[str]:
    """The texts of all elements of this tag, as a browser hashes them."""
    return [text for at, text in Reader(html).texts if at == tag]


def test_the_policy_lets_in_the_pages_own_script_and_style_and_nothing_else() -> None:
    html = made()
    assert policy(html) == {
        "default-src": ["'none'"],
        "script-src": [named(*within("script", html))],
        "style-src": [named(*within("style", html))],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_the_policy_stands_before_anything_that_it_could_forbid() -> None:
    tags = [tag for tag, _ in Reader(made()).elements]
    assert tags[:4] == ["html", "head", "meta", "meta"]
    elements = Reader(made()).elements
    assert elements[2][1] == {"charset": "utf-8"}
    assert elements[3][1]["http-equiv"] == "Content-Security-Policy"


def test_search_engines_and_other_sites_are_told_nothing() -> None:
    metas = {it["name"]: it["content"] for tag, it in Reader(made()).elements if "name" in it}
    assert metas["referrer"] == "no-referrer"
    assert metas["robots"] == "noindex,noarchive"


def test_nothing_is_fetched_from_anywhere() -> None:
    standing, guide = everything()
    html = made(student_page(standing, ADA, None, guide, is_sealed=False))
    tags = {tag for tag, _ in Reader(html).elements}
    assert not tags & {"link", "img", "iframe", "object", "embed", "audio", "video", "source", "base", "form", "input"}
    assert not [it for _, it in Reader(html).elements if {"src", "srcset", "background", "style"} & set(it)]
    assert not FETCHED.search("".join(within("style", html)))


def test_the_script_prints_and_sends_nothing_and_keeps_nothing() -> None:
    (script,) = within("script", made())
    assert "print()" in script
    assert not SENT.search(script)


def test_the_title_is_text() -> None:
    html = made(title="</title><script>alert(1)</script>")
    assert within("title", html) == ["</title><script>alert(1)</script>"]
    assert len(within("script", html)) == 1


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_document_says_its_language_and_which_way_it_is_written(language: str, direction: str) -> None:
    assert Reader(made(language=language)).elements[0][1] == {"lang": language, "dir": direction}


def test_a_document_is_whole() -> None:
    html = made()
    assert html.startswith("<!doctype html>")
    assert Reader(html).unclosed == []


def test_the_levels_of_every_scale_of_the_school_have_their_colours() -> None:
    sheet = styles([learning(5), habits()])
    assert all(f".{family}.k1{{" in sheet for family in ("n5", "e3"))
    assert ".n4.k1{" not in sheet
    assert ".e3.k3{" in "".join(within("style", made(areas=(area(), HABITS))))
