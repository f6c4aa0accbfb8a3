"""Where a student stands in one skill."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from site_builder.evidence.piece import Mark
from site_builder.model import Evidence, Judging
from site_builder.progress.ground import ground_of
from site_builder.progress.standing import State
from tests.progress.evidence import LEARNING, LITERACY, competency, day, ground, marked, only, piece, pieces, skill

TWO_KINDS = Evidence(2, 2)


def test_where_nobody_has_looked_there_is_no_evidence_yet() -> None:
    it = only([])
    assert (it.state, it.position, it.target, it.works, it.last) == (State.NONE, 0, 3, (), None)
    assert it.next_asked == Evidence(2)


def test_what_was_missed_is_no_evidence_and_is_kept() -> None:
    it = only([marked(Mark.MISSED, task="Debate")])
    assert (it.state, it.position, len(it.works), it.last) == (State.NONE, 0, 1, None)


def test_a_recorded_start_is_no_evidence_of_now() -> None:
    it = only([marked(Mark.BASELINE, "2")])
    assert (it.state, it.position, it.start, it.last) == (State.NONE, 0, 2, None)


@pytest.mark.parametrize(("level", "state"), [("2", State.NOT_YET), ("3", State.AT), ("4", State.BEYOND)])
def test_a_level_is_not_yet_at_the_target_at_it_or_beyond(level: str, state: State) -> None:
    assert only(pieces(level * 2)).state is state


def test_a_competency_may_name_a_target_of_its_own() -> None:
    assert only(pieces("33"), ground(competency(target="4"))).state is State.NOT_YET


def test_where_nobody_names_a_target_the_last_level_is_the_goal() -> None:
    levels = tuple(replace(it, is_target=False) for it in LEARNING.levels)
    area = replace(LITERACY, scale=replace(LEARNING, levels=levels))
    on = ground_of(ground().settings, {"literacy": area}, [competency()])
    assert (only(pieces("33"), on).state, only(pieces("44"), on).state) == (State.NOT_YET, State.AT)
    assert only(pieces("44"), on).target == 0


class TestAskedForEvidence:
    def test_less_than_is_asked_for_is_early(self) -> None:
        on = ground(competency(evidence=TWO_KINDS))
        it = only([piece("3", 0, kind="writing"), piece("3", 7, kind="writing")], on)
        assert (it.state, it.position, it.pieces, it.kinds, it.asked) == (State.EARLY, 3, 2, 1, TWO_KINDS)
        it = only([piece("3", 0, kind="writing"), piece("3", 7, kind="talk")], on)
        assert (it.state, it.kinds) == (State.AT, 2)

    def test_works_without_a_kind_are_of_one_kind(self) -> None:
        assert only(pieces("33")).kinds == 1
        assert only([*pieces("3"), piece("3", 30, kind="talk")]).kinds == 1

    def test_a_piece_further_on_supports_the_level_before_it(self) -> None:
        it = only(pieces("233342"))
        assert (it.position, it.pieces) == (3, 4)

    def test_a_skill_says_it_before_its_competency_does(self) -> None:
        own = competency(evidence=Evidence(5), skills=(skill(evidence=Evidence(3)),))
        assert only(pieces("33"), ground(own)).asked == Evidence(3)

    def test_a_level_may_ask_for_more(self) -> None:
        on = ground(competency(evidence=Evidence(2, 1, (("3", Evidence(4)),))))
        assert only(pieces("22"), on).asked == Evidence(2)
        assert (only(pieces("33"), on).asked, only(pieces("33"), on).state) == (Evidence(4), State.EARLY)

    def test_what_is_asked_at_the_next_level_and_how_much_of_it_is_there(self) -> None:
        on = ground(competency(evidence=Evidence(2, 1, (("3", Evidence(4, 2)),))))
        it = only(pieces("2232"), on)
        assert (it.next_asked, it.next_pieces) == (Evidence(4, 2), 1)
        assert only(pieces("44"), on).next_pieces == 0

    def test_the_next_level_is_the_next_that_the_skill_describes(self) -> None:
        on = ground(competency(skills=(skill(levels="124"),), evidence=Evidence(2, 1, (("4", Evidence(6)),))))
        assert only(pieces("22"), on).next_asked == Evidence(6)

    def test_the_rule_itself_asks_for_several(self) -> None:
        on = ground(competency(evidence=Evidence(1)), judging=Judging("sustained", 3, 5))
        assert (only(pieces("33"), on).state, only(pieces("33"), on).asked) == (State.EARLY, Evidence(3))
        assert only(pieces("3"), ground(judging=Judging("latest"))).state is State.AT

    def test_a_teacher_may_complete_what_is_asked_for(self) -> None:
        on = ground(competency(evidence=Evidence(4)))
        found = pieces("33")
        assert only([*found, marked(Mark.OVERRIDE, on=30)], on).state is State.AT
        assert only([*found, marked(Mark.OVERRIDE, on=30, target="3")], on).state is State.AT
        assert only([*found, marked(Mark.OVERRIDE, on=30, target="2")], on).state is State.EARLY

    def test_completing_alone_is_no_level(self) -> None:
        it = only([marked(Mark.OVERRIDE)])
        assert (it.state, it.position, len(it.works)) == (State.NONE, 0, 1)

    def test_under_best_evidence_all_works_that_were_weighed_support_the_level(self) -> None:
        it = only(pieces("421"), ground(judging=Judging("best_evidence", 2)))
        assert (it.position, it.pieces, it.state) == (3, 2, State.AT)


def test_works_are_newest_first() -> None:
    assert [work.position for work in only(pieces("1233")).works] == [3, 3, 2, 1]


def test_practice_below_the_level_does_not_support_it() -> None:
    assert only([*pieces("33"), piece("1", 30, is_formative=True)]).pieces == 2


def test_practice_that_shows_more_is_noticed() -> None:
    assert only([*pieces("33"), piece("4", 30, is_formative=True)]).is_shown_in_practice
    assert not only([*pieces("33"), piece("4", 30)]).is_shown_in_practice
    assert not only([*pieces("33"), piece("3", 30, is_formative=True)]).is_shown_in_practice


class TestAFreshLook:
    def test_a_skill_is_for_a_fresh_look_after_so_many_weeks(self) -> None:
        for weeks in (1, 20):
            on = ground(judging=Judging(fresh_look_weeks=weeks))
            assert only([piece("3")], on, day(7 * weeks)).is_for_a_fresh_look
            assert not only([piece("3")], on, day(7 * weeks - 1)).is_for_a_fresh_look

    def test_where_nobody_has_looked_there_is_nothing_to_look_at_again(self) -> None:
        late = day(0) + timedelta(days=2000)
        assert not only([], as_of=late).is_for_a_fresh_look
        assert not only([marked(Mark.MISSED), marked(Mark.BASELINE, "2")], as_of=late).is_for_a_fresh_look

    def test_practice_is_a_look(self) -> None:
        found = [piece("3"), piece("1", 100, is_formative=True)]
        assert only(found, as_of=day(200)).last == day(100)
