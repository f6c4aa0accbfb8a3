"""How easily families read what a school writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.project import Project
from tests.sources.findings import loaded, said

SETTINGS = "continuum/continuum.yml"
ARGUE = "continuum/literacy/argue.yml"
EASY = "I can say what I think in a few short words, and you can say it too. " * 12
HARD = (
    "Responsible participation necessitates considerable familiarity with institutional terminology, administrative "
    "responsibilities and organisational characteristics. "
)
DIFICIL = (
    "Las administraciones institucionales consideran responsabilidades organizativas extraordinariamente particulares. "
)


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """A school that speaks English and Spanish."""
    return Project(tmp_path / "school", "languages")


def about(project: Project, text: str, file: str = ARGUE) -> Project:
    """A project in which a competency says this about itself."""
    return project.write(file, f"{project.read(file)}about: >-\n  {text}\n")


def speaking(project: Project, languages: str) -> Project:
    """A project in these languages."""
    return project.change(SETTINGS, "languages: [en]", f"languages: [{languages}]")


def test_texts_are_easy(project: Project) -> None:
    assert said(project, "hard-to-read") == []
    [found] = said(about(project, HARD * 12), "hard-to-read")
    line = project.read(ARGUE).splitlines().index("about: >-") + 1
    assert found.startswith(f"{ARGUE}:{line}:8: note: “Argue from evidence” reads at -")
    assert "and 60 is the goal, where 100 is easiest (shorter sentences" in found
    assert "begin with “Responsible participation necessitates considerable familiarity with institutional …”" in found


def test_easy_texts_are_left_alone(project: Project) -> None:
    project.change(SETTINGS, "areas:", "plain_words: 90\nareas:")
    assert said(about(project, EASY), "hard-to-read") == []


def test_a_goal_that_a_school_has_set_itself_is_more_than_a_note(project: Project) -> None:
    project.change(SETTINGS, "areas:", "plain_words: {en: 50}\nareas:")
    [found] = said(about(project, HARD * 12), "hard-to-read")
    assert ": warning: " in found
    assert "and 50 is the goal" in found


@pytest.mark.parametrize("nothing", ["off", "0", "{en: off}", "{en: 0, es: 60}"])
def test_a_school_that_asks_for_nothing_hears_nothing(project: Project, nothing: str) -> None:
    project.change(SETTINGS, "areas:", f"plain_words: {nothing}\nareas:")
    assert said(about(project, HARD * 12), "hard-to-read") == []


def test_a_few_words_are_not_judged(project: Project) -> None:
    project.write("continuum/pages/families.md", f"---\ntitle: For families\n---\n{HARD * 3}\n")
    assert said(project, "hard-to-read") == []


def test_a_page_is_judged_as_a_whole_and_its_line_is_named(project: Project) -> None:
    body = f"## Read this\n\n{EASY}\n\n- {HARD * 12}\n"
    project.write("continuum/pages/families.md", f"---\ntitle: For families\n---\n{body}")
    [found] = said(project, "hard-to-read")
    assert found.startswith("continuum/pages/families.md:8:1: note: “For families” reads at ")


def test_what_a_school_says_of_a_piece_of_work_is_judged_and_the_work_is_not(project: Project) -> None:
    file = "exemplars/literacy/my-dog/index.md"
    project.write(file, f"{project.read(file)}\n{HARD * 20}\n")
    assert said(project, "hard-to-read") == []
    project.write(file, project.read(file).replace("---\n", f"---\nsummary: {HARD * 12}\n", 1))
    [found] = said(project, "hard-to-read")
    assert found.startswith(f"{file}:2:10: note: “My dog” reads at ")


def test_texts_in_a_language_without_a_formula_are_not_judged(project: Project) -> None:
    speaking(project, "ht")
    assert said(about(project, HARD * 12), "hard-to-read") == []


def test_translations_are_easy(school: Project) -> None:
    assert said(school, "hard-to-read") == []
    school.write("continuum/literacy/argue.es.yml", f"why: >-\n  {DIFICIL * 15}\n")
    [found] = said(school, "hard-to-read")
    assert found.startswith("continuum/literacy/argue.es.yml:1:6: note: “Argue from evidence” in Spanish reads at ")


def test_each_language_has_its_own_goal(school: Project) -> None:
    school.change(SETTINGS, "areas:", "plain_words: {en: 100, es: off}\nareas:")
    school.write("continuum/literacy/argue.es.yml", f"why: >-\n  {DIFICIL * 15}\n")
    assert not [it for it in said(school, "hard-to-read") if "Spanish" in it]


def test_short_texts_are_easy(project: Project) -> None:
    file = "continuum/literacy/area.yml"
    old = next(line for line in project.read(file).splitlines() if line.startswith("about:"))
    project.change(file, old, f"about: {HARD * 12}")
    [found] = said(project, "hard-to-read")
    number = project.read(file).splitlines().index(f"about: {HARD * 12}") + 1
    assert found.startswith(f"{file}:{number}:8: note: What is said of the whole, of areas and of pathways reads at ")


def test_short_texts_are_judged_in_each_language(school: Project) -> None:
    school.write("continuum/literacy/area.es.yml", f"about: {DIFICIL * 15}\n")
    [found] = said(school, "hard-to-read")
    assert (
        "continuum/literacy/area.es.yml:1:8: note: What is said of the whole, of areas and of pathways in Sp" in found
    )
    school.change(SETTINGS, "areas:", "plain_words: off\nareas:")
    assert said(school, "hard-to-read") == []


def test_goals_can_be_judged(project: Project) -> None:
    speaking(project, "en, ht").change(SETTINGS, "areas:", "plain_words: {en: 60, ht: 60}\nareas:")
    [found] = said(project, "ease-unknown")
    assert found.startswith(f"{SETTINGS}:")
    assert "how easily Haitian Creole is read cannot be judged: no formula for it is known here" in found
    project.change(SETTINGS, "ht: 60", "ht: off")
    assert said(project, "ease-unknown") == []


def test_the_glossary_is_judged_too(project: Project) -> None:
    easy, hard = (f"  - {{id: {it}, term: {it}, means: '{text}'}}\n" for it, text in (("a", EASY), ("b", HARD * 12)))
    project.write("continuum/glossary.yml", f"terms:\n{easy}{hard}")
    [found] = said(project, "hard-to-read")
    assert found.startswith("continuum/glossary.yml:3:")
    assert "The glossary reads at" in found


def test_how_easily_all_of_it_is_read_is_told(school: Project) -> None:
    ease = loaded(school).ease
    assert list(ease) == ["en", "es"]
    assert all(it is not None and 60 < it < 130 for it in ease.values())
    assert loaded(school).ease == ease  # from the index, too
    shown = json.loads(school.check("--json").printed)["ease"]
    assert shown == ease
    school.check("--notes")
    assert f"How easily it reads, where 100 is easiest: English {ease['en']}, Spanish {ease['es']}." in school.output


def test_that_nobody_can_tell_is_told(project: Project) -> None:
    speaking(project, "en, ar, ht")
    assert {**json.loads(project.check("--json").printed)["ease"], "en": 0} == {"en": 0, "ar": None, "ht": None}
    project.check("--notes")
    assert "; nobody can tell for Arabic and Haitian Creole." in project.output
