"""A continuum that goes out as CASE and comes in again is the same, in all that the variant says it carries."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from site_builder.exchange.case.reading import read_case
from site_builder.exchange.fields import FIELDS, WHOLE, within
from site_builder.exchange.format import ReadWish, Taken, WriteWish
from site_builder.exchange.formats.case import FORMAT
from site_builder.exchange.framework import Framework
from site_builder.identifiers import competency_identifier
from site_builder.model import Area, Competency, Evidence, Judging, Kind, Level, Scale, Settings, Skill
from tests.exchange.case.packages import kinds, words
from tests.exchange.frameworks import frameworks, seeded

SITE = "https://school.example/"


def written(framework: Framework, variant: str = "1.1", site_url: str = SITE) -> dict[str, Any]:
    """The package that is written of a framework."""
    assert FORMAT.write is not None
    [data] = FORMAT.write(framework, WriteWish(variant, site_url=site_url)).files.values()
    made: dict[str, Any] = json.loads(data)
    return made


def read(package: dict[str, Any], existing: Framework | None = None) -> Taken:
    """What comes of a package."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.json"
        path.write_text(json.dumps(package, sort_keys=True), encoding="utf-8")
        return read_case([path], ReadWish(existing=existing))


def comparable(
    framework: Framework | None, carries: frozenset[str]
) -> tuple[Settings, tuple[Area, ...], tuple[Competency, ...]]:
    """What is carried, without places of files; scales only where levels are carried."""
    assert framework is not None
    framework = within(framework, carries)
    ids = {it.slug: it.id for it in framework.areas}
    whole = replace(framework.settings, areas=(), source="")
    areas = [replace(it, slug="", source="") for it in framework.areas]
    if "level.id" not in carries:
        whole = replace(whole, scales={})
        areas = [replace(it, scale=framework.areas[0].scale) for it in areas]
    return whole, tuple(areas), tuple(_plain(it, ids[it.area]) for it in framework.competencies)


def _plain(it: Competency, area: str) -> Competency:
    return replace(it, slug="", source="", area=area, skills=tuple(replace(skill, line=0) for skill in it.skills))


@given(frameworks())
@settings(deadline=None, max_examples=40)
def test_all_that_a_school_has_said_comes_in_again(framework: Framework) -> None:
    found = read(written(framework))
    # What a site keeps to itself is not taken away by a package that does not say it.
    assert found.carries | {"settings.school", "settings.deficit_words"} == FORMAT.carries["1.1"] == FIELDS - WHOLE
    assert comparable(found.framework, FIELDS) == comparable(framework, FIELDS)
    assert found.aside == ()


@given(frameworks())
@settings(deadline=None, max_examples=40)
def test_a_package_without_an_address_is_read_the_same(framework: Framework) -> None:
    found = read(written(framework, site_url=""))
    assert comparable(found.framework, found.carries) == comparable(framework, found.carries)


@given(frameworks())
@settings(deadline=None, max_examples=40)
def test_the_fields_of_version_1_0_come_in_again(framework: Framework) -> None:
    found = read(written(framework, "1.0"))
    carries = FORMAT.carries["1.0"]
    mine, other = comparable(found.framework, carries), comparable(framework, carries)
    assert mine[0] == other[0] and mine[2] == other[2]
    assert [(it.id, it.title, it.about) for it in mine[1]] == [(it.id, it.title, it.about) for it in other[1]]


@pytest.fixture
def school() -> Framework:
    """A small school with something of everything."""
    scale = Scale("learning", (Level("low", "Low", "", 1, False), Level("high", "High", "I do", 2, True)))
    area = Area("LIT", "literacy", "Literacy", Kind.KNOWLEDGE, scale, "Reading and writing", "")
    skills = (
        Skill("LIT.ARG.1", "Claim", {"low": ("I claim", "I say it"), "high": ("I hold it",)}, at_home="Ask why"),
        Skill("LIT.ARG.2", "Reasons", {"high": ("I give reasons",)}, ("low",), identifier=seeded(5)),
    )
    own = (Skill("LIT.RD", "Read", {}),)
    competencies = (
        Competency("LIT.ARG", "argue", "literacy", "Argue", "I can argue", skills, "", evidence=Evidence(2)),
        Competency("LIT.RD", "read", "literacy", "Read", "I can read", own, "", prerequisites=("LIT.ARG",)),
    )
    whole = Settings("Ours", "Ours", "", ("en",), {"learning": scale}, ("literacy",), Judging(), identifier=seeded(1))
    return Framework(whole, (area,), competencies)


