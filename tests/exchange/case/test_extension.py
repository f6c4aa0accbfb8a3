"""What CASE has no field for goes out in extensions and comes in again; what does not fit a source is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from site_builder.exchange.case.extension import said_of, taken_from
from site_builder.exchange.framework import Framework
from site_builder.model import Area, Evidence, Judging, Kind, Level, Scale, School, Settings, Skill
from tests.exchange.frameworks import frameworks

SCALE = Scale("s", (Level("1", "Low", "I try", 1, False), Level("2", "High", "", 2, True)))
WHOLE = Settings("T", "D", "", ("es", "en"), {"s": SCALE}, (), Judging("latest"), (), School(name="Ours"))


def passed_on(value: object) -> Any:
    """The value after another system has written it in its own order."""
    return json.loads(json.dumps(value, sort_keys=True))


@given(frameworks())
@settings(deadline=None, max_examples=60)
def test_everything_said_comes_in_again(framework: Framework) -> None:
    whole = taken_from("settings", passed_on(said_of("settings", framework.settings)))
    assert whole is not None
    names = ("languages", "scales", "judging", "deficit_words", "school")
    assert whole == {name: getattr(framework.settings, name) for name in names}
    for area in framework.areas:
        assert taken_from("area", passed_on(said_of("area", area))) == {"kind": area.kind, "scale": area.scale.id}
    for it in framework.competencies:
        found = taken_from("competency", passed_on(said_of("competency", it)))
        assert found == {name: getattr(it, name) for name in ("why", "about", "evidence", "target", "standards", "was")}
        for skill in it.skills:
            _comes_in_again(skill)


def _comes_in_again(skill: Skill) -> None:
    found = taken_from("skill", passed_on(said_of("skill", skill)))
    assert found is not None
    assert {name: found[name] for name in ("not_used", "evidence", "supports", "at_home")} == {
        name: getattr(skill, name) for name in ("not_used", "evidence", "supports", "at_home")
    }
    assert found["statements"] == {level: texts for level, texts in skill.levels.items() if len(texts) > 1}


def test_what_nobody_has_said_is_left_out() -> None:
    assert said_of("skill", Skill("a", "A", {"1": ("x",)})) == {"noun": "skill"}


def test_settings_say_an_empty_list_of_words_too() -> None:
    found = taken_from("settings", said_of("settings", WHOLE))
    assert found is not None
    assert (found["deficit_words"], found["scales"], found["school"]) == ((), {"s": SCALE}, School(name="Ours"))


def test_a_habit_is_one_by_its_area() -> None:
    area = Area("A", "a", "A", Kind.LIFELONG, SCALE, "x", "")
    assert said_of("area", area) == {"noun": "area", "kind": "lifelong", "scale": "s"}


def test_a_statement_that_is_the_title_is_told_from_none() -> None:
    assert said_of("skill", Skill("a", "A", {}, statement="A")) == {"noun": "skill", "statement": "A"}
    assert said_of("skill", Skill("a", "A", {}, statement="B")) == {"noun": "skill"}


def test_evidence_keeps_the_order_of_its_levels() -> None:
    asked = Evidence(2, 1, (("2", Evidence(3, 1)), ("1", Evidence(1, 1))))
    found = taken_from("skill", passed_on(said_of("skill", Skill("a", "A", {}, evidence=asked))))
    assert found is not None and found["evidence"] == asked


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        "skill",
        {},
        {"noun": "area"},
        {"noun": "skill", "levels": {}},
        {"noun": "skill", "evidence": {"pieces": 0, "kinds": 1}},
        {"noun": "skill", "supports": {"1": []}},
        {"noun": "skill", "at_home": {"x": 1}},
        {"noun": "skill", "not_used": ["../.."]},
    ],
)
def test_what_does_not_fit_a_source_is_refused(said: object) -> None:
    assert taken_from("skill", said) is None


def test_an_extension_that_is_deep_is_refused() -> None:
    deep: Any = 1
    for _ in range(90):
        deep = {"supports": deep}
    assert taken_from("skill", {"noun": "skill", "supports": deep}) is None
