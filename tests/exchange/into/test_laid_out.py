"""A framework as the files of a school, written as the manual names things."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from site_builder.exchange.into.laid_out import (
    area_value,
    competency_value,
    is_its_own_skill,
    laid_out,
    pathway_value,
    settings_value,
    source_text,
)
from site_builder.model import (
    Evidence,
    Judging,
    Kind,
    Pathway,
    Requirement,
    Retired,
    School,
    Skill,
    Standard,
)
from tests.exchange.schools import LITERACY, competency, framework, school_at, skill
from tests.project import Project


def test_settings_say_only_what_is_not_usual() -> None:
    assert settings_value(framework().settings) == {
        "title": "Theirs",
        "description": "What they do.",
        "languages": ["en"],
        "scales": {"learning": [{"id": "1", "name": "Starting"}, {"id": "2", "name": "Steady", "target": "true"}]},
        "areas": ["literacy"],
    }


def test_settings_say_all_that_is() -> None:
    it = replace(
        framework().settings,
        version="2026",
        judging=Judging("latest", fresh_look_weeks=10),
        deficit_words=("weak",),
        school=School("Riverbend", ask="Ms A"),
        identifier="1",
    )
    said = settings_value(it)
    assert isinstance(said, dict)
    assert list(said)[2:] == [
        "version",
        "languages",
        "scales",
        "areas",
        "judging",
        "deficit_words",
        "school",
        "identifier",
    ]
    assert said["judging"] == {"rule": "latest", "pieces": "2", "of_latest": "3", "fresh_look_weeks": "10"}
    assert said["school"] == {"name": "Riverbend", "ask": "Ms A"}


def test_that_no_words_are_to_be_avoided_is_said() -> None:
    said = settings_value(replace(framework().settings, deficit_words=()))
    assert isinstance(said, dict) and said["deficit_words"] == []


def test_an_area_names_its_kind_and_its_scale() -> None:
    assert area_value(replace(LITERACY, kind=Kind.LIFELONG)) == {
        "id": "LIT",
        "title": "Literacy",
        "kind": "lifelong",
        "scale": "learning",
        "about": "Reading.",
    }


def test_names_stand_in_the_order_of_the_manual() -> None:
    it = competency(
        "A",
        skill("A.1", statement="One", not_used=("1",), supports={"2": ("a", "b")}, at_home="Ask", evidence=Evidence(2)),
        why="w",
        about="a",
        prerequisites=("B",),
        standards=(Standard("W.1", "Core", "https://x.example", "close"),),
        evidence=Evidence(2, 3, (("2", Evidence(4, 3)), ("1", Evidence(2, 3)))),
        target="2",
        retired=Retired(date(2026, 8, 1), "C"),
        was=("b",),
        identifier="1",
    )
    said = competency_value(it)
    assert isinstance(said, dict)
    assert list(said) == [
        *("id", "title", "statement", "why", "about", "prerequisites", "standards", "skills"),
        *("evidence", "target", "retired", "was", "identifier"),
    ]
    assert said["skills"] == [
        {
            "id": "A.1",
            "title": "A skill",
            "statement": "One",
            "levels": {"1": "I can begin.", "2": "I can go on."},
            "not_used": ["1"],
            "evidence": {"pieces": "2", "kinds": "1"},
            "supports": {"2": ["a", "b"]},
            "at_home": "Ask",
        }
    ]
    assert said["evidence"] == {"pieces": "2", "kinds": "3", "at": {"2": {"pieces": "4"}, "1": {}}}
    assert said["retired"] == {"on": "2026-08-01", "replaced_by": "C"}


def test_a_competency_that_is_its_own_skill_carries_its_levels() -> None:
    own = Skill("A", "About A", {"1": ("a",), "2": ("b", "c")}, at_home="Ask")
    said = competency_value(competency("A", own))
    assert isinstance(said, dict)
    assert "skills" not in said
    assert (said["levels"], said["at_home"]) == ({"1": "a", "2": ["b", "c"]}, "Ask")


def test_a_skill_that_says_more_than_its_competency_has_a_place_of_its_own() -> None:
    for more in ({"statement": "s"}, {"title": "t"}, {"evidence": Evidence(2)}, {"identifier": "1"}):
        own = replace(Skill("A", "About A", {}), **more)
        assert not is_its_own_skill(competency("A", own))


def test_requirements_have_the_form_in_which_they_ask() -> None:
    one, two = Requirement("A", "2"), Requirement("B", "1")
    asked = (one, Requirement(any_of=1, of=(one, two)), Requirement(any_of=2, of=(one, two)))
    said = pathway_value(Pathway("P", "p", "Path", "About.", asked, "continuum/pathways/p.yml"))
    a, b = {"competency": "A", "level": "2"}, {"competency": "B", "level": "1"}
    assert isinstance(said, dict)
    assert said["requires"] == [a, {"any": "1", "of": [a, b]}, {"all": [a, b]}]


def test_every_source_of_a_school_is_there_but_student_work(project: Project) -> None:
    assert sorted(laid_out(school_at(project.root))) == sorted(
        path.relative_to(project.root).as_posix()
        for path in (project.root / "continuum").rglob("*")
        if path.is_file() and "pages" not in path.parts
    )


def test_a_file_begins_with_the_line_by_which_editors_know_it() -> None:
    names = {
        "continuum/continuum.yml": "../schemas/continuum.json",
        "continuum/a/area.yml": "../../schemas/area.json",
        "continuum/a/b.yml": "../../schemas/competency.json",
        "continuum/pathways/p.yml": "../../schemas/pathway.json",
    }
    for file, schema in names.items():
        assert source_text(file, {"id": "A"}) == f"# yaml-language-server: $schema={schema}\nid: A\n"


def test_a_markdown_source_says_what_it_is_about_below_its_head() -> None:
    text = source_text("continuum/a/b.md", {"id": "A", "about": "One.\n\nTwo."})
    assert text == "---\n# yaml-language-server: $schema=../../schemas/competency.json\nid: A\n---\n\nOne.\n\nTwo.\n"


def test_a_skill_without_levels_has_lines_of_its_own_that_can_be_added_to() -> None:
    text = source_text("continuum/a/b.yml", competency_value(competency("A", skill("A.1", levels={}))))
    assert text.endswith("skills:\n  - id: A.1\n    title: A skill\n")
