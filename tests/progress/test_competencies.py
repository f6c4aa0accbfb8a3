"""Where a student stands in a competency, which follows from its skills."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_builder.evidence.piece import Mark, Piece
from site_builder.model import Evidence, Judging, Retired
from site_builder.progress.standing import State
from tests.progress.evidence import competency, day, first, ground, habit, judged, marked, piece, skill

ONE = Judging("latest")


def shown(*levels: str, id: str = "LIT.ARG", on: int = 0) -> list[Piece]:
    """One piece for each skill of a competency, a day apart; a 0 stands for none."""
    return [
        piece(level, on + number, skill=f"{id}.{number + 1}") for number, level in enumerate(levels) if level != "0"
    ]


@pytest.mark.parametrize(
    ("levels", "wanted", "state"),
    [
        ("33", 3, State.AT),
        ("34", 3, State.AT),
        ("44", 4, State.BEYOND),
        ("42", 2, State.NOT_YET),
        ("40", 0, State.EARLY),
        ("00", 0, State.NONE),
    ],
)
def test_a_competency_is_at_a_level_when_each_skill_is_there_or_further(levels: str, wanted: int, state: State) -> None:
    it = first(shown(*levels), ground(competency(count=2), judging=ONE))
    assert (it.position, it.state) == (wanted, state)


def test_a_skill_without_evidence_leaves_the_competency_without_a_level_and_shows_the_others() -> None:
    it = first(shown("4", "0"), ground(competency(count=2), judging=ONE))
    assert [skill.position for skill in it.skills] == [4, 0]
    assert (it.since, it.last) == (None, day(0))


def test_what_was_missed_alone_is_no_evidence() -> None:
    it = first([marked(Mark.MISSED)], ground(competency(count=2)))
    assert (it.state, it.last, len(it.skills[0].works)) == (State.NONE, None, 1)


def test_since_is_the_day_on_which_the_last_skill_came_there() -> None:
    found = [*shown("3", "2"), piece("3", 40, skill="LIT.ARG.2"), piece("4", 50, skill="LIT.ARG.1")]
    it = first(found, ground(competency(count=2), judging=ONE))
    assert (it.position, it.since, it.last) == (3, day(40), day(50))


class TestLevelsThatASkillDoesNotDescribe:
    def at(self, levels: str, *described: str) -> int:
        skills = tuple(skill(f"LIT.ARG.{number}", it) for number, it in enumerate(described, 1))
        return first(shown(*levels), ground(competency(skills=skills), judging=ONE)).position

    def test_do_not_hold_the_competency_back(self) -> None:
        assert self.at("23", "124", "1234") == 3
        assert self.at("22", "124", "1234") == 2
        assert self.at("24", "124", "1234") == 3
        assert self.at("44", "124", "1234") == 4
        assert self.at("24", "12", "1234") == 4

    def test_are_not_reached_by_a_skill_that_is_before_them(self) -> None:
        assert self.at("13", "124", "1234") == 1

    def test_at_the_beginning_ask_for_some_evidence_all_the_same(self) -> None:
        assert self.at("21", "234", "1234") == 1
        assert self.at("01", "234", "1234") == 0

    def test_are_no_level_of_the_competency_where_no_skill_describes_them(self) -> None:
        assert self.at("22", "124", "124") == 2

    def test_have_a_goal_at_the_last_level_before_them(self) -> None:
        on = ground(competency(skills=(skill(levels="124"),)), judging=ONE)
        it = first(shown("2"), on).skills[0]
        assert (it.target, it.state) == (2, State.AT)


def test_less_evidence_than_is_asked_for_where_the_competency_is_makes_it_early() -> None:
    asks = Evidence(1, 1, (("3", Evidence(2)), ("4", Evidence(3))))
    on = ground(competency(count=2, evidence=asks), judging=Judging("highest"))
    assert first(shown("3", "3"), on).state is State.EARLY
    more = [*shown("4", "3"), *shown("4", "3", on=10)]
    assert first(more, on).state is State.AT
    assert first(more, on).skills[0].state is State.EARLY


class TestReady:
    ON = ground(competency("LIT.ARG", prerequisites=("LIT.INF",)), competency("LIT.INF"), judging=ONE)

    def ready(self, found: list[Piece]) -> list[str]:
        return [it.competency.id for it in judged(found, self.ON).competencies if it.is_ready]

    def test_nothing_that_has_to_come_first_is_ready(self) -> None:
        assert self.ready([]) == ["LIT.INF"]

    def test_what_comes_first_has_to_be_at_its_target(self) -> None:
        assert self.ready(shown("2", id="LIT.INF")) == ["LIT.INF"]
        assert self.ready(shown("3", id="LIT.INF")) == ["LIT.ARG"]
        assert first(shown("2", id="LIT.INF"), self.ON).lacking == ("LIT.INF",)

    def test_what_is_at_its_target_is_ready_no_more(self) -> None:
        assert self.ready([*shown("3"), *shown("4", id="LIT.INF")]) == []

    def test_a_level_from_little_evidence_can_still_be_shown_again(self) -> None:
        on = ground(competency(evidence=Evidence(2)), judging=ONE)
        assert first(shown("3"), on).is_ready

    def test_a_retired_or_unknown_prerequisite_is_not_waited_for(self) -> None:
        gone = competency("LIT.OLD", retired=Retired(day(0)))
        on = ground(competency(prerequisites=("LIT.OLD", "LIT.NONE")), gone)
        assert (first([], on).is_ready, first([], on).lacking) == (True, ())

    def test_habits_are_never_on_this_list_and_never_keep_anything_from_it(self) -> None:
        goal, plan = habit(), habit("AGE.PLN", prerequisites=("AGE.GOA",))
        on = ground(competency(prerequisites=("AGE.GOA",)), goal, plan)
        academic, *habits = judged([], on).competencies
        assert (academic.is_ready, academic.lacking) == (True, ())
        assert [it.is_ready for it in habits] == [False, False]
        assert habits[1].lacking == ("AGE.GOA",)


def test_a_competency_without_skills_has_no_level() -> None:
    it = first([], ground(replace(competency(), skills=())))
    assert (it.position, it.state) == (0, State.NONE)
