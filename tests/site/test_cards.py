"""A piece of work in brief."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.model import Annotation, Medium
from site_builder.site.cards import WorkCard, work_card
from tests.site.continua import competency, exemplar, small_outline


def card(**changes: Any) -> WorkCard:
    outline = small_outline([competency(title="Argue *well*")], [exemplar(**changes)])
    return work_card(outline.exemplars["literacy/lunch"], outline, "../")


def test_a_card_says_what_the_work_is_and_leads_to_it() -> None:
    it = card()
    assert (it.href, it.title) == ("../exemplars/literacy/lunch/", "Should lunch be longer?")
    assert (it.area, it.badge.name, it.mode) == ("Literacy", "Proficient", "writing")


def test_titles_are_words_without_signs() -> None:
    assert card().competency == "Argue well"
    assert card(title="A `letter`").title == "A letter"


def test_work_for_a_competency_that_is_not_there_still_has_a_card() -> None:
    assert card(competency="LIT.GONE").competency == ""


@pytest.mark.parametrize(
    ("changes", "peek"),
    [
        ({}, "Lunch is nine minutes by the time we sit down."),
        ({"annotations": (Annotation("LIT.ARG.1", "3", "Measured.", quote="nine minutes"),)}, "nine minutes"),
        ({"body": "", "media": (Medium("table.jpg", alt="A table of times"),)}, "A table of times"),
        ({"body": "", "media": (Medium("table.jpg", "A table", words="Nine, ten."),)}, "Nine, ten."),
        ({"body": "", "summary": "A speech."}, "A speech."),
        ({"body": ""}, ""),
    ],
)
def test_a_card_shows_a_line_of_the_work_or_what_there_is(changes: dict[str, Any], peek: str) -> None:
    assert card(**changes).peek == peek


def test_a_long_work_is_cut_between_words() -> None:
    peek = card(body="word " * 100).peek
    assert len(peek) <= 162
    assert peek.endswith("word …")
