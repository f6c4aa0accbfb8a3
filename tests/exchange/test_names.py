"""Ids and names of files for what comes in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.exchange.names import Names, as_id, as_slug
from site_builder.identifiers import area_identifier, competency_identifier, skill_identifier
from site_builder.sources.shape import _ID
from site_builder.sources.slugs import unfit
from tests.exchange.frameworks import seeded
from tests.exchange.schools import competency, framework, skill


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("LIT.ARG.1", "LIT.ARG.1"),
        ("CCSS.ELA (a)", "CCSS.ELA-a"),
        ("  ünïque  ", "unique"),
        ("..-_", ""),
        ("日本", ""),
        ("a" * 80, "a" * 64),
    ],
)
def test_a_code_becomes_an_id(text: str, id: str) -> None:
    assert as_id(text) == id


@given(st.text())
def test_an_id_is_one_that_sources_take(text: str) -> None:
    assert _ID.fullmatch(Names().id(text, text))


@given(st.text(), st.sampled_from(["", "literacy"]))
def test_a_name_is_one_that_files_can_have(text: str, area: str) -> None:
    assert unfit(Names().slug(text, area)) is None


@given(st.lists(st.sampled_from(["a", "A", "a-2", "A" * 64, "", "b"])))
def test_no_id_and_no_name_is_given_twice(texts: list[str]) -> None:
    names = Names()
    ids = [names.id(it, "item").casefold() for it in texts]
    slugs = [names.slug(it) for it in texts]
    assert (len(set(ids)), len(set(slugs))) == (len(ids), len(slugs))
    assert all(len(it) <= 64 for it in ids)


def test_one_name_may_stand_in_two_areas() -> None:
    names = Names()
    assert [names.slug("It", area) for area in ("a", "b", "a")] == ["it", "it", "it-2"]


@pytest.mark.parametrize("title", ["Map", "pathways", "API", "Con"])
def test_an_area_has_no_name_that_means_something_else(title: str) -> None:
    assert Names().slug(title) == f"the-{as_slug(title)}"


def test_a_competency_does_not_take_the_place_of_its_areas_file() -> None:
    assert (Names().slug("Area", "geometry"), Names().slug("Map", "geometry")) == ("the-area", "map")


def test_a_thing_keeps_the_id_that_a_school_has_for_its_identifier() -> None:
    it = competency("LIT.X", skill("LIT.X.1", identifier=seeded(1)), skill("LIT.X.2"), identifier=seeded(2))
    there = framework(it, identifier=seeded(3))
    there = replace(there, areas=(replace(there.areas[0], identifier=seeded(4)),))
    names = Names(there)
    assert [names.id("code", "", seeded(number)) for number in (1, 2, 4, 9)] == ["LIT.X.1", "LIT.X", "LIT", "code"]


def test_so_it_does_by_one_that_was_made_of_its_id() -> None:
    there = framework(competency("LIT.X", skill("LIT.X.1"), skill("LIT.X.2")), identifier=seeded(3))
    [area], [it] = there.areas, there.competencies
    known = [
        area_identifier(seeded(3), area),
        competency_identifier(seeded(3), it),
        skill_identifier(seeded(3), it.skills[1]),
    ]
    names = Names(there)
    assert [names.id("code", "", identifier) for identifier in known] == ["LIT", "LIT.X", "LIT.X.2"]


def test_ids_that_are_reserved_are_given_to_nobody() -> None:
    names = Names()
    names.reserve(["LIT.X"])
    assert names.id("lit.x", "") == "lit.x-2"
