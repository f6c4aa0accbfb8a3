"""The page of one level."""

from __future__ import annotations

from typing import Any

from site_builder.model import Kind
from tests.site.continua import area, competency, exemplar, habits, learning, page, plans, small_outline
from tests.site.markup import Element


def shown(level: str = "learning/3", **changes: Any) -> Element:
    return page("level", changes.pop("competencies", (competency(),)), subject=level, **changes)


def beside(it: Element) -> list[str]:
    return [card.words for card in it.one("div", "chain").all("div", "card")]


def test_what_the_level_means_is_told() -> None:
    assert shown().one("h1").words == "3Proficient"
    assert shown().one("p", "lead").words == "This is what Proficient means."


def test_the_target_level_is_flagged() -> None:
    assert shown().one("span", "goal").words == "our goal"
    assert not shown("learning/2").all("span", "goal")


def test_the_levels_before_and_after_are_linked() -> None:
    it = shown("learning/2")
    assert [text.split(" This")[0] for text in beside(it)] == [
        "Before 1Emerging",
        "You are here 2Developing",
        "Next 3Proficient",
    ]
    assert it.one("div", "chain").links() == {
        "1Emerging": "../../../levels/learning/1/",
        "3Proficient": "../../../levels/learning/3/",
    }


def test_nothing_comes_before_the_first_level_or_after_the_highest() -> None:
    assert [text.split()[0] for text in beside(shown("learning/1"))] == ["You", "Next"]
    assert [text.split()[0] for text in beside(shown("learning/4"))] == ["Before", "You"]


def test_the_only_level_of_a_scale_stands_by_itself() -> None:
    assert len(beside(shown("learning/1", areas=[area(scale=learning(1))]))) == 1


def test_work_at_the_level_is_shown_with_what_it_belongs_to() -> None:
    it = shown(exemplars=[exemplar(), exemplar("dog", level="1")])
    (card,) = it.all("article")
    assert "Literacy: Argue from evidence" in card.words
    assert card.one("a")["href"] == "../../../exemplars/literacy/lunch/"


def test_a_level_without_work_says_so() -> None:
    assert "No student work at this level has been added yet." in shown().words


def test_each_competency_is_shown_before_any_is_shown_twice() -> None:
    work = [exemplar(f"a{number:02}", title=f"A {number:02}") for number in range(14)]
    other = exemplar("z", title="Z", competency="LIT.RET")
    cards = shown(competencies=(competency(), competency("LIT.RET")), exemplars=[*work, other]).all("article")
    assert [card.one("a").words for card in cards[:3]] == ["A 00", "Z", "A 01"]
    assert len(cards) == 12


def test_work_on_another_scale_does_not_belong_here() -> None:
    places = [area(), area("science", scale=learning(3, "2")), area("agency", habits(), kind=Kind.LIFELONG)]
    habit = exemplar("bells", area="agency", competency="AGE.GOA", level="alone")
    it = shown(competencies=(competency(), competency("AGE.GOA", area="agency")), exemplars=[habit], areas=places)
    assert not it.all("article")


def test_there_is_a_page_for_each_level_of_each_scale() -> None:
    outline = small_outline((), areas=[area(), area("agency", habits(), kind=Kind.LIFELONG)])
    assert [plan.address for plan in plans("level", outline)] == [
        *(f"levels/learning/{number}/" for number in range(1, 5)),
        *(f"levels/habits/{name}/" for name in ("together", "reminded", "alone")),
    ]
