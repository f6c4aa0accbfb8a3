"""Translations beside sources: what they say, what does not fit, what has become of the source since."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings

from site_builder.model import Annotation, Competency, Exemplar, Page, Skill, SourceText
from site_builder.sources.load import Loaded, read_in
from site_builder.sources.reading import Thing
from site_builder.sources.texts import retold, texts_of
from site_builder.sources.translation import Translation, fingerprint, in_language, read_translation
from tests.project import Project
from tests.site.continua import competency, exemplar
from tests.sources.findings import PICTURE, findings, link, loaded, said
from tests.sources.things import THINGS

ARGUE = "continuum/literacy/argue.es.yml"
RETELL = "continuum/literacy/retell.es.yml"
FAMILIES = "continuum/pages/families.es.md"
GOAL = "continuum/agency/set-a-goal.es.md"
LUNCH = "exemplars/literacy/lunch/index.es.md"


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """A school that speaks English and, in part, Spanish."""
    return Project(tmp_path / "school", "languages")


def told(project: Project, file: str, language: str = "es") -> Thing:
    """What a source says in a language, as a page reads it."""
    found: Loaded = loaded(project)
    assert found.setting
    return read_in({}, found.setting, file, language)


def untold(thing: object) -> list[str]:
    """The places of a thing that are still in the words of the sources."""
    return [place for place, text in texts_of(thing).items() if isinstance(text, SourceText)]


class TestFound:
    """Each kind of source, in either form."""

    def test_a_school_in_two_languages_has_no_problems(self, school: Project) -> None:
        assert not [it for it in findings(school) if "error[" in it or "warning[" in it]

    def test_a_translation_says_what_it_says_and_the_source_the_rest(self, school: Project) -> None:
        it = told(school, "continuum/literacy/argue.yml")
        assert isinstance(it, Competency)
        assert it.title == "Argumentar con evidencias"
        assert it.skills[0].levels["2"] == (
            "Puedo hacer una afirmación con la que alguien podría no estar de acuerdo.",
        )
        assert it.skills[1].levels["2"] == (
            "Puedo elegir evidencias que van con mi afirmación.",
            "Puedo decir de dónde vienen.",
        )
        assert untold(it) == [
            "why",
            "skills/LIT.ARG.1/supports/2",
            "skills/LIT.ARG.2/title",
            "skills/LIT.ARG.2/levels/1",
        ]
        assert it.why == "People who vote have to weigh what they are told."

    def test_a_competency_without_skills_is_translated_in_one_group(self, school: Project) -> None:
        it = told(school, "continuum/agency/set-a-goal.md")
        assert isinstance(it, Competency)
        assert (it.title, it.skills[0].title) == ("Proponerme una meta", "Proponerme una meta")
        assert it.skills[0].levels["self"] == ("Puedo elegir una meta por mi cuenta y decir por qué.",)
        assert it.about.startswith("Toda meta vale.")
        assert untold(it) == []

    def test_a_page_is_its_head_and_its_text(self, school: Project) -> None:
        it = told(school, "continuum/pages/families.md")
        assert isinstance(it, Page)
        assert (it.title, it.description) == ("Para las familias", "Qué es un nivel.")
        assert it.body.startswith("## Qué es un nivel")

    def test_settings_areas_and_pathways_stand_in_the_outline(self, school: Project) -> None:
        found = loaded(school)
        assert found.setting
        known = {file: it["es"].texts for file, it in found.setting.translations.items()}
        assert known["continuum/continuum.yml"]["scales/learning/2/name"] == "Firme"
        assert known["continuum/literacy/area.yml"]["about"] == "Leer y escribir."
        assert known["continuum/pathways/first.yml"]["credit"] == "Un crédito"
        assert known["continuum/agency/area.yml"] == {}

    @pytest.mark.parametrize(
        ("source", "translation", "text"),
        [
            ("continuum/literacy/retell.yml", "retell.es.yml", "title: Contar\n"),
            ("continuum/literacy/retell.yml", "retell.es.yaml", "title: Contar\n"),
            ("continuum/literacy/retell.yml", "retell.es.md", "---\ntitle: Contar\n---\nMás.\n"),
        ],
    )
    def test_a_translation_may_have_any_ending(self, school: Project, source: str, translation: str, text: str) -> None:
        school.write(f"continuum/literacy/{translation}", text)
        it = told(school, source)
        assert isinstance(it, Competency)
        assert it.title == "Contar"

    @pytest.mark.parametrize("ending", ["yml", "yaml"])
    def test_a_page_may_be_translated_in_yaml_alone(self, school: Project, ending: str) -> None:
        school.remove(FAMILIES).write(f"continuum/pages/families.es.{ending}", "title: Familias\nbody: Hola.\n")
        it = told(school, "continuum/pages/families.md")
        assert isinstance(it, Page)
        assert (it.title, it.body) == ("Familias", "Hola.")

    def test_yaml_means_what_it_means_in_a_source(self, school: Project) -> None:
        school.write(RETELL, "title: NO\nlevels: {1: 2026}\n")
        it = told(school, "continuum/literacy/retell.yml")
        assert isinstance(it, Competency)
        assert (it.title, it.skills[0].levels["1"]) == ("NO", ("2026",))

    def test_a_name_without_a_value_says_nothing(self, school: Project) -> None:
        school.write(RETELL, "title:\nstatement: Puedo contar lo que he leído.\n")
        it = told(school, "continuum/literacy/retell.yml")
        assert isinstance(it, Competency)
        assert (it.title, it.statement) == ("Retell a story", "Puedo contar lo que he leído.")

    def test_in_its_own_language_a_thing_is_what_the_source_says(self, school: Project) -> None:
        it = told(school, "continuum/literacy/argue.yml", "en")
        assert isinstance(it, Competency)
        assert it.title == "Argue from evidence"
        assert untold(it) == []


class TestWork:
    """A student's own words."""

    def test_translated_work_has_the_quotes_of_its_translation(self, school: Project) -> None:
        it = told(school, "exemplars/literacy/lunch/index.md")
        assert isinstance(it, Exemplar)
        assert it.body.strip().endswith("cuando por fin nos sentamos.")
        assert it.annotations[0].quote == "nueve minutos cuando por fin nos sentamos"
        assert untold(it) == []

    def test_work_that_nobody_has_translated_keeps_its_words_and_its_quotes(self, school: Project) -> None:
        text = school.read(LUNCH).partition("---\nEl almuerzo")[0] + "---\n"
        school.write(LUNCH, text)
        it = told(school, "exemplars/literacy/lunch/index.md")
        assert isinstance(it, Exemplar)
        assert it.title == "¿Debería durar más el almuerzo?"
        assert it.annotations[0].note == "Un hecho que se midió."
        assert it.annotations[0].quote == "nine minutes by the time we sit down"
        assert untold(it) == ["annotations/1/quote", "body"]

    def test_which_of_several_places_is_meant_is_a_matter_of_the_source(self) -> None:
        note = Annotation("LIT.ARG.1", "3", "Here.", "we", occurrence=2)
        work = exemplar(body="we and we", annotations=(note,))
        it = translated(work, {"body": "nosotros", "annotations": [{"quote": "nosotros"}]})
        assert (it.annotations[0].quote, it.annotations[0].occurrence) == ("nosotros", 0)
        assert translated(work, {}).annotations[0].occurrence == 2

    def test_work_in_the_language_of_the_page_needs_no_translation(self) -> None:
        work = exemplar(body="Hola.", annotations=(Annotation("LIT.ARG.1", "3", "Here.", "Hola"),), language="es")
        translation, _ = read_translation(work, ("en", "es"), "", None, "")
        assert not {"body", "annotations/1/quote"} & set(translation.lacking)
        it = in_language(work, translation)
        assert it.language == "es"
        assert untold(it) == ["title", "annotations/1/note"]

    def test_work_in_a_third_language_says_which(self) -> None:
        it = translated(exemplar(body="Bonjour.", language="fr"), {})
        assert isinstance(it.body, SourceText)
        assert (it.body.language, it.language) == ("fr", "fr")

    def test_translated_work_is_in_the_language_of_the_page(self) -> None:
        assert translated(exemplar(body="Bonjour.", language="fr"), {"body": "Hola."}).language == ""


