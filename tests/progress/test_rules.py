"""The rules by which works become a level."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.evidence.piece import Mark, Piece
from site_builder.model import Evidence, Judging
from site_builder.progress.ground import Ground
from site_builder.progress.rules import RULES
from site_builder.progress.standing import State
from site_builder.sources.settings import JudgingShape
from tests.progress.evidence import AS_OF, SKILL, competency, day, ground, judged, marked, only, piece, pieces, skill

PAGE = Path(__file__).parents[2] / "continuum" / "pages" / "judging.md"
EACH = [
    Judging("sustained", 2, 3),
    Judging("sustained", 3, 5),
    Judging("sustained", 1, 1),
    Judging("latest"),
    Judging("highest"),
    Judging("best_evidence", 2),
    Judging("best_evidence", 3),
    Judging("judgement"),
]


def level(levels: str | list[Piece], judging: Judging | None = None) -> int:
    """The level in force after these pieces, a week apart."""
    found = pieces(levels) if isinstance(levels, str) else levels
    return only(found, ground(judging=judging or Judging())).position


def test_each_rule_that_a_school_can_name_is_in_the_table() -> None:
    assert set(RULES) == set(get_args(JudgingShape.model_fields["rule"].annotation))


def test_the_demonstration_judges_as_its_page_says() -> None:
    rows = re.findall(r"^\| ([\d, ]+) \| (\d)(, early evidence)? \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == 5
    for shown, wanted, early in rows:
        it = only(pieces(shown.split(", ")))
        assert (it.position, it.state is State.EARLY) == (int(wanted), bool(early)), shown


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [("", 0), ("3", 3), ("34", 3), ("43", 3), ("343", 3), ("44111", 1), ("11344", 4), ("2444222", 2), ("1234", 3)],
)
def test_sustained_is_the_highest_that_enough_of_the_latest_show(levels: str, wanted: int) -> None:
    assert level(levels) == wanted


@pytest.mark.parametrize(
    ("levels", "wanted"), [("4", 4), ("43", 3), ("432", 2), ("4321", 2), ("44321", 3), ("23444", 4)]
)
def test_until_there_are_enough_pieces_all_of_them_show_the_level(levels: str, wanted: int) -> None:
    assert level(levels, Judging("sustained", 3, 5)) == wanted


@pytest.mark.parametrize(("levels", "wanted"), [("", 0), ("2", 2), ("41", 1), ("143", 3)])
def test_latest_is_the_level_of_the_latest_piece(levels: str, wanted: int) -> None:
    assert level(levels, Judging("latest")) == wanted


def test_of_two_works_of_one_day_the_one_that_shows_more_is_the_latest() -> None:
    assert level([piece("4", 3), piece("2", 3)], Judging("latest")) == 4


@pytest.mark.parametrize(("levels", "wanted"), [("", 0), ("2", 2), ("41", 4), ("143", 4)])
def test_highest_is_the_highest_level_shown(levels: str, wanted: int) -> None:
    assert level(levels, Judging("highest")) == wanted


@pytest.mark.parametrize(
    ("levels", "wanted"), [("", 0), ("4", 4), ("41", 2), ("42", 3), ("43", 3), ("44", 4), ("4141", 4)]
)
def test_best_evidence_is_the_highest_level_not_above_the_mean_of_the_best(levels: str, wanted: int) -> None:
    assert level(levels, Judging("best_evidence", 2)) == wanted


def test_best_evidence_takes_as_many_as_are_asked_for_at_the_goal() -> None:
    asks = Evidence(1, 1, (("3", Evidence(3)), ("4", Evidence(1))))
    on = ground(competency(evidence=asks), judging=Judging("best_evidence", 2))
    assert only(pieces("4421"), on).position == 3
    assert only(pieces("4421", target="4"), on).position == 4


def test_a_mean_at_a_level_that_the_skill_does_not_have_is_the_level_before_it() -> None:
    on = ground(competency(skills=(skill(levels="124"),)), judging=Judging("best_evidence", 2))
    assert only(pieces("42"), on).position == 2


class TestJudgement:
    ON = ground(judging=Judging("judgement"))

    def test_the_latest_recorded_decision_is_the_level(self) -> None:
        found = [marked(Mark.JUDGEMENT, "4", 20, comment="See the debate."), marked(Mark.JUDGEMENT, "2", 5)]
        it = only([*pieces("11"), *found], self.ON)
        assert (it.position, it.state) == (4, State.BEYOND)
        assert it.decision is not None
        assert it.decision.comment == "See the debate."

    def test_of_two_decisions_recorded_together_the_one_that_both_allow_counts(self) -> None:
        assert only([marked(Mark.JUDGEMENT, "4", 5), marked(Mark.JUDGEMENT, "3", 5)], self.ON).position == 3

    def test_without_a_decision_there_is_evidence_and_no_level(self) -> None:
        it = only(pieces("34"), self.ON)
        assert (it.position, it.state, it.pieces, it.since, it.change) == (0, State.EARLY, 2, None, None)
        assert len(it.works) == 2

    def test_a_decision_without_a_level_decides_nothing(self) -> None:
        it = only([marked(Mark.JUDGEMENT)], self.ON)
        assert (it.position, it.state, it.decision) == (0, State.NONE, None)

    def test_under_another_rule_a_decision_moves_nothing(self) -> None:
        it = only([*pieces("22"), marked(Mark.JUDGEMENT, "4", 30)])
        assert (it.position, it.decision, len(it.works)) == (2, None, 2)


@pytest.mark.parametrize(
    ("judging", "levels", "wanted"),
    [
        (Judging("sustained", 2, 3), "33p4", 3),
        (Judging("sustained", 2, 3), "33p4p4", 4),
        (Judging("sustained", 2, 3), "33p1p1p1", 3),
        (Judging("sustained", 2, 3), "p4", 4),
        (Judging("latest"), "2p3", 3),
        (Judging("latest"), "3p1", 3),
        (Judging("latest"), "p42", 2),
        (Judging("highest"), "2p4", 4),
        (Judging("best_evidence", 2), "3p1", 3),
        (Judging("best_evidence", 2), "32p4", 3),
    ],
)
def test_practice_can_lift_a_level_and_never_lowers_one(judging: Judging, levels: str, wanted: int) -> None:
    shown = re.findall(r"(p?)(\d)", levels)
    found = [piece(it, number, is_formative=bool(practice)) for number, (practice, it) in enumerate(shown)]
    assert level(found, judging) == wanted


TASKS = st.sampled_from(["A", "B", "C", ""])
SHOWN = st.builds(
    piece,
    st.sampled_from("1234"),
    st.integers(0, 12),
    task_id=TASKS,
    attempt=st.integers(0, 2),
    assessor=st.sampled_from(["Mr Ito", "Ms Ode"]),
    kind=st.sampled_from(["writing", "talk", ""]),
    is_formative=st.booleans(),
    graded=st.none() | st.integers(0, 15).map(day),
    target=st.sampled_from(["", "", "3", "4"]),
)
FLAGS = st.builds(
    marked, st.sampled_from([Mark.MISSED, Mark.OVERRIDE, Mark.BASELINE]), st.sampled_from(["", "1", "4"]),
    st.integers(0, 12), task_id=TASKS,
)  # fmt: skip
DECISIONS = st.builds(marked, st.just(Mark.JUDGEMENT), st.sampled_from("1234"), st.integers(0, 12))
ROWS = st.lists(SHOWN | SHOWN | FLAGS | DECISIONS, max_size=10)
EVEN = [ground(judging=it) for it in EACH]
# The further the goal, the more is asked for: a piece that aims further can then weigh on what went before.
UNEVEN = ground(
    competency(evidence=Evidence(1, 2, (("4", Evidence(3, 2)),)), skills=(skill(levels="124"),)),
    judging=Judging("best_evidence"),
)
GROUNDS = st.sampled_from([*EVEN, UNEVEN])


@given(ROWS.flatmap(lambda it: st.tuples(st.just(it), st.permutations(it))), GROUNDS)
def test_the_order_of_pieces_never_matters(found: tuple[list[Piece], list[Piece]], on: Ground) -> None:
    assert judged(found[0], on) == judged(found[1], on)


@given(ROWS, SHOWN.map(lambda it: it._replace(is_formative=True)), GROUNDS)
def test_practice_never_lowers_a_level(found: list[Piece], practice: Piece, on: Ground) -> None:
    assert only([*found, practice], on).position >= only(found, on).position


@given(ROWS, FLAGS, GROUNDS)
def test_no_flag_moves_a_level(found: list[Piece], flag: Piece, on: Ground) -> None:
    assert only([*found, flag], on).position == only(found, on).position


@given(ROWS, SHOWN, st.sampled_from(EVEN))
def test_a_work_at_the_level_in_force_or_further_never_lowers_it(found: list[Piece], more: Piece, on: Ground) -> None:
    """A work of its own: another version, or another reading, takes the place of what was there."""
    before = only(found, on).position
    if on.measures[SKILL].places[more.level] >= before:
        assert only([*found, more._replace(task_id="its own")], on).position >= before


@given(ROWS, st.integers(0, 15).map(day), GROUNDS)
def test_a_day_in_the_past_knows_what_had_been_done_and_read_by_then(
    found: list[Piece], as_of: object, on: Ground
) -> None:
    assert isinstance(as_of, type(AS_OF))
    known = [it for it in found if max(it.on, it.graded or it.on) <= as_of]
    assert judged(found, on, as_of) == judged(known, on, as_of)


@given(ROWS, st.sampled_from(["sustained", "latest", "highest"]))
def test_a_level_is_always_one_that_some_work_shows(found: list[Piece], rule: str) -> None:
    it = only(found, ground(judging=Judging(rule)))
    assert it.position in {0, *(work.position for work in it.works)}
