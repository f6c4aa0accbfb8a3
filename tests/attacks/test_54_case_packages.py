"""CASE packages made to break the reader: deep, large, twice, of odd kinds, with names that lead elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from site_builder.exchange.case.reading import read_case
from site_builder.exchange.format import ReadWish
from site_builder.exchange.into.take import take_into
from site_builder.problems import Severity
from site_builder.site.build import check
from tests.exchange.case.packages import all_kinds, association, document, item, package, small, taken, uuid

PEAK = """
import resource, sys
from pathlib import Path
from site_builder.exchange.case.reading import read_case
from site_builder.exchange.format import ReadWish
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = read_case([Path(sys.argv[1])], ReadWish())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
print(*(it.message for it in found.problems))
"""


def refused(folder: Path, data: bytes) -> str:
    """Why these bytes are not read."""
    path = folder / "case.json"
    path.write_bytes(data)
    found = read_case([path], ReadWish())
    [problem] = found.problems
    assert found.framework is None
    return f"{problem.code}: {problem.message}"


@pytest.mark.parametrize("unit", [b"[", b'{"CFItems":'])
def test_ten_thousand_brackets_deep_is_refused(tmp_path: Path, unit: bytes) -> None:
    assert refused(tmp_path, unit * 10_000) == "json-unreadable: it is nested more than 100 deep"


def test_ninety_deep_in_every_place_is_read(tmp_path: Path) -> None:
    deep: object = "x"
    for _ in range(90):
        deep = [deep]
    made = all_kinds()
    made["CFItems"][1] |= {"fullStatement": deep, "extensions": {"continuum": deep}}
    made["CFRubrics"][0]["CFRubricCriteria"][0]["CFItemURI"] = deep
    found = taken(tmp_path, made)
    assert found.framework is not None


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none_are_refused(tmp_path: Path, number: str) -> None:
    assert refused(tmp_path, f'{{"CFItems": [{number}]}}'.encode()).startswith("json-unreadable: it h")
    found = taken(tmp_path, package([item("One")], [association("isChildOf", "One", "x", sequenceNumber=number)]))
    assert found.framework is not None


def test_a_key_that_is_there_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    data = b'{"CFItems": [],\n"CFItems": []}'
    assert refused(tmp_path, data) == "json-unreadable: it has the key “CFItems” twice in one object"


def test_a_file_of_more_than_200_mb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    [problem] = read_case([path], ReadWish()).problems
    assert problem.message == "this file is 200 MB, and up to 200 MB are read"


@pytest.mark.parametrize("unit", [b"[],", b"{},", b"1,", b'"",', b'{"a":1},'])
def test_a_file_of_brackets_is_refused_before_it_takes_memory(tmp_path: Path, unit: bytes) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(b'{"CFItems":[' + unit * (20_000_000 // len(unit)) + b"1]}")
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)], capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    peak, said = done.stdout.splitlines()
    assert said == "it is made of brackets and commas more than of words, as no framework is"
    if sys.platform == "linux":
        assert int(peak) * 1024 < 6 * path.stat().st_size


def test_a_large_file_of_long_texts_is_read_within_six_times_its_size(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    texts = [item(f"i{it}", fullStatement="“é” " * 2_000) for it in range(1_500)]
    path.write_text(json.dumps(package(texts), ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)], capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    peak, said = done.stdout.split("\n", 1)
    assert said.strip() == ""
    if sys.platform == "linux":
        assert int(peak) * 1024 < 6 * path.stat().st_size


def test_names_that_lead_elsewhere_write_nothing_elsewhere(tmp_path: Path) -> None:
    names = ["../../etc/passwd", "..", "/etc/passwd", "C:\\x", "con", "__proto__", "a\x00b", "\u202egnp.exe", "é" * 300]
    items = [item(it, abbreviatedStatement=it, identifier=it) for it in names]
    made = package(items, CFDocument=document("../../up", version="../../v", language="../../l"))
    root = tmp_path / "in" / "school"
    into = take_into(root, taken(tmp_path, made), None, fresh=lambda: UUID(int=1, version=4))
    assert [it for it in into.problems if it.severity is Severity.ERROR] == []
    assert sorted(it.name for it in tmp_path.iterdir()) == ["case-1.json", "in"]
    assert [it.name for it in (tmp_path / "in").iterdir()] == ["school"]
    assert [it for it in check(root, date(2026, 9, 1)).problems if it.severity is Severity.ERROR] == []


def test_hidden_signs_and_scripts_are_texts_without_hidden_signs(tmp_path: Path) -> None:
    made = small()
    made["CFItems"][1]["abbreviatedStatement"] = "a\u202eb\u2066c<script>alert(1)</script>"
    made["CFItems"][1]["fullStatement"] = "\u200b\u202e"
    found = taken(tmp_path, made)
    assert found.framework is not None
    it = found.framework.by_id["One"]
    assert it.title == it.statement == "abc<script>alert(1)</script>"
    root = tmp_path / "school"
    take_into(root, found, None, fresh=lambda: UUID(int=1, version=4))
    assert "hidden-character" not in {it.code for it in check(root, date(2026, 9, 1)).problems}


def test_every_item_with_the_same_identifier_is_one_and_the_others_are_kept(tmp_path: Path) -> None:
    items = [item(f"i{it}", identifier=uuid("x").upper() if it % 2 else uuid("x")) for it in range(1_000)]
    found = taken(tmp_path, package(items))
    assert found.counts["items as competencies"] == 1
    assert found.counts["items set aside"] == len([it for it in found.aside if "twice" in it.kind]) == 999


def test_everything_below_everything_is_a_tree(tmp_path: Path) -> None:
    names = [f"i{it}" for it in range(60)]
    tangle = [association("isChildOf", one, other, sequenceNumber=1e300) for one in names for other in names]
    tangle += [association("precedes", one, other) for one in names for other in names]
    found = taken(tmp_path, package([item(it) for it in names], tangle))
    assert found.framework is not None
    assert sum(count for name, count in found.counts.items() if name.startswith("items ")) == 60
    kept = sum(len(it.prerequisites) for it in found.framework.competencies)
    assert kept < 60 * 59 / 2 + 1


def test_thousands_of_one_name_one_level_and_one_standard_take_no_longer_each(tmp_path: Path) -> None:
    """What counts names through again for each of them would take many minutes."""
    items = [item("x", identifier=uuid(str(it)), abbreviatedStatement="NA") for it in range(12_000)]
    levels = [{"quality": "Low", "description": f"I do {it}"} for it in range(12_000)]
    ends = {"CFItemURI": {"identifier": uuid("0")}, "CFRubricCriterionLevels": levels}
    web = [{"title": f"S{it}", "identifier": f"s{it}", "uri": f"https://x.example/{it}"} for it in range(12_000)]
    links = [association("isRelatedTo", "x", it, originNodeURI={"identifier": uuid("0")}) for it in web]
    found = taken(tmp_path, package(items, links, CFRubrics=[{"title": "R", "CFRubricCriteria": [ends]}]))
    assert found.framework is not None
    first = found.framework.competencies[0]
    assert len(first.standards) == len(found.framework.competencies) == 12_000
    assert len(first.skills[0].levels["1"]) == 12_000