def translated(thing: Exemplar, value: dict[str, object]) -> Exemplar:
    """A piece of work in Spanish, from the YAML of a translation."""
    return in_language(thing, read_translation(thing, ("en", "es"), "it.es.md", value, "")[0])


class TestMisfits:
    """What does not fit is said, and the rest is read."""

    @pytest.mark.parametrize(
        ("text", "place", "meant"),
        [
            ("titel: Contar\n", "RETELL:1:1: warning: the source has no text “titel”", "did you mean “title”?"),
            ("prerequisites: x\n", "RETELL:1:1: warning: the source has no text “prerequisites”", "take it out"),
            ("levels: {3: Más.}\n", "RETELL:1:10: warning: the source has no text “levels/3”", "did you mean “levels/"),
            ("levels: {1: [Uno., Dos.]}\n", "RETELL:1:14: warning: the source has no text “levels/1/1”", "“levels/1”"),
            ("skills: [{id: LIT.RET, title: A}]\n", "no text “skills/LIT.RET/title”", "take it out"),
        ],
    )
    def test_a_text_that_the_source_does_not_have_is_told_with_what_was_meant(
        self, school: Project, text: str, place: str, meant: str
    ) -> None:
        school.write(RETELL, text)
        told_of = said(school, "translation-surplus")
        assert place.replace("RETELL", RETELL) in told_of[0]
        assert meant in told_of[0]
        assert loaded(school).outline is not None

    def test_a_file_without_names_is_told(self, school: Project) -> None:
        school.write(RETELL, "- Contar\n")
        assert [it for it in findings(school) if "warning[shape]" in it] == [
            f"{RETELL}:1:1: warning[shape]: named values are expected in this translation "
            "(it has the shape of its source, with the translated texts alone)"
        ]

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            (b"\xff", "error[text-unreadable]"),
            (b"title: [", "error[yaml]"),
            (b"title: A\ntitle: B\n", "error[yaml"),
        ],
    )
    def test_a_translation_that_cannot_be_read_says_nothing(
        self, school: Project, content: bytes, problem: str
    ) -> None:
        school.write(ARGUE, content)
        assert [it for it in findings(school) if it.startswith(ARGUE) and problem in it]
        it = told(school, "continuum/literacy/argue.yml")
        assert isinstance(it, Competency)
        assert len(untold(it)) == len(texts_of(it))

    def test_a_warning_does_not_hide_another(self, school: Project) -> None:
        school.write(RETELL, "titel: Con\u202etar\n")
        found = [it for it in findings(school) if it.startswith(RETELL)]
        assert [it.partition("[")[2].partition("]")[0] for it in found] == ["translation-surplus", "hidden-character"]

    def test_two_translations_of_one_source_are_one_too_many(self, school: Project) -> None:
        school.write(RETELL, "title: Contar\n").write("continuum/literacy/retell.es.md", "---\ntitle: Narrar\n---\n")
        assert said(school, "translation-twice") == [
            "continuum/literacy/retell.es.md:1:1: warning: continuum/literacy/retell.es.yml translates the same "
            "source, so this file is not read (put both into one of the two)"
        ]
        it = told(school, "continuum/literacy/retell.yml")
        assert isinstance(it, Competency)
        assert it.title == "Contar"

    def test_a_translation_beside_nothing_is_told_where_it_belongs(self, school: Project) -> None:
        school.write("continuum/literacy/gone.es.yml", "title: A\n")
        assert said(school, "translation-alone") == [
            "continuum/literacy/gone.es.yml:1:1: warning: continuum/literacy/gone.es.yml has the name of a "
            "translation, and what it translates is not there (it belongs beside gone.yml or gone.yaml or gone.md)"
        ]

    def test_a_language_that_the_continuum_does_not_have_is_told_once(self, school: Project) -> None:
        school.write("continuum/literacy/argue.fr.yml", "title: A\n").write("continuum/literacy/retell.fr.yml", "a: [")
        assert said(school, "language-unlisted") == [
            "continuum/literacy/argue.fr.yml:1:1: warning: “fr” is not one of the languages of this continuum, so this "
            "translation is not read (add fr to “languages” in continuum.yml)"
        ]

    def test_a_translation_into_the_language_of_the_sources_is_not_read(self, school: Project) -> None:
        school.write("continuum/literacy/argue.en.yml", "title: Argue well\n")
        assert said(school, "language-unlisted") == [
            "continuum/literacy/argue.en.yml:1:1: warning: “en” is the language of the sources themselves, so this "
            "file is not read (write these words into the source)"
        ]
        it = told(school, "continuum/literacy/argue.yml", "en")
        assert isinstance(it, Competency)
        assert it.title == "Argue from evidence"

    def test_a_translation_that_lies_elsewhere_is_refused(self, school: Project, tmp_path: Path) -> None:
        (tmp_path / "other.yml").write_text("title: A\n", encoding="utf-8")
        link(school.root / RETELL, tmp_path / "other.yml")
        assert ["retell.es.yml is a link to somewhere else" in it for it in said(school, "file-name")] == [True]


