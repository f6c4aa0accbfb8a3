"""Texts without their markup."""

from __future__ import annotations

import pytest

from site_builder.exchange.data.plain_words import plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [("Argue *well*", "Argue well"), ("[here](LIT.ARG) and\n\nthere", "here and there"), ("plain", "plain"), ("", "")],
)
def test_words_are_left(text: str, words: str) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize("text", ["-\n\n-", "***", "[](LIT.ARG)"])
def test_a_text_that_is_markup_alone_stays_as_it_is(text: str) -> None:
    assert plain_words(text) == text
