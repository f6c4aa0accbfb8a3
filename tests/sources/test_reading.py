"""One source file gives a value, a card, problems and links."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.model import Competency, Exemplar, Page, Pathway
from site_builder.outline import CompetencyCard, ExemplarCard
from site_builder.problems import Severity, Span, Spot
from site_builder.sources.checks.whole import LinkUse
from site_builder.sources.folder import find_sources, source_at
from site_builder.sources.load import read_setting
from site_builder.sources.published import Shelf
from site_builder.sources.reading import Reading, Setting, links_at, read_bytes, read_parts, read_source
from tests.project import Project
from tests.sources.findings import PICTURE

ARGUE = "continuum/literacy/argue.yml"
GOAL = "continuum/agency/set-a-goal.md"
FAMILIES = "continuum/pages/families.md"


def setting_of(project: Project) -> Setting:
    """Settings and areas of a folder."""
    setting, _ = read_setting(project.root, find_sources(project.root)[0])
    assert setting is not None
    return setting


def reading(project: Project, file: str) -> Reading:
    """A file of a folder, read."""
    return read_source(source_at(file), setting_of(project))


@pytest.mark.parametrize(
    ("file", "thing", "card"),
    [
        (ARGUE, Competency, CompetencyCard),
        (GOAL, Competency, CompetencyCard),
        ("exemplars/literacy/lunch/index.md", Exemplar, ExemplarCard),
        (FAMILIES, Page, Page),
        ("continuum/pathways/first.yml", Pathway, Pathway),
    ],
)
def test_each_kind_of_source_gives_its_value_and_its_card(project: Project, file: str, thing: type, card: type) -> None:
    found = reading(project, file)
    assert (type(found.thing), type(found.card), found.problems) == (thing, card, ())


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"\xff", "text-unreadable"), (b"a: [", "yaml"), (b"", "file-empty"), (b"- a", "shape"), (b"a: b", "key-unknown")],
)
def test_a_file_that_cannot_be_read_gives_problems_and_nothing_else(
    project: Project, content: bytes, code: str
) -> None:
    project.write(ARGUE, content)
    found = reading(project, ARGUE)
    assert (found.thing, found.card, found.links) == (None, None, ())
    assert code in [it.code for it in found.problems]
    assert all(isinstance(it.at, Span) for it in found.problems)


def test_a_file_that_is_gone_is_said(project: Project) -> None:
    project.remove(ARGUE)
    [problem] = reading(project, ARGUE).problems
    assert (problem.code, problem.at) == ("file-unreadable", Span(ARGUE))
    assert read_bytes(project.root, "continuum")[0] == b""


def test_a_hidden_character_is_noted_and_the_rest_is_read(project: Project) -> None:
    project.change(ARGUE, "Argue from", "Argue\u200b from")
    found = reading(project, ARGUE)
    assert isinstance(found.thing, Competency)
    assert found.thing.title == "Argue from evidence"
    assert [(it.code, it.severity) for it in found.problems] == [("hidden-character", Severity.WARNING)]


def test_checks_of_the_file_point_at_its_lines(project: Project) -> None:
    project.change(GOAL, "  self: I can choose a goal by myself and say why.\n", "")
    [problem] = reading(project, GOAL).problems
    assert (problem.code, problem.at) == ("level-missing", Span(GOAL, 5, 1))


def test_a_competency_whose_area_is_not_there_has_no_card(project: Project) -> None:
    project.remove("continuum/literacy/area.yml")
    found = reading(project, ARGUE)
    assert isinstance(found.thing, Competency)
    assert found.card is None


def test_links_know_where_they_stand(project: Project) -> None:
    project.change(ARGUE, "I can say what I think", "I can say [what](LIT) I think")
    assert reading(project, ARGUE).links == (LinkUse(Spot(ARGUE, ("skills", 0, "levels", "1", 0)), ARGUE, "LIT"),)


def test_links_in_a_body_have_the_line_of_the_file(project: Project) -> None:
    assert reading(project, FAMILIES).links == (LinkUse(Span(FAMILIES, 8), FAMILIES, "../literacy/argue.yml"),)
    project.change(GOAL, "---\nAny goal", "---\n\n\nAny goal")
    assert reading(project, GOAL).links == (LinkUse(Span(GOAL, 11), GOAL, "LIT.ARG.1-2"),)


def test_links_in_the_head_of_a_markdown_file_are_not_taken_for_links_of_its_body(project: Project) -> None:
    project.write(GOAL, project.read(GOAL).partition("Any goal")[0].replace("levels:", "about: See [it](LIT)\nlevels:"))
    assert reading(project, GOAL).links == (LinkUse(Spot(GOAL, ("about",)), GOAL, "LIT"),)


def test_a_competency_without_skills_has_its_links_where_its_levels_stand(project: Project) -> None:
    retell = "continuum/literacy/retell.yml"
    project.change(retell, "1: I can tell", "1: I [can](LIT) tell")
    assert reading(project, retell).links == (LinkUse(Spot(retell, ("levels", "1", 0)), retell, "LIT"),)


def test_the_only_skill_of_a_list_has_its_links_in_that_list(project: Project) -> None:
    retell = "continuum/literacy/retell.yml"
    skill = "skills:\n  - {id: LIT.RET.1, title: Order, levels: {1: I can., 2: 'I [can](LIT).'}}\n"
    project.write(retell, project.read(retell).partition("levels:")[0] + skill)
    assert reading(project, retell).links == (LinkUse(Spot(retell, ("skills", 0, "levels", "2", 0)), retell, "LIT"),)


def test_a_file_with_references_alone_has_links(project: Project) -> None:
    project.change(FAMILIES, "[Argue from evidence](../literacy/argue.yml)", "[it]").change(
        FAMILIES, "## What", "[it]: LIT\n\n## What"
    )
    assert [it.target for it in reading(project, FAMILIES).links] == ["LIT"]


def test_pictures_and_references_are_links_too() -> None:
    text = "![a](b.png) [c][d]\n\n[d]: e.md"
    assert [it.target for it in links_at(Spot("a.md"), text)] == ["b.png", "e.md"]


def test_a_picture_beside_a_page_is_shown_and_one_that_is_not_there_is_a_link(project: Project) -> None:
    project.write("continuum/pages/a.png", PICTURE).change(
        FAMILIES, "## What", "![A](a.png) ![B](b.png) [c](a.png)\n\n## What"
    )
    assert [it.target for it in reading(project, FAMILIES).links] == ["b.png", "a.png", "../literacy/argue.yml"]


def test_parts_of_a_source_are_its_values_and_its_text() -> None:
    value, parts, problems = read_parts("a.md", "---\nid: A\n---\nText")
    assert (value, parts.body, parts.body_line, problems) == ({"id": "A"}, "Text", 4, [])
    value, parts, problems = read_parts("a.yml", "id: A")
    assert (value, parts.head, parts.head_line, parts.body, problems) == ({"id": "A"}, "id: A", 1, "", [])
    value, _, [problem] = read_parts("a.md", "id: A")
    assert (value, problem.code) == (None, "head-missing")


def test_media_are_put_on_the_shelf(project: Project, tmp_path: Path) -> None:
    lunch = "exemplars/literacy/lunch/index.md"
    project.change(lunch, "mode: writing", "mode: image\nmedia: [{file: a.png, alt: A.}]")
    project.write("exemplars/literacy/lunch/a.png", PICTURE)
    setting = setting_of(project)
    found = read_source(
        source_at(lunch), Setting(setting.root, setting.settings, setting.areas, Shelf(tmp_path / "shelf"))
    )
    assert isinstance(found.card, ExemplarCard)
    [medium] = found.card.media
    assert (tmp_path / "shelf" / medium.versions[0].digest).is_file()
