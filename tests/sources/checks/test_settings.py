"""What continuum.yml promises."""

from __future__ import annotations

from uuid import UUID

import pytest

from site_builder.model import Judging, Settings
from site_builder.sources.checks.settings import identifier_is_wanted
from tests.project import Project
from tests.sources.findings import said

FILE = "continuum/continuum.yml"
IDENTIFIER = "5f0b7a52-9c1e-4d36-a8b4-27d1e06c3f98"


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


def test_languages_are_named_once(project: Project) -> None:
    project.change(FILE, "languages: [en]", "languages: [en, es, ar, es]")
    assert said(project, "language-repeated") == [
        f"{FILE}:4:12: error: “es” stands 2 times among the languages (name it once)"
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


def test_identifier_is_wanted(project: Project) -> None:
    assert said(project, "identifier-wanted") == []
    project.change(FILE, f"identifier: {IDENTIFIER}\n", "")
    [found] = said(project, "identifier-wanted")
    assert found.startswith(f"{FILE}:1:1: note: there is no “identifier”, so other systems cannot tell")


def test_the_line_that_is_proposed_can_be_pasted_and_is_another_each_time(project: Project) -> None:
    settings = Settings("", "", "", ("en",), {}, (), Judging())
    [found] = identifier_is_wanted(settings, lambda: UUID(IDENTIFIER))
    assert found.hint == f"add this line, and keep it for ever: “identifier: {IDENTIFIER}”"
    lines = {it.hint.partition("“")[2].rstrip("”") for _ in range(2) for it in identifier_is_wanted(settings)}
    assert len(lines) == 2
    project.change(FILE, f"identifier: {IDENTIFIER}", lines.pop())
    assert said(project, "identifier-wanted") == said(project, "value") == []


def test_languages_are_listed(project: Project) -> None:
    project.change(FILE, "areas:", "deficit_words: {en: [par], fr: [nul]}\nplain_words: {eng: 60}\nareas:")
    assert said(project, "language-unlisted") == [
        f"{FILE}:{place} is not one of the languages of this continuum, so this has no effect (it has en)"
        for place in ("12:28: warning: “fr”", "13:15: warning: “eng”")
    ]
