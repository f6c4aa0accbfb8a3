"""What families read in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from site_builder.model import Annotation, Exemplar, Glossary, Medium, Page, Pathway, Skill, Term
from site_builder.problems import Span, Spot
from site_builder.sources.ease import counted
from site_builder.sources.prose import lengths, prose_in, prose_of
from site_builder.sources.texts import texts_of
from site_builder.sources.translation import Translation
from tests.site.continua import area, competency, exemplar, small_outline
from tests.sources.things import THINGS


def as_its_own_translation(thing: object) -> Translation:
    texts = texts_of(thing)
    return Translation("es", "en", "a.es.yml", texts, "", {place: Spot("a.es.yml", (place,)) for place in texts})


@settings(max_examples=60, deadline=None)
@given(THINGS)
def test_of_a_translation_the_same_is_read_as_of_its_source(thing: object) -> None:
    ours, theirs = prose_of(thing).lines, prose_in(thing, as_its_own_translation(thing)).lines
    assert sorted(filter(str.strip, ours)) == sorted(filter(str.strip, theirs))


def test_titles_are_not_sentences() -> None:
    it = competency(
        why="Because.", about="More.", skills=(Skill("LIT.ARG.1", "Claim", {"1": ("I can.",)}, at_home="Ask."),)
    )
    assert prose_of(it).lines == ("I can build a claim that others can test.", "Because.", "More.", "I can.", "Ask.")


def test_the_words_of_a_student_are_not_read_for_their_ease() -> None:
    it = exemplar(
        summary="A letter.",
        why="It asks.",
        writer="A student of 14",
        annotations=(Annotation("LIT.ARG.1", "3", "A fact.", quote="nine minutes"),),
        media=(Medium("a.png", "A map.", "The map", "Tram 4", "Hello?"),),
    )
    assert prose_of(it).lines == ("A letter.", "It asks.", "A fact.")


def test_each_statement_of_a_level_has_its_own_place() -> None:
    skill = Skill("LIT.ARG.1", "Claim", {"1": ("I can a.", "I can b."), "2": ("I can c.",)}, supports={"1": ("Try.",)})
    prose = prose_of(competency(skills=(skill, replace(skill, id="LIT.ARG.2"))))
    file, levels = "continuum/literacy/lit-arg.yml", ("skills", 0, "levels")
    assert [prose.at(number) for number in (1, 2, 3, 4)] == [
        Spot(file, (*levels, "1", 0)),
        Spot(file, (*levels, "1", 1)),
        Spot(file, (*levels, "2")),
        Spot(file, ("skills", 0, "supports", "1")),
    ]


def test_a_competency_that_is_its_own_skill_has_its_levels_at_its_own_place() -> None:
    it = competency(skills=(Skill("LIT.ARG", "Argue", {"1": ("I can a.",)}),))
    assert prose_of(it).at(1) == Spot("continuum/literacy/lit-arg.yml", ("levels", "1"))


def test_a_line_of_a_page_is_found_in_its_file() -> None:
    page = Page(
        "families", "For families", "# One\n\nTwo *is*\nlong.\n\n- Three\n- Four\n", "p.md", "About.", body_line=5
    )
    prose = prose_of(page)
    assert prose.lines == ("About.", "One", "Two is long.", "Three", "Four")
    assert [prose.at(it) for it in range(5)] == [
        Spot("p.md", ("description",)),
        Span("p.md", 5),
        Span("p.md", 7),
        Span("p.md", 10),
        Span("p.md", 11),
    ]


def test_a_translated_body_is_read_on_pages_alone() -> None:
    page = Page("families", "For families", "One.", "p.md")
    told = replace(as_its_own_translation(page), spots={"title": Spot("p.es.md", ("title",)), "body": Spot("p.es.md")})
    told = replace(told, file="p.es.md", body_line=4)
    assert prose_in(page, told).lines == ("One.",)
    assert prose_in(page, told).at(0) == Span("p.es.md", 4)
    assert prose_in(exemplar(), as_its_own_translation(exemplar())).lines == ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [("Two words.", ("Two words.",)), ("See [this](x) `now`.", ("See this now.",)), ("A.\n\nB.", ("A.", "B."))],
)
def test_markup_is_not_read(text: str, lines: tuple[str, ...]) -> None:
    assert prose_of(area(about=text)).lines == lines


def test_of_other_things_what_they_say_about_themselves_is_read() -> None:
    outline = small_outline(description="What we learn.")
    assert prose_of(outline.settings).lines[0] == "What we learn."
    assert prose_of(outline.settings).at(1) == Spot("continuum/continuum.yml", ("scales", "learning", 0, "means"))
    assert prose_of(Pathway("P", "p", "Path", "Leads on.", (), "p.yml")).lines == ("Leads on.",)
    glossary = Glossary((Term("claim", "claim", "What is said.", ("claims",)),))
    assert prose_of(glossary).lines == ("What is said.",)
    assert prose_of(glossary).at(0) == Spot("continuum/glossary.yml", ("terms", 0, "means"))
    assert prose_of(None).lines == ()


def test_lengths_are_counted_where_a_language_has_a_formula() -> None:
    it = area(about="I can say it.")
    told = Translation("es", "en", "a.es.yml", {"about": "Puedo decirlo."}, "", {"about": Spot("a.es.yml", ("about",))})
    assert lengths(it, "en", {"es": told, "ar": replace(told, language="ar")}) == {
        "en": counted(("I can say it.",), "en"),
        "es": counted(("Puedo decirlo.",), "es"),
    }
    assert lengths(area(), "en", {}) == {}
    assert lengths(it, "zh-Hans", {}) == {}


def test_an_exemplar_without_words_of_a_school_says_nothing() -> None:
    assert isinstance(exemplar(), Exemplar)
    assert prose_of(exemplar()).lines == ()
