"""Levels: of rubrics, of items that are levels, of both; and the scales that are made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from site_builder.exchange.format import Taken
from site_builder.exchange.framework import Framework
from site_builder.model import Scale, Skill
from tests.exchange.case.packages import (
    association,
    below,
    criterion,
    document,
    framework,
    item,
    kinds,
    outline,
    package,
    rubric,
    small,
    taken,
    uuid,
    words,
)

THREE = (("Starting", "I look"), ("Going", "I try"), ("There", "I do"))
TWO_AREAS = package(
    [item(it) for it in ("A", "A1", "A1.a", "B", "B1", "B1.a")],
    [*below("A framework", "A", "B"), *below("A", "A1"), *below("A1", "A1.a"), *below("B", "B1"), *below("B1", "B1.a")],
)


def with_rubrics(*rubrics: dict[str, Any]) -> dict[str, Any]:
    """The small package with rubrics."""
    return small() | {"CFRubrics": list(rubrics)}


def skill(found: Framework | Taken, id: str) -> Skill:
    """A skill by its id."""
    whole = found.framework if isinstance(found, Taken) else found
    assert whole is not None
    return whole.skills[id][1]


def levels(scale: Scale) -> list[tuple[str, str]]:
    """The ids and names of a scale's levels."""
    return [(it.id, it.name) for it in scale.levels]


def test_a_criterion_describes_its_item(tmp_path: Path) -> None:
    made = with_rubrics(rubric("One", criterion("One.a", *THREE), criterion("Two", *THREE)))
    found = taken(tmp_path, made)
    assert skill(found, "One.a").levels == {"1": ("I look",), "2": ("I try",), "3": ("I do",)}
    assert skill(found, "Two").levels == skill(found, "One.a").levels
    assert skill(found, "One.b").levels == {}
    assert found.framework is not None
    [scale] = found.framework.settings.scales.values()
    assert levels(scale) == [("1", "Starting"), ("2", "Going"), ("3", "There")]
    assert (found.counts["rubrics"], found.counts["criteria of rubrics"], found.counts["levels of rubrics"]) == (
        1,
        2,
        6,
    )
    assert {"level.id", "level.name", "skill.levels", "skill.not_used"} <= found.carries


def test_the_goal_is_the_last_level_but_one_and_this_is_said(tmp_path: Path) -> None:
    found = taken(tmp_path, with_rubrics(rubric("One", criterion("One.a", *THREE))))
    assert found.framework is not None
    assert [it.is_target for it in found.framework.settings.scales["learning"].levels] == [False, True, False]
    said = "the files do not say which one is the goal, so Going is taken"
    assert any(said in it for it in words(found))


def test_positions_order_levels(tmp_path: Path) -> None:
    it = criterion("One.a", *THREE)
    it["CFRubricCriterionLevels"].reverse()
    found = framework(tmp_path, with_rubrics(rubric("One", it)))
    assert [level.name for level in found.areas[0].scale.levels] == ["Starting", "Going", "There"]


def test_whole_scores_are_ids_and_order_levels_from_the_lowest(tmp_path: Path) -> None:
    it = criterion("One.a", *reversed(THREE))
    for level, score in zip(it["CFRubricCriterionLevels"], (4, 2.0, "0"), strict=True):
        level["score"] = score
    found = taken(tmp_path, with_rubrics(rubric("One", it)))
    assert found.framework is not None
    assert levels(found.framework.areas[0].scale) == [("0", "Starting"), ("2", "Going"), ("4", "There")]
    assert skill(found, "One.a").levels == {"0": ("I look",), "2": ("I try",), "4": ("I do",)}
    assert "details of rubrics" not in kinds(found)


@pytest.mark.parametrize("scores", [(1.5, 2, 3), (1, 1, 2), (1, None, 2)])
def test_scores_that_are_no_numbers_of_levels_are_set_aside(tmp_path: Path, scores: tuple[float | None, ...]) -> None:
    it = criterion("One.a", *THREE)
    for level, score in zip(it["CFRubricCriterionLevels"], scores, strict=True):
        level["score"] = score
    found = taken(tmp_path, with_rubrics(rubric("I can One", it)))
    assert found.framework and [id for id, _ in levels(found.framework.areas[0].scale)] == ["1", "2", "3"]
    [aside] = [it for it in found.aside if it.kind == "details of rubrics"]
    kept = [it["score"] for it in aside.content["CFRubricCriteria"]]  # type: ignore[index]  # it is JSON
    assert kept == [score for score in scores if score is not None]


def test_a_level_that_a_skill_does_not_have_is_one_that_it_does_not_use(tmp_path: Path) -> None:
    made = with_rubrics(rubric("One", criterion("One.a", *THREE), criterion("One.b", *THREE[1:])))
    found = taken(tmp_path, made)
    assert skill(found, "One.b").not_used == ("1",)
    assert skill(found, "One.b").levels == {"2": ("I try",), "3": ("I do",)}
    assert "One.b: has no words for 1 of 1, 2, 3: these are levels that it does not use" in words(found)


