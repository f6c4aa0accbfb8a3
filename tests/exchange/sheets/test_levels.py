"""Levels are known by the words that people use for them."""

from __future__ import annotations

import pytest

from site_builder.exchange.sheets.levels import Named, fits, level_in, level_words, made_scale, named_level
from site_builder.model import Level, Scale

FOUR = Scale(
    "learning",
    tuple(
        Level(str(n), name, "", n, n == 3)
        for n, name in enumerate(["Emerging", "Developing", "Proficient", "Extending"], 1)
    ),
)
HABITS = Scale("habits", (Level("together", "Together", "", 1, False), Level("on-my-own", "On my own", "", 2, True)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1 Emerging", Named("1", "Emerging")),
        ("1. Emerging", Named("1", "Emerging")),
        ("2 - Developing", Named("2", "Developing")),
        ("2: Developing", Named("2", "Developing")),
        ("Level 3", Named("3", "Level 3")),
        ("LEVEL 3 – Proficient", Named("3", "Proficient")),
        ("L4", Named("4", "Level 4")),
        ("12", Named("12", "Level 12")),
        ("Extending (4)", Named("4", "Extending")),
        ("01 Start", Named("01", "Start")),
        ("on-my-own · On my own", Named("on-my-own", "On my own")),
        ("together ·", Named("together", "together")),
    ],
)
def test_an_id_or_a_number_names_a_level(words: str, expected: Named) -> None:
    assert named_level(words) == expected


@pytest.mark.parametrize("words", ["Emerging", "2026", "Notes", "1st quarter", "(4)", "", "Level", "٣ Proficient"])
def test_other_words_name_none(words: str) -> None:
    assert named_level(words) is None


def test_a_level_is_written_with_its_id_and_its_name() -> None:
    assert [level_words(it) for it in FOUR.levels][:2] == ["1 Emerging", "2 Developing"]
    assert [level_words(it) for it in HABITS.levels] == ["together · Together", "on-my-own · On my own"]
    assert level_words(Level("100", "A\nlong  name", "", 1, False)) == "100 · A long name"


@pytest.mark.parametrize("words", ["3", "proficient", "3 Proficient", "Level 3", "Proficient (3)", "3 Meeting", " 3 "])
def test_a_level_of_a_scale_is_found(words: str) -> None:
    level = level_in(FOUR, words)
    assert level is not None
    assert level.id == "3"


def test_a_level_that_is_called_as_another_ones_id_is_not_mistaken() -> None:
    crossed = Scale("odd", (Level("1", "2", "", 1, False), Level("2", "1", "", 2, False)))
    assert [level.id for it in crossed.levels if (level := level_in(crossed, level_words(it)))] == ["1", "2"]


@pytest.mark.parametrize("words", ["5", "Profecient", ""])
def test_a_level_that_a_scale_does_not_have_is_not_found(words: str) -> None:
    assert level_in(FOUR, words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["1", "2"], True),
        (["Level 1", "Level 4"], True),
        (["emerging", "extending"], True),
        (["1 Emerging"], True),
        (["1 Beginning"], False),
        (["1", "5"], False),
        (["together · Together"], False),
    ],
)
def test_a_scale_fits_words_that_do_not_contradict_it(words: list[str], expected: bool) -> None:
    assert fits(FOUR, words) is expected


def test_a_scale_is_made_of_numbers_in_their_order() -> None:
    scale, ids = made_scale("new", ["10", "Level 9", "2 Start"])
    assert [(it.id, it.name, it.position) for it in scale.levels] == [
        ("2", "Start", 1),
        ("9", "Level 9", 2),
        ("10", "Level 10", 3),
    ]
    assert ids == {"10": "10", "Level 9": "9", "2 Start": "2"}


def test_a_scale_is_made_of_names_in_the_order_in_which_they_stand() -> None:
    scale, ids = made_scale("new", ["Novice", "Expert"])
    assert [(it.id, it.name) for it in scale.levels] == [("1", "Novice"), ("2", "Expert")]
    assert ids == {"Novice": "1", "Expert": "2"}


def test_a_scale_is_made_of_ids_that_are_words() -> None:
    scale, _ = made_scale("new", ["with-help · With help", "alone · Alone"])
    assert [(it.id, it.name) for it in scale.levels] == [("with-help", "With help"), ("alone", "Alone")]
