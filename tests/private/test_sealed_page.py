"""The file of a sealed page: small, by itself, and forbidding everything that it does not need."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from site_builder.look.words import catalogue
from site_builder.private.envelope import opened
from site_builder.private.open_page import open_page
from site_builder.private.sealed_page import envelope_in, mould, source
from tests.private.browsing import BODY, MOULD, SECRET, STYLE, sealed
from tests.safe_html import Reader

OPEN_PAGE = open_page(catalogue(), "en", "ltr").decode()


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy_of(html: str) -> dict[str, str]:
    """What the policy of a page says under each name."""
    [said] = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    return dict(part.strip().split(" ", 1) for part in said.split(";"))


def test_a_sealed_page_holds_its_envelope_and_nothing_that_can_be_read() -> None:
    page = sealed()
    envelope = envelope_in(page)
    assert envelope is not None
    assert opened(envelope, SECRET) == f"<style>{STYLE}</style>{BODY}"
    assert b"Noor" not in page
    assert SECRET.link.encode() not in page


def test_what_is_no_sealed_page_has_no_envelope() -> None:
    assert envelope_in(b"<!doctype html><p>.</p>") is None


def test_all_but_the_sealed_text_is_small() -> None:
    assert len(MOULD.before) + len(MOULD.after) < 8 * 1024


@pytest.mark.parametrize("html", [sealed().decode(), OPEN_PAGE], ids=["sealed", "open"])
def test_the_policy_stands_first_and_allows_only_what_the_page_holds(html: str) -> None:
    metas = re.findall("<meta [^>]*>", html)
    assert metas[0] == '<meta charset="utf-8">'
    assert "Content-Security-Policy" in metas[1]
    assert '<meta name="referrer" content="no-referrer">' in metas
    assert '<meta name="robots" content="noindex,noarchive">' in metas
    [script] = re.findall("<script>(.*?)</script>", html, re.DOTALL)
    [style] = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    said = policy_of(html)
    assert said["default-src"] == said["connect-src"] == said["base-uri"] == said["form-action"] == "'none'"
    assert said["img-src"] == "data:"
    assert said["script-src"] == hashed(script)
    assert hashed(style) in said["style-src"].split()
    assert said["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in html


def test_the_policy_knows_the_styles_within_sealed_bodies() -> None:
    assert hashed(STYLE) in policy_of(sealed().decode())["style-src"].split()
    assert policy_of(sealed().decode())["trusted-types"] == "continuum"
    assert policy_of(OPEN_PAGE)["trusted-types"] == "'none'"


@pytest.mark.parametrize("html", [sealed().decode(), OPEN_PAGE], ids=["sealed", "open"])
def test_a_page_asks_nobody_for_anything(html: str) -> None:
    elements = Reader(html).elements
    assert not [tag for tag, it in elements if "src" in it or "style" in it or tag in ("link", "iframe", "img")]
    assert {it["href"] for tag, it in elements if tag == "a"} <= {"../../open/"}
    assert "http:" not in html.replace('"http:"', "")


@pytest.mark.parametrize("word", ["localStorage", "sessionStorage", "cookie", "indexedDB", "fetch(", "serviceWorker"])
def test_scripts_store_nothing_and_fetch_nothing(word: str) -> None:
    assert word not in source("secret.js", "envelope.js", "place.js", "sealed.js", "typed.js", "open.js")


def test_the_title_says_nothing_of_whose_page_it_is() -> None:
    assert re.findall("<title>(.*?)</title>", sealed().decode()) == ["A private page"]


def test_language_and_direction_are_those_of_the_mould() -> None:
    assert b'<html lang="ar" dir="rtl">' in mould(catalogue("ar"), "ar", "rtl").before
    assert '<html lang="ar" dir="rtl">' in open_page(catalogue("ar"), "ar", "rtl").decode()


def test_the_way_to_where_codes_are_typed_may_be_another_or_none() -> None:
    assert (
        b'href="../../open/ar/"'
        in mould(catalogue(), "ar", "rtl", code_page="../../open/ar/").after
        + mould(catalogue(), "ar", "rtl", code_page="../../open/ar/").before
    )
    assert b"href" not in mould(catalogue(), "en", "ltr", code_page="").before
    assert 'data-pages="../../p/"' in open_page(catalogue(), "ar", "rtl", pages="../../p/").decode()


def test_no_script_or_style_can_end_its_element() -> None:
    for text in (source("secret.js", "envelope.js", "place.js", "sealed.js"), source("shell.css", "open.css"), STYLE):
        assert "</" not in text
        assert "<!--" not in text
        assert "\r" not in text