@pytest.mark.parametrize("nothing", ["", None, "No Descriptors", "n/a", "NA", "Not applicable."])
def test_a_level_without_words_is_one_that_is_not_used(tmp_path: Path, nothing: str | None) -> None:
    it = criterion("One.a", *THREE)
    it["CFRubricCriterionLevels"][2]["description"] = nothing
    found = skill(framework(tmp_path, with_rubrics(rubric("One", it))), "One.a")
    assert (list(found.levels), found.not_used) == (["1", "2"], ("3",))


def test_a_criterion_without_any_words_leaves_its_item_to_be_described(tmp_path: Path) -> None:
    it = criterion("One.a", ("Low", ""), ("High", ""))
    found = skill(framework(tmp_path, with_rubrics(rubric("One", it))), "One.a")
    assert (found.levels, found.not_used) == ({}, ())


def test_a_level_that_says_what_another_says_is_set_aside(tmp_path: Path) -> None:
    it = criterion("One.a", ("Low", "I try"), ("High", "I try"))
    found = taken(tmp_path, with_rubrics(rubric("One", it)))
    assert (skill(found, "One.a").levels, skill(found, "One.a").not_used) == ({"1": ("I try",)}, ("2",))
    [aside] = [it for it in found.aside if it.kind == "descriptors"]
    assert aside.content == {"level": "High", "description": "I try"}


def test_several_criteria_of_an_item_are_skills_of_it(tmp_path: Path) -> None:
    criteria = [criterion("Two", *THREE, identifier=uuid(it), description=it) for it in ("Claim", "Reasons")]
    found = framework(tmp_path, with_rubrics(rubric("Two", *criteria)))
    assert [(it.title, it.identifier) for it in found.by_id["Two"].skills] == [
        ("Claim", uuid("Claim")),
        ("Reasons", uuid("Reasons")),
    ]


def test_a_criterion_without_an_item_makes_a_competency_of_its_rubric(tmp_path: Path) -> None:
    it = criterion("x", *THREE, CFItemURI=None, description="Claim")
    found = framework(tmp_path, with_rubrics(rubric("Argue", it)))
    [made] = found.of_area(found.areas[1])
    assert (made.title, [skill.title for skill in made.skills]) == ("Argue", ["Claim"])


def test_what_rubrics_say_besides_is_set_aside(tmp_path: Path) -> None:
    it = criterion("One.a", *THREE, weight=2, category="C", description="More words")
    it["CFRubricCriterionLevels"][0]["feedback"] = "Good"
    found = taken(tmp_path, with_rubrics(rubric("Other", it, description="About")))
    [aside] = [it for it in found.aside if it.kind == "details of rubrics"]
    assert aside.content == {
        "title": "Other",
        "description": "About",
        "CFRubricCriteria": [
            {"level": "Starting", "feedback": "Good"},
            {"criterion": "More words", "weight": 2, "category": "C", "description": "More words"},
        ],
    }


def test_scales_of_an_area_become_one_in_the_order_that_both_have(tmp_path: Path) -> None:
    first = criterion("One.a", ("A", "1"), ("C", "2"), ("D", "3"))
    other = criterion("One.b", ("A", "1"), ("B", "2"), ("C", "3"))
    found = framework(tmp_path, with_rubrics(rubric("One", first, other)))
    assert [it.name for it in found.areas[0].scale.levels] == ["A", "B", "C", "D"]


def test_levels_beyond_twelve_are_set_aside(tmp_path: Path) -> None:
    many = criterion("One.a", *((f"Step {it}", f"I do {it}") for it in range(13)))
    found = taken(tmp_path, with_rubrics(rubric("One", many, criterion("One.b", *THREE))))
    assert found.framework and [it.name for it in found.framework.areas[0].scale.levels] == [
        "Starting",
        "Going",
        "There",
    ]
    assert kinds(found)["descriptors"] == 13
    assert skill(found, "One.a").levels == {}


def test_areas_with_the_same_levels_share_a_scale_and_others_have_their_own(tmp_path: Path) -> None:
    rubrics = [rubric("A1", criterion("A1.a", *THREE)), rubric("B1", criterion("B1.a", *THREE))]
    found = framework(tmp_path, TWO_AREAS | {"CFRubrics": rubrics})
    assert list(found.settings.scales) == ["learning"]
    rubrics[1] = rubric("B1", criterion("B1.a", *THREE[:2]))
    found = framework(tmp_path, TWO_AREAS | {"CFRubrics": rubrics})
    assert {id: len(it.levels) for id, it in found.settings.scales.items()} == {"learning": 3, "learning-2": 2}
    assert [it.scale.id for it in found.areas] == ["learning", "learning-2"]


