"""Associations besides the tree: what helps to have first, replacements, standards, and what has no place."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from site_builder.exchange.format import Taken
from site_builder.model import Retired, Standard
from tests.exchange.case.packages import association, below, framework, item, kinds, package, small, taken, words

WEB = "https://core.example/W.1"


def with_associations(*more: dict[str, Any]) -> dict[str, Any]:
    """The small package with more associations."""
    made = small()
    made["CFAssociations"] += more
    return made


def elsewhere(title: str = "W.1", uri: str = WEB) -> dict[str, str]:
    """An item of another framework."""
    return {"title": title, "identifier": "elsewhere", "uri": uri}


def prerequisites(found: Taken) -> dict[str, tuple[str, ...]]:
    """What helps to have first, by id."""
    assert found.framework is not None
    return {it.id: it.prerequisites for it in found.framework.competencies if it.prerequisites}


def test_what_precedes_helps_to_have_first(tmp_path: Path) -> None:
    found = taken(
        tmp_path, with_associations(association("precedes", "One", "Two"), association("precedes", "One", "Two"))
    )
    assert prerequisites(found) == {"Two": ("One",)}
    assert "competency.prerequisites" in found.carries


def test_an_order_of_skills_is_one_of_their_competencies(tmp_path: Path) -> None:
    made = with_associations(association("precedes", "One.a", "Two"), association("precedes", "One.b", "Two"))
    found = taken(tmp_path, made)
    assert prerequisites(found) == {"Two": ("One",)}
    assert any("1 orders of skills have become orders of the competencies" in it for it in words(found))


def test_an_order_within_a_competency_or_of_an_area_is_set_aside(tmp_path: Path) -> None:
    made = with_associations(association("precedes", "One.a", "One.b"), association("precedes", "Area", "Two"))
    found = taken(tmp_path, made)
    assert prerequisites(found) == {}
    assert kinds(found)["associations of the type precedes"] == 2


def test_a_circle_of_orders_loses_one_step_and_this_is_said(tmp_path: Path) -> None:
    names = ["a", "b", "c", "d"]
    steps = [association("precedes", one, other) for one, other in (("a", "b"), ("b", "c"), ("c", "a"), ("a", "d"))]
    made = package([item(it) for it in names], [*below("A framework", *names), *steps])
    found = taken(tmp_path, made)
    assert sum(map(len, prerequisites(found).values())) == 3
    [said] = [it for it in words(found) if "in a circle" in it]
    assert "builds on" in said and "“I can" in said
    assert kinds(found)["associations of the type precedes"] == 1


def test_a_long_chain_of_orders_is_no_circle(tmp_path: Path) -> None:
    names = [f"n{it}" for it in range(3_000)]
    steps = [association("precedes", one, other) for one, other in pairwise(names)]
    made = package([item(it) for it in names], [*below("A framework", *names), *steps])
    assert len(prerequisites(taken(tmp_path, made))) == 2_999


def test_an_item_that_ended_is_retired_and_replaced(tmp_path: Path) -> None:
    made = with_associations(association("replacedBy", "Two", "One"))
    made["CFItems"][4]["statusEndDate"] = "2024-08-01"
    found = taken(tmp_path, made)
    assert found.framework and found.framework.by_id["Two"].retired == Retired(date(2024, 8, 1), "One")
    assert "competency.retired" in found.carries


def test_an_end_with_an_hour_is_that_day(tmp_path: Path) -> None:
    made = small()
    made["CFItems"][4]["statusEndDate"] = "2024-08-01T00:00:00+00:00"
    assert framework(tmp_path, made).by_id["Two"].retired == Retired(date(2024, 8, 1))


@pytest.mark.parametrize("day", ["2024-02-31", "soon", 2024, {"on": 1}])
def test_an_end_that_is_no_day_is_set_aside(tmp_path: Path, day: object) -> None:
    made = small()
    made["CFItems"][4]["statusEndDate"] = day
    found = taken(tmp_path, made)
    assert found.framework and found.framework.by_id["Two"].retired is None
    [aside] = [it for it in found.aside if it.kind == "further details of items"]
    assert aside.content == {"statusEndDate": day}


def test_only_a_competency_retires(tmp_path: Path) -> None:
    made = with_associations(association("replacedBy", "Two", "One"), association("replacedBy", "One.a", "One.b"))
    for place in (0, 2):
        made["CFItems"][place]["statusEndDate"] = "2024-08-01"
    found = taken(tmp_path, made)
    assert [it.name for it in found.aside if it.kind == "ends of items"] == ["Area", "One.a"]
    assert kinds(found)["associations of the type replacedBy"] == 2
    assert "competency.retired" not in found.carries


@pytest.mark.parametrize(
    ("type", "match"),
    [("exactMatchOf", "exact"), ("isRelatedTo", "related"), ("isPeerOf", "peer"), ("isPartOf", "part")],
)
def test_an_item_of_another_framework_with_a_web_address_is_a_standard(tmp_path: Path, type: str, match: str) -> None:
    found = taken(tmp_path, with_associations(association(type, "Two", elsewhere())))
    assert found.framework is not None
    assert found.framework.by_id["Two"].standards == (Standard("W.1", "core.example", WEB, match),)
    assert "competency.standards" in found.carries


def test_a_standard_of_a_skill_is_one_of_its_competency(tmp_path: Path) -> None:
    made = with_associations(
        association("exactMatchOf", "One.a", elsewhere("W.1 (Common Core)")),
        association("isRelatedTo", "One", elsewhere()),
    )
    found = taken(tmp_path, made)
    assert found.framework is not None
    assert found.framework.by_id["One"].standards == (Standard("W.1", "Common Core", WEB, "exact"),)
    assert kinds(found)["associations of the type isRelatedTo"] == 1


@pytest.mark.parametrize(
    "end",
    [
        elsewhere(uri="local:1"),
        elsewhere(uri="javascript:alert(1)"),
        elsewhere(uri="https://[oops"),
        elsewhere(uri="https://"),
        elsewhere(""),
        elsewhere("Destination Node"),
        elsewhere("elsewhere"),
    ],
)
def test_what_has_no_name_or_no_web_address_is_no_standard(tmp_path: Path, end: dict[str, str]) -> None:
    found = taken(tmp_path, with_associations(association("exactMatchOf", "Two", end)))
    assert found.framework and found.framework.by_id["Two"].standards == ()
    assert kinds(found)["associations of the type exactMatchOf"] == 1


def test_an_area_answers_to_no_standard(tmp_path: Path) -> None:
    found = taken(tmp_path, with_associations(association("exactMatchOf", "Area", elsewhere())))
    assert kinds(found)["associations of the type exactMatchOf"] == 1


@pytest.mark.parametrize("type", ["exemplar", "isTranslationOf", "ext:likes", "likes", "isRelatedTo", "isPeerOf"])
def test_relations_that_have_no_place_are_set_aside_with_the_reason(tmp_path: Path, type: str) -> None:
    found = taken(tmp_path, with_associations(association(type, "One", "Two", notes="why")))
    [aside] = [it for it in found.aside if it.kind == f"associations of the type {type}"]
    assert aside.name == "One → Two" and aside.why
    assert isinstance(aside.content, dict) and aside.content["notes"] == "why"
    assert found.counts[f"associations of the type {type}"] == 1


def test_an_association_that_begins_elsewhere_is_set_aside(tmp_path: Path) -> None:
    found = taken(tmp_path, with_associations(association("precedes", "Elsewhere", "Two")))
    [aside] = [it for it in found.aside if it.kind == "associations of the type precedes"]
    assert aside.why == "it begins or ends at something that is not in these files"


def test_what_an_association_says_besides_its_ends_is_set_aside(tmp_path: Path) -> None:
    more = association("precedes", "One", "Two", notes="because", CFAssociationGroupingURI=None)
    found = taken(tmp_path, with_associations(more))
    [aside] = [it for it in found.aside if it.kind == "further details of associations"]
    assert (aside.name, aside.content) == ("One → Two", {"notes": "because"})
