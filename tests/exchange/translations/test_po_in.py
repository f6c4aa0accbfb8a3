"""PO as translators' tools write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.exchange.translations.incoming import Received
from site_builder.exchange.translations.po_in import read_po_file

POEDIT = r"""# Traductora: Ana
msgid ""
msgstr ""
"Project-Id-Version: Small School\n"
"POT-Creation-Date: \n"
"PO-Revision-Date: 2026-10-02 12:31:07+0200\n"
"Last-Translator: Ana\n"
"Language-Team: \n"
"Language: es_ES\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n"
"X-Generator: Poedit 3.4\n"

#. Title of a competency
#: continuum/literacy/argue.yml:3
msgctxt ""
"continuum/literacy/"
"argue.yml#title"
msgid "Argue from "
"evidence"
msgstr ""
"Argumentar con "
"\"evidencia\"\n"
"\n"
"C:\\temp"

#, fuzzy, c-format
#| msgid "Why so?"
msgctxt "a#why"
msgid "Why?"
msgstr "¿Por qué?"

msgctxt "a#about"
msgid "About"
msgstr ""

msgid "one"
msgid_plural "many"
msgstr[0] "uno"
msgstr[1] "muchos"

#~ msgctxt "a#gone"
#~ msgid "Gone"
#~ msgstr "Ido"

#~ msgid "Gone too"
#~ msgstr "También"
"""


def read(tmp_path: Path, text: str | bytes) -> Received:
    path = tmp_path / "es.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_po_file(path)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_texts_are_read_however_a_tool_has_folded_them(tmp_path: Path, end: str, mark: str) -> None:
    found = read(tmp_path, mark + POEDIT.replace("\n", end))
    assert found.problems == ()
    assert (found.language, found.obsolete) == ("es_ES", 2)
    title, why, about = found.rows
    assert title.names == ("continuum/literacy/argue.yml#title",)
    assert (title.source, title.target) == ("Argue from evidence", 'Argumentar con "evidencia"\n\nC:\\temp')
    assert (why.is_fuzzy, why.target, why.is_answer) == (True, "¿Por qué?", True)
    assert (about.target, about.is_fuzzy) == ("", False)
    assert title.at.line == POEDIT[: POEDIT.index('msgid "Argue')].count("\n") + 1


def test_a_file_in_other_letters_says_so_in_its_head(tmp_path: Path) -> None:
    text = POEDIT.replace("UTF-8", "ISO-8859-1")
    assert read(tmp_path, text.encode("latin-1")).rows[1].target == "¿Por qué?"


def test_a_form_that_nobody_has_filled_in_is_in_utf_8(tmp_path: Path) -> None:
    assert read(tmp_path, POEDIT.replace("UTF-8", "CHARSET")).rows[1].target == "¿Por qué?"


def test_a_file_without_a_head_has_no_language(tmp_path: Path) -> None:
    found = read(tmp_path, 'msgid "a"\nmsgstr "b"\n')
    assert (found.language, [it.target for it in found.rows]) == ("", ["b"])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b"\nwhat is this\n', 3),
        ('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', 1),
        ('msgid "a"\nmsgstr "b\n', 2),
        (b"\xff\xfe\x00", 1),
        (POEDIT.encode("latin-1"), 1),
        (POEDIT.replace("UTF-8", "klingon"), 1),
    ],
)
def test_what_is_no_po_is_told_with_its_line(tmp_path: Path, text: str | bytes, line: int) -> None:
    found = read(tmp_path, text)
    [problem] = found.problems
    assert (problem.code, found.rows) == ("translation-unreadable", ())
    assert getattr(problem.at, "line", 0) == line


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    found = read_po_file(tmp_path / "none.po")
    assert [it.code for it in found.problems] == ["translation-unreadable"]


def test_a_file_of_another_size_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.tables.held.LARGEST", 100)
    assert [it.code for it in read(tmp_path, POEDIT).problems] == ["table-unreadable"]


@settings(deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    text = POEDIT.encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 30, len(text))))
    found = read(tmp_path_factory.mktemp("po"), text[:start] + data.draw(st.binary(max_size=5)) + text[end:])
    assert not (found.problems and found.rows)
