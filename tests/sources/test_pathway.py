"""A pathway's file becomes a route through the continuum."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.model import Requirement
from site_builder.problems import Spot
from site_builder.sources.folder import source_at
from site_builder.sources.pathway import read_pathway

SOURCE = source_at("continuum/pathways/first.yml")
ONE = {"competency": "LIT.ARG", "level": "2"}
OTHER = {"competency": "LIT.RET", "level": "1"}


def read(*requires: Any) -> tuple[tuple[Requirement, ...], list[Any]]:
    """What a pathway asks for that says this."""
    value = {"id": "first", "title": "First", "about": "A.", "requires": list(requires)}
    pathway, problems = read_pathway(SOURCE, value)
    return (pathway.requires if pathway else ()), problems


def test_a_pathway_asks_for_competencies_at_levels() -> None:
    assert read(ONE) == ((Requirement("LIT.ARG", "2"),), [])


def test_it_may_leave_a_choice() -> None:
    inner = (Requirement("LIT.ARG", "2"), Requirement("LIT.RET", "1"))
    assert read({"any": "1", "of": [ONE, OTHER]}) == ((Requirement(any_of=1, of=inner),), [])


def test_to_ask_for_all_is_to_ask_for_as_many_as_there_are() -> None:
    inner = (Requirement("LIT.ARG", "2"), Requirement("LIT.RET", "1"))
    assert read({"all": [ONE, OTHER]}) == ((Requirement(any_of=2, of=inner),), [])


@pytest.mark.parametrize(
    "requirement",
    [
        {},
        {"competency": "LIT.ARG"},
        {"level": "2"},
        {"any": "1"},
        {"of": [ONE]},
        {**ONE, "any": "1"},
        {**ONE, "all": [OTHER]},
        {"competency": "LIT.ARG", "all": [OTHER]},
        {"any": "1", "of": [ONE], "all": [OTHER]},
        {"of": [ONE], "all": [OTHER]},
    ],
)
def test_a_requirement_asks_for_exactly_one_thing(requirement: dict[str, object]) -> None:
    requires, [problem] = read(ONE, requirement)
    assert requires == ()
    assert problem.at == Spot(SOURCE.file, ("requires", 1))
    assert "a requirement is a “competency” with its “level”" in problem.message


def test_a_pathway_asks_for_something() -> None:
    _, [problem] = read()
    assert problem.at == Spot(SOURCE.file, ("requires",))
    assert "a longer list" in problem.message


def test_a_pathway_knows_its_place_and_its_credit() -> None:
    value = {"id": "P1", "title": "First", "about": "A.", "credit": "One", "requires": [ONE]}
    pathway, _ = read_pathway(SOURCE, value)
    assert pathway is not None
    assert (pathway.id, pathway.slug, pathway.credit, pathway.source) == ("P1", "first", "One", SOURCE.file)
