"""A framework goes out as OpenSALT's sheets, down to its skills, and comes in again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from site_builder.exchange.fields import within
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.opensalt.layout import LAYOUT
from site_builder.identifiers import skill_identifier
from site_builder.model import Competency
from site_builder.tables.held import HeldTable
from tests.exchange.frameworks import frameworks
from tests.exchange.sheets.opensalt.salted import (
    FEW,
    associations,
    framework_in,
    items,
    uuid,
    written,
)


def as_said(framework: Framework) -> Framework:
    """The framework with what a sheet makes of it: a skill whose statement is its title says it once."""
    return Framework(framework.settings, framework.areas, tuple(map(_plain, framework.competencies)))


def _plain(it: Competency) -> Competency:
    skills = tuple(replace(one, statement="" if one.statement == one.title else one.statement) for one in it.skills)
    return replace(it, skills=skills)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(frameworks())
def test_what_is_carried_goes_out_and_comes_in_again(framework: Framework) -> None:
    again = framework_in(*written(framework), existing=framework)
    assert within(as_laid(again), LAYOUT.carries) == within(as_laid(as_said(framework)), LAYOUT.carries)


def as_laid(framework: Framework) -> Framework:
    """The framework with scales, addresses and languages left out, which sheets do not have."""
    settings = replace(framework.settings, scales={})
    scale = next(iter(framework.settings.scales.values()))
    areas = tuple(replace(it, scale=scale, slug=str(n), source="") for n, it in enumerate(framework.areas))
    slugs = {old.slug: new.slug for old, new in zip(framework.areas, areas, strict=True)}
    competencies = tuple(replace(it, area=slugs[it.area], slug="", source="") for it in framework.competencies)
    return Framework(replace(settings, areas=()), areas, competencies)


def rows_of(table: HeldTable) -> Iterator[Mapping[str, str]]:
    for _, cells in table.rows:
        yield dict(zip(table.header, cells, strict=True))


def test_all_levels_of_the_hierarchy_go_out() -> None:
    framework = framework_in(items(*FEW))
    document, rows, _ = written(framework)
    assert [(it["smartLevel"], it["CFItemType"], it["humanCodingScheme"]) for it in rows_of(rows)] == [
        ("1", "Area", "A"),
        ("1.1", "Competency", "C1"),
        ("1.2", "Competency", "C2"),
        ("1.2.1", "Skill", "C2.1"),
    ]
    [said] = rows_of(document)
    assert (said["title"], said["officialSourceURL"]) == ("A framework", "https://school.example/")


def test_every_item_that_goes_out_is_below_another_or_below_the_document() -> None:
    framework = framework_in(items(*FEW), associations((uuid(2), "Precedes", uuid(3))))
    document, rows, relations = written(framework)
    [top] = [it["identifier"] for it in rows_of(document)]
    identifiers = [it["identifier"] for it in rows_of(rows)]
    below = {
        it["originNodeIdentifier"]: it["destinationNodeIdentifier"]
        for it in rows_of(relations)
        if it["associationType"] == "Is Child Of"
    }
    assert list(below) == identifiers
    assert set(below.values()) <= {top, *identifiers}
    assert [it["associationType"] for it in rows_of(relations)].count("Precedes") == 1


def test_identifiers_that_are_made_of_ids_are_not_taken_as_given() -> None:
    framework = framework_in(items(("", "A", "A", "1"), ("", "C", "C", "1.1"), ("", "S", "S", "1.1.1")))
    _, rows, _ = written(framework)
    [*_, skill] = rows_of(rows)
    assert skill["identifier"] == skill_identifier(framework.identifier, framework.skills["S"][1])
    assert framework_in(*written(framework)).skills["S"][1].identifier == ""
