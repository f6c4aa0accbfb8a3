"""The page of an area."""

from __future__ import annotations

from datetime import date
from typing import Any

from site_builder.model import Kind, Retired, Skill
from tests.site.continua import CLAIM, area, competency, exemplar, habits, page
from tests.site.markup import Element

TWO = competency(
    title="Argue *well*", skills=(Skill("LIT.ARG.1", "Claim", CLAIM), Skill("LIT.ARG.2", "Evidence", CLAIM))
)


def shown(*competencies: Any, **changes: Any) -> Element:
    return page("area", competencies, **changes)


def lines(it: Element) -> list[Element]:
    return it.one("ul", "rows").all("li")


def test_each_competency_is_named_with_what_it_says_and_how_much_there_is() -> None:
    (line,) = lines(shown(TWO, exemplars=[exemplar(), exemplar("second")]))
    assert (
        line.words
        == "Argue well I can build a claim that others can test. LIT.ARG · 2 skills · 2 pieces of student work"
    )
    assert line.links() == {"Argue well": "../literacy/lit-arg/"}


def test_where_there_is_no_work_yet_nothing_is_counted() -> None:
    assert lines(shown(competency()))[0].words.endswith("LIT.ARG · 1 skill")


def test_competencies_stand_in_the_order_of_their_ids_without_the_retired() -> None:
    it = shown(competency("LIT.B"), competency("LIT.A"), competency("LIT.C", retired=Retired(date(2026, 8, 1))))
    assert [line.one("span", "code").words for line in lines(it)] == ["LIT.A", "LIT.B"]


def test_a_long_list_begins_with_a_way_to_the_finder_with_this_area_chosen() -> None:
    several = [competency(f"LIT.{number}") for number in range(21)]
    assert shown(*several).links()["Choose by level, or find a word"] == "../find/?area=a1"
    assert "Choose by level, or find a word" not in shown(*several[:20]).links()


def test_an_empty_area_says_so() -> None:
    it = shown()
    assert "No competency has been written here yet. Each one will stand here" in it.words


def test_what_the_area_is_about_is_told() -> None:
    it = shown(areas=[area(about="Reading *and* writing.")])
    assert it.one("div", "lead").words == "Reading and writing."


def test_its_levels_are_those_of_its_scale() -> None:
    levels = shown().one("ol", "grid4").all("li")
    assert levels[0].one("a")["href"] == "../levels/learning/1/"
    assert [bool(level.all("span", "goal")) for level in levels] == [False, False, True, False]


def test_habits_are_called_habits() -> None:
    it = shown(areas=[area("agency", habits(), kind=Kind.LIFELONG)])
    assert it.one("h2", id="competencies").words == "Habits"
    assert it.one("ol", "crumb").links() == {"Lifelong learning": "../#lifelong"}


def test_a_change_can_be_suggested() -> None:
    links = shown(desk={"edit_uri": "https://git.example/edit/main/"}).links()
    assert links["Suggest a change to this page"] == "https://git.example/edit/main/continuum/literacy/area.yml"
