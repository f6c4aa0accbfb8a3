"""The progression map as a page."""

from __future__ import annotations

from datetime import date
from typing import Any

from site_builder.model import Pathway, Requirement, Retired
from tests.site.continua import competency, page, plans, poured, small_outline
from tests.site.markup import Element

CHAIN = [
    competency("LIT.A", title="First"),
    competency("LIT.B", title="Second", prerequisites=("LIT.A",)),
    competency("LIT.C", title="Third", prerequisites=("LIT.B", "LIT.A")),
    competency("LIT.D", title="Alone"),
]


def shown(*competencies: Any) -> Element:
    return page("map", competencies or CHAIN)


def steps(it: Element) -> list[list[str]]:
    return [list(step.links()) for step in it.one("section", aria_labelledby="words").all("section")]


def test_the_map_in_words_says_the_same_as_the_drawing() -> None:
    it = shown()
    assert steps(it) == [["First", "Alone"], ["Second"], ["Third"]]
    drawn = it.one("svg", "map").all("a")
    assert sorted(link["aria-label"] for link in drawn) == ["Alone", "First", "Second", "Third"]
    assert {link["href"] for link in drawn} == set(it.one("section", aria_labelledby="words").links().values())


def test_what_helps_to_have_first_is_named() -> None:
    last = shown().one("section", aria_labelledby="words").all("li")[-1]
    assert last.words == "Third LIT.C Helps to have first: Second, First"


def test_there_is_an_arrow_for_each_step() -> None:
    assert len(shown().one("svg", "map").all("path", "hd")) == 3


def test_what_is_retired_is_not_on_the_map() -> None:
    it = shown(
        competency("LIT.A", title="First"), competency("LIT.OLD", title="Old", retired=Retired(date(2026, 8, 1)))
    )
    assert steps(it) == [["First"]]
    assert "Old" not in it.words


def test_a_large_continuum_is_told_in_words_alone() -> None:
    it = shown(*(competency(f"LIT.{number}") for number in range(90)))
    assert not it.all("svg", "map")
    assert len(steps(it)[0]) == 1
    assert len(it.all("li")) == 90


def test_an_empty_continuum_says_so() -> None:
    assert "No competency is described yet." in page("map", ()).words


def test_the_map_belongs_to_pathways_where_there_are_some() -> None:
    first = Pathway("first", "first", "First", "", (Requirement("LIT.A", "2"),), "continuum/pathways/first.yml")
    assert poured("map", CHAIN).tab == "map"
    assert poured("map", CHAIN, pathways=[first]).tab == "pathways"
    assert len(plans("map", small_outline())) == 1
