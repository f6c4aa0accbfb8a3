"""A school's folder as a framework."""

from __future__ import annotations

from pathlib import Path

from site_builder.exchange.school import read_school
from site_builder.problems import Severity
from tests.exchange.schools import SMALL, TODAY, school_at
from tests.project import Project


def read(root: Path) -> tuple[object, list[str]]:
    cache = root / ".continuum"
    cache.mkdir(exist_ok=True)
    found, problems = read_school(root, cache, TODAY, "a test")
    return found, [it.code for it in problems if it.severity is Severity.ERROR]


def test_all_of_it_is_there_in_the_order_of_the_continuum(project: Project) -> None:
    it = school_at(project.root)
    assert (it.identifier, it.language) == (SMALL, "en")
    assert [area.id for area in it.areas] == ["LIT", "AGE"]
    assert [one.id for one in it.of_area(it.areas[0])] == ["LIT.ARG", "LIT.RET"]
    assert it.skills["LIT.ARG.2"][0] is it.by_id["LIT.ARG"]
    assert it.skills["LIT.RET"][1] is it.by_id["LIT.RET"].skills[0]
    assert (len(it.exemplars), len(it.pathways)) == (4, 1)


def test_the_goal_is_that_of_the_scale_or_the_competencys_own(project: Project) -> None:
    project.change("continuum/literacy/retell.yml", "levels:", "target: 1\nlevels:")
    it = school_at(project.root)
    assert [it.target(one) for one in it.of_area(it.areas[0])] == ["2", "1"]


def test_what_is_retired_is_there_too(project: Project) -> None:
    project.change("continuum/literacy/retell.yml", "levels:", "retired: {on: 2026-08-01}\nlevels:")
    project.remove("exemplars/literacy/my-dog/index.md")
    assert school_at(project.root).by_id["LIT.RET"].retired is not None


def test_a_school_with_errors_is_none(project: Project) -> None:
    project.change("continuum/literacy/argue.yml", "id: LIT.ARG\n", "id: LIT.RET\n")
    found, codes = read(project.root)
    assert found is None and "id-repeated" in codes


def test_a_folder_without_a_continuum_is_none(tmp_path: Path) -> None:
    assert read(tmp_path) == (None, ["settings-missing"])
