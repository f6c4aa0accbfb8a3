"""Packages as systems have published them: everything in them is somewhere afterwards, and it can be built.

The data stays where it lies (shared/data/case) and is never copied into the project.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from site_builder.exchange.case.reading import read_case
from site_builder.exchange.format import ReadWish, Taken
from site_builder.exchange.into.take import take_into
from site_builder.problems import Severity
from site_builder.site.build import Search, Wish, build, check
from tests.exchange.schools import coming_again

DATA = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[4] / "shared") / "data" / "case"
WHY_ABSENT = "the CASE packages of other systems are not there (shared/data/case), so none can be read"
NAMES = (
    "ItemTypeTestFramework",
    "MarkdownFramework",
    "Ordering",
    "SmartLevelFramework",
    "mockELAPackage",
    "mockMATHPackage",
)
TODAY = date(2026, 9, 1)
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=WHY_ABSENT)


def packages(name: str) -> list[dict[str, Any]]:
    """What a file holds, as JSON says it."""
    value = json.loads((DATA / f"{name}.json").read_bytes())
    return value if isinstance(value, list) else [value]


def read(name: str) -> Taken:
    """What comes of a file."""
    return read_case([DATA / f"{name}.json"], ReadWish())


def items(name: str) -> dict[str, dict[str, Any]]:
    """The items of a file, each once."""
    return {it["identifier"]: it for package in packages(name) for it in package["CFItems"]}


def is_level(it: dict[str, Any]) -> bool:
    """Whether an item is a level, by the words of the systems that write them."""
    return it.get("CFItemType") == "Range ALD" and it.get("abbreviatedStatement", "").startswith("Level ")


def identifiers(found: Taken) -> Iterator[str]:
    """The identifiers of all that came in."""
    assert found.framework is not None
    yield from (it.identifier for it in found.framework.areas if it.identifier)
    for it in found.framework.competencies:
        yield it.identifier
        yield from (skill.identifier for skill in it.skills if skill.id != it.id)


@pytest.mark.parametrize("name", NAMES)
def test_each_item_is_an_area_a_competency_a_skill_a_level_or_set_aside(name: str) -> None:
    found = read(name)
    count = sum(len(package["CFItems"]) for package in packages(name))
    assert found.problems == ()
    assert found.counts["items"] == count
    assert sum(number for what, number in found.counts.items() if what.startswith("items ")) == count
    assert found.counts.get("items as levels", 0) == sum(map(is_level, items(name).values()))
    came = set(identifiers(found)) & items(name).keys()
    in_all = ("items as areas", "items as competencies", "items as skills")
    assert len(came) == sum(found.counts.get(it, 0) for it in in_all)
    groups = [it for it in found.aside if it.kind == "groups"]
    assert len(groups) == found.counts.get("items as groups, set aside", 0)


@pytest.mark.parametrize("name", NAMES)
def test_each_association_is_counted_and_has_a_place_or_is_set_aside(name: str) -> None:
    found = read(name)
    types = Counter(it["associationType"] for package in packages(name) for it in package["CFAssociations"])
    counts = {what.rpartition(" ")[2]: it for what, it in found.counts.items() if what.startswith("associations of")}
    assert counts == types
    assert found.counts["associations"] == sum(types.values())
    aside = Counter(it.kind.rpartition(" ")[2] for it in found.aside if it.kind.startswith("associations"))
    assert aside == Counter({type: count for type, count in types.items() if type != "isChildOf"})


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_comes_in_or_is_set_aside(name: str) -> None:
    found = read(name)
    assert found.framework is not None
    everything = repr((found.framework, [it.content for it in found.aside]))
    for it in items(name).values():
        beginning = it["fullStatement"].replace("\r\n", "\n").replace("\f", "\\f").strip()[:60]
        is_silent_level = is_level(it) and beginning == "No Descriptors"
        assert is_silent_level or repr(beginning)[1:-1] in everything or beginning in everything


@pytest.mark.parametrize("name", NAMES)
def test_what_came_in_passes_the_check_and_builds(name: str, tmp_path: Path) -> None:
    root = tmp_path / "school"
    into = take_into(root, read(name), None, fresh=lambda: UUID(int=1, version=4))
    assert [it for it in into.problems if it.severity is Severity.ERROR] == []
    report = check(root, TODAY)
    assert [it for it in report.problems if it.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_second_import_changes_nothing(name: str, tmp_path: Path) -> None:
    again = coming_again(tmp_path / "school", lambda wish: read_case([DATA / f"{name}.json"], wish))
    assert (again.made, again.changed, again.gone) == ((), (), ())


def test_the_largest_of_them_becomes_a_site(tmp_path: Path) -> None:
    root = tmp_path / "school"
    take_into(root, read("mockELAPackage"), None, fresh=lambda: UUID(int=1, version=4))
    report = build(Wish(root, root / "site", TODAY, search=Search.NONE))
    assert [it for it in report.problems if it.severity is Severity.ERROR] == []
    assert (root / "site" / "targets" / "write-brief-texts" / "index.html").is_file()


def test_levels_that_are_items_are_levels_of_their_heading() -> None:
    found = read("mockMATHPackage")
    assert found.framework is not None
    [skill] = [it for _, it in found.framework.skills.values() if it.levels]
    said = {
        it["abbreviatedStatement"].removeprefix("Level "): it["fullStatement"].replace("\r\n", "\n").strip()
        for it in items("mockMATHPackage").values()
        if is_level(it)
    }
    assert said.pop("4") == "No Descriptors"
    assert {level: texts for level, texts in skill.levels.items()} == {level: (it,) for level, it in said.items()}
    assert skill.not_used == ("4",)
    [scale] = found.framework.settings.scales.values()
    assert [(it.id, it.name) for it in scale.levels] == [(str(it), f"Level {it}") for it in range(1, 5)]


def test_items_without_numbers_are_in_the_order_of_their_codes() -> None:
    found = read("Ordering")
    assert found.framework is not None
    codes = [skill.id for it in found.framework.competencies for skill in it.skills]
    parts = [[int(it) if it.isdigit() else 0 for it in code.split(".")] for code in codes]
    assert len(codes) > 20 and parts == sorted(parts)


def test_items_with_neither_are_in_the_order_of_the_file() -> None:
    found = read("SmartLevelFramework")
    assert found.framework is not None
    titles = [skill.title for it in found.framework.competencies for skill in it.skills]
    assert titles == [f"Item 1.{it}" for it in range(1, 11)] + ["Item 2.1", "Item 2.2"]


def test_tables_and_formulas_in_statements_stay() -> None:
    found = read("MarkdownFramework")
    assert found.framework is not None
    said = found.framework.by_id["MD.Table"].statement
    assert "| --- | --- |\n| data 1 | data 2|" in said and "\\over 2a}$" in said


def test_documents_of_one_file_are_areas_of_one_framework() -> None:
    found = read("mockELAPackage")
    assert found.framework is not None
    titles = {it["CFDocument"]["identifier"]: it["CFDocument"]["title"] for it in packages("mockELAPackage")}
    areas = {it.identifier: it.title for it in found.framework.areas if it.identifier in titles}
    assert areas == {identifier: title for identifier, title in titles.items() if identifier in areas}
    assert len(areas) == 5 and found.framework.settings.identifier == ""


def test_formulas_that_were_broken_on_their_way_are_mended_and_this_is_said() -> None:
    found = read("mockELAPackage")
    assert "$\\frac{1}{3}$" in repr(found.framework).replace("\\\\", "\\")
    assert any("held control characters" in it.words for it in found.remarks)


def test_the_same_file_gives_the_same_framework() -> None:
    assert read("mockELAPackage") == read("mockELAPackage")
