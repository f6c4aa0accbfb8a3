"""How levels work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from site_builder.model import Judging, Kind
from tests.site.continua import area, habits, learning, page
from tests.site.markup import Element

AREAS = [area("agency", habits(), kind=Kind.LIFELONG), area(), area("science")]


def shown(**changes: Any) -> Element:
    return page("levels", (), **{"areas": AREAS, **changes})


def test_every_scale_is_shown_and_habits_by_themselves() -> None:
    academic, habit = (ladder.around("section") for ladder in shown().all("ol"))
    assert [badge.words for badge in academic.all("span", "lv")] == [
        "1Emerging",
        "2Developing",
        "3Proficient",
        "4Extending",
    ]
    assert "habits" in habit.classes
    assert habit.one("h2").words == "Habits have their own scale"


def test_a_scale_names_the_areas_that_use_it() -> None:
    used = [ladder.around("section").all("p", "soft")[-1].links() for ladder in shown().all("ol")]
    assert used == [{"Literacy": "../literacy/", "Science": "../science/"}, {"Agency": "../agency/"}]


def test_the_target_is_flagged_and_each_level_leads_to_its_page() -> None:
    first = shown().all("ol")[0].all("li")
    assert [bool(level.all("span", "goal")) for level in first] == [False, False, True, False]
    assert first[2].one("a")["href"] == "../levels/learning/3/"


@pytest.mark.parametrize(
    ("judging", "words"),
    [
        (Judging("sustained", 2, 3), "You are at a level in a skill when 2 of your latest 3 pieces of work show it."),
        (Judging("latest"), "Your level in a skill is the one that your latest piece of work shows."),
        (Judging("highest"), "Your level in a skill is the highest one that your work has shown."),
        (Judging("best_evidence", 1), "Your level in a skill is the highest one that a piece of your work shows."),
        (Judging("best_evidence", 2), "Your level in a skill is the highest one that 2 pieces of your work show."),
        (Judging("teachers"), "Your teachers decide your level in a skill by looking at all of your work together."),
    ],
)
def test_the_rule_is_said_in_one_sentence(judging: Judging, words: str) -> None:
    assert shown(judging=judging).one("h2", id="rule").next().one("strong").words == words


def test_not_yet_no_evidence_and_early_evidence_are_told_apart() -> None:
    terms = [term.words for term in shown().one("dl").all("dt")]
    assert terms == ["2Developing not yet at our goal", "–No evidence yet", "3Proficient, early evidence"]


def test_where_the_goal_is_the_first_level_nothing_is_not_yet() -> None:
    terms = [term.words for term in shown(areas=[area(scale=learning(4, "1"))]).one("dl").all("dt")]
    assert terms == ["–No evidence yet", "1Emerging, early evidence"]


def test_a_scale_without_a_target_is_explained_by_its_last_level() -> None:
    levels = tuple(replace(level, is_target=False) for level in learning().levels)
    terms = [term.words for term in shown(areas=[area(scale=replace(learning(), levels=levels))]).one("dl").all("dt")]
    assert terms[-1] == "4Extending, early evidence"
