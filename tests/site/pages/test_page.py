"""A hand-written page."""

from __future__ import annotations

from typing import Any

from site_builder.model import Page, PublishedMedium, Version
from tests.site.continua import page, plans, poured, small_outline
from tests.site.markup import Element

LONG = "## First\n\nText.\n\n## Second\n\nSee [the first](#first).\n\n### Within\n\n## Third\n"


def written(body: str = "A *level* says what a student does.", **changes: Any) -> Page:
    slug = changes.pop("slug", "families")
    return Page(slug, "For families", body, f"continuum/pages/{slug}.md", **changes)


def shown(body: str = LONG, **changes: Any) -> Element:
    return page("page", pages=[written(body, **changes)])


def test_title_and_text_are_shown() -> None:
    it = shown("A *level* says what a student does.", description="What a level is.")
    assert it.one("h1").words == "For families"
    assert it.one("p", "lead").words == "What a level is."
    assert it.one("div", "prose").one("em").words == "level"


def test_headings_can_be_linked_and_never_take_a_name_of_the_page() -> None:
    it = shown()
    assert [head["id"] for head in it.all("h2")] == ["s-first", "s-second", "s-third"]
    assert it.one("div", "prose").links() == {"the first": "#s-first"}


def test_a_long_page_begins_with_what_is_on_it() -> None:
    contents = shown().one("nav", aria_label="On this page")
    assert contents.links() == {"First": "#s-first", "Second": "#s-second", "Third": "#s-third"}


def test_a_short_page_does_not() -> None:
    assert not shown("## First\n\n## Second").all("nav", aria_label="On this page")


def test_links_to_sources_lead_to_pages() -> None:
    it = shown("Read [this](../literacy/lit-arg.yml) and [that](LIT.ARG.1-3).")
    assert list(it.links().values()) == ["../literacy/lit-arg/", "../literacy/lit-arg/#LIT.ARG.1-3"]


def test_a_page_in_a_folder_finds_its_way_back() -> None:
    it = shown("[Home](/)", slug="for/families")
    assert it.links() == {"Home": "../../"}


def test_a_picture_is_shown_in_its_sizes_and_with_its_words() -> None:
    versions = tuple(
        Version(f"board-{width}.{suffix}", width, 90, "d") for width, suffix in ((320, "webp"), (640, "png"))
    )
    board = PublishedMedium("board.png", True, versions)
    (picture,) = shown("![The *board*](board.png)", media=(board,)).all("img")
    assert picture["alt"] == "The board"
    assert (picture["src"], picture["width"], picture["height"]) == ("board-640.png", "640", "90")


def test_a_picture_from_elsewhere_is_its_words() -> None:
    it = shown("![The board](https://elsewhere.example/board.png)")
    assert not it.all("img")
    assert it.one("div", "prose").words == "The board"


def test_without_a_description_its_first_words_describe_it() -> None:
    assert poured("page", pages=[written()]).description == "A level says what a student does."


def test_the_front_page_s_text_has_no_page_of_its_own() -> None:
    outline = small_outline(pages=[written(), written(slug="index")])
    assert [plan.address for plan in plans("page", outline)] == ["families/"]
