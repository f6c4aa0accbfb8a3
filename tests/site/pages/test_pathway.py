"""The page of a pathway."""

from __future__ import annotations

from typing import Any

from site_builder.model import Pathway, Requirement
from tests.site.continua import competency, page
from tests.site.markup import Element

RETELL = Requirement("LIT.RET", "2")
DEBATE = Requirement("LIT.DEB", "3")
COMPETENCIES = [
    competency(),
    competency("LIT.RET", title="Retell", statement="I can *retell*."),
    competency("LIT.DEB", title="Debate"),
]


def shown(*requires: Requirement, **changes: Any) -> Element:
    first = Pathway(
        "first", "first", "First credit", "Show *two* things.", requires, "continuum/pathways/first.yml", "One credit"
    )
    return page("pathway", COMPETENCIES, pathways=[first], **changes)


def test_what_it_is_and_what_it_gives_is_told() -> None:
    it = shown(RETELL)
    assert it.one("h1").words == "First credit"
    assert it.one("p", "lead").words == "One credit"
    assert "Show two things." in it.words


def test_each_requirement_names_its_competency_and_level() -> None:
    (asked,) = shown(RETELL).one("ul", "asks").all("li")
    assert asked.words == "Retell 2Developing I can retell."
    assert asked.one("a")["href"] == "../../literacy/lit-ret/"


def test_any_of_several_and_all_of_them_are_said() -> None:
    it = shown(Requirement(any_of=1, of=(RETELL, DEBATE)), Requirement(any_of=2, of=(RETELL, DEBATE)))
    assert [strong.words for strong in it.all("strong")] == ["Any 1 of these 2", "All of these"]
    assert [len(inner.all("li")) for inner in it.all("ul", "asks")[1:]] == [2, 2]


def test_the_way_back_leads_to_all_pathways() -> None:
    assert shown(RETELL).one("ol", "crumb").links() == {"Pathways": "../../pathways/"}


def test_a_change_can_be_suggested_where_the_sources_are_public() -> None:
    links = shown(RETELL, desk={"edit_uri": "https://git.example/edit/main/"}).links()
    assert links["Suggest a change to this page"] == "https://git.example/edit/main/continuum/pathways/first.yml"
    assert "Suggest a change to this page" not in shown(RETELL).links()
