"""Texts as they are searched."""

from __future__ import annotations

import html
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.private.plain import is_unspaced, pairs, plain, readings, sequence, without_markup, words

NAME = "Zoë Müller"


@pytest.mark.parametrize(
    "written",
    [
        "Zoe\u0308 Mu\u0308ller",
        "Zo&euml; M&uuml;ller",
        "Zo&#235; M&#xFC;ller",
        "Zo&#235 M&#xFC;ller",
        "&#90;oë&nbsp;Müller",
        "&amp;#90;oë Müller",
        "Zo%C3%AB%20M%C3%BCller",
        quote(quote(NAME)),
        json.dumps(NAME),
        json.dumps(json.dumps(NAME)),
        "Zo\\xeb M\\u{fc}ller",
        "Zo\u00adë\u200b Mül\u2060ler",
        "Ｚｏë Müller",
    ],
)
def test_an_escape_does_not_hide_a_letter(written: str) -> None:
    assert words(plain(written)) == words(NAME)


@pytest.mark.parametrize("text", ["100 %, &notanentity; \\u12", "%FF%FE", "\\ud800", "&#1114112;", "\\u{ffffff}"])
def test_what_only_looks_like_an_escape_is_left(text: str) -> None:
    assert words(plain(text)) is not None


def test_the_end_of_a_line_in_json_and_a_folder_that_begins_with_n_are_both_read() -> None:
    texts = list(readings("a\\nNoor Haddad, C:\\noor haddad"))
    assert words(texts[0]) == [b"a", b"noor", b"haddad", b"c", b"oor", b"haddad"]
    assert words(texts[1])[-2:] == [b"noor", b"haddad"]


def test_words_have_no_signs_around_them() -> None:
    assert words("“Noor”—Haddad’s_book·2…") == [b"noor", b"haddad", b"s", b"book", b"2"]
    assert sequence([b"a", b"b"]) == b" a b "


def test_tags_and_names_of_fields_are_taken_out_and_lines_stay() -> None:
    bare = without_markup('{"given": "Noor",\n"family": "Haddad"}\n<b\n>Zoë</b> Müller')
    assert words(bare) == words("Noor Haddad Zoë Müller")
    assert bare.count("\n") == 3


def test_letters_of_scripts_without_spaces_go_in_pairs() -> None:
    assert [it.decode() for it in pairs("a 王小明 b")] == ["王小", "小明"]
    assert is_unspaced("王 明")
    assert not is_unspaced(NAME)


@given(st.text())
def test_any_text_has_words_and_escaping_it_changes_none(text: str) -> None:
    assert words(plain(html.escape(text))) == words(plain(text)) or "&" in text or "%" in text or "\\" in text
