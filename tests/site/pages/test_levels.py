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
        (Judging("sustained", 1, 3), "You are at a level in a skill when 1 of your latest 3 pieces of work shows it."),
        (
            Judging("sustained", 3, 3),
            "You are at a level in a skill when each of your latest 3 pieces of work shows it.",
        ),
        (Judging("sustained", 1, 1), "Your level in a skill is the one that your latest piece of work shows."),
        (
            Judging("best_evidence", 2),
            "Your level in a skill is the highest one that is not above the mean of your best pieces of work, as many "
            "as are asked for.",
        ),
        (Judging("teachers"), "Your teachers decide your level in a skill by looking at all of your work together."),
    ],
)
def test_the_rule_is_said_in_one_sentence(judging: Judging, words: str) -> None:
    assert shown(judging=judging).one("h2", id="rule").next().one("strong").words == words


REVISED = (
    "Work at a later level shows the levels before it too. A piece that has been revised counts once, by its newest "
    "version. Practice can lift a level but never lowers it. Older work stays on record."
)
FOLLOWS = "A competency is at a level when each of its skills is there or further."


@pytest.mark.parametrize(
    ("judging", "words"),
    [
        (
            Judging("sustained", 2, 3),
            "While there are fewer pieces of work, it is the highest one that all of them show, and we call it early "
            f"evidence. {REVISED} We do not average. {FOLLOWS}",
        ),
        (Judging("sustained", 1, 3), f"{REVISED} We do not average. {FOLLOWS}"),
        (Judging("latest"), f"{REVISED} We do not average. {FOLLOWS}"),
        (Judging("highest"), f"{REVISED} We do not average. {FOLLOWS}"),
        (
            Judging("best_evidence", 1),
            f"Where no other number is given, 1 piece is asked for. {REVISED} {FOLLOWS}",
        ),
        (
            Judging("best_evidence", 2),
            f"Where no other number is given, 2 pieces are asked for. {REVISED} {FOLLOWS}",
        ),
        (
            Judging("judgement"),
            "They write down the decision and its reason. Until then, your work is there to be seen, and there is no "
            f"level. We do not average. {FOLLOWS}",
        ),
    ],
)
def test_what_else_the_rule_does_is_said_below_it(judging: Judging, words: str) -> None:
    assert shown(judging=judging).one("h2", id="rule").next().all("p")[1].words == words


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
