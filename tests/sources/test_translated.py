"""A continuum in outline, in another of its languages."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.model import SourceText
from site_builder.outline import CompetencyCard, ExemplarCard, Outline
from site_builder.sources.crew import Crew
from site_builder.sources.load import load
from site_builder.sources.translated import outline_in
from tests.project import Project
from tests.sources.findings import TODAY, loaded

ARGUE = "continuum/literacy/argue.es.yml"
LUNCH = "exemplars/literacy/lunch/index.es.md"


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """A school that speaks English and, in part, Spanish."""
    return Project(tmp_path / "school", "languages")


def spoken(project: Project, language: str = "es") -> Outline:
    """The outline of a school in a language."""
    found = loaded(project)
    assert found.outline and found.setting
    return outline_in(language, found.outline, found.setting.translations)


def test_in_the_language_of_the_sources_it_is_the_same(school: Project) -> None:
    found = loaded(school)
    assert found.outline and found.setting
    assert outline_in("en", found.outline, found.setting.translations) is found.outline


def test_it_knows_its_language(school: Project) -> None:
    assert (spoken(school).spoken, spoken(school, "en").spoken) == ("es", "en")


def test_all_that_stands_in_it_whole_is_told(school: Project) -> None:
    it = spoken(school)
    assert it.settings.title == "Escuela de dos lenguas"
    assert [level.name for level in it.settings.scales["habits"].levels] == ["En compañía", "On my own"]
    assert isinstance(it.settings.scales["habits"].levels[1].name, SourceText)
    assert [area.title for area in it.areas.values()] == ["Lectura y escritura", "Agency"]
    assert isinstance(it.areas["agency"].title, SourceText)
    assert [page.title for page in it.pages] == ["Para las familias", "Welcome"]
    assert it.pathways[0].about == "Mostrar dos cosas."


def test_an_area_stands_on_its_scale_as_it_is_told_there(school: Project) -> None:
    it = spoken(school)
    assert it.areas["literacy"].scale == it.settings.scales["learning"]
    assert it.areas["agency"].scale.is_habit


def test_cards_are_told_text_by_text(school: Project) -> None:
    it = spoken(school)
    argue, lunch = it.competencies["LIT.ARG"], it.exemplars["literacy/lunch"]
    assert (argue.title, argue.skills) == (
        "Argumentar con evidencias",
        (("LIT.ARG.1", "Afirmación"), ("LIT.ARG.2", "Evidence")),
    )
    assert isinstance(argue.skills[1][1], SourceText)
    assert lunch.peek == "nueve minutos cuando por fin nos sentamos"
    assert lunch.task == "Una carta a la junta escolar"


def test_a_line_of_work_that_nobody_has_translated_is_in_the_words_of_the_source(school: Project) -> None:
    dog = spoken(school).exemplars["literacy/my-dog"]
    assert (dog.title, dog.peek) == ("My dog", "I think dogs are best")
    assert isinstance(dog.peek, SourceText)
    assert dog.summary == ""


def test_what_is_no_text_stays_as_it_is(school: Project) -> None:
    own, it = spoken(school, "en"), spoken(school)
    assert list(it.competencies) == list(own.competencies)
    assert {card.slug for card in it.exemplars.values()} == {card.slug for card in own.exemplars.values()}
    assert [page.slug for page in it.pages] == [page.slug for page in own.pages]
    assert it.competencies["LIT.RET"].prerequisites == ("LIT.ARG",)
    assert it.leads_to.keys() == own.leads_to.keys()
    assert it.work_for.keys() == own.work_for.keys()


def test_a_translated_page_has_the_headings_of_its_source(school: Project) -> None:
    families, index = spoken(school).pages
    assert families.anchors == ("what-a-level-is", "how-to-ask")
    assert (index.anchors, spoken(school, "en").pages[0].anchors) == ((), ())


def test_a_language_that_nobody_has_translated_into_says_all_in_the_words_of_the_sources(school: Project) -> None:
    school.change("continuum/continuum.yml", "languages: [en, es]", "languages: [en, es, ar]")
    it = spoken(school, "ar")
    texts = [it.settings.title, *(area.title for area in it.areas.values()), *(page.title for page in it.pages)]
    texts += [card.title for card in it.competencies.values()] + [card.title for card in it.exemplars.values()]
    assert all(isinstance(text, SourceText) and text.language == "en" for text in texts)


class TestDigests:
    """A card's digest changes when other pages that show it have to, and its source's when its own page has to."""

    @staticmethod
    def digests(project: Project, language: str) -> dict[str, tuple[str, str]]:
        it = spoken(project, language)
        cards: list[CompetencyCard | ExemplarCard] = [*it.competencies.values(), *it.exemplars.values()]
        return {card.id: (card.digest, card.source_digest) for card in cards}

    def changed(self, project: Project, change: Callable[[Project], object]) -> dict[str, dict[str, tuple[bool, bool]]]:
        """Whose digests a change changes in each language, card by card: that of the card, that of its source."""
        before = {language: self.digests(project, language) for language in ("en", "es")}
        change(project)
        after = {language: self.digests(project, language) for language in ("en", "es")}
        return {
            language: {
                id: (was[0] != is_now[0], was[1] != is_now[1])
                for id, was in before[language].items()
                if was != (is_now := after[language][id])
            }
            for language in ("en", "es")
        }

    def test_a_translated_title_changes_the_card_in_that_language_alone(self, school: Project) -> None:
        found = self.changed(school, lambda it: it.change(ARGUE, "title: Argumentar", "title: Discutir"))
        assert found == {"en": {}, "es": {"LIT.ARG": (True, True)}}

    def test_a_translated_text_that_only_its_own_page_shows_changes_that_page(self, school: Project) -> None:
        found = self.changed(school, lambda it: it.change(ARGUE, "at_home: Pregunte", "at_home: Digan"))
        assert found == {"en": {}, "es": {"LIT.ARG": (False, True)}}

    def test_a_title_that_is_translated_as_it_stands_is_not_marked_any_more(self, school: Project) -> None:
        def change(it: Project) -> None:
            it.change(ARGUE, "  - id: LIT.ARG.2\n", "  - id: LIT.ARG.2\n    title: Evidence\n")

        assert self.changed(school, change) == {"en": {}, "es": {"LIT.ARG": (True, True)}}

    def test_a_translation_that_goes_away_changes_the_card(self, school: Project) -> None:
        found = self.changed(school, lambda it: it.remove(LUNCH))
        assert found == {"en": {}, "es": {"literacy/lunch": (True, True)}}

    def test_a_remark_in_a_translation_changes_nothing(self, school: Project) -> None:
        found = self.changed(school, lambda it: it.change(ARGUE, "title: Arg", "# A remark.\ntitle: Arg"))
        assert found == {"en": {}, "es": {}}

    def test_a_source_that_changes_does_so_in_every_language(self, school: Project) -> None:
        source = "continuum/literacy/argue.yml"
        found = self.changed(school, lambda it: it.change(source, "why: People", "why: Those"))
        assert found == {"en": {"LIT.ARG": (False, True)}, "es": {"LIT.ARG": (False, True)}}

    @pytest.mark.parametrize(
        ("file", "old", "new"),
        [
            ("continuum/continuum.es.yml", "name: Firme", "name: Seguro"),
            ("continuum/literacy/area.es.yml", "about: Leer", "about: Hablar"),
            ("continuum/pages/families.es.md", "Pregunte", "Hable"),
            ("continuum/pathways/first.es.yml", "Mostrar", "Enseñar"),
        ],
    )
    def test_so_does_what_stands_in_the_outline_whole(self, school: Project, file: str, old: str, new: str) -> None:
        before = {language: repr(spoken(school, language)) for language in ("en", "es")}
        school.change(file, old, new)
        assert repr(spoken(school, "en")) == before["en"]
        assert repr(spoken(school, "es")) != before["es"]


def test_cards_from_the_index_say_the_same(school: Project) -> None:
    first = spoken(school)
    cache = school.root / ".continuum"
    (cache / "index.json").stat()
    with Crew(1) as crew:
        again = load(school.root, cache, crew, TODAY, make="a test")
    assert again.outline and again.setting
    assert repr(outline_in("es", again.outline, again.setting.translations)) == repr(first)


def test_a_translation_that_is_new_or_gone_is_noticed_by_the_index(school: Project) -> None:
    assert spoken(school).competencies["LIT.RET"].title == "Retell a story"
    school.write("continuum/literacy/retell.es.yml", "title: Contar\n")
    assert spoken(school).competencies["LIT.RET"].title == "Contar"
    school.remove("continuum/literacy/retell.es.yml")
    assert spoken(school).competencies["LIT.RET"].title == "Retell a story"
    school.change(LUNCH, "title: ¿Debería", "title: ¿Podría")
    assert spoken(school).exemplars["literacy/lunch"].title == "¿Podría durar más el almuerzo?"


def test_another_process_is_told_the_same(school: Project) -> None:
    it = spoken(school)
    assert repr(pickle.loads(pickle.dumps(it))) == repr(it)  # noqa: S301  our own
