"""What translators are told of each text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from site_builder.exchange.framework import Framework
from site_builder.exchange.translations.notes import note_of
from site_builder.exchange.translations.school_texts import SchoolTexts, SourceTexts, Spoken
from site_builder.resources import demonstration
from tests.exchange.frameworks import frameworks
from tests.exchange.translations.bilingual import bilingual, listed, texts_in


@pytest.mark.parametrize(
    ("location", "note"),
    [
        ("continuum/continuum.yml#scales/learning/2/name", "Name of level 2 of 2, first to furthest"),
        (
            "continuum/continuum.yml#scales/learning/2/means",
            "What the level 2, “Steady” means, in the words of a student",
        ),
        ("continuum/literacy/argue.yml#title", "Title of a competency, in the area “Literacy”"),
        (
            "continuum/literacy/argue.yml#skills/LIT.ARG.1/levels/2",
            "What a learner can do at the level 2, “Steady”; skill “Claim”; competency “Argue from evidence”",
        ),
        (
            "continuum/agency/set-a-goal.md#levels/self",
            "What a learner can do at the level self, “On my own”; competency “Set a goal”",
        ),
        (
            "continuum/pages/families.md#body",
            "The page “For families”; Markdown: keep its signs, and the addresses of links",
        ),
    ],
)
def test_a_note_says_what_kind_of_text_it_is_and_whose(tmp_path: Path, location: str, note: str) -> None:
    notes = {it.location: it.note for it in listed(bilingual(tmp_path).root)}
    assert notes[location] == note


def test_a_quote_says_that_it_stands_in_the_work(tmp_path: Path) -> None:
    notes = {it.location: it.note for it in listed(bilingual(tmp_path).root)}
    quotes = [note for at, note in notes.items() if at.endswith("/quote")]
    assert quotes
    assert all("letter by letter as they stand in the translated work" in it for it in quotes)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(frameworks())
def test_every_text_has_a_note(framework: Framework) -> None:
    things: tuple[Spoken, ...] = (framework.settings, *framework.areas, *framework.competencies)
    sources = tuple(SourceTexts(it) for it in things)
    school = SchoolTexts(Path(), framework.settings, framework.by_slug, sources)
    for it in sources:
        for place in it.texts:
            assert note_of(it.thing, place, school)


def test_every_text_of_the_demonstration_has_a_note() -> None:
    school = texts_in(demonstration())
    notes = [note_of(it.thing, place, school) for it in school.sources for place in it.texts]
    assert len(notes) > 2000
    assert max(map(len, notes)) < 200
