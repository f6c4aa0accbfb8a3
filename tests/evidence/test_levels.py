"""Which level a row gives."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from site_builder.evidence.levels import Levels, Said
from site_builder.evidence.mapping import TableShape, read_map
from tests.evidence.school import LEARNING

LEVELS = Levels(LEARNING)


def said(map: str = "") -> TableShape:
    """What a map says."""
    found, problems = read_map("map.yml", map.encode())
    assert found is not None, problems
    return found.common


def level(map: str = "", **parts: str) -> str:
    """The level of a row, or the reason why it has none."""
    row = Said(*("", "", "", "", "", ""))._replace(**parts)
    shown = LEVELS.shown(row, said(map), {})
    return shown.level or shown.reason


def test_the_label_comes_before_points_and_points_before_the_score() -> None:
    assert level(label="Developing", points="3", score="4") == "2"
    assert level(points="3", score="4") == "3"
    assert level(label="Meets", points="3") == "3"
    assert level(label="Meets") == "level-outside"


def test_what_the_map_says_of_a_word_or_a_number_comes_first() -> None:
    assert level("levels: {Proficient: 4}", label="proficient") == "4"
    assert level("levels: {'5': 4}", points="5.0") == "4"
    assert level("levels: {'5': 4}", score="5,0") == "4"


def test_with_tiers_no_number_is_taken_for_the_id_of_a_level() -> None:
    tiers = "scores: [{level: 4, points: 3.5}, {level: 3, points: 2.5}, {level: 1, points: 0}]"
    assert [level(tiers, score=it) for it in ("4", "3,5", "3.49", "2", "-1")] == ["4", "4", "3", "1", "level-outside"]
    assert level(tiers, points="2") == "1"
    assert level(tiers, label="Developing", score="4") == "2"


def test_nothing_is_missing_and_something_is_outside() -> None:
    assert level() == "level-missing"
    assert level("scores: [{level: 4, points: 1}]") == "level-missing"


@given(some.decimals(allow_nan=False, allow_infinity=False, min_value=-10, max_value=10, places=2))
def test_a_number_is_a_level_only_if_it_is_exactly_its_number(number: Decimal) -> None:
    found = level(score=str(number))
    assert found == (str(int(number)) if number in (1, 2, 3, 4) else "level-outside")


@pytest.mark.parametrize("text", ["\x00", "Level", "level level", "1" * 400, "Ⅲ", "＋3"])
def test_odd_texts_are_no_levels(text: str) -> None:
    assert level(label=text) == "level-outside"
