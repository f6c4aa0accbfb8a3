"""A glossary on its way to translators and back: its words are texts like others, their other forms are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.translations.notes import note_of
from site_builder.exchange.translations.sidecar import Words, sidecar
from tests.exchange.translations.bilingual import bilingual, source, texts_in
from tests.project import Project

FILE = "continuum/glossary.yml"
SPANISH = "continuum/glossary.es.yml"


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """The small school in two languages, with a glossary."""
    words = "terms:\n  - {id: claim, term: claim, also: claims, means: What is said.}\n"
    return bilingual(tmp_path).write(FILE, words)


def said(school: Project, texts: dict[str, str]) -> str:
    """What the Spanish file says once these texts are in it."""
    known = texts_in(school.root)
    found = sidecar(known, source(known, FILE), "es", Words(texts, {}))
    assert found is not None
    return found.data.decode()


def test_it_comes_last_with_its_words_and_their_meanings(school: Project) -> None:
    last = texts_in(school.root).sources[-1]
    assert last.file == FILE
    assert list(last.texts) == ["terms/claim/term", "terms/claim/means"]


def test_a_translator_is_told_what_each_text_is(school: Project) -> None:
    known = texts_in(school.root)
    glossary = source(known, FILE).thing
    assert "other forms go into the file itself" in note_of(glossary, "terms/claim/term", known)
    assert note_of(glossary, "terms/claim/means", known).startswith("What the word “claim” means here")


def test_a_new_translation_has_no_other_forms_yet(school: Project) -> None:
    assert said(school, {"terms/claim/term": "afirmación"}) == "terms:\n  - {id: claim, term: afirmación}\n"


def test_other_forms_that_are_there_stay(school: Project) -> None:
    school.write(SPANISH, "terms:\n  - id: claim\n    term: afirmacion\n    also: [afirmaciones]\n")
    assert said(school, {"terms/claim/term": "afirmación"}) == (
        "terms:\n  - id: claim\n    term: afirmación\n    also: [afirmaciones]\n"
    )
