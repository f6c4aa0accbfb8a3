"""Where a competency stood before it was renamed."""

from __future__ import annotations

import pytest

from tests.site.continua import competency, page, plans, poured, small_outline

MOVED = competency(was=("old-name", "/writing/older/"))


@pytest.mark.parametrize(
    ("was", "address"),
    [
        ("old-name", "literacy/old-name/"),
        ("old-name/", "literacy/old-name/"),
        ("writing/older", "writing/older/"),
        ("/writing/older/", "writing/older/"),
    ],
)
def test_each_former_place_has_a_page(was: str, address: str) -> None:
    assert [plan.address for plan in plans("redirect", small_outline([competency(was=(was,))]))] == [address]


def test_it_carries_readers_on_and_offers_a_link() -> None:
    it = page("redirect", [MOVED])
    assert it.one("meta", http_equiv="refresh")["content"] == "0; url=../../literacy/lit-arg/"
    assert it.links() == {"Argue from evidence": "../../literacy/lit-arg/"}
    assert it.one("h1").words == "This page has moved"


def test_search_engines_are_told_where_it_stands_now() -> None:
    it = page("redirect", [MOVED], desk={"site_url": "https://school.example/"})
    assert it.one("link", rel="canonical")["href"] == "https://school.example/literacy/lit-arg/"
    assert it.one("meta", name="robots")["content"] == "noindex"
    assert not page("redirect", [MOVED]).all("link")


def test_it_is_a_whole_document_without_the_frame() -> None:
    made = poured("redirect", [MOVED])
    assert made.is_bare
    assert made.article.startswith("<!doctype html>")


def test_it_says_its_language() -> None:
    assert page("redirect", [MOVED], languages=("ar",)).one("html")["lang"] == "ar"


def test_what_never_moved_has_none() -> None:
    assert plans("redirect", small_outline()) == []
