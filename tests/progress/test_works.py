"""Pieces become works: all versions of one task together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.evidence.piece import Mark, Piece
from site_builder.progress.works import works
from tests.progress.evidence import day, marked, piece

PLACES = {"1": 1, "2": 2, "3": 3, "4": 4}


def levels(*found: Piece) -> list[int]:
    """The levels at which works count, oldest first."""
    return [it.position for it in works(found, PLACES)]


def test_versions_of_a_task_count_once_at_the_level_of_the_newest() -> None:
    [work] = works([piece("2", 0, task_id="T"), piece("4", 9, task_id="T"), piece("3", 5, task_id="T")], PLACES)
    assert (work.position, work.on) == (4, day(9))
    assert [it.level for it in work.versions] == ["2", "3", "4"]
    assert work.newest.level == "4"


def test_a_task_without_an_id_is_known_by_its_title() -> None:
    assert levels(piece("2", 0, task="Letter"), piece("3", 5, task="Letter"), piece("1", 6, task="Poem")) == [3, 1]


def test_a_task_with_an_id_is_another_than_one_with_the_same_title() -> None:
    assert levels(piece("2", 0, task="Letter", task_id="7"), piece("3", 5, task="Letter", task_id="8")) == [2, 3]
    assert levels(piece("2", 0, task="Letter"), piece("3", 5, task_id="Letter")) == [2, 3]


def test_pieces_without_a_task_are_works_of_their_own() -> None:
    assert levels(piece("2"), piece("2"), piece("3", 1)) == [2, 2, 3]


def test_an_attempt_that_arrives_late_does_not_take_the_place_of_a_later_one() -> None:
    found = [piece("3", 4, task="Letter", attempt=2), piece("2", 9, task="Letter", attempt=1)]
    [work] = works(found, PLACES)
    assert (work.position, [it.attempt for it in work.versions]) == (3, [1, 2])


def test_of_one_version_the_later_reading_counts() -> None:
    read, read_again = piece("2", 0, task="A", graded=day(1)), piece("3", 0, task="A", graded=day(4))
    [work] = works([read_again, read], PLACES)
    assert (work.position, work.is_read_twice) == (3, False)


def test_a_version_that_two_teachers_read_differently_stands_at_the_level_that_both_saw() -> None:
    found = [piece("4", 2, task="A", assessor="Mr Ito"), piece("3", 2, task="A", assessor="Ms Ode")]
    [work] = works([piece("1", 0, task="A"), *found], PLACES)
    assert (work.position, work.is_read_twice, len(work.versions)) == (3, True, 3)
    assert work.newest.assessor == "Ms Ode"


def test_two_teachers_who_agree_have_not_read_differently() -> None:
    [work] = works([piece("3", task="A", assessor="Mr Ito"), piece("3", task="A", assessor="Ms Ode")], PLACES)
    assert (work.position, work.is_read_twice) == (3, False)


def test_practice_after_a_work_stays_with_it_and_does_not_take_its_place() -> None:
    [work] = works([piece("3", 0, task="A"), piece("1", 5, task="A", is_formative=True)], PLACES)
    assert (work.position, work.on, work.is_formative) == (3, day(0), False)
    assert work.newest.level == "3"
    assert len(work.versions) == 2


def test_a_draft_that_was_practice_becomes_the_work() -> None:
    [work] = works([piece("4", 0, task="A", is_formative=True), piece("2", 5, task="A")], PLACES)
    assert (work.position, work.is_formative) == (2, False)


def test_a_task_that_was_only_practised_counts_by_its_best_version_on_its_last_day() -> None:
    found = [piece("3", 0, task="A", is_formative=True), piece("2", 5, task="A", is_formative=True)]
    [work] = works(found, PLACES)
    assert (work.position, work.on, work.is_formative, work.newest.level) == (3, day(5), True, "3")


def test_what_was_missed_or_completed_by_a_teacher_is_kept_and_has_no_level() -> None:
    assert levels(marked(Mark.MISSED), marked(Mark.OVERRIDE, "4", 1)) == [0, 0]
    [work] = works([piece("3", 0, task="A"), marked(Mark.MISSED, on=4, task="A")], PLACES)
    assert (work.position, work.newest.level, len(work.versions)) == (3, "3", 2)
    [work] = works([marked(Mark.MISSED, on=1, task="A"), marked(Mark.MISSED, on=4, task="A")], PLACES)
    assert (work.position, work.on) == (0, day(4))


def test_a_recorded_start_and_a_decision_are_no_works() -> None:
    assert works([marked(Mark.BASELINE, "2"), marked(Mark.JUDGEMENT, "3")], PLACES) == ()


def test_a_level_of_another_scale_is_no_level() -> None:
    assert levels(piece("self")) == [0]


def test_the_kind_is_that_of_the_version_that_counts_or_of_one_that_says_it() -> None:
    [work] = works([piece("2", 0, task="A", kind="talk"), piece("3", 5, task="A", kind="writing")], PLACES)
    assert work.kind == "writing"
    [work] = works([piece("2", 0, task="A", kind="talk"), piece("3", 5, task="A")], PLACES)
    assert work.kind == "talk"


def test_nothing_is_no_works() -> None:
    assert works([], PLACES) == ()


VERSIONS = st.builds(
    piece,
    st.sampled_from("1234"),
    st.integers(0, 9),
    task_id=st.sampled_from(["A", "B", ""]),
    attempt=st.integers(0, 3),
    assessor=st.sampled_from(["Mr Ito", "Ms Ode"]),
    graded=st.none() | st.integers(0, 12).map(day),
    is_formative=st.booleans(),
    mark=st.sampled_from([Mark.NONE, Mark.NONE, Mark.MISSED]),
)


@given(st.lists(VERSIONS, max_size=8).flatmap(lambda it: st.tuples(st.just(it), st.permutations(it))))
def test_the_order_of_reading_does_not_matter(found: tuple[list[Piece], list[Piece]]) -> None:
    one, other = found
    assert works(one, PLACES) == works(other, PLACES)


@given(st.lists(VERSIONS, max_size=8))
def test_no_piece_is_lost(found: list[Piece]) -> None:
    kept = [it for work in works(found, PLACES) for it in work.versions]
    assert sorted(map(repr, kept)) == sorted(map(repr, found))