class TestChangedElsewhere:
    """A package of our own that another system has changed."""

    def test_a_title_that_was_changed_is_the_new_one(self, school: Framework) -> None:
        package = written(school)
        changed = next(it for it in package["CFItems"] if it["CFItemType"] == "Competency")
        changed["abbreviatedStatement"] = "Another title"
        found = read(package).framework
        assert found is not None and found.by_id[changed["humanCodingScheme"]].title == "Another title"

    def test_an_extension_that_does_not_fit_is_set_aside(self, school: Framework) -> None:
        package = written(school)
        changed = next(it for it in package["CFItems"] if it["CFItemType"] == "Competency")
        changed["extensions"]["continuum"]["evidence"] = "much"
        found = read(package)
        [aside] = [it for it in found.aside if it.kind == "further details of items"]
        assert isinstance(aside.content, dict)
        assert aside.content["extensions"]["continuum"]["evidence"] == "much"

    def test_extensions_of_others_are_set_aside(self, school: Framework) -> None:
        package = written(school)
        package["CFItems"][0]["extensions"]["others"] = {"colour": "red"}
        package["CFDocument"]["extensions"]["others"] = 7
        assert kinds(read(package)) == {"details of documents": 1, "further details of items": 1}

    def test_what_stands_where_it_has_no_place_is_set_aside(self, school: Framework) -> None:
        package = written(school)
        top = package["CFAssociations"][0]["destinationNodeURI"]
        for it in package["CFAssociations"]:
            if it["associationType"] == "isChildOf":
                it["destinationNodeURI"] = top
        [aside] = [it for it in read(package).aside if it.kind == "extensions of items" and it.name == "LIT.ARG.1"]
        assert isinstance(aside.content, dict) and aside.content["continuum"]["at_home"] == "Ask why"

    def test_a_descriptor_that_was_changed_is_one_statement(self, school: Framework) -> None:
        package = written(school)
        level = package["CFRubrics"][0]["CFRubricCriteria"][0]["CFRubricCriterionLevels"][0]
        item = package["CFRubrics"][0]["CFRubricCriteria"][0]["CFItemURI"]["identifier"]
        level["description"] = "Another descriptor"
        found = read(package).framework
        assert found is not None
        [code] = [it["humanCodingScheme"] for it in package["CFItems"] if it["identifier"] == item]
        assert ("Another descriptor",) in found.skills[code][1].levels.values()

    def test_it_is_read_into_the_school_under_the_same_ids(self, school: Framework) -> None:
        package = written(school)
        for it in package["CFItems"]:
            it["humanCodingScheme"] = f"X{it['humanCodingScheme']}"
        found = read(package, school).framework
        assert found is not None
        assert list(found.by_id) == list(school.by_id)
        assert list(found.skills) == list(school.skills)

    def test_it_is_read_into_another_school_under_other_ids(self, school: Framework) -> None:
        other = replace(school, settings=replace(school.settings, identifier=seeded(77)))
        plain = [replace(it, identifier="") for it in other.competencies]
        other = replace(other, competencies=tuple(plain))
        found = read(written(other), school).framework
        assert found is not None
        assert not set(found.by_id) & set(school.by_id)
        kept = {it.identifier for it in found.competencies}
        assert {competency_identifier(other.identifier, it) for it in other.competencies} == kept


def test_a_package_of_our_own_needs_no_second_look_at_its_levels(school: Framework) -> None:
    assert not any("the goal" in it or "levels" in it for it in words(read(written(school))))
