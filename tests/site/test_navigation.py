"""The sections of the site."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.model import Page, Pathway, Requirement
from site_builder.site.navigation import drawer, entries, search_box, tabs
from tests.site.continua import desk_with, small_outline
from tests.site.markup import read

PAGES = [
    Page("students", "For *students*", "", "continuum/pages/students.md", order=20),
    Page("families", "For families", "", "continuum/pages/families.md", order=10),
    Page("index", "Welcome", "", "continuum/pages/index.md"),
]
PATHWAY = Pathway("first", "first", "First", "About.", (Requirement("LIT.ARG", "2"),), "continuum/pathways/first.yml")


def desk(has_search: bool = True, **changes: Any) -> Any:
    return desk_with(small_outline(pages=PAGES, **changes), has_search=has_search)


def test_every_site_has_its_sections_and_then_the_pages_in_their_order() -> None:
    assert [(it.title, it.href) for it in entries(desk(), "home", "../")] == [
        ("Home", "../"),
        ("Competencies", "../find/"),
        ("Student work", "../exemplars/"),
        ("What leads to what", "../map/"),
        ("How levels work", "../levels/"),
        ("For families", "../families/"),
        ("For students", "../students/"),
    ]


def test_pathways_have_a_section_where_there_are_some() -> None:
    titles = [it.title for it in entries(desk(pathways=[PATHWAY]), "home", "")]
    assert "Pathways" in titles
    assert "What leads to what" not in titles


@pytest.mark.parametrize("made", [tabs, drawer])
def test_the_section_that_one_is_in_says_so_alone(made: Any) -> None:
    page = read(made(desk(), "families", "../"))
    assert [it.words for it in page.all("a", aria_current="true")] == ["For families"]


def test_a_page_outside_of_all_sections_marks_none() -> None:
    assert not any(it.is_here for it in entries(desk(), "", "/"))


def test_the_search_of_the_header_leads_to_the_finder_without_script() -> None:
    form = read(search_box(desk(), "../../")).one("form")
    assert form["action"] == "../../find/"
    assert form.one("input", type="search")["name"] == "q"


def test_a_site_without_an_index_has_no_search() -> None:
    assert search_box(desk(has_search=False), "") == ""
