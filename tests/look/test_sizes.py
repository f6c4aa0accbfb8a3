"""Sizes of files as readers of a language write them."""

from __future__ import annotations

import pytest

from site_builder.look.sizes import size_in


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "4.2 MB"), ("es", "4,2 MB"), ("fr", "4,2 Mo"), ("ar", "4.2 م.ب"), ("zh-Hans", "4.2 MB")],
)
def test_a_size_is_written_as_the_language_writes_numbers(language: str, said: str) -> None:
    assert size_in(language, 4_200_000).replace("\xa0", " ").replace("\u202f", " ") == said


def test_a_language_that_nobody_has_described_gets_english_numbers() -> None:
    assert size_in("xx", 4_200_000) == size_in("en", 4_200_000)


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0.1 MB"), (40_000, "0.1 MB"), (960_000, "1 MB"), (31_400_000, "31 MB"), (9_940_000, "9.9 MB")],
)
def test_a_little_is_not_said_to_be_nothing_and_much_is_said_in_whole_numbers(size: int, said: str) -> None:
    assert size_in("en", size) == said
