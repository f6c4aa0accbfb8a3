"""The continuum and our words as families read them."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.make import make_of
from site_builder.model import Competency, SourceText
from site_builder.progress.telling import Telling, Tellings, as_written, tellings, unspoken
from site_builder.site.build import cache_of
from site_builder.sources.crew import Crew
from site_builder.sources.load import load
from tests.look.words_of import po
from tests.progress.evidence import competency, ground
from tests.progress.standings import ADA
from tests.project import Project
from tests.site.continua import small_outline
from tests.sources.findings import TODAY

SPANISH = {
    "continuum/continuum.es.yml": "title: Escuela pequeña\nscales:\n  learning:\n    - {id: 1, name: Empieza}\n",
    "continuum/literacy/area.es.yml": "title: Lectura\n",
    "continuum/literacy/argue.es.yml": "title: Argumentar\nskills:\n  - id: LIT.ARG.1\n    title: Opinión\n",
    "exemplars/literacy/lunch/index.es.md": "---\ntitle: ¿Un almuerzo más largo?\n---\n",
}


@pytest.fixture
def school(project: Project) -> Project:
    """A school whose continuum is in English and in part in Spanish, and has languages of which we know no word."""
    settings = project.read("continuum/continuum.yml")
    line = next(it for it in settings.splitlines() if it.startswith("languages:"))
    project.change("continuum/continuum.yml", line, "languages: [en, es, cy]")
    for file, text in SPANISH.items():
        project.write(file, text)
    return project.write("continuum/literacy/argue.cy.yml", "title: Dadlau\n")


def told(project: Project, *languages: str) -> Tellings:
    """How readers of these languages are told."""
    crew = Crew(1)
    found = tellings(load(project.root, cache_of(project.root), crew, TODAY, make_of()), crew, languages)
    assert found is not None
    return found


def argue(it: Telling) -> Competency:
    return it.ground.competencies["LIT.ARG"]


def tongues(it: Telling) -> set[str]:
    """The languages of texts that say one."""
    area = it.ground.areas["literacy"]
    skill = argue(it).skills[0]
    texts = [it.ground.settings.title, area.title, area.scale.levels[0].name, area.scale.levels[1].name]
    texts += [argue(it).title, argue(it).statement, skill.title, skill.levels["1"][0]]
    texts += [card.title for card in it.outline.exemplars.values()]
    return {text.language if isinstance(text, SourceText) else "" for text in texts}


class TestSpoken:
    """A language that both the continuum and we speak."""

    def test_all_that_is_translated_is_told_in_it_and_the_rest_says_what_it_is(self, school: Project) -> None:
        it = told(school, "es").of("es")
        assert (it.language, it.words.gettext("Evidence"), it.is_own) == ("es", "Evidencia", False)
        assert (it.ground.settings.title, it.ground.areas["literacy"].title) == ("Escuela pequeña", "Lectura")
        assert it.ground.areas["literacy"].scale.levels[0].name == "Empieza"
        assert (argue(it).title, argue(it).skills[0].title) == ("Argumentar", "Opinión")
        assert argue(it).statement == SourceText(argue(told(school).own).statement, "en")
        assert tongues(it) == {"", "en"}
        assert it.outline.exemplars["literacy/lunch"].title == "¿Un almuerzo más largo?"

    def test_it_leads_to_the_site_and_the_typing_in_it(self, school: Project) -> None:
        found = told(school, "es", "es-MX", "fr")
        assert [(it.site, it.typing) for it in map(found.of, ("", "es", "es-MX", "fr"))] == [
            ("", ""),
            ("es/", "es/"),
            ("es/", "es/"),
            ("", "fr/"),
        ]

    def test_a_reader_of_another_region_is_told_the_same_with_their_own_dates(self, school: Project) -> None:
        it = told(school, "es-MX").of("es-MX")
        assert (it.language, argue(it).title) == ("es-MX", "Argumentar")

    def test_judging_stands_on_the_same_in_each(self, school: Project) -> None:
        found = told(school, "es")
        own, other = found.own.ground, found.of("es").ground
        assert own.targets == other.targets
        assert list(own.measures) == list(other.measures)
        assert [it.needed for it in own.measures.values()] == [it.needed for it in other.measures.values()]


class TestOthers:
    """Languages of which only a part is there."""

    def test_where_the_continuum_has_none_of_it_our_words_have_and_its_texts_say_what_they_are(
        self, school: Project
    ) -> None:
        it = told(school, "ar").of("ar")
        assert (it.language, it.site) == ("ar", "")
        assert tongues(it) == {"en"}
        assert argue(it) == argue(told(school).own)

    def test_where_we_have_no_word_of_it_the_continuum_has_and_says_so_on_a_page_of_the_schools(
        self, school: Project
    ) -> None:
        it = told(school, "cy").of("cy")
        assert (it.language, it.site, it.is_own) == ("en", "cy/", True)
        assert argue(it).title == SourceText("Dadlau", "cy")
        assert type(argue(it).statement) is str

    def test_a_language_that_nobody_speaks_is_the_schools_own(self, school: Project) -> None:
        found = told(school, "so")
        assert found.of("so") is found.own
        assert found.of("never asked for") is found.own

    def test_a_school_may_speak_a_language_by_itself(self, school: Project) -> None:
        words = po("so", {"Evidence": "Caddayn"})
        school.write("continuum/words/so.po", words)
        it = told(school, "so").of("so")
        assert (it.language, it.words.gettext("Evidence"), it.words.gettext("Habits")) == ("so", "Caddayn", "Habits")
        assert tongues(it) == {"en"}

    def test_sources_in_a_language_that_nobody_speaks_say_so_among_our_english(self) -> None:
        whole = small_outline((competency(),), languages=("cy",))
        it = as_written(ground(), whole)
        assert it.language == "en"
        assert it.outline.settings.title == SourceText("Riverbend", "cy")


class TestMany:
    """Several languages at once."""

    def test_each_is_told_once_whoever_reads_it(self, school: Project) -> None:
        found = told(school, "", "en", "es", "tlh", "so")
        assert found.of("en") is found.own
        assert found.of("tlh") is found.of("so") is found.own
        assert found.of("es") is not found.own

    def test_they_go_to_another_process_whole(self, school: Project) -> None:
        school.write("continuum/words/es.po", po("es", {"Evidence": "Pruebas"}))
        found = told(school, "es", "en")
        there = pickle.loads(pickle.dumps(found))  # noqa: S301
        assert there.of("en") is there.own
        assert there.of("es").words.gettext("Evidence") == "Pruebas"
        assert there.of("es").words.gettext("Hide") == found.of("es").words.gettext("Hide") != "Hide"
        assert argue(there.of("es")).statement == argue(found.own).statement
        assert tongues(there.of("es")) == {"", "en"}

    def test_a_continuum_with_an_error_tells_nothing(self, school: Project) -> None:
        school.write("continuum/literacy/argue.yml", "id: LIT.ARG\n")
        crew = Crew(1)
        assert tellings(load(school.root, cache_of(school.root), crew, TODAY, make_of()), crew, ["es"]) is None
        assert not Path(school.root / "site").exists()


class TestUnspoken:
    """Families who read what pages do not speak."""

    def said(self, found: Tellings, *languages: str) -> list[str]:
        students = [replace(ADA, id=str(number), language=it) for number, it in enumerate(languages)]
        return [it.message for it in unspoken(students, found, Path("roster.csv"))]

    def test_who_is_told_in_their_language_is_not_named(self, school: Project) -> None:
        languages = ("", "en", "es", "es-MX", "ar", "zh", "en-US")
        assert self.said(told(school, *languages), *languages) == []

    def test_the_others_are_named_once_by_their_languages(self, school: Project) -> None:
        languages = ("so", "ur", "so", "es")
        expected = "3 students' families read Somali and Urdu, which pages do not speak"
        assert self.said(told(school, *languages), *languages) == [
            f"{expected}: theirs are in the school's own language"
        ]
        assert self.said(told(school, "xx"), "xx")[0].startswith("1 student's family reads xx, which")
        found = unspoken([replace(ADA, language="so")], told(school, "so"), Path("roster.csv"))
        assert [it.code for it in found] == ["language-unspoken"]
