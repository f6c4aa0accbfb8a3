"""From a student's evidence to their standing on a day."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.evidence.piece import Piece
from site_builder.model import Judging, Pathway, Requirement, Retired
from site_builder.progress import judge as judging
from site_builder.progress.standing import CompetencyStanding, SkillStanding, Tally
from tests.progress.evidence import AS_OF, STUDENT, competency, day, first, ground, habit, judged, piece, pieces


def test_competencies_stand_in_the_order_of_the_continuum_habits_among_them() -> None:
    on = ground(competency("LIT.ARG"), competency("LIT.INF"), habit())
    assert [it.competency.id for it in judged([], on).competencies] == ["LIT.ARG", "LIT.INF", "AGE.GOA"]


def test_a_standing_says_whose_it_is_of_which_day_and_how_much_it_rests_on() -> None:
    it = judged([*pieces("33"), piece("3", 1, skill="NOT.HERE")])
    assert (it.student, it.as_of, it.pieces) == (STUDENT, AS_OF, 2)


def test_what_was_done_later_is_not_known_yet() -> None:
    assert first(pieces("3333"), as_of=day(8)).skills[0].pieces == 2
    assert judged(pieces("3333"), as_of=day(8)).pieces == 2


def test_a_piece_counts_from_the_day_on_which_it_has_been_done_and_read() -> None:
    assert judging.known_on(piece(on=3)) == day(3)
    assert judging.known_on(piece(on=3, graded=day(5))) == day(5)
    assert judging.known_on(piece(on=3, graded=day(1))) == day(3)


def test_evidence_of_a_retired_competency_is_left_out() -> None:
    on = ground(competency("LIT.INF"), competency(retired=Retired(day(0))))
    assert judged(pieces("33"), on).pieces == 0


def test_a_piece_of_another_student_is_never_judged() -> None:
    with pytest.raises(ValueError, match="not all of one student"):
        judged([piece("3", student="S2")])


def test_judging_twice_gives_the_same() -> None:
    assert judged(pieces("2334")) == judged(pieces("2334"))


HABIT = st.builds(
    piece,
    st.sampled_from(["together", "self"]),
    st.integers(0, 30),
    skill=st.just("AGE.GOA.1"),
    is_formative=st.booleans(),
)
WORK = st.builds(piece, st.sampled_from("1234"), st.integers(0, 30))


@given(
    st.lists(HABIT, max_size=5),
    st.lists(WORK, max_size=5),
    st.sampled_from(["sustained", "latest", "highest", "best_evidence", "judgement"]),
)
def test_no_habit_moves_anything_academic_and_nothing_academic_moves_a_habit(
    habits: list[Piece], works: list[Piece], rule: str
) -> None:
    asked = Pathway("PTH", "pth", "", "", (Requirement("LIT.ARG", "3"),), "")
    known = (competency(prerequisites=("AGE.GOA",)), habit(prerequisites=("LIT.ARG",)))
    on = ground(*known, judging=Judging(rule), pathways=[asked])
    both, without_habits, without_works = judged([*habits, *works], on), judged(works, on), judged(habits, on)
    assert both.competencies[0] == without_habits.competencies[0]
    assert both.competencies[1] == without_works.competencies[1]
    assert both.pathways == without_habits.pathways


@given(st.lists(WORK, max_size=6), st.sampled_from(["sustained", "latest", "highest", "judgement"]))
def test_levels_are_whole_and_nothing_is_averaged(found: list[Piece], rule: str) -> None:
    it = first(found, ground(judging=Judging(rule)))
    assert it.tally is None
    for held in (it, it.skills[0]):
        assert not any(isinstance(value, float) for value in held)


def test_only_what_is_compared_with_slate_has_decimals() -> None:
    for kind in (SkillStanding, CompetencyStanding):
        assert not any("Decimal" in str(it) or "float" in str(it) for it in kind.__annotations__.values())
    assert {field.name for field in fields(Tally) if "Decimal" in str(field.type)} == {
        "performance",
        "baseline",
        "growth",
    }


def test_a_students_own_level_is_the_same_whoever_else_is_judged() -> None:
    on = ground()
    alone = judged(pieces("23"), on)
    judging.judge("S2", [it._replace(student="S2") for it in pieces("44")], on, AS_OF)
    assert judged(pieces("23"), on) == alone