class TestStale:
    """A source that changes after it was translated."""

    def made_from(self, school: Project, text: str) -> None:
        school.write(RETELL, f"title: Contar\nmade_from: {{title: {fingerprint(text)}}}\n")

    def test_a_text_that_is_what_it_was_is_not_told(self, school: Project) -> None:
        self.made_from(school, "Retell a story")
        assert said(school, "translation-stale") == []

    def test_a_text_that_has_changed_since_is_told_where_it_is_translated(self, school: Project) -> None:
        self.made_from(school, "Retell a tale")
        assert said(school, "translation-stale") == [
            f"{RETELL}:1:8: warning: “title” was translated from other words than its source says now "
            "(look at it again, and then run “continuum translate mark”)"
        ]
        it = told(school, "continuum/literacy/retell.yml")
        assert isinstance(it, Competency)
        assert it.title == "Contar", "a translation from other words is better than none"

    def test_the_text_of_a_page_is_told_at_its_first_line(self, school: Project) -> None:
        school.change(FAMILIES, "---\ntitle", "---\nmade_from: {body: 00000000}\ntitle")
        assert said(school, "translation-stale")[0].startswith(f"{FAMILIES}:6:1: warning: “body” was translated")

    def test_spaces_and_line_ends_change_nothing(self) -> None:
        assert fingerprint("Retell  a\nstory ") == fingerprint("Retell a story")
        assert fingerprint("Retell a story") != fingerprint("Retell a story.")
        assert len(fingerprint("")) == 8

    def test_what_nobody_has_marked_is_known_as_such(self) -> None:
        value = {"title": "A", "why": "B", "made_from": {"title": fingerprint("Argue from evidence"), "why": 1}}
        translation, problems = read_translation(competency(why="C"), ("en", "es"), "it.es.yml", value, "")
        assert (translation.stale, translation.unmarked, problems) == ((), ("why",), [])
        assert translation.lacking == ("statement", *(f"skills/LIT.ARG.1/{it}" for it in PLACES))


