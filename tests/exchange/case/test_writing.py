"""A framework as a CASE package, judged by the official schemas and by a reading of it."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator, Draft201909Validator, FormatChecker

from site_builder.exchange.case.writing import write_case
from site_builder.exchange.fields import within
from site_builder.exchange.format import ReadWish, WriteWish
from site_builder.exchange.formats.case import FORMAT
from site_builder.exchange.framework import Framework
from site_builder.model import Retired, Skill, Standard
from tests.exchange.demonstration import SITE, demonstration, framework
from tests.exchange.frameworks import frameworks
from tests.site.continua import area, competency

SHARED = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[4] / "shared")
SCHEMAS = SHARED / "schemas" / "case"
VARIANTS = ("1.1", "1.0")
SLOWLY = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=20)
URI = "https://standards.example/ims/case/v1p0/CFItems/3a6f6f2c-0000-4000-8000-00000000000a"


def package(it: Framework, variant: str = "1.1", site_url: str = SITE, **more: Any) -> dict[str, Any]:
    written = write_case(it, WriteWish(variant, site_url=site_url, **more))
    assert list(written.files) == ["case.json"]
    said: dict[str, Any] = json.loads(written.files["case.json"])
    return said


FORMATS = FormatChecker()


def is_moment(value: object) -> bool:
    """Whether a text is a day with a time, as the schemas want it."""
    return not isinstance(value, str) or ("T" in value and datetime.fromisoformat(value).tzinfo is not None)


def is_address(value: object) -> bool:
    """Whether a text begins as an address does."""
    return not isinstance(value, str) or bool(urlsplit(value).scheme)


FORMATS.checks("date-time", raises=ValueError)(is_moment)
FORMATS.checks("uri", raises=ValueError)(is_address)


@cache
def validator(variant: str) -> Any:
    """Judges packages by the official schema."""
    name = "v1p0-cfpackage.json" if variant == "1.0" else "v1p1/case_v1p1_cfpackage-jsonschema1.json"
    if not (SCHEMAS / name).is_file():
        pytest.skip("the schemas of CASE are not there (shared/schemas/case), so nothing can be judged")
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    kind = Draft7Validator if variant == "1.0" else Draft201909Validator
    return kind(schema, format_checker=FORMATS)


def faults(said: dict[str, Any], variant: str) -> list[str]:
    """What the official schema has to say against a package."""
    return [f"{it.json_path}: {it.message[:200]}" for it in validator(variant).iter_errors(said)]


def relations(said: dict[str, Any], kind: str) -> list[tuple[str, str]]:
    """The associations of a type as pairs of the codes, or else the titles, of their ends."""
    codes = {it["identifier"]: it["humanCodingScheme"] for it in said["CFItems"]}
    ends = ("originNodeURI", "destinationNodeURI")
    found = [it for it in said["CFAssociations"] if it["associationType"] == kind]
    return [tuple(codes.get(it[end]["identifier"], it[end]["title"]) for end in ends) for it in found]


def identifiers(value: object) -> Iterator[str]:
    """Every UUID of a thing, wherever it stands."""
    if isinstance(value, dict):
        yield from (str(value[name]) for name in ("identifier", "uri") if name in value)
        for inner in value.values():
            yield from identifiers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from identifiers(inner)


def item(said: dict[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(it for it in said["CFItems"] if it["humanCodingScheme"] == code)
    return found


# What the schemas say


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("site_url", ["", SITE])
def test_the_demonstration_is_valid(variant: str, site_url: str) -> None:
    assert faults(package(demonstration(), variant, site_url), variant) == []


@SLOWLY
@given(frameworks())
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_framework_is_valid(variant: str, it: Framework) -> None:
    assert faults(package(it, variant), variant) == []


def test_the_schemas_do_refuse_something() -> None:
    said = package(demonstration())
    del said["CFItems"][0]["fullStatement"]
    said["CFDocument"]["lastChangeDateTime"] = "yesterday"
    assert len(faults(said, "1.1")) == 2


# Nothing is lost


@SLOWLY
@given(frameworks())
@pytest.mark.parametrize("variant", VARIANTS)
def test_what_goes_out_comes_in_again(variant: str, it: Framework) -> None:
    assert FORMAT.read is not None
    with TemporaryDirectory() as folder:
        file = Path(folder, "case.json")
        file.write_bytes(write_case(it, WriteWish(variant)).files["case.json"])
        taken = FORMAT.read((file,), ReadWish())
    assert taken.framework is not None, taken.problems
    carries = FORMAT.carries[variant]
    assert told(taken.framework, carries) == told(it, carries)


def told(it: Framework, carries: frozenset[str]) -> dict[str, object]:
    """What is carried, without what follows from it: files, lines, and a scale that nobody has named."""
    kept = within(it, carries)
    scales = {} if "level.name" not in carries else kept.settings.scales
    order = {one.slug: place for place, one in enumerate(kept.areas)}
    return {
        "settings": replace(kept.settings, areas=(), scales=scales, source=""),
        "areas": [replace(one, slug="", source="", scale=None) for one in kept.areas],  # type: ignore[arg-type]
        "competencies": [replace(one, slug="", source="", area=str(order[one.area])) for one in kept.competencies],
    }


# Identifiers


def test_identifiers_stay_when_everything_but_ids_moves() -> None:
    skills = (Skill("LIT.ARG.1", "Claim", {"1": ("One.",), "2": ("Two.",)}), Skill("LIT.ARG.2", "Evidence", {}))
    before = [competency(skills=skills), competency("LIT.DEB", prerequisites=("LIT.ARG",))]
    after = [
        replace(
            it,
            slug=f"moved-{it.slug}",
            area="elsewhere",
            title="Another title",
            source=f"continuum/elsewhere/moved-{it.slug}.yml",
            skills=tuple(replace(skill, title="Another skill") for skill in it.skills),
        )
        for it in before
    ]
    moved = framework(after, [area("literacy"), replace(area("elsewhere"), id="ELS")], title="Another school")
    old, new = package(framework(before)), package(moved, site_url="https://new.example/")
    kept = {it["identifier"] for it in (*old["CFItems"], *old["CFAssociations"], *old["CFRubrics"])}
    assert len(kept) > 8
    assert kept <= {it["identifier"] for it in (*new["CFItems"], *new["CFAssociations"], *new["CFRubrics"])}
    assert old["CFDocument"]["identifier"] == new["CFDocument"]["identifier"]
    assert str(old["CFDefinitions"]["CFItemTypes"][0]["identifier"]) in json.dumps(new)


def test_an_identifier_that_a_source_gives_is_the_item_s() -> None:
    given_one = "3a6f6f2c-0000-4000-8000-000000000001"
    said = package(framework([replace(competency(), identifier=given_one)]))
    assert item(said, "LIT.ARG")["identifier"] == given_one
    assert item(said, "LIT.ARG")["uri"] == f"{SITE}ims/case/v1p1/CFItems/{given_one}"


def test_no_identifier_is_given_twice() -> None:
    said = package(demonstration())
    criteria = [it for rubric in said["CFRubrics"] for it in rubric["CFRubricCriteria"]]
    levels = [it for criterion in criteria for it in criterion["CFRubricCriterionLevels"]]
    things = [*said["CFItems"], *said["CFAssociations"], *said["CFRubrics"], *criteria, *levels]
    counted = Counter(it["identifier"] for it in things)
    assert [it for it, count in counted.items() if count > 1] == []


def test_without_an_address_things_are_called_by_their_names() -> None:
    said = package(demonstration(), site_url="")
    assert {uri.partition(":")[0] for uri in identifiers(said) if ":" in uri} <= {"urn", "https"}
    assert item(said, said["CFItems"][0]["humanCodingScheme"])["uri"].startswith("urn:uuid:")
    assert "officialSourceURL" not in said["CFDocument"]


# Items


def test_areas_competencies_and_skills_are_items_of_three_types() -> None:
    it = demonstration()
    said = package(it)
    counted = Counter(one["CFItemType"] for one in said["CFItems"])
    own = [one for one in it.competencies if [skill.id for skill in one.skills] == [one.id]]
    skills = sum(len(one.skills) for one in it.competencies) - len(own)
    assert counted == {"Area": len(it.areas), "Competency": len(it.competencies), "Skill": skills}
    assert [(one["title"], one["hierarchyCode"]) for one in said["CFDefinitions"]["CFItemTypes"]] == [
        ("Area", "1"),
        ("Competency", "2"),
        ("Skill", "3"),
    ]


def test_a_competency_that_is_its_own_only_skill_is_one_item_with_a_criterion() -> None:
    only = Skill("LIT.ARG", "Argue", {"1": ("I try.",)}, not_used=("2", "3"))
    said = package(framework([competency(skills=(only,))]))
    assert [it["humanCodingScheme"] for it in said["CFItems"]] == [area().id, "LIT.ARG"]
    criterion = said["CFRubrics"][0]["CFRubricCriteria"][0]
    assert criterion["CFItemURI"]["identifier"] == item(said, "LIT.ARG")["identifier"]


def test_a_retired_competency_stays_with_its_day_and_its_heir() -> None:
    old = competency("LIT.OLD", retired=Retired(date(2026, 8, 1), "LIT.ARG"))
    said = package(framework([competency(), old]))
    assert item(said, "LIT.OLD")["statusEndDate"] == "2026-08-01"
    assert relations(said, "replacedBy") == [("LIT.OLD", "LIT.ARG")]


# Relations


def test_the_tree_and_its_order_are_said() -> None:
    skills = (Skill("S1", "One", {}), Skill("S2", "Two", {}))
    said = package(framework([competency("A", skills=skills), competency("B", prerequisites=("A",))]))
    parts = [it for it in said["CFAssociations"] if it["associationType"] == "isChildOf"]
    assert set(relations(said, "isChildOf")) == {
        (area().id, "Riverbend"),
        ("A", area().id),
        ("B", area().id),
        ("S1", "A"),
        ("S2", "A"),
        ("B.1", "B"),
    }
    order = {it["originNodeURI"]["title"]: it["sequenceNumber"] for it in parts}
    assert (order["One"], order["Two"]) == (1, 2)
    assert sorted(it["sequenceNumber"] for it in parts) == [1, 1, 1, 1, 2, 2]
    assert relations(said, "precedes") == [("A", "B")]


@pytest.mark.parametrize(
    ("uri", "kind"), [(URI, None), ("https://standards.example/W.8.1", "ext:standard")], ids=["CASE", "a page"]
)
def test_a_standard_with_an_address_is_something_to_relate_to(uri: str, kind: str | None) -> None:
    standards = (Standard("W.8.1", "Common Core", uri), Standard("W.8.2", "Common Core"))
    said = package(framework([competency(standards=standards)]))
    related = [it for it in said["CFAssociations"] if it["associationType"] == "isRelatedTo"]
    assert [it["destinationNodeURI"]["uri"] for it in related] == [uri]
    assert related[0]["destinationNodeURI"].get("targetType") == kind


def test_student_work_is_an_exemplar_of_its_competency() -> None:
    it = demonstration()
    said = package(it)
    found = [one for one in said["CFAssociations"] if one["associationType"] == "exemplar"]
    assert len(found) == len(it.exemplars) > 5
    pages = {f"{SITE}exemplars/{one.area}/{one.slug}/" for one in it.exemplars}
    assert {one["destinationNodeURI"]["uri"] for one in found} == pages
    assert {one["destinationNodeURI"]["targetType"] for one in found} == {"ext:exemplar"}


# Rubrics


def test_each_descriptor_is_a_level_with_the_name_of_its_level() -> None:
    levels = {"1": ("I try.",), "3": ("I do.", "I help others.")}
    skills = (Skill("S1", "One", levels, not_used=("2",)), Skill("S2", "Two", {}))
    said = package(framework([competency(skills=skills), competency("BARE", skills=(Skill("S3", "Three", {}),))]))
    assert [it["title"] for it in said["CFRubrics"]] == [competency().title]
    [criterion] = said["CFRubrics"][0]["CFRubricCriteria"]
    names = {level.id: level.name for level in area().scale.levels}
    found = [(it["quality"], it["position"], it["description"]) for it in criterion["CFRubricCriterionLevels"]]
    assert found == [(names["1"], 1, "I try."), (names["3"], 3, "I do.\n\nI help others.")]
    assert "score" not in json.dumps(said["CFRubrics"])


def test_all_descriptors_of_the_demonstration_are_there() -> None:
    it = demonstration()
    said = package(it)
    levels = sum(len(skill.levels) for one in it.competencies for skill in one.skills)
    criteria = [one for rubric in said["CFRubrics"] for one in rubric["CFRubricCriteria"]]
    assert sum(len(one["CFRubricCriterionLevels"]) for one in criteria) == levels > 300


# The whole


def test_the_document_says_whose_it_is_and_when_it_changed() -> None:
    it = framework(version="2026-27")
    changed = {it.competencies[0].source: datetime(2026, 11, 20, 9, 30, tzinfo=UTC)}
    said = package(it, changed=changed)
    document = said["CFDocument"]
    assert (document["title"], document["creator"], document["version"]) == ("Riverbend", "Riverbend", "2026-27")
    assert (document["adoptionStatus"], document["caseVersion"]) == ("Implemented", "1.1")
    assert document["lastChangeDateTime"] == "2026-11-20T09:30:00Z"
    assert item(said, "LIT.ARG")["lastChangeDateTime"] == "2026-11-20T09:30:00Z"
    assert said["CFItems"][0]["lastChangeDateTime"] == "2000-01-01T00:00:00Z"


def test_version_1_0_says_nothing_that_came_later() -> None:
    said = package(demonstration(), "1.0")
    text = json.dumps(said)
    assert all(f'"{name}"' not in text for name in ("extensions", "caseVersion", "targetType"))
    assert said["CFDocument"]["CFPackageURI"]["uri"].endswith(f"/CFPackages/{said['CFDocument']['identifier']}")
    assert {one["CFDocumentURI"]["identifier"] for one in (*said["CFItems"], *said["CFAssociations"])} == {
        said["CFDocument"]["identifier"]
    }


def test_no_text_can_be_taken_for_a_page() -> None:
    evil = "</script><script>alert(1)</script>"
    data = write_case(framework([competency(title=evil)], title=evil), WriteWish()).files["case.json"]
    assert b"<" not in data
    assert json.loads(data)["CFDocument"]["title"] == evil


def test_a_framework_of_nothing_but_areas_is_a_package_too() -> None:
    said = package(framework([]))
    assert [it["CFItemType"] for it in said["CFItems"]] == ["Area"]
    assert said["CFRubrics"] == []
    assert faults(said, "1.1") == []
