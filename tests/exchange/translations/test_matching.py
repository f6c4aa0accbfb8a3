"""Which text a row is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.translations.matching import Match, Texts, loosely, moved
from site_builder.sources.translation import fingerprint
from tests.exchange.translations.bilingual import ARGUE, bilingual, row, texts_in
from tests.project import Project

CODED = """id: LIT.RET
title: Retell a story
statement: I can retell.
skills:
  - id: LIT.RET.1
    title: Order
    levels:
      1: ["`CS1.1` Say what happened.", "`CS1.10` Say what happened.", "`CS1.2` Say why."]
      2: I can tell a story.
"""


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """The small school in two languages."""
    return bilingual(tmp_path)


def places(school: Project, *words: str) -> list[str]:
    """The places of texts that a row is about, without their file."""
    found = Texts(texts_in(school.root).sources).matches(row(*words))
    return [it.location for it in found]


def test_a_row_that_names_a_place_is_about_the_text_there(school: Project) -> None:
    assert places(school, "Claim", "Afirmación", f"{ARGUE}#skills/LIT.ARG.1/title") == [
        f"{ARGUE}#skills/LIT.ARG.1/title"
    ]


def test_the_first_name_that_is_known_counts(school: Project) -> None:
    assert places(school, "Claim", "x", "row 1", f"{ARGUE}#why", f"{ARGUE}#title") == [f"{ARGUE}#why"]


def test_a_row_that_names_none_is_about_every_text_that_says_its_words(school: Project) -> None:
    school.change(ARGUE, "title: Evidence", "title: Claim")
    assert places(school, "Claim", "Afirmación", "row 7") == [
        f"{ARGUE}#skills/LIT.ARG.1/title",
        f"{ARGUE}#skills/LIT.ARG.2/title",
    ]


@pytest.mark.parametrize("words", ["claim", "Claims", ""])
def test_other_words_are_about_nothing(school: Project, words: str) -> None:
    assert places(school, words, "Afirmación") == []


@pytest.mark.parametrize(
    "words",
    [
        "Ask “what would change your mind?”",
        'Ask  "what would\nchange your mind?" ',
        "Ask „what would change your mind?“",
    ],
)
def test_blanks_and_typographic_signs_make_no_other_words(school: Project, words: str) -> None:
    assert places(school, words, "Pregunta", "x") == [f"{ARGUE}#skills/LIT.ARG.1/at_home"]


def test_signs_are_compared_and_words_are_not_changed() -> None:
    assert loosely("it’s “so” – or… no\u00adthing") == 'it\'s "so" - or... nothing'
    assert loosely("cafe\u0301") == loosely("café")


# Codes


@pytest.mark.parametrize("name", ["frame.statement.CS1.1", "Statement CS1.1", "CS1.1"])
def test_a_code_in_front_of_a_text_is_found_in_what_the_row_is_called(school: Project, name: str) -> None:
    school.write("continuum/literacy/retell.yml", CODED)
    [match] = Texts(texts_in(school.root).sources).matches(row("Say what happened.", "Di qué pasó.", name))
    assert match.place == "skills/LIT.RET.1/levels/1/1"
    assert match.target == "`CS1.1` Di qué pasó."
    assert match.fits and match.made == fingerprint("`CS1.1` Say what happened.")


def test_without_a_name_every_text_with_these_words_behind_a_code_is_meant(school: Project) -> None:
    school.write("continuum/literacy/retell.yml", CODED)
    found = Texts(texts_in(school.root).sources).matches(row("Say what happened.", "`CS1.10` Di qué pasó."))
    assert [it.place[-1] for it in found] == ["1", "2"]
    assert [it.target for it in found] == ["`CS1.1` `CS1.10` Di qué pasó.", "`CS1.10` Di qué pasó."]


# Texts that have moved


def moved_from(school: Project, *rows: tuple[str, str]) -> list[Match]:
    texts = Texts(texts_in(school.root).sources)
    found = [it for place, words in rows for it in texts.matches(row(words, words.upper(), f"{ARGUE}#{place}"))]
    return list(moved(found))


def test_words_that_stand_elsewhere_in_the_source_now_are_followed(school: Project) -> None:
    school.change(
        ARGUE, "1: I can say what I think about a topic.", "1: [I can begin., I can say what I think about a topic.]"
    )
    [match] = moved_from(school, ("skills/LIT.ARG.1/levels/2", "I can say what I think about a topic."))
    assert (match.place, match.fits) == ("skills/LIT.ARG.1/levels/1/2", True)


def test_two_that_have_changed_places_are_told_apart(school: Project) -> None:
    school.change(ARGUE, "title: Claim", "title: X").change(ARGUE, "title: Evidence", "title: Claim")
    school.change(ARGUE, "title: X", "title: Evidence")
    rows = (("skills/LIT.ARG.1/title", "Claim"), ("skills/LIT.ARG.2/title", "Evidence"))
    assert [(it.place, it.target) for it in moved_from(school, *rows)] == [
        ("skills/LIT.ARG.2/title", "CLAIM"),
        ("skills/LIT.ARG.1/title", "EVIDENCE"),
    ]


def test_words_are_not_followed_to_a_text_that_has_a_row_of_its_own(school: Project) -> None:
    school.change(ARGUE, "title: Evidence", "title: Claim").change(ARGUE, "why: People who vote", "why: Whoever votes")
    old = "People who vote have to weigh what they are told."
    rows = (("skills/LIT.ARG.1/title", "Claim"), ("why", old), ("statement", "Claim"))
    found = moved_from(school, *rows, ("skills/LIT.ARG.2/title", "Claim"))
    assert [(it.place, it.fits) for it in found] == [
        ("skills/LIT.ARG.1/title", True),
        ("why", False),
        ("statement", False),
        ("skills/LIT.ARG.2/title", True),
    ]
    assert found[1].made == fingerprint(old)


def test_a_row_without_words_is_about_the_text_at_its_place(school: Project) -> None:
    [match] = moved_from(school, ("title", ""))
    assert (match.place, match.fits) == ("title", True)