PLACES = ("title", "levels/1", "levels/2", "levels/3", "levels/4/1", "levels/4/2")


class TestLinks:
    """Links of a translation lead where those of its source would."""

    def test_a_link_that_leads_nowhere_is_told_on_its_line(self, school: Project) -> None:
        school.change(FAMILIES, "../literacy/argue.yml", "../literacy/nada.yml")
        assert [it.partition(" (")[0] for it in said(school, "link-broken")] == [
            f"{FAMILIES}:7:1: error: the link “../literacy/nada.yml” leads nowhere"
        ]

    @pytest.mark.parametrize("file", [ARGUE, GOAL])
    def test_so_it_is_within_yaml(self, school: Project, file: str) -> None:
        title = "Argumentar" if file == ARGUE else "Proponerme"
        school.change(file, f"title: {title}", f"title: '[x](nada)' # {title}")
        assert [it.partition(": ")[0] for it in said(school, "link-broken")] == [
            f"{file}:{1 if file == ARGUE else 2}:8"
        ]

    def test_a_heading_goes_by_the_name_that_it_has_in_the_source(self, school: Project) -> None:
        school.change(FAMILIES, "#what-a-level-is", "#qué-es-un-nivel")
        assert [it.partition(" (")[0] for it in said(school, "link-broken")] == [
            f"{FAMILIES}:11:1: error: the link “#qué-es-un-nivel” leads nowhere"
        ]

    def test_a_picture_of_the_page_may_stand_in_its_translation(self, school: Project) -> None:
        for file in ("families.md", "families.es.md"):
            text = school.read(f"continuum/pages/{file}")
            school.write(f"continuum/pages/{file}", f"{text}\n![A wall](wall.png)\n")
        school.write("continuum/pages/wall.png", PICTURE)
        assert said(school, "link-broken") == []

    def test_a_translation_may_show_a_picture_of_its_own(self, school: Project) -> None:
        school.write(FAMILIES, f"{school.read(FAMILIES)}\n![El muro](muro.png)\n")
        school.write("continuum/pages/muro.png", PICTURE)
        assert said(school, "link-broken") == []
        outline = loaded(school).outline
        assert outline is not None
        assert [medium.file for page in outline.pages for medium in page.media] == ["muro.png"]

    def test_a_picture_without_words_is_told_in_the_translation(self, school: Project) -> None:
        school.write(FAMILIES, f"{school.read(FAMILIES)}\n![](muro.png)\n").write("continuum/pages/muro.png", PICTURE)
        assert [it.partition(" (")[0] for it in said(school, "alt-missing")] == [
            f"{FAMILIES}:13:1: error: “muro.png” has no words: somebody who cannot see it is told nothing"
        ]


