"""What a student could demonstrate now."""

from __future__ import annotations

from site_builder.model import Skill
from site_builder.progress.ready import is_near, nearest_first
from site_builder.progress.standing import CompetencyStanding
from tests.progress.standings import at, habit, stands
from tests.site.continua import CLAIM, competency


def ready(*positions: int, id: str = "LIT.ARG", target: int = 3, is_ready: bool = True) -> CompetencyStanding:
    """A competency whose skills are at these places."""
    skills = tuple(Skill(f"{id}.{number}", "Claim", CLAIM) for number, _ in enumerate(positions))
    found = (at(position, it, target=target) for position, it in zip(positions, skills, strict=True))
    made: CompetencyStanding = stands(*found, it=competency(id, skills=skills), is_ready=is_ready, target=target)
    return made


def ids(*found: CompetencyStanding) -> list[str]:
    return [it.competency.id for it in nearest_first(found)]


def test_the_fewest_steps_to_go_come_first() -> None:
    found = (ready(1, 2, id="A.ONE"), ready(2, 2, id="A.TWO"), ready(0, id="A.THREE"))
    assert ids(*found) == ["A.TWO", "A.ONE", "A.THREE"]


def test_those_as_far_as_each_other_stay_in_the_order_of_the_continuum() -> None:
    assert ids(ready(2, id="B.ONE"), ready(2, id="A.ONE")) == ["B.ONE", "A.ONE"]


def test_a_skill_beyond_the_goal_does_not_make_up_for_another() -> None:
    assert ids(ready(4, 1, id="A.FAR"), ready(3, 2, id="A.NEAR")) == ["A.NEAR", "A.FAR"]


def test_what_cannot_be_demonstrated_yet_is_left_out() -> None:
    assert ids(ready(2, is_ready=False)) == []


def test_habits_are_never_demonstrated() -> None:
    assert nearest_first([habit(2)._replace(is_ready=True), ready(2)]) == [ready(2)]


def test_near_is_when_every_skill_is_a_step_from_the_goal_or_there() -> None:
    assert is_near(ready(2, 3))
    assert not is_near(ready(1, 3))
    assert not is_near(ready(2, 3, is_ready=False))


def test_nothing_is_near_of_which_there_is_no_evidence_or_no_goal() -> None:
    assert not is_near(ready(0, target=1))
    assert not is_near(ready(4, target=0))
