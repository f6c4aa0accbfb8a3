"""PO files as gettext writes them, and files that are none."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from site_builder.look.po_text import Message, read_po
from tests.sources.findings import lines

PO = r"""# Words of a school.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#: templates/pages/home.html
msgid "Find"
msgstr "Buscar"

#, fuzzy, python-format
msgid "All work for %(it)s"
msgstr ""
"Todo el trabajo "
"de %(it)s"

msgctxt "a button"
msgid "piece"
msgid_plural "pieces"
msgstr[0] "trabajo"
msgstr[1] "trabajos"

#~ msgid "Gone"
#~ msgstr "Se fue"
"""


def read(text: str) -> list[Message]:
    messages, problems = read_po("es.po", text)
    assert problems == []
    return messages


def test_each_message_comes_with_its_line_and_all_its_forms() -> None:
    head, *others = read(PO)
    assert (head.one, head.line) == ("", 2)
    assert head.forms == ("Content-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",)
    assert others == [
        Message(8, "Find", forms=("Buscar",)),
        Message(12, "All work for %(it)s", forms=("Todo el trabajo de %(it)s",), is_fuzzy=True),
        Message(18, "piece", "pieces", ("trabajo", "trabajos"), context="a button"),
    ]


def test_a_message_need_not_be_set_apart_by_an_empty_line() -> None:
    assert [it.one for it in read('msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n# e\nmsgid "f"\nmsgstr "g"')] == [
        *"acf"
    ]


def test_signs_with_a_backslash_before_them_are_what_they_stand_for() -> None:
    (it,) = read(r'msgid "a"' + "\n" + r'msgstr "one\ntwo\t\"three\" \\four\q"')
    assert it.forms == ('one\ntwo\t"three" \\fourq',)


def test_a_file_without_messages_has_none() -> None:
    assert read("") == read("# Nothing yet.\n\n") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b', 2),
        ('msgid "a"\nmsgstr "b" c', 2),
        ('msgid "a"\nmsgstr "b\\"', 2),
        ("msgid a\nmsgstr b", 1),
        ('"nobody\'s"', 1),
        ('msgid "a"\n\n# The translation follows.\nmsgstr "b"', 1),
        ('msgid "a"', 1),
        ('\nmsgid "a"\nmsgid "b"\nmsgstr "c"', 2),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"', 3),
        ('msgid "a"\nmsgstr[0] "b"', 1),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"', 1),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"', 1),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[9] "c"', 3),
        ("<<<<<<< HEAD", 1),
        ("{json: yes}", 1),
    ],
)
def test_the_line_that_is_no_po_is_pointed_at_and_nothing_is_used(text: str, line: int) -> None:
    messages, problems = read_po("continuum/words/es.po", text)
    assert messages == []
    (said,) = lines(problems)
    assert said.startswith(f"continuum/words/es.po:{line}:1: error[words-unreadable]: this line is not as gettext")
    assert 'a line msgid "…" and a line msgstr "…"' in said


LINES = st.sampled_from(
    [
        *('msgid "a"', 'msgid ""', 'msgid_plural "b"', 'msgstr "c"', 'msgstr[0] "d"', 'msgstr[1] ""', '"e"'),
        *('msgctxt "f"', "#, fuzzy", "# g", "#~ msgid", "", "msgid", '"', '"\\'),
    ]
)


@given(st.lists(LINES | st.text(max_size=20), max_size=12))
def test_whatever_is_in_it_each_message_has_a_text_and_a_translation(text: list[str]) -> None:
    messages, problems = read_po("es.po", "\n".join(text))
    assert not (messages and problems)
    assert all(it.forms and (it.many or len(it.forms) == 1) for it in messages)


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\t"\\%{}'), min_size=1, max_size=90
)


@given(st.dictionaries(WORDS, WORDS, max_size=5))
def test_what_others_write_is_read_as_they_meant_it(words: dict[str, str]) -> None:
    catalog = Catalog(locale="es")
    for text, translation in words.items():
        catalog.add(text, translation)
    out = BytesIO()
    write_po(out, catalog)
    assert {it.one: it.forms[0] for it in read(out.getvalue().decode()) if it.one} == words
