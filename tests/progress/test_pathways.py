"""What has been met of a pathway, on which day and by which works."""

from __future__ import annotations

from site_builder.evidence.piece import Piece
from site_builder.model import Evidence, Judging, Pathway, Requirement
from site_builder.progress.standing import PathwayStanding
from tests.progress.evidence import competency, day, ground, habit, judged, piece

ARGUE, INFORM = Requirement("LIT.ARG", "3"), Requirement("LIT.INF", "3")
GOAL = Requirement("AGE.GOA", "self")
LATEST = Judging("latest")


def one_of(*of: Requirement) -> Requirement:
    return Requirement(any_of=1, of=of)


def every(*of: Requirement) -> Requirement:
    return Requirement(any_of=len(of), of=of)


def route(
    found: list[Piece], *requires: Requirement, judging: Judging = LATEST, **changes: Evidence
) -> PathwayStanding:
    """The standing of a pathway that asks for this."""
    pathway = Pathway("PTH", "pth", "Credit", "", requires, "continuum/pathways/pth.yml")
    known = (competency("LIT.ARG", 2, **changes), competency("LIT.INF"), habit())
    [it] = judged(found, ground(*known, judging=judging, pathways=[pathway])).pathways
    return it


def argued(level: str = "3", on: int = 0) -> list[Piece]:
    """Both skills shown, three days apart."""
    return [piece(level, on + 3 * it, skill=f"LIT.ARG.{it + 1}", task=f"Debate {it}") for it in (0, 1)]


def informed(on: int = 0) -> list[Piece]:
    return [piece("3", on, skill="LIT.INF.1", task="Report")]


def test_a_requirement_is_met_on_the_day_on_which_its_last_skill_comes_there_by_the_works_that_show_it() -> None:
    it = route(argued(on=5), ARGUE)
    [met] = it.requirements
    assert (met.is_met, met.on, met.position) == (True, day(8), 3)
    assert [work.newest.task for work in met.works] == ["Debate 0", "Debate 1"]
    assert it.earned_on == day(8)


def test_one_skill_further_on_does_not_fill_in_for_another() -> None:
    it = route([*argued("4")[:1], *argued("2")[1:]], ARGUE)
    assert (it.requirements[0].is_met, it.requirements[0].position, it.earned_on) == (False, 2, None)


def test_without_evidence_nothing_is_met() -> None:
    it = route([], ARGUE, one_of(ARGUE, INFORM))
    assert [asked.is_met for asked in it.requirements] == [False, False]
    assert [inner.is_met for inner in it.requirements[1].within] == [False, False]
    assert it.earned_on is None


def test_a_pathway_is_earned_on_the_day_of_its_last_requirement() -> None:
    assert route([*argued(), *informed(40)], ARGUE, INFORM).earned_on == day(40)
    assert route(argued(), ARGUE, INFORM).earned_on is None


def test_so_many_of_several_are_met_by_the_first_ones() -> None:
    [met] = route([*argued(on=30), *informed(10)], one_of(ARGUE, INFORM)).requirements
    assert (met.on, [work.newest.task for work in met.works]) == (day(10), ["Report"])
    assert [inner.is_met for inner in met.within] == [True, True]


def test_all_of_several_need_the_last_of_them() -> None:
    assert route([*argued(on=30), *informed(10)], every(ARGUE, INFORM)).earned_on == day(33)
    assert route(argued(), every(ARGUE, INFORM)).earned_on is None


def test_choices_stand_within_choices() -> None:
    asked = one_of(every(ARGUE, INFORM), GOAL)
    assert route([*argued(), *informed(20)], asked).earned_on == day(20)
    habits = [piece("self", 4, skill="AGE.GOA.1")]
    assert route(habits, asked).earned_on == day(4)
    [met] = route(argued(), asked).requirements
    assert (met.is_met, met.within[0].is_met, met.within[0].within[0].is_met) == (False, False, True)


def test_a_work_that_serves_two_requirements_is_told_once() -> None:
    [met] = route(argued(), every(ARGUE, Requirement("LIT.ARG", "2"))).requirements
    assert len(met.works) == 2


def test_what_has_been_met_stays_met() -> None:
    it = route([*argued(), piece("1", 90, skill="LIT.ARG.1")], ARGUE)
    assert (it.requirements[0].is_met, it.requirements[0].position, it.earned_on) == (True, 1, day(3))


def test_all_skills_have_to_be_there_at_the_same_time() -> None:
    early, late = argued()
    fell = piece("1", 1, skill="LIT.ARG.1")
    assert route([early, fell, late], ARGUE).earned_on is None
    assert route([early, fell, late, piece("3", 50, skill="LIT.ARG.1")], ARGUE).earned_on == day(50)


def test_a_level_from_less_evidence_than_is_asked_for_meets_nothing_yet() -> None:
    asks = Evidence(2)
    assert route(argued(), ARGUE, evidence=asks).earned_on is None
    again = [it._replace(task=f"{it.task}, in another setting") for it in argued(on=20)]
    assert route([*argued(), *again], ARGUE, evidence=asks).earned_on == day(23)


def test_further_evidence_meets_an_earlier_level() -> None:
    assert route(argued("4"), ARGUE).earned_on == day(3)


def test_what_is_not_there_is_never_met() -> None:
    found = [*argued(), *informed()]
    assert route(found, Requirement("LIT.NONE", "3")).earned_on is None
    assert route(found, Requirement("LIT.ARG", "9")).earned_on is None
