"""What becomes of each row that came back."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.translations.decisions import Decision, Fate, decisions
from site_builder.exchange.translations.incoming import Row
from site_builder.exchange.translations.matching import Texts
from site_builder.sources.translation import fingerprint
from tests.exchange.translations.bilingual import ARGUE, bilingual, row, texts_in
from tests.project import Project

# “title” is translated and watched, “statement” is translated and not watched, “why” is not translated.
TITLE, STATEMENT, WHY = (f"{ARGUE}#{it}" for it in ("title", "statement", "why"))
STATEMENT_EN, STATEMENT_ES = (
    "I can build a claim that others can test.",
    "Puedo hacer una afirmación que otros pueden poner a prueba.",
)
TITLE_EN, TITLE_ES = "Argue from evidence", "Argumentar con evidencia"
WHY_EN = "People who vote have to weigh what they are told."


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """The small school in two languages."""
    return bilingual(tmp_path)


def decided(school: Project, *rows: Row) -> list[Decision]:
    return list(decisions(rows, Texts(texts_in(school.root).sources), "es"))


@pytest.mark.parametrize(
    ("coming", "fate"),
    [
        (row(WHY_EN, "Porque sí.", WHY), Fate.NEW),
        (row(TITLE_EN, "Argumentar", TITLE), Fate.CHANGED),
        (row(STATEMENT_EN, "Puedo.", STATEMENT), Fate.CHANGED),
        (row(TITLE_EN, TITLE_ES, TITLE), Fate.SAME),
        (row(STATEMENT_EN, STATEMENT_ES, STATEMENT), Fate.SAME),
        (row(STATEMENT_EN, f" {STATEMENT_ES}\n", STATEMENT), Fate.SAME),
        (row(WHY_EN, "", WHY), Fate.EMPTY),
        (row(TITLE_EN, " \n", TITLE), Fate.EMPTY),
        (row(WHY_EN, "\u200b", WHY), Fate.EMPTY),
        (row(WHY_EN, "Porque", WHY, fuzzy=True), Fate.FUZZY),
        (row(WHY_EN, "", WHY, fuzzy=True), Fate.EMPTY),
        (row("Nobody says this", "Nadie", "x"), Fate.UNKNOWN),
        (row("Nobody says this", "Nadie", "continuum/literacy/gone.yml#title"), Fate.UNKNOWN),
    ],
)
def test_a_row_that_fits_is_taken_where_it_says_something_new(school: Project, coming: Row, fate: Fate) -> None:
    [found] = decided(school, coming)
    assert found.fate is fate
    assert not found.is_stale
    if fate in (Fate.NEW, Fate.CHANGED):
        assert (found.target, found.made) == (coming.target, fingerprint(coming.source))


# The source says something else now


def test_a_translation_of_other_words_is_taken_and_stays_marked(school: Project) -> None:
    [new, changed] = decided(school, row("Why?", "¿Por qué?", WHY), row("I can test.", "Puedo probar.", STATEMENT))
    assert (new.fate, new.is_stale, new.made) == (Fate.NEW, True, fingerprint("Why?"))
    assert (changed.fate, changed.is_stale, changed.made) == (Fate.CHANGED, True, fingerprint("I can test."))


def test_a_translation_that_fits_does_not_give_way_to_one_of_other_words(school: Project) -> None:
    [other, same] = decided(school, row("Argue", "Discutir", TITLE)), decided(school, row("Argue", TITLE_ES, TITLE))
    assert [it.fate for it in (*other, *same)] == [Fate.OLDER, Fate.SAME]


def test_where_nobody_knew_what_was_translated_the_file_tells(school: Project) -> None:
    [found] = decided(school, row("I can test.", STATEMENT_ES, STATEMENT))
    assert (found.fate, found.is_stale, found.made) == (Fate.MARKED, True, fingerprint("I can test."))


# Somebody has looked


def test_a_translation_that_comes_back_unmarked_has_been_found_to_fit(school: Project) -> None:
    school.change(ARGUE, f"title: {TITLE_EN}", "title: Argue with evidence")
    [found] = decided(school, row("Argue with evidence", TITLE_ES, TITLE))
    assert (found.fate, found.is_stale, found.made) == (Fate.MARKED, False, fingerprint("Argue with evidence"))


def test_a_table_cannot_say_that_somebody_has_looked(school: Project) -> None:
    school.change(ARGUE, f"title: {TITLE_EN}", "title: Argue with evidence")
    [found] = decided(school, row("Argue with evidence", TITLE_ES, TITLE, answer=False))
    assert found.fate is Fate.SAME


def test_what_has_changed_again_stays_as_it_is_marked(school: Project) -> None:
    school.change(ARGUE, f"title: {TITLE_EN}", "title: Argue with evidence")
    [found] = decided(school, row(TITLE_EN, TITLE_ES, TITLE))
    assert found.fate is Fate.SAME


# Several rows about one text


def test_a_row_that_fits_comes_before_one_that_does_not(school: Project) -> None:
    rows = (row("Why?", "¿Por qué?", WHY), row(WHY_EN, "Porque sí.", WHY, line=2))
    found = decided(school, *rows)
    assert [(it.fate, it.row.at.line) for it in found] == [(Fate.NEW, 2), (Fate.OLDER, 1)]


def test_a_row_that_names_the_place_comes_before_one_that_only_has_the_words(school: Project) -> None:
    rows = (row("Claim", "Tesis", "x"), row("Claim", "Alegato", f"{ARGUE}#skills/LIT.ARG.1/title"))
    assert [(it.fate, it.target) for it in decided(school, *rows)] == [(Fate.CHANGED, "Alegato")]


def test_nobody_can_tell_which_of_two_translations_is_meant(school: Project) -> None:
    rows = (row(WHY_EN, "Uno", WHY, line=1), row(WHY_EN, "Dos", WHY, line=2))
    found = decided(school, *rows)
    assert [(it.fate, it.row.at.line) for it in found] == [(Fate.UNCLEAR, 1), (Fate.UNCLEAR, 2)]
    assert [it.fate for it in decided(school, rows[0], row(WHY_EN, "Uno ", WHY))] == [Fate.NEW]


# Letters


def test_signs_that_nobody_sees_are_left_out_and_those_that_are_needed_stay(school: Project) -> None:
    [found] = decided(school, row(WHY_EN, "a\u200bb\u2028می\u200cخواهم", WHY))
    assert found.target == "ab\nمی\u200cخواهم"


def test_what_is_there_is_not_tidied_by_the_way(school: Project) -> None:
    school.write("continuum/literacy/argue.es.yml", 'why: "a\\u200bb"\n')
    assert [it.fate for it in decided(school, row(WHY_EN, "a\u200bb", WHY))] == [Fate.SAME]


def test_a_row_is_told_by_the_text_that_it_is_about_or_by_its_own_place(school: Project) -> None:
    [known, unknown] = decided(school, row("?", "?", line=7), row(WHY_EN, "Porque", WHY))
    assert (known.location, unknown.location) == ("es.po:7", WHY)
