"""Items that name the one above them become areas, competencies and skills on scales of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from site_builder.exchange.framework import Framework
from site_builder.exchange.html.levels import with_levels
from site_builder.exchange.items.planted import Planted, Whole, planted
from site_builder.exchange.items.scale import Scales, Step
from site_builder.exchange.items.tree import Item, linked, listed, with_all_below, without_empty_groups
from site_builder.exchange.names import Names
from site_builder.model import Level
from tests.exchange.demonstration import framework
from tests.site.continua import area, competency, habits, learning

TWO = (Step("1", "No"), Step("2", "Yes"))
THREE = (Step("1", "No"), Step("2", "Nearly"), Step("3", "Yes"))


def steps(levels: Sequence[Level]) -> list[Step]:
    return [Step(str(it.position), it.name) for it in levels]


def plant(*items: Item, existing: Framework | None = None, title: str = "Ours") -> Planted:
    return planted(items, Whole(title), steps, Names(existing), Scales(existing))


def item(key: str, parent: str = "", **more: object) -> Item:
    return Item(key, f"About {key}", parent, code=key, **more)  # type: ignore[arg-type]


def test_what_holds_only_leaves_is_a_competency_and_what_holds_these_an_area() -> None:
    made = plant(item("area"), item("it", "area"), item("skill", "it")).framework
    assert [it.id for it in made.areas] == ["area"]
    assert [(it.id, [skill.id for skill in it.skills]) for it in made.competencies] == [("it", ["skill"])]


def test_items_without_an_area_share_one_that_is_called_like_the_whole() -> None:
    made = plant(item("it"), item("skill", "it"), item("alone")).framework
    assert [(it.id, it.title) for it in made.areas] == [("ours", "Ours")]
    assert [it.id for it in made.competencies] == ["it", "alone"]


def test_an_area_that_lists_its_levels_has_competencies_without_skills() -> None:
    html = with_levels("Reading.", learning())
    made = plant(Item("LIT", "Literacy", html=html, code="LIT"), item("alone", "LIT")).framework
    assert [(it.id, it.about, it.scale.levels) for it in made.areas] == [("LIT", "Reading.", learning().levels)]
    assert [(it.id, it.skills[0].id) for it in made.competencies] == [("alone", "alone")]


def test_an_area_that_lists_its_levels_may_be_empty() -> None:
    made = plant(
        Item("LIT", "Literacy", html=with_levels("", learning()), code="LIT", is_group=True), item("x")
    ).framework
    assert [it.id for it in made.areas] == ["LIT", "ours"]


def test_each_area_has_the_scale_that_most_of_its_items_are_rated_by() -> None:
    made = plant(
        item("a"), item("a1", "a"), item("a2", "a1", steps=TWO), item("a3", "a1", steps=TWO),
        item("a4", "a1", steps=THREE), item("b"), item("b1", "b"), item("b2", "b1", steps=THREE, target="3"),
    )  # fmt: skip
    shown = [(it.scale.id, [level.name for level in it.scale.levels]) for it in made.framework.areas]
    assert shown == [("learning", ["No", "Yes"]), ("learning-2", ["No", "Nearly", "Yes"])]
    assert made.framework.areas[1].scale.level("3").is_target
    assert [(it.kind, it.name) for it in made.aside] == [("ratings", "a4")]
    assert (made.has_levels, made.says_levels) == (True, False)


def test_what_nobody_rates_does_not_take_the_levels_of_what_is_rated() -> None:
    made = plant(
        item("a"), item("a1", "a"), item("a2", "a1", steps=TWO), item("alone"), item("below", "alone")
    ).framework
    assert {it.id: len(it.scale.levels) for it in made.areas} == {"a": 2, "ours": 4}
    assert {id: it.levels for id, it in made.settings.scales.items()} == {
        it.scale.id: it.scale.levels for it in made.areas
    }


def test_areas_with_the_same_levels_share_a_scale() -> None:
    made = plant(
        item("a"), item("a1", "a"), item("a2", "a1", steps=TWO), item("b"), item("b1", "b"), item("b2", "b1", steps=TWO)
    )
    assert [it.scale.id for it in made.framework.areas] == ["learning", "learning"]
    assert list(made.framework.settings.scales) == ["learning"]


def test_a_school_that_has_the_levels_keeps_their_scale() -> None:
    school = framework([competency()], [area(scale=habits())])
    rated = tuple(Step(it.id, it.name) for it in habits().levels)
    made = plant(item("x"), item("y", "x", steps=rated), existing=school).framework
    assert [it.scale.id for it in made.areas] == ["habits"]


def test_a_schools_area_whose_levels_were_renamed_keeps_its_scale() -> None:
    school = framework([competency()], [area()])
    html = with_levels("", learning()).replace("Emerging", "Starting")
    made = plant(Item("LIT", "Literacy", html=html, code="LIT"), item("x", "LIT"), existing=school).framework
    assert made.areas[0].scale.id == "learning"
    assert made.areas[0].scale.level("1").name == "Starting"


def test_new_levels_beside_a_schools_own_get_a_scale_of_their_own() -> None:
    school = framework([competency()], [area()])
    made = plant(item("x"), item("y", "x", steps=TWO), existing=school).framework
    assert made.areas[0].scale.id == "learning-2"


def test_items_that_nobody_rates_have_the_schools_scale() -> None:
    school = framework([competency()], [area(scale=habits())])
    made = plant(item("x"), item("y", "x"), existing=school)
    assert made.framework.areas[0].scale.levels == habits().levels
    assert not made.has_levels


@pytest.mark.parametrize(
    ("target", "or_target", "expected"), [("2", "", "2"), ("9", "3", "3"), ("9", "8", ""), ("", "", "")]
)
def test_the_goal_is_the_first_that_is_a_step(target: str, or_target: str, expected: str) -> None:
    rated = item("y", "x", steps=THREE, target=target, or_target=or_target)
    assert rated.goal({"1", "2", "3"}) == expected
    made = plant(item("x"), rated).framework
    assert made.target(made.by_id["x"]) == expected


def test_a_competency_may_have_another_goal_than_its_area() -> None:
    made = plant(
        item("a"),
        *[item(f"a{n}", "a") for n in (1, 2, 3)],
        *[item(f"s{n}", f"a{n}", steps=TWO, target="2" if n < 3 else "1") for n in (1, 2, 3)],
    ).framework
    assert [(it.id, it.target) for it in made.competencies] == [("a1", ""), ("a2", ""), ("a3", "1")]


def test_long_titles_stay_whole() -> None:
    title = "word " * 30 + "end"
    made = plant(Item("x", title, code="x"), Item("y", title, "x", code="y"), Item("z", title, code="z")).framework
    assert {it.title for it in made.competencies} == {title}
    assert {it.title for _, it in made.skills.values()} == {title}


def test_empty_groups_are_left_out_from_below() -> None:
    roots, _ = linked(
        [item("a", is_group=True), item("b", "a", is_group=True), item("c", "b", is_group=True), item("d")]
    )
    left, aside = without_empty_groups(roots)
    assert [it.key for it in left] == ["d"]
    assert [it.name for it in aside] == ["About c", "About b", "About a"]


def test_every_item_of_a_circle_is_reached_once() -> None:
    roots, told = linked([item("a", "c"), item("b", "a"), item("c", "b"), item("d", "d"), item("e", "d")])
    assert [[it.key for it in with_all_below(root)] for root in roots] == [["a", "b", "c"], ["d", "e"]]
    assert [it.about for it in told] == ["“a”, “d”"]


def test_many_names_are_told_by_the_first_five() -> None:
    assert listed(["a", "b"]) == "“a”, “b”"
    assert listed(list("abcdefgh")) == "“a”, “b”, “c”, “d”, “e” and 3 more"
