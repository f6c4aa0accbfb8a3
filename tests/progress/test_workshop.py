"""The way from evidence to a finished file."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from site_builder.evidence.student import Student
from site_builder.make import make_of
from site_builder.private.envelope import opened
from site_builder.private.sealed_page import envelope_in
from site_builder.private.secret import Secret
from site_builder.progress.telling import tellings
from site_builder.progress.workshop import Job, Workshop
from site_builder.site.build import cache_of
from site_builder.sources.crew import Crew
from site_builder.sources.load import load
from tests.progress.evidence import piece
from tests.project import Project

TODAY = date(2026, 11, 24)
SECRET = Secret(bytes(range(16)))
NOOR = Student("S1", "Noor Layla Haddad", "Noor", "Haddad, Noor Layla", household="S1")


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """Sealed pages of the small school."""
    root = Project(tmp_path_factory.mktemp("school")).root
    crew = Crew(1)
    told = tellings(load(root, cache_of(root), crew, TODAY, make_of()), crew, ["ar", "en", "xx", "tlh-Latn"])
    assert told is not None
    return Job(told, TODAY)


@pytest.fixture
def workshop(job: Job) -> Workshop:
    """A workshop that has made nothing yet."""
    return Workshop(job)


def body(workshop: Workshop, student: Student = NOOR) -> str:
    """The page of a student with one piece of evidence."""
    return workshop.student(student, [piece("2", skill="LIT.ARG.1")], None).body


def test_what_is_sealed_is_what_the_key_opens(workshop: Workshop) -> None:
    said = body(workshop)
    envelope = envelope_in(workshop.sealed(said, SECRET))
    assert envelope is not None
    assert opened(envelope, SECRET) == workshop.text(said)
    assert workshop.text(said).startswith("<style>")
    assert b"Noor" not in workshop.sealed(said, SECRET)


def test_a_page_says_the_day_and_the_student_as_they_are_called(workshop: Workshop) -> None:
    assert "Noor&rsquo;s learning" in body(workshop)
    assert "Haddad" not in body(workshop)
    assert "24 November 2026" in body(workshop) or "November 24, 2026" in body(workshop)


def test_a_page_of_an_earlier_day_knows_nothing_of_later_evidence(job: Job) -> None:
    early = Workshop(replace(job, as_of=date(2026, 1, 1)))
    assert "from 0 pieces of evidence" in body(early)
    assert "from 1 piece of evidence" in body(Workshop(job))


def test_a_sealed_page_can_be_hidden_and_a_plain_one_says_that_it_is_none(job: Job) -> None:
    assert 'data-do="hide"' in body(Workshop(job))
    plain = Workshop(replace(job, is_sealed=False))
    assert 'data-do="hide"' not in body(plain)
    page = plain.plain(body(plain), "Noor Layla Haddad").decode()
    assert "<title>Noor Layla Haddad</title>" in page
    assert page.startswith("<!doctype html>")


def test_the_title_of_a_plain_page_is_text(workshop: Workshop) -> None:
    page = workshop.plain("", "</title><script>alert(1)</script>").decode()
    assert "<script>alert" not in page


def test_what_is_drawn_for_a_language_is_drawn_once(workshop: Workshop) -> None:
    assert workshop.bench("") is workshop.bench("en")
    body(workshop)
    assert workshop.bench("en") is workshop.bench("")


@pytest.mark.parametrize("language", ["xx", "tlh-Latn"])
def test_a_language_that_nobody_has_translated_becomes_the_schools_own(workshop: Workshop, language: str) -> None:
    assert workshop.bench(language) is workshop.bench("")
    assert 'lang="en"' in workshop.sealed(body(workshop), SECRET, language).decode()


def test_a_family_reads_our_words_in_its_language_and_the_rest_says_in_which_it_is(workshop: Workshop) -> None:
    said = body(workshop, replace(NOOR, language="ar"))
    assert "Noor" in said
    assert "learning</h1>" not in said
    assert '<span class="src" lang="en" dir="ltr">Argue from evidence</span>' in said
    page = workshop.sealed(said, SECRET, "ar").decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert 'href="../../open/ar/"' in page
    assert 'href="../../open/"' in workshop.sealed(said, SECRET).decode()


def test_a_student_stands_where_they_stand_whoever_reads_of_it(workshop: Workshop) -> None:
    pieces = [piece("2", skill="LIT.ARG.1")]
    own, other = (workshop.judged(replace(NOOR, language=it), pieces) for it in ("", "ar"))
    assert [(it.competency.id, it.state, it.position) for it in own.competencies] == [
        (it.competency.id, it.state, it.position) for it in other.competencies
    ]


def test_no_address_of_the_public_site_stands_on_a_page_when_nobody_has_said_it(job: Job) -> None:
    assert re.findall('href="(?!#)', body(Workshop(job))) == []
    linked = Workshop(replace(job, site_url="https://school.example/continuum/"))
    assert 'href="https://school.example/continuum/literacy/argue/"' in body(linked)


def test_a_group_is_told_by_sort_names_and_its_title_is_text(workshop: Workshop) -> None:
    zoe = Student("S2", "Zoë Quillfeather", "Zoë", "Quillfeather, Zoë", language="ar")
    made = [(it, workshop.student(it, [], None).brief) for it in (zoe, NOOR)]
    page = workshop.group("Advisory <Heron>", made)
    assert page.index("Noor Layla Haddad") < page.index("Zoë Quillfeather")
    assert 'class="src"' not in page
    assert "Advisory &lt;Heron&gt;" in page
