"""A person says that translations fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.translations.marking import Marked, mark
from site_builder.sources.translation import fingerprint
from tests.exchange.translations.bilingual import ARGUE, ARGUE_ES, SPANISH, bilingual, sidecars, source, texts_in
from tests.project import Project


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """The small school in two languages."""
    return bilingual(tmp_path)


def marked(school: Project) -> Marked:
    known = texts_in(school.root)
    return mark(known, known.sources, "es")


def test_every_translated_text_is_watched_from_then_on(school: Project) -> None:
    found = marked(school)
    assert (found.watched, found.found_to_fit, found.files) == (3, 0, (ARGUE_ES,))
    translation = source(texts_in(school.root), ARGUE).translations["es"]
    assert (translation.unmarked, translation.stale) == ((), ())
    assert school.read(ARGUE_ES).startswith(SPANISH.partition("made_from:")[0])


def test_one_that_has_changed_is_found_to_fit(school: Project) -> None:
    marked(school)
    school.change(ARGUE, "title: Claim", "title: My claim")
    found = marked(school)
    assert (found.watched, found.found_to_fit) == (0, 1)
    assert f"skills/LIT.ARG.1/title: {fingerprint('My claim')}" in school.read(ARGUE_ES)


def test_a_second_time_there_is_nothing_to_write(school: Project) -> None:
    marked(school)
    before = sidecars(school.root)
    assert marked(school).files == ()
    assert sidecars(school.root) == before


def test_what_is_not_translated_is_not_marked(school: Project) -> None:
    marked(school)
    assert "  why:" not in school.read(ARGUE_ES)


def test_where_nothing_can_be_written_nothing_is(school: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.exchange.translations.written_beside.LARGEST", 100)
    before = sidecars(school.root)
    found = marked(school)
    assert ([it.code for it in found.problems], found.files) == (["import-odd"], ())
    assert sidecars(school.root) == before
