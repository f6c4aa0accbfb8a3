"""Bytes become text without guessing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.problems import Severity, Span
from site_builder.sources.text import LARGEST, decoded, legible, line_and_column

LETTERS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.just("\n"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Zoë".encode(), "Zoë"),
        (b"\xef\xbb\xbfid: A", "id: A"),
        (b"a: 1\r\nb: 2\rc: 3\n", "a: 1\nb: 2\nc: 3\n"),
        ("title: Zoë".encode("utf-16"), "title: Zoë"),
        (b"\xfe\xff" + "title: Zoë".encode("utf-16-be"), "title: Zoë"),
        ("one\u2028two\u2029three".encode(), "one two three"),
        (b"tabs\tstay", "tabs\tstay"),
        ("می\u200cخواهم".encode(), "می\u200cخواهم"),
    ],
)
def test_what_editors_save_is_read_as_it_was_meant(data: bytes, text: str) -> None:
    assert decoded("a.yml", data) == (text, [])


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"title: Zo\xeb", 1, 10),
        (b"a: 1\nb: \xc3\xa9\xe9", 2, 5),
        (b"a: \xed\xa0\x80", 1, 4),
        ("a: e".encode("utf-16-le"), 1, 2),
        ("a: é\nb".encode("utf-16") + b"\x00\xd8", 2, 2),
        ("a: é".encode("utf-32"), 1, 1),
    ],
)
def test_another_encoding_is_named_where_it_shows(data: bytes, line: int, column: int) -> None:
    text, [problem] = decoded("a.yml", data)
    assert text == ""
    assert (problem.code, problem.at) == ("text-unreadable", Span("a.yml", line, column))
    assert "not saved as UTF-8" in problem.message
    assert problem.hint == "save it again with the encoding UTF-8"


@pytest.mark.parametrize(
    "sign", ["\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9f", "\ufdd0", "\ufdef", "\ufffe", "\uffff"]
)
def test_a_control_character_is_pointed_at(sign: str) -> None:
    text, [problem] = decoded("a.yml", f"a: 1\nbc{sign}".encode())
    assert text == ""
    assert (problem.code, problem.at) == ("text-unreadable", Span("a.yml", 2, 3))
    assert f"U+{ord(sign):04X}" in problem.message


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u2066", "\u200f", "\ufeff", "\u180e", "\ufff9", "\U000e0041"])
def test_an_invisible_character_is_left_out_and_said(sign: str) -> None:
    text, [problem] = decoded("a.yml", f"a: 1\nb{sign}c{sign}".encode())
    assert text == "a: 1\nbc"
    assert (problem.code, problem.severity, problem.at) == ("hidden-character", Severity.WARNING, Span("a.yml", 2, 2))


def test_a_file_too_large_to_be_a_text_is_refused_with_its_size() -> None:
    assert decoded("a.yml", b"a" * LARGEST)[1] == []
    _, [problem] = decoded("a.yml", b"a" * 2_000_000)
    assert problem.code == "text-unreadable"
    assert "2.0 MB" in problem.message


@settings(deadline=None, max_examples=200)
@given(st.binary())
def test_any_bytes_give_a_text_or_a_problem(data: bytes) -> None:
    text, problems = decoded("a.yml", data)
    assert text == "" or all(it.severity is Severity.WARNING for it in problems)
    assert "\r" not in text
    assert isinstance(legible(data), str)


@settings(deadline=None, max_examples=100)
@given(LETTERS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_a_text_comes_back_from_every_encoding_that_is_read(text: str, encoding: str) -> None:
    assert decoded("a.md", text.encode(encoding)) == (text, [])


@settings(deadline=None, max_examples=100)
@given(LETTERS, LETTERS)
def test_a_place_counts_lines_and_letters_from_one(before: str, after: str) -> None:
    line, column = line_and_column(before + after, len(before))
    lines = before.split("\n")
    assert (line, column) == (len(lines), len(lines[-1]) + 1)
    assert line_and_column(before) == (line, column)


def test_what_cannot_be_read_can_still_be_shown() -> None:
    assert legible(b"Zo\xeb\r\nb") == "Zo\ufffd\nb"
    assert legible("Zoë".encode("utf-16")) == "Zoë"
