"""What Slate counts, compared with what Slate's own authors expect for two students."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from site_builder.evidence.mapping import Map
from site_builder.evidence.piece import Mark, Piece
from site_builder.evidence.read import read
from site_builder.evidence.spool import private_folder
from site_builder.evidence.store import Store
from site_builder.model import Competency, Evidence, Judging, Settings
from site_builder.progress.ground import Ground, ground_of
from site_builder.progress.judge import judge
from site_builder.progress.standing import Standing, Tally
from tests.evidence.school import FRAMEWORK
from tests.progress.evidence import competency, first, ground, marked, piece
from tests.slate_cbl import SCALE, WHY_ABSENT, asked, framework, ratings, roster, slate_data

AS_OF = date(2026, 1, 1)
EXPECTED = slate_data() / "calculations.json"
NAMES = {"student": "S0004", "student2": "S0006"}
SLATE = Judging("best_evidence")

is_there = pytest.mark.skipif(not EXPECTED.is_file(), reason=WHY_ABSENT)


def cases() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each student and competency with the numbers that are expected."""
    if EXPECTED.is_file():
        for student, areas in json.loads(EXPECTED.read_text(encoding="utf-8")).items():
            for area in areas.values():
                for id, numbers in area.items():
                    yield NAMES[student], id, numbers


@cache
def slate() -> Ground:
    """The framework with what it asks for at each level."""
    areas, competencies = framework()
    asks = asked()
    settings = Settings("Slate", "", "", ("en",), {SCALE.id: SCALE}, tuple(areas), SLATE)
    return ground_of(settings, areas, [_asking(it, asks) for it in competencies.values()])


def _asking(it: Competency, asks: dict[str, dict[str, int]]) -> Competency:
    skills = [
        replace(
            skill, evidence=Evidence(1, 1, tuple((level, Evidence(count)) for level, count in asks[skill.id].items()))
        )
        for skill in it.skills
    ]
    return replace(it, skills=tuple(skills))


@cache
def rated() -> dict[str, list[Piece]]:
    """The ratings of the two students, as evidence is read from Slate's own export."""
    areas, competencies = framework()
    with private_folder() as folder:
        read(
            [ratings()],
            roster(),
            Map(),
            competencies.values(),
            areas,
            folder / "evidence",
            framework=FRAMEWORK,
            today=AS_OF,
        )
        store = Store.open(folder / "evidence")
        assert isinstance(store, Store), store
        return dict(store.pieces(sorted(NAMES.values())))


def tally_of(standing: Standing, id: str) -> Tally:
    """The numbers of one competency."""
    tally = next(it.tally for it in standing.competencies if it.competency.id == id)
    assert tally is not None
    return tally


def baselines(student: str, id: str, mean: str) -> list[Piece]:
    """Recorded starts of the skills whose mean is this: 9.5 is a 9 and a 10."""
    skills = [it.id for it in slate().competencies[id].skills]
    goal = max((it.target for it in rated()[student] if it.skill in skills), key=int)
    low, half = divmod(Decimal(mean), 1)
    levels = [low, low + 1] if half else [low]
    return [
        Piece(student, skill, str(level), date(2018, 9, 1), Mark.BASELINE, target=goal)
        for skill, level in zip(skills, levels, strict=False)
    ]


@is_there
def test_all_that_slate_expects_is_looked_at() -> None:
    assert len(list(cases())) == 18


@is_there
@pytest.mark.parametrize(("student", "id", "numbers"), list(cases()))
def test_the_numbers_are_those_that_slate_expects(student: str, id: str, numbers: dict[str, Any]) -> None:
    recorded = baselines(student, id, numbers["baseline"]) if numbers["baseline"] else []
    tally = tally_of(judge(student, [*rated()[student], *recorded], slate(), AS_OF), id)
    assert tally.performance == (numbers["average"] and Decimal(numbers["average"]))
    assert tally.growth == (numbers["growth"] and Decimal(numbers["growth"]))
    assert percent(tally.completed, tally.asked) == numbers["progress"]
    if recorded:
        assert tally.baseline == Decimal(numbers["baseline"])
    if "progressMissed" in numbers:
        assert percent(tally.missed, tally.asked) == numbers["progressMissed"]


@is_there
@pytest.mark.parametrize("student", sorted(NAMES.values()))
def test_the_order_of_ratings_does_not_matter(student: str) -> None:
    found = rated()[student]
    assert judge(student, found[::-1], slate(), AS_OF) == judge(student, found, slate(), AS_OF)


def percent(part: int, whole: int) -> str:
    """As Slate prints it: whole numbers, halves up."""
    return str((200 * part + whole) // (2 * whole))


def test_what_is_missed_stands_in_until_a_teacher_completes_the_skill() -> None:
    on = ground(competency(evidence=Evidence(3)), judging=SLATE)
    missed = [marked(Mark.MISSED, task_id="A"), marked(Mark.MISSED, task_id="B")]
    assert first([piece("3"), *missed], on).tally == Tally(Decimal(3), Decimal(3), Decimal(0), 3, 1, 2)
    completed = first([piece("3"), *missed, marked(Mark.OVERRIDE, task_id="C")], on)
    assert completed.tally == Tally(Decimal(3), Decimal(3), Decimal(0), 3, 3, 0)


def test_each_version_is_a_rating_of_its_own() -> None:
    on = ground(competency(evidence=Evidence(2)), judging=SLATE)
    it = first([piece("2", 0, task_id="A"), piece("4", 9, task_id="A")], on)
    assert it.tally == Tally(Decimal(3), Decimal(2), Decimal(1), 2, 2, 0)
    assert it.position == 4


def test_ratings_towards_an_earlier_goal_count_no_more() -> None:
    on = ground(competency(evidence=Evidence(2)), judging=SLATE)
    tally = first([piece("2", target="3", task_id="A"), piece("4", target="4", task_id="B")], on).tally
    assert tally is not None
    assert (tally.performance, tally.asked, tally.completed) == (Decimal(4), 2, 1)


def test_without_a_recorded_start_growth_needs_each_skill_or_half_of_what_is_asked() -> None:
    on = ground(competency(count=2, evidence=Evidence(3)), judging=SLATE)
    few = [piece("2", 0, task_id="1"), piece("3", 1, task_id="2")]
    tally = first(few, on).tally
    assert tally is not None
    assert (tally.performance, tally.baseline, tally.growth) == (Decimal("2.5"), None, None)
    tally = first([*few, piece("3", 2, task_id="3")], on).tally
    assert tally is not None
    assert (tally.baseline, tally.growth) == (Decimal(2), Decimal("0.7"))


def test_of_one_day_the_rating_with_the_first_number_is_the_first() -> None:
    on = ground(judging=SLATE)
    tally = first([piece("2", task_id="10"), piece("4", task_id="9")], on).tally
    assert tally is not None
    assert tally.baseline == 4


def test_a_skill_of_which_nothing_is_asked_for_at_the_goal_is_left_out() -> None:
    asks = Evidence(1, 1, (("4", Evidence(0)),))
    tally = first([piece("3", target="4")], ground(competency(evidence=asks), judging=SLATE)).tally
    assert tally == Tally(None, None, None, 0, 0, 0)


def test_only_this_rule_counts_and_only_where_there_is_evidence() -> None:
    assert first([piece("3")]).tally is None
    assert first([], ground(judging=SLATE)).tally is None
