"""A page in another language than the school's: nothing on it pretends to be in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from site_builder.evidence.piece import Mark, Piece
from site_builder.evidence.student import Student
from site_builder.make import make_of
from site_builder.progress.telling import tellings
from site_builder.progress.voice import Voice
from site_builder.progress.workshop import Job, Workshop
from site_builder.site.build import cache_of
from site_builder.sources.crew import Crew
from site_builder.sources.load import load
from tests.project import Project
from tests.site.markup import Element, read

TODAY = date(2026, 11, 24)
LATIN = re.compile(r"[A-Za-z]{2,}")
ADA = Student("S1", "Ada Brook", "Ada", "Brook, Ada")
VOICE = Voice("I like birds.", date(2026, 11, 2), ("To ask first",))
PIECES = (
    Piece("S1", "LIT.ARG.1", "1", date(2026, 9, 4), task="Should lunch be longer?", task_id="lunch", attempt=1),
    Piece(
        *("S1", "LIT.ARG.1", "2", date(2026, 9, 18)),
        task="Should lunch be longer?",
        task_id="lunch",
        attempt=2,
        kind="text",
        assessor="Ms Lindgård",
        comment="Now one could disagree.",
        reflection="I changed my mind.",
    ),
    Piece("S1", "LIT.ARG.2", "2", date(2026, 9, 18), task="Should lunch be longer?", task_id="lunch", attempt=2),
    Piece("S1", "LIT.RET", "1", date(2026, 9, 2), mark=Mark.BASELINE),
    Piece("S1", "LIT.RET", "2", date(2026, 10, 2), task="The heron", is_formative=True),
    Piece("S1", "AGE.GOA", "together", date(2026, 10, 2), task="My week"),
)


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """A small school whose continuum is in English alone."""
    root = Project(tmp_path_factory.mktemp("school")).root
    crew = Crew(1)
    told = tellings(load(root, cache_of(root), crew, TODAY, make_of()), crew, ["ar", "es"])
    assert told is not None
    return Job(told, TODAY, "https://school.example/")


def made(job: Job, language: str, student: Student = ADA, voice: Voice | None = VOICE) -> Element:
    """A page with something of everything."""
    return read(Workshop(job).student(replace(student, language=language), PIECES, voice).body)


def spoken(it: Element, tongue: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Each text of a page with the language that it says it is in; None where that is the page's."""
    tongue = it.attributes.get("lang", tongue)
    for part in it.inside:
        if isinstance(part, Element):
            yield from spoken(part, tongue)
        elif part.strip():
            yield part.strip(), tongue


def heard(page: Element) -> str:
    """All that is said to ears alone."""
    return " ".join(it[name] for it in page.walk() for name in ("aria-label", "alt", "title"))


def test_on_an_arabic_page_nothing_is_in_english_but_what_says_so(job: Job) -> None:
    page = made(job, "ar")
    unmarked = [text for text, tongue in spoken(page) if tongue is None and LATIN.search(text)]
    assert set(unmarked) == {"Ada", "Ms Lindgård"}
    assert not LATIN.search(heard(page))


@pytest.mark.parametrize("language", ["ar", "es"])
def test_texts_of_the_continuum_say_that_they_are_in_english_and_what_people_wrote_that_nobody_knows(
    job: Job, language: str
) -> None:
    said = dict(spoken(made(job, language)))
    ours = ("Small School", "Literacy", "Argue from evidence", "Claim", "Starting", "Steady")
    assert {text: said[text] for text in ours} == dict.fromkeys(ours, "en")
    theirs = ("Should lunch be longer?", "text", "“Now one could disagree.”", "I changed my mind.", "The heron")
    assert {text: said[text] for text in theirs} == dict.fromkeys(theirs, "")


@pytest.mark.parametrize("language", ["ar", "es"])
def test_a_students_words_are_in_the_schools_language_where_nobody_says_another(job: Job, language: str) -> None:
    (own,) = made(job, language).one("blockquote").all("div")
    (other,) = made(job, language, voice=replace(VOICE, language=language)).one("blockquote").all("div")
    assert (own["lang"], own["dir"]) == ("en", "auto")
    assert ("lang" in other.attributes, other["dir"]) == (False, "auto")


def test_names_in_sentences_are_isolated_where_they_could_turn_them(job: Job) -> None:
    names = [it.words for it in made(job, "ar").one("h1").all("bdi")]
    assert names == ["Ada"]
    assert made(job, "es").one("h1").all("bdi") == []
    layla = replace(ADA, given="ليلى")
    assert [it.words for it in made(job, "", layla).one("h1").all("bdi")] == ["ليلى"]


def test_on_the_schools_own_page_nothing_says_so(job: Job) -> None:
    assert {tongue for _, tongue in spoken(made(job, ""))} == {None}


def test_each_area_says_what_is_new_and_next_with_its_skills_in_their_language(job: Job) -> None:
    line = made(job, "ar").one("ul", "sum").all("li")[0]
    assert [it.words for it in line.one("p").all("span", "src")] == ["Retell a story"]
    assert "المستوى 2" in line.words


def test_a_link_of_a_page_leads_into_the_site_as_far_as_it_speaks_the_language(job: Job) -> None:
    assert "https://school.example/levels/#rule" in set(made(job, "ar").links().values())


@pytest.mark.parametrize("language", ["ar", "es", ""])
def test_no_two_places_of_a_page_have_one_name(job: Job, language: str) -> None:
    ids = [it["id"] for it in made(job, language).walk() if it["id"]]
    assert len(ids) == len(set(ids))
