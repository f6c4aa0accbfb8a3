"""Texts as sources can hold them."""

from __future__ import annotations

import pytest

from site_builder.exchange.into.tidy import Tidying
from site_builder.sources.yaml import Value


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        (" a ", "a"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\u200bb\u202ec\x00\x9f", "abc"),
        ("a\tb\u00a0c", "a\tb\u00a0c"),
        ("نص\u200c", "نص\u200c"),
    ],
)
def test_signs_that_nobody_sees_and_blanks_around_are_left_out(text: str, tidy: str) -> None:
    assert Tidying().tidy(text) == tidy


def test_what_holds_nothing_then_is_left_out_and_what_held_nothing_stays() -> None:
    value: Value = {"a": " ", "b": ["\u200b", "c"], "d": {}, "e": [], "f": {"g": "\x01"}, "h": None}
    assert Tidying().tidy(value) == {"b": ["c"], "d": {}, "e": [], "h": None}


def test_only_texts_that_lost_a_sign_are_counted() -> None:
    tidying = Tidying()
    tidying.tidy([" a ", "b\r\n", "é"])
    assert tidying.remarks() == ()
    tidying.tidy(["a\u200b", "b\u200b"])
    assert [it.about for it in tidying.remarks()] == ["2 texts"]
