"""The finder."""

from __future__ import annotations

from datetime import date
from typing import Any

from site_builder.model import Kind, Retired
from tests.site.continua import area, competency, exemplar, habits, page
from tests.site.markup import Element

AREAS = [area(), area("reading", title="Literacy"), area("agency", habits(), kind=Kind.LIFELONG)]
COMPETENCIES = [
    competency(),
    competency("LIT.RET", area="reading", title="Retell *it*"),
    competency("AGE.GOA", area="agency", title="Set a goal"),
    competency("AGE.OLD", area="agency", title="Old", retired=Retired(date(2026, 8, 1))),
]
WORK = [exemplar(), exemplar("bells", title="Two bells", area="agency", competency="AGE.GOA", level="alone")]


def shown(**changes: Any) -> Element:
    return page("finder", COMPETENCIES, WORK, areas=AREAS, **changes)


def items(it: Element) -> dict[str, Element]:
    return {item.one("a").words: item for item in it.all("li", data_item="")}


def choices(it: Element, name: str) -> list[str]:
    return [radio["value"] for radio in it.all("input", name=name) if radio["value"]]


def test_competencies_and_the_work_for_them_are_listed_by_area() -> None:
    groups = shown().all("section", "found")
    assert [(group.one("h2").words, list(group.links())) for group in groups] == [
        ("Literacy", ["Argue from evidence", "Should lunch be longer?"]),
        ("Literacy", ["Retell it"]),
        ("Agency", ["Set a goal", "Two bells"]),
    ]


def test_a_competency_is_known_by_its_code_and_work_by_what_it_belongs_to() -> None:
    found = items(shown())
    assert found["Set a goal"].one("span", "code").words == "AGE.GOA"
    assert found["Two bells"].one("span", "soft").words == "Set a goal"
    assert found["Two bells"].one("a")["href"] == "../exemplars/agency/bells/"


def test_a_row_has_the_class_of_every_choice_that_it_belongs_to() -> None:
    it = shown()
    areas, levels = choices(it, "area"), choices(it, "level")
    found = items(it)
    assert found["Argue from evidence"].classes == {areas[0], *levels[:4], "p1"}
    assert found["Should lunch be longer?"].classes == {areas[0], levels[2], "p2"}
    assert found["Set a goal"].classes == {areas[2], "p1"}
    assert found["Two bells"].classes == {areas[2], levels[6], "p2"}


def test_areas_of_the_same_title_can_be_told_apart() -> None:
    it = shown()
    assert items(it)["Retell it"].classes >= {choices(it, "area")[1]}
    assert len(set(choices(it, "area"))) == 3


def test_each_choice_can_be_named_by_a_rule_of_the_stylesheet() -> None:
    radios = [radio for radio in shown().all("input", type="radio") if radio["value"]]
    assert all(radio["id"] == f"f-{radio['value']}" for radio in radios)


def test_without_an_index_the_lists_stand_alone() -> None:
    assert shown().all("input", type="search")
    it = shown(desk={"has_search": False})
    assert not it.all("input", type="search")
    assert not it.all("noscript")
    assert len(items(it)) == 5


def test_the_search_says_what_works_without_script() -> None:
    assert "The lists below work without it." in shown().one("noscript").words
