"""What continuum.yml promises."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.sources.findings import said

FILE = "continuum/continuum.yml"


def test_level_ids_are_unique(project: Project) -> None:
    project.change(FILE, "id: 2, name: Steady", "id: 1, name: Steady")
    assert said(project, "level-repeated") == [
        f"{FILE}:8:12: error: scale “learning” has two levels “1” (renumber one)"
    ]


def test_level_ids_are_unique_whatever_their_case(project: Project) -> None:
    project.change(FILE, "id: self", "id: TOGETHER")
    assert len(said(project, "level-repeated")) == 1


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("id: self", "id: con", "11:12"),
        ("id: self", "id: Nul.a", "11:12"),
        ("id: self", "id: self.", "11:12"),
        ("habits:\n", "aux:\n", "9:3"),
    ],
)
def test_level_ids_are_addresses_on_every_system(project: Project, old: str, new: str, place: str) -> None:
    project.change(FILE, old, new)
    [found] = said(project, "level-name")
    assert found.startswith(f"{FILE}:{place}: error: “")


def test_scales_have_one_target(project: Project) -> None:
    project.change(FILE, "with someone beside me.}", "with someone beside me., target: true}")
    [found] = said(project, "target-repeated")
    assert found.startswith(f"{FILE}:7:5: error: scale “learning” has 2 target levels: Starting and Steady")


def test_areas_are_named_once(project: Project) -> None:
    project.change(FILE, "areas: [literacy, agency]", "areas: [literacy, agency, literacy]")
    assert said(project, "area-repeated") == [
        f"{FILE}:12:8: error: area “literacy” stands 2 times in the order of areas (name it once)"
    ]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("name: Starting", "name: Below", "Below"),
        ("means: I do this on my own.", "means: I am failing still.", "failing"),
    ],
)
def test_level_names_are_kind(project: Project, old: str, new: str, word: str) -> None:
    project.change(FILE, old, new)
    [found] = said(project, "deficit-word")
    assert f"warning: “{word}” says what a learner lacks" in found


def test_a_school_chooses_the_words_it_avoids(project: Project) -> None:
    project.change(FILE, "name: Starting", "name: Below par")
    project.change(FILE, "areas:", "deficit_words: [Par]\nareas:")
    [found] = said(project, "deficit-word")
    assert "“par” says" in found
    project.change(FILE, "deficit_words: [Par]", "deficit_words: []")
    assert said(project, "deficit-word") == []
