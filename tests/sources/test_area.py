"""area.yml becomes an area with its scale."""

from __future__ import annotations

import pytest

from site_builder.model import Judging, Kind, Level, Scale, Settings
from site_builder.problems import Spot
from site_builder.sources.area import read_area
from site_builder.sources.folder import source_at

SCALE = Scale("learning", (Level("1", "Starting", "", 1, is_target=True),))
SETTINGS = Settings("A", "B", "", ("en",), {"learning": SCALE}, ("literacy",), Judging())
SOURCE = source_at("continuum/literacy/area.yml")
GIVEN = {"id": "LIT", "title": "Literacy", "kind": "knowledge", "scale": "learning", "about": "Reading."}


def test_an_area_has_the_scale_that_it_names() -> None:
    area, problems = read_area(SOURCE, GIVEN, SETTINGS)
    assert problems == []
    assert area is not None
    assert (area.id, area.slug, area.kind, area.scale) == ("LIT", "literacy", Kind.KNOWLEDGE, SCALE)
    assert area.source == "continuum/literacy/area.yml"


@pytest.mark.parametrize(("kind", "is_habit"), [("knowledge", False), ("transferable", False), ("lifelong", True)])
def test_only_lifelong_learning_has_a_scale_of_habits(kind: str, is_habit: bool) -> None:
    area, _ = read_area(SOURCE, {**GIVEN, "kind": kind}, SETTINGS)
    assert area is not None
    assert area.scale.is_habit is is_habit
    assert area.scale.levels == SCALE.levels


def test_a_scale_that_is_not_there_is_pointed_at_with_those_that_are() -> None:
    area, [problem] = read_area(SOURCE, {**GIVEN, "scale": "habits"}, SETTINGS)
    assert area is None
    assert (problem.at, problem.code) == (Spot(SOURCE.file, ("scale",)), "scale-unknown")
    assert problem.hint == "it is one of learning"


def test_a_kind_that_is_none_of_the_three_is_refused() -> None:
    area, [problem] = read_area(SOURCE, {**GIVEN, "kind": "soft skills"}, SETTINGS)
    assert area is None
    assert (problem.at, problem.code) == (Spot(SOURCE.file, ("kind",)), "value")
    assert "'lifelong'" in problem.hint