def test_an_area_without_levels_has_the_scale_of_the_others(tmp_path: Path) -> None:
    found = framework(tmp_path, TWO_AREAS | {"CFRubrics": [rubric("A1", criterion("A1.a", *THREE))]})
    assert [it.scale.id for it in found.areas] == ["learning", "learning"]


def test_without_any_levels_there_are_four_to_begin_with_and_this_is_said(tmp_path: Path) -> None:
    found = taken(tmp_path, small())
    assert found.framework is not None
    names = [it.name for it in found.framework.areas[0].scale.levels]
    assert names == ["Emerging", "Developing", "Proficient", "Extending"]
    assert any("the files have no levels" in it for it in words(found))


class TestItemsThatAreLevels:
    """Items named “Level 1” and so on."""

    def made(self, *names: str, **texts: str) -> dict[str, Any]:
        """The small package with such items below Two."""
        made = small()
        made["CFItems"] += [
            item(f"x{it}", abbreviatedStatement=it, fullStatement=texts.get(it[-1], f"I {it}")) for it in names
        ]
        made["CFAssociations"] += below("Two", *(f"x{it}" for it in names))
        return made

    def test_they_are_levels_of_what_they_stand_below(self, tmp_path: Path) -> None:
        found = taken(tmp_path, self.made("Level 10", "level 2", "Level 1"))
        assert skill(found, "Two").levels == {"1": ("I Level 1",), "2": ("I level 2",), "10": ("I Level 10",)}
        assert found.counts["items as levels"] == 3
        assert "Two: has 3 items below it that are its levels" in words(found)

    def test_one_alone_is_an_item_like_others(self, tmp_path: Path) -> None:
        found = taken(tmp_path, self.made("Level 1"))
        assert found.framework and outline(found.framework)["Area"]["Two"] == ["xLevel-1"]

    def test_two_of_the_same_number_are_items_like_others(self, tmp_path: Path) -> None:
        found = taken(tmp_path, self.made("Level 1", "level 01"))
        assert found.framework and len(outline(found.framework)["Area"]["Two"]) == 2

    def test_other_items_beside_them_are_skills(self, tmp_path: Path) -> None:
        found = taken(tmp_path, self.made("Level 1", "Level 2", "Claim"))
        assert found.framework is not None
        titles = [it.title for it in found.framework.by_id["Two"].skills]
        assert titles == ["I can Two", "Claim"]

    def test_ones_that_hold_items_are_items_like_others(self, tmp_path: Path) -> None:
        made = self.made("Level 1", "Level 2")
        made["CFItems"] += [item("p"), item("q")]
        made["CFAssociations"] += [*below("xLevel 1", "p"), *below("xLevel 2", "q")]
        assert "items as levels" not in taken(tmp_path, made).counts

    def test_a_skill_level_by_association_describes_its_origin(self, tmp_path: Path) -> None:
        made = small()
        made["CFItems"] += [item("low", abbreviatedStatement="Low"), item("high", abbreviatedStatement="High")]
        made["CFAssociations"] += [
            *below("A framework", "low", "high"),
            association("hasSkillLevel", "Two", "high", sequenceNumber=2),
            association("hasSkillLevel", "Two", "low", sequenceNumber=1),
        ]
        found = taken(tmp_path, made)
        assert skill(found, "Two").levels == {"1": ("I can low",), "2": ("I can high",)}
        assert found.counts["items as levels"] == 2
        assert found.framework and list(outline(found.framework)) == ["Area"]

    def test_a_level_of_several_items_stays_an_item(self, tmp_path: Path) -> None:
        made = small()
        made["CFItems"] += [item("low")]
        made["CFAssociations"] += [association("hasSkillLevel", it, "low") for it in ("One.a", "One.b")]
        made["CFAssociations"] += [association("hasSkillLevel", "Two", "One")]
        found = taken(tmp_path, made)
        assert kinds(found)["associations of the type hasSkillLevel"] == 3
        assert found.framework and outline(found.framework)["a-framework"] == {"low": []}

    def test_a_criterion_beside_them_is_a_skill_of_its_own(self, tmp_path: Path) -> None:
        made = self.made("Level 1", "Level 2") | {"CFRubrics": [rubric("Two", criterion("Two", *THREE))]}
        found = framework(tmp_path, made)
        assert [list(it.levels) for it in found.by_id["Two"].skills if it.levels] != []
        assert len(found.by_id["Two"].skills) == 2


def test_documents_with_levels_of_the_same_names_share_a_scale(tmp_path: Path) -> None:
    other = package(
        [item("Three")],
        below("B", "Three"),
        CFDocument=document("B"),
        CFRubrics=[rubric("Three", criterion("Three", *THREE))],
    )
    found = framework(tmp_path, with_rubrics(rubric("One", criterion("One.a", *THREE))), other)
    assert list(found.settings.scales) == ["learning"]
