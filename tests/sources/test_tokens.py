"""The words of a text."""

from __future__ import annotations

import pytest

from site_builder.sources.tokens import tokens, tokens_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“I can” (say) *it*: low-cost, don't!", ["i", "can", "say", "it", "low-cost", "don't"]),
        ("¿Qué es? ¡Ésta!", ["qué", "es", "ésta"]),
        ("«ليس بعد»، نعم؟", ["ليس", "بعد", "نعم"]),
        ("能力，技能。", ["能力", "技能"]),
        ("one – two — three", ["one", "two", "three"]),
        (" \n\t", []),
    ],
)
def test_words_are_in_lower_case_and_without_signs(text: str, words: list[str]) -> None:
    assert tokens(text) == words
    assert tokens_of(text) == tuple(words)


def test_half_a_character_is_a_character() -> None:
    assert tokens("a\ud800b é") == ["a\ud800b", "é"]
