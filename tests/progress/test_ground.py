"""What judging stands on."""

from __future__ import annotations

import pickle

from site_builder.model import Retired
from site_builder.progress.ground import ground_from, read_ground
from site_builder.sources.crew import Crew
from tests.progress.evidence import competency, day, ground, habit, judged, pieces
from tests.project import Project
from tests.sources.findings import TODAY, loaded


def test_a_folder_becomes_a_ground(project: Project) -> None:
    found, problems = read_ground(project.root, project.root / ".continuum", TODAY)
    assert found is not None
    assert problems == list(loaded(project).problems)
    assert set(found.competencies) == {id for id, it in (loaded_cards(project)).items() if not it}
    skill, owner = next(iter(found.skills().values()))
    assert skill in owner.skills
    assert skill.levels


def loaded_cards(project: Project) -> dict[str, Retired | None]:
    outline = loaded(project).outline
    assert outline is not None
    return {id: card.retired for id, card in outline.competencies.items()}


def test_a_folder_with_errors_has_no_ground(project: Project) -> None:
    project.change("continuum/literacy/argue.yml", "title:", "titel:")
    found, problems = read_ground(project.root, project.root / ".continuum", TODAY)
    assert found is None
    assert any(it.code == "key-unknown" for it in problems)


def test_a_folder_without_a_continuum_has_no_ground(project: Project) -> None:
    project.remove("continuum/continuum.yml")
    found, [problem, *_] = read_ground(project.root, project.root / ".continuum", TODAY)
    assert found is None
    assert problem.code == "settings-missing"


def test_what_has_been_loaded_is_not_loaded_again(project: Project) -> None:
    assert ground_from(loaded(project), Crew(1)) is not None


def test_retired_competencies_are_left_out() -> None:
    on = ground(competency(), competency("LIT.OLD", retired=Retired(day(0))))
    assert list(on.competencies) == ["LIT.ARG"]


def test_targets_are_a_competencys_own_or_its_scales() -> None:
    on = ground(competency(), competency("LIT.INF", target="4"), habit())
    assert on.targets == {"LIT.ARG": 3, "LIT.INF": 4, "AGE.GOA": 2}


def test_levels_have_places_on_their_own_scale() -> None:
    on = ground(competency(), habit())
    assert (on.position("literacy", "4"), on.position("agency", "self"), on.position("literacy", "self")) == (4, 2, 0)
    assert on.judging.rule == "sustained"


def test_a_ground_goes_to_another_process_whole() -> None:
    on = ground(competency(count=2), habit())
    assert judged(pieces("33"), pickle.loads(pickle.dumps(on))) == judged(pieces("33"), on)  # noqa: S301
