"""A school's own file of the words that pages say themselves."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.exchange.translations.words_file import words_said, write_words
from site_builder.look.po_text import read_po
from site_builder.look.words import catalogue
from tests.exchange.translations.bilingual import bilingual
from tests.project import Project


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """The small school in two languages."""
    return bilingual(tmp_path)


def test_a_language_that_we_do_not_speak_begins_with_every_text(school: Project) -> None:
    made = write_words(school.root, "nl")
    assert (made.file, made.is_new, made.translated, made.added) == ("continuum/words/nl.po", True, 0, made.count)
    text = school.read(made.file)
    assert '"Language: nl\\n"' in text and "nplurals=2; plural=(n != 1);" in text
    messages, problems = read_po("", text)
    assert (len(messages) - 1, problems) == (made.count, [])
    school.change(made.file, 'msgid "On this page"\nmsgstr ""', 'msgid "On this page"\nmsgstr "Op deze pagina"')
    assert catalogue("nl", school.root).gettext("On this page") == "Op deze pagina"
    assert words_said(school.root, "nl") == (1, made.count)


def test_a_language_that_we_speak_begins_with_our_words(school: Project) -> None:
    ours, _ = words_said(school.root, "es")
    made = write_words(school.root, "es")
    assert made.translated == ours > 300
    assert words_said(school.root, "es") == (ours, made.count)
    assert "nplurals=6" in school.read(write_words(school.root, "ar").file)


def test_one_word_said_in_another_way_is_the_one_that_pages_say(school: Project) -> None:
    made = write_words(school.root, "es")
    was = catalogue("es").gettext("Student work")
    school.change(made.file, f'msgid "Student work"\nmsgstr "{was}"', 'msgid "Student work"\nmsgstr "Obras"')
    assert catalogue("es", school.root).gettext("Student work") == "Obras"


def test_english_words_can_be_said_in_another_way_too(school: Project) -> None:
    made = write_words(school.root, "en")
    assert (made.translated, words_said(school.root, "en")) == (0, (made.count, made.count))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_that_is_there_gets_what_is_new_and_keeps_all_else(school: Project, end: str) -> None:
    lines = ["# Ours", 'msgid ""', 'msgstr "Language: es\\n"', "", "# by Ana", 'msgid "Student work"', 'msgstr "Obras"']
    mine = "".join(f"{line}{end}" for line in lines)
    school.write("continuum/words/es.po", mine)
    made = write_words(school.root, "es")
    assert (made.is_new, made.added) == (False, made.count - 1)
    data = (school.root / made.file).read_bytes()
    assert data.startswith(mine.encode())
    assert data.count(b"\r\n") == (data.count(b"\n") if end == "\r\n" else 0)
    again = write_words(school.root, "es")
    assert (again.added, (school.root / made.file).read_bytes()) == (0, data)


def test_a_file_that_cannot_be_read_stays_as_it_is(school: Project) -> None:
    school.write("continuum/words/es.po", "what is this")
    made = write_words(school.root, "es")
    assert [it.code for it in made.problems] == ["words-unreadable"]
    assert school.read("continuum/words/es.po") == "what is this"


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_nothing_is_written_through_a_link(school: Project, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (school.root / "continuum/words").symlink_to(outside)
    assert [it.code for it in write_words(school.root, "nl").problems] == ["output-refused"]
    assert list(outside.iterdir()) == []