@settings(max_examples=50, deadline=None)
@given(THINGS)
def test_a_full_translation_leaves_no_word_of_the_source(thing: object) -> None:
    texts = {place: f"[{place}]" for place in texts_of(thing)}
    it = in_language(thing, Translation("es", "en", "it.es.yml", texts, ""))
    assert untold(it) == []
    assert texts_of(it) == texts


@settings(max_examples=50, deadline=None)
@given(THINGS)
def test_without_a_translation_every_text_knows_that_it_is_in_the_words_of_the_source(thing: object) -> None:
    it = in_language(thing, Translation("es", "en", "", {}, ""))
    assert untold(it) == list(texts_of(thing))
    assert it == thing, "the words themselves are the same"
    assert retold(it, lambda _, text: str.__str__(text)) == thing


@settings(max_examples=25, deadline=None)
@given(THINGS)
def test_another_process_knows_it_too(thing: object) -> None:
    it = in_language(thing, Translation("es", "en", "", {}, ""))
    there = pickle.loads(pickle.dumps(it))  # noqa: S301  our own
    assert repr(there) == repr(it)
    assert untold(there) == list(texts_of(thing))
    assert {text.language for text in texts_of(copy.deepcopy(it)).values() if isinstance(text, SourceText)} <= {"en"}


def test_a_text_that_is_translated_as_it_stands_is_another_than_one_that_is_not() -> None:
    """Pages are kept by what things say of themselves, and these two look different on a page."""
    skill = Skill("A.1", "Tram 4", {})
    thing = competency(skills=(skill,))
    same = Translation("es", "en", "it.es.yml", {"skills/A.1/title": "Tram 4"}, "")
    nothing = Translation("es", "en", "", {}, "")
    assert in_language(thing, same) == in_language(thing, nothing)
    assert repr(in_language(thing, same)) != repr(in_language(thing, nothing))


def test_a_translation_has_another_digest_when_it_says_something_else() -> None:
    def digest(language: str, value: dict[str, object]) -> str:
        return read_translation(competency(), ("en", language), "it.yml", value, "")[0].digest

    digests = [
        digest("es", {}),
        digest("fr", {}),
        digest("es", {"title": "A"}),
        digest("es", {"title": "B"}),
        digest("es", {"statement": "A"}),
    ]
    assert len(set(digests)) == 5
    assert digest("es", {"title": "A"}) == digest("es", {"title": " A\n", "made_from": {"title": "x"}, "titel": "B"})
