"""How the level of one skill came about."""

from __future__ import annotations

from site_builder.evidence.piece import Mark
from site_builder.model import Judging
from site_builder.progress.standing import Change, Step
from tests.progress.evidence import day, ground, marked, only, piece, pieces


def test_each_piece_is_a_step_and_says_the_level_in_force_from_then_on() -> None:
    assert only(pieces("2334")).steps == (
        Step(day(0), 2, 2),
        Step(day(7), 3, 2),
        Step(day(14), 3, 3),
        Step(day(21), 4, 3),
    )


def test_growth_begins_at_the_recorded_start() -> None:
    it = only([*pieces("33"), marked(Mark.BASELINE, "1", -30), marked(Mark.BASELINE, "2", 100)])
    assert it.start == 1
    assert it.steps[0] == Step(day(-30), 1, 0, is_baseline=True)


def test_without_a_recorded_start_it_begins_at_the_first_level_shown() -> None:
    assert only(pieces("233")).start == 2
    assert only([]).start == 0


def test_steps_say_what_was_practice() -> None:
    it = only([piece("3"), piece("2", 5, is_formative=True)])
    assert [(step.position, step.is_formative) for step in it.steps] == [(3, False), (2, True)]


def test_a_revision_is_a_step_on_its_own_day() -> None:
    it = only([piece("1", 0, task="A"), piece("3", 9, task="A")])
    assert [(step.on, step.position, step.settled) for step in it.steps] == [(day(0), 1, 1), (day(9), 3, 3)]


def test_all_steps_of_a_day_say_the_level_at_its_end() -> None:
    it = only([piece("2", 0), piece("4", 0)])
    assert [(step.position, step.settled) for step in it.steps] == [(2, 2), (4, 2)]


def test_what_shows_no_level_is_no_step() -> None:
    assert only([marked(Mark.MISSED), marked(Mark.OVERRIDE, on=3), marked(Mark.BASELINE, "")]).steps == ()


def test_a_level_is_in_force_since_it_or_a_further_one_has_been_without_a_break() -> None:
    assert only(pieces("3333")).since == day(0)
    assert only(pieces("332233")).since == day(35)
    assert only(pieces("44433")).since == day(0)
    assert only([]).since is None


def test_the_latest_change_is_told_with_the_level_before_it() -> None:
    assert only(pieces("2233")).change == Change(day(21), 2, 3)
    assert only(pieces("22")).change == Change(day(0), 0, 2)
    assert only(pieces("33322")).change == Change(day(28), 3, 2)
    assert only([]).change is None


def test_a_decision_is_a_step_on_its_day() -> None:
    it = only([*pieces("2"), marked(Mark.JUDGEMENT, "3", 9)], ground(judging=Judging("judgement")))
    assert it.steps == (Step(day(0), 2, 0), Step(day(9), 3, 3))
    assert (it.since, it.last, it.change) == (day(9), day(9), Change(day(9), 0, 3))


def test_a_piece_stands_on_the_day_of_the_work_and_counts_when_it_has_been_read() -> None:
    late = piece("3", 0, graded=day(10))
    assert only([late], as_of=day(9)).works == ()
    assert only([late], as_of=day(10)).since == day(0)
