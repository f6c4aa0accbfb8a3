"""Promises of translations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_builder.sources.folder import find_sources
from site_builder.sources.load import read_again
from site_builder.sources.texts import shape_of
from tests.project import Project
from tests.sources.findings import findings, loaded, said

LUNCH = "exemplars/literacy/lunch/index.es.md"
FAMILIES = "continuum/pages/families.es.md"


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """A school that speaks English and, in part, Spanish."""
    return Project(tmp_path / "school", "languages")


def test_quotes_are_in_the_translated_work(school: Project) -> None:
    assert said(school, "quote-missing") == []
    school.change(LUNCH, "quote: nueve minutos", "quote: diez minutos")
    assert said(school, "quote-missing") == [
        f"{LUNCH}:7:13: warning: the work does not say “diez minutos cuando por fin nos sentamos” "
        "(copy the words letter by letter from one paragraph of the work)"
    ]


def test_a_quote_that_the_translated_work_says_twice_is_not_clear(school: Project) -> None:
    school.write(LUNCH, f"{school.read(LUNCH)}\nNueve. Son nueve minutos cuando por fin nos sentamos.\n")
    assert [it.partition(" (")[0] for it in said(school, "quote-unclear")] == [
        f"{LUNCH}:7:13: warning: the work says “nueve minutos cuando por fin nos sentamos” 2 times"
    ]


def test_a_quote_that_nobody_has_translated_is_not_looked_for_in_a_translation(school: Project) -> None:
    school.change(LUNCH, "quote: nueve minutos cuando por fin nos sentamos, ", "")
    assert not [it for it in findings(school) if "[quote-" in it]


def test_work_that_nobody_has_translated_has_its_own_quotes(school: Project) -> None:
    school.write(LUNCH, "---\nannotations: [{quote: lo que sea}]\n---\n")
    assert not [it for it in findings(school) if "[quote-" in it]


def test_headings_stand_side_by_side(school: Project) -> None:
    assert said(school, "translation-headings") == []
    school.change(FAMILIES, "## Cómo preguntar\n", "")
    assert said(school, "translation-headings") == [
        f"{FAMILIES}:5:1: warning: this page has not as many headings as its source, 1 instead of 2: links to a "
        "heading do not find it here (give it the same headings in the same order)"
    ]


def test_a_page_whose_text_nobody_has_translated_has_the_headings_of_its_source(school: Project) -> None:
    school.write(FAMILIES, "---\ntitle: Para las familias\n---\n")
    assert said(school, "translation-headings") == []


def test_languages_are_whole(school: Project) -> None:
    assert said(school, "translation-wanted") == [
        "continuum/continuum.yml:4:17: note: 33 of 69 texts cannot be read in Spanish yet: pages show them in the "
        "source’s words (“continuum translate status es” says where they are)"
    ]


def test_what_is_wanted_is_counted_text_by_text(school: Project) -> None:
    def wanted() -> list[str]:
        loaded(school)  # now from the index
        return [it.partition(" texts")[0].rpartition("note: ")[2] for it in said(school, "translation-wanted")]

    assert wanted() == ["33 of 69"]
    school.write("continuum/agency/area.es.yml", "title: Autonomía\n")
    assert wanted() == ["32 of 69"]
    school.write("continuum/literacy/retell.es.yml", "title: Contar\nlevels: {1: Puedo contar una parte.}\n")
    assert wanted() == ["30 of 69"]
    school.write("continuum/literacy/retell.es.yml", "titel: Contar\n")
    assert wanted() == ["32 of 69"]


def test_where_nothing_is_wanted_nothing_is_said(school: Project) -> None:
    for file in [it for source in find_sources(school.root)[0] for it in source.translations]:
        school.remove(file)
    found = loaded(school)
    assert found.outline and found.setting
    outline, setting = found.outline, found.setting
    files = [*(it.source for it in outline.competencies.values()), *(it.source for it in outline.exemplars.values())]
    things = [outline.settings, *outline.areas.values(), *outline.pathways, *outline.pages]
    for thing in [*things, *(read_again({}, setting, file) for file in files)]:
        file = getattr(thing, "source", "")
        # JSON is YAML, and what is laid out with the place of each text is a whole translation.
        school.write(f"{file.rpartition('.')[0]}.es.yml", json.dumps(shape_of(thing)))
    assert said(school, "translation-wanted") == said(school, "translation-surplus") == []


def test_each_language_is_told_by_itself(school: Project) -> None:
    school.change("continuum/continuum.yml", "languages: [en, es]", "languages: [en, es, ar]")
    found = said(school, "translation-wanted")
    assert [it.partition(" texts")[0] for it in found] == [
        "continuum/continuum.yml:4:17: note: 33 of 69",
        "continuum/continuum.yml:4:21: note: 69 of 69",
    ]
    assert "cannot be read in Arabic yet" in found[1]


def test_a_continuum_in_one_language_wants_no_translation(project: Project) -> None:
    assert said(project, "translation-wanted") == []


ARGUE = "continuum/literacy/argue.es.yml"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ARGUE, "lo que pienso sobre", "que soy débil en"),
        (ARGUE, "- Puedo decir de dónde vienen.", "- No puedo decir de dónde vienen."),
        ("continuum/continuum.es.yml", "name: Firme", "name: Insuficiente"),
        ("continuum/continuum.es.yml", "Lo hago por mi cuenta.", "Estoy por debajo."),
    ],
)
def test_translated_levels_are_kind(school: Project, file: str, old: str, new: str) -> None:
    assert said(school, "deficit-word") == []
    school.change(file, old, new)
    [found] = said(school, "deficit-word")
    assert found.startswith(f"{file}:")
    assert ": warning: “" in found


def test_other_translated_texts_may_say_what_they_like(school: Project) -> None:
    school.change(ARGUE, "statement: Puedo construir", "statement: No puedo construir")
    school.change("continuum/continuum.es.yml", "Lo que aprendemos aquí.", "Lo malo y lo bueno.")
    assert said(school, "deficit-word") == []


def test_a_school_chooses_the_words_it_avoids_in_each_language(school: Project) -> None:
    school.change("continuum/continuum.yml", "areas:", "deficit_words: {es: [tema]}\nareas:")
    [found] = said(school, "deficit-word")
    assert found.startswith(f"{ARGUE}:7:10: warning: “tema” says what a learner lacks")
    school.change("continuum/continuum.yml", "{es: [tema]}", "{es: []}")
    assert said(school, "deficit-word") == []


def test_translated_levels_differ(school: Project) -> None:
    assert said(school, "descriptor-repeated") == said(school, "descriptor-close") == []
    same = "Puedo hacer una afirmación con la que alguien podría no estar de acuerdo."
    school.change(ARGUE, "Puedo decir lo que pienso sobre un tema.", same)
    assert said(school, "descriptor-repeated") == [
        f"{ARGUE}:8:10: warning: “Claim” says the same at levels 1 and 2 in Spanish, and its source does not "
        "(say what is new at the higher level)"
    ]
    school.change(ARGUE, f"1: {same}", f"1: {same.replace('alguien', 'alguien más')}")
    assert said(school, "descriptor-close") == [
        f"{ARGUE}:8:10: warning: “Claim” says almost the same at levels 1 and 2 in Spanish (let the change stand out)"
    ]


def test_levels_that_the_source_tells_alike_are_told_alike_once(school: Project) -> None:
    same = "Puedo hacer una afirmación con la que alguien podría no estar de acuerdo."
    school.change(ARGUE, "Puedo decir lo que pienso sobre un tema.", same)
    source = "continuum/literacy/argue.yml"
    school.change(source, "say what I think about a topic.", "state a claim that someone could disagree with.")
    assert [it.split(":")[0] for it in said(school, "descriptor-repeated")] == [source]


def test_levels_of_which_one_is_not_translated_are_not_compared(school: Project) -> None:
    school.change(ARGUE, "      1: Puedo decir lo que pienso sobre un tema.\n", "")
    assert said(school, "descriptor-repeated") == said(school, "descriptor-close") == []


def test_several_statements_that_are_the_same_at_two_levels_are_pointed_at(school: Project) -> None:
    lines = "        - Puedo elegir evidencias que van con mi afirmación.\n        - Puedo decir de dónde vienen.\n"
    school.change(ARGUE, f"      2:\n{lines}", f"      1:\n{lines}      2:\n{lines}")
    school.change(
        "continuum/literacy/argue.yml",
        "      1: I can point to something I saw that goes with my claim.\n",
        "      1:\n        - I can point to something.\n        - It goes with my claim.\n",
    )
    [found] = said(school, "descriptor-repeated")
    assert found.startswith(f"{ARGUE}:16:11: warning: “Evidence” says the same")


def test_a_competency_without_skills_has_its_levels_compared_too(school: Project) -> None:
    file = "continuum/literacy/retell.es.yml"
    levels = {line.strip()[0] for line in school.read("continuum/literacy/retell.yml").splitlines() if line[:2] == "  "}
    assert {"1", "2"} <= levels
    school.write(file, "levels: {1: Puedo contar todo., 2: Puedo contar todo.}\n")
    [found] = said(school, "descriptor-repeated")
    assert found.startswith(f"{file}:1:")
