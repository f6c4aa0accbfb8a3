"""The front page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from site_builder.model import Kind, Page, Retired
from tests.site.continua import area, competency, habits, learning, page
from tests.site.markup import Element

AREAS = [
    area(),
    area("collaboration", kind=Kind.TRANSFERABLE),
    area("agency", habits(), kind=Kind.LIFELONG),
]
GOAL = competency("AGE.GOA", area="agency", title="Set a goal")
FAMILIES = Page("families", "For families", "", "continuum/pages/families.md", "What a *level* is.")
FRONT = Page("index", "Welcome", "We are a **small** school. See [families](families.md).", "continuum/pages/index.md")


def shown(*competencies: Any, **changes: Any) -> Element:
    return page("home", competencies or (competency(), GOAL), **{"areas": AREAS, **changes})


def test_what_this_is_stands_first() -> None:
    it = shown(description="What we *learn* here.")
    assert it.one("p", "lead").words == "What we learn here."


def test_the_three_kinds_of_learning_stand_side_by_side_with_their_areas() -> None:
    kinds = shown().all("section", "kind")
    assert [kind.one("h3").words for kind in kinds] == ["Knowledge", "Transferable skills", "Lifelong learning"]
    assert [kind.one("ul").links() for kind in kinds] == [
        {"Literacy 1 competency": "./literacy/"},
        {"Collaboration still being written": "./collaboration/"},
        {"Agency 1 habit": "./agency/"},
    ]


def test_a_kind_that_the_continuum_does_not_have_is_not_promised() -> None:
    it = shown(competency(), areas=[area()])
    assert len(it.all("section", "kind")) == 1
    assert it.one("h2", id="outcomes").words == "What there is to learn"


def test_hand_written_pages_are_doors_in_plain_words() -> None:
    (door,) = shown(pages=[FAMILIES]).all("div", "door")
    assert (door.words, door.one("a")["href"]) == ("For families What a level is.", "./families/")


def test_without_hand_written_pages_the_doors_lead_to_what_every_site_has() -> None:
    doors = shown().all("div", "door")
    assert [door.one("a")["href"] for door in doors] == ["./levels/", "./exemplars/", "./map/"]


def test_a_text_of_the_school_s_own_is_shown_and_is_no_door() -> None:
    it = shown(pages=[FRONT, FAMILIES])
    prose = it.one("div", "prose")
    assert prose.words == "We are a small school. See families."
    assert prose.links() == {"families": "./families/"}
    assert len(it.all("div", "door")) == 1


def test_readers_can_begin_with_the_first_competency_of_each_area() -> None:
    it = shown(competency("LIT.ARG"), competency("LIT.RET", title="Retell"), GOAL)
    starts = next(p for p in it.all("p") if p.words.startswith("Or start here"))
    assert starts.links() == {"Argue from evidence": "./literacy/lit-arg/", "Set a goal": "./agency/age-goa/"}


def test_what_is_retired_is_not_counted() -> None:
    it = shown(competency(), competency("LIT.OLD", retired=Retired(date(2026, 8, 1))))
    assert "Literacy 1 competency" in it.all("section", "kind")[0].links()


def test_nobody_looks_for_a_child_in_public() -> None:
    words = shown().one("section", "note").words
    assert words.startswith("Where is my child on this?")
    assert "That is private" in words


def test_the_levels_are_shown_with_the_goal_flagged() -> None:
    levels = shown().one("ol").all("li")
    assert [level.one("span", "lv").words for level in levels] == [
        "1Emerging",
        "2Developing",
        "3Proficient",
        "4Extending",
    ]
    assert [level.one("span", "goal").words for level in levels if level.all("span", "goal")] == ["our goal"]


def test_habits_are_a_line_of_their_own_below() -> None:
    (row,) = shown().all("p", "row-of")
    assert [badge.words for badge in row.all("span", "lv")] == ["1Together", "2Reminded", "3Alone"]


def test_a_search_needs_an_index() -> None:
    assert shown().one("form")["action"] == "./find/"
    assert not shown(desk={"has_search": False}).all("form")


@pytest.mark.parametrize("count", range(1, 13))
def test_the_stones_of_a_scale_of_any_length_stay_in_the_picture(count: int) -> None:
    river = page("home", (), areas=[area(scale=learning(count))]).one("svg", "river")
    stones = [{name: float(it[name]) for name in ("x", "y", "width", "height", "rx")} for it in river.all("rect")]
    assert len(stones) == count
    for stone in stones:
        assert stone["x"] >= 0
        assert stone["y"] >= 0
        assert stone["x"] + stone["width"] <= 330
        assert stone["y"] + stone["height"] <= 300
        assert stone["rx"] <= stone["width"] / 2 + 0.1


# Data


def test_what_is_published_as_data_can_be_found_by_people_too() -> None:
    links = shown(desk={"published": ("api", "case")}).links()
    assert links["every descriptor as a table (CSV)"] == "./api/v1/descriptors.csv"
    assert links["everything as data (JSON)"] == "./api/v1/index.json"
    assert links["the framework for other systems (CASE)"].startswith("./ims/case/v1p1/CFPackages/")


@pytest.mark.parametrize(
    ("published", "said"), [((), []), (("api",), ["CSV", "JSON"]), (("case",), ["CASE"]), (("openbadges",), [])]
)
def test_a_front_page_leads_to_no_data_that_is_not_published(published: tuple[str, ...], said: list[str]) -> None:
    links = " ".join(shown(desk={"published": published}).links())
    assert [it for it in ("CSV", "JSON", "CASE") if f"({it})" in links] == said
