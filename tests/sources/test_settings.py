"""continuum.yml becomes the settings of the whole."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.model import Judging, Level
from site_builder.problems import Spot
from site_builder.sources.settings import read_settings

LEVELS = [{"id": "1", "name": "Starting", "means": "With help."}, {"id": "3", "name": "Steady", "target": "true"}]


def given(**changes: Any) -> dict[str, Any]:
    """What continuum.yml says at least, and more."""
    return {"title": "A", "description": "B.", "scales": {"learning": LEVELS}, "areas": ["literacy"], **changes}


def test_settings_have_scales_in_the_order_of_growth() -> None:
    settings, problems = read_settings("continuum/continuum.yml", given())
    assert problems == []
    assert settings is not None
    assert settings.scales["learning"].levels == (
        Level("1", "Starting", "With help.", 1, is_target=False),
        Level("3", "Steady", "", 2, is_target=True),
    )
    assert settings.source == "continuum/continuum.yml"


def test_what_is_not_said_has_its_usual_value() -> None:
    settings, _ = read_settings("a.yml", given())
    assert settings is not None
    assert (settings.version, settings.languages, settings.deficit_words) == ("", ("en",), None)
    assert settings.judging == Judging("sustained", 2, 3)


def test_what_is_said_is_kept() -> None:
    more = {"judging": {"rule": "latest"}, "languages": ["es", "en"], "deficit_words": ["weak"], "version": "2026-27"}
    settings, _ = read_settings("a.yml", given(**more))
    assert settings is not None
    assert settings.judging.rule == "latest"
    assert (settings.languages, settings.deficit_words, settings.version) == (("es", "en"), ("weak",), "2026-27")


def test_a_school_may_have_no_words_that_it_avoids() -> None:
    settings, _ = read_settings("a.yml", given(deficit_words=[]))
    assert settings is not None
    assert settings.deficit_words == ()


def test_an_area_has_one_spelling() -> None:
    settings, _ = read_settings("a.yml", given(areas=["e\u0301te\u0301"]))
    assert settings is not None
    assert settings.areas == ("été",)


def test_a_scale_has_one_to_twelve_levels() -> None:
    for count, is_right in ((0, False), (1, True), (12, True), (13, False)):
        levels = [{"id": str(number), "name": "A"} for number in range(count)]
        settings, problems = read_settings("a.yml", given(scales={"learning": levels}))
        assert (settings is not None) is is_right
        assert [it.at for it in problems] == ([] if is_right else [Spot("a.yml", ("scales", "learning"))])


def test_a_rule_that_nobody_knows_is_answered_with_those_that_are_known() -> None:
    settings, [problem] = read_settings("a.yml", given(judging={"rule": "average"}))
    assert settings is None
    assert problem.at == Spot("a.yml", ("judging", "rule"))
    assert "sustained" in problem.hint


def test_a_school_says_after_how_many_weeks_a_skill_is_looked_at_again() -> None:
    settings, _ = read_settings("a.yml", given(judging={"fresh_look_weeks": "30"}))
    assert settings is not None
    assert settings.judging.fresh_look_weeks == 30


def test_no_more_pieces_can_show_a_level_than_are_looked_at() -> None:
    settings, [problem] = read_settings("a.yml", given(judging={"pieces": "4"}))
    assert settings is None
    assert (problem.at, problem.code) == (Spot("a.yml", ("judging",)), "value")
    assert "of the latest 3 pieces, 4 cannot show a level" in problem.message
    settings, _ = read_settings("a.yml", given(judging={"rule": "best_evidence", "pieces": "4"}))
    assert settings is not None


def test_words_to_avoid_may_be_said_for_each_language() -> None:
    settings, _ = read_settings("a.yml", given(languages=["en", "es"], deficit_words={"es": ["malo"], "en": ["par"]}))
    assert settings is not None
    assert (settings.deficit_words, settings.deficit_words_in) == (("par",), {"es": ("malo",)})
    settings, _ = read_settings("a.yml", given(languages=["en", "es"], deficit_words={"es": []}))
    assert settings is not None
    assert (settings.deficit_words, settings.deficit_words_in) == (None, {"es": ()})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("60", {"": 60}),
        ("0", {"": 0}),
        ("off", {"": 0}),
        ("false", {"": 0}),
        ({"en": "60", "es": "off"}, {"en": 60, "es": 0}),
        ({}, {}),
    ],
)
def test_how_easy_texts_should_be_is_a_number_or_off(value: object, expected: dict[str, int]) -> None:
    settings, problems = read_settings("a.yml", given(plain_words=value))
    assert problems == []
    assert settings is not None
    assert settings.plain_words == expected


@pytest.mark.parametrize("value", ["sixty", "101", "-1", "60.5", "010", ["60"], {"en": "on"}])
def test_any_other_goal_is_refused_in_words(value: object) -> None:
    [problem] = read_settings("a.yml", given(plain_words=value))[1]
    assert problem.code == "value"
    assert isinstance(problem.at, Spot)
    assert problem.at.path == (("plain_words", "en") if isinstance(value, dict) else ("plain_words",))
    assert "a number from 0 to 100 is expected here, one for each language as in {en: 60}, or off" in problem.message


def test_a_list_of_words_is_a_list() -> None:
    problems = (
        read_settings("a.yml", given(deficit_words="weak"))[1]
        + read_settings("a.yml", given(deficit_words={"es": "malo"}))[1]
    )
    assert [it.at.path for it in problems if isinstance(it.at, Spot)] == [("deficit_words",), ("deficit_words", "es")]
