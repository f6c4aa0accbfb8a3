"""CASE packages with any damage: read or refused, and never more of them than there was."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.exchange.case.reading import read_case
from site_builder.exchange.format import ReadWish, Taken, WriteWish
from site_builder.exchange.formats.case import write
from site_builder.problems import Severity, Span
from site_builder.sources.text import CONTROL
from tests.exchange.case.packages import all_kinds, uuid
from tests.exchange.frameworks import frameworks
from tests.fuzz.kept import EXAMPLES, crashers

_NAMES = (
    *("CFDocument", "CFItems", "CFAssociations", "CFRubrics", "CFDefinitions", "CFRubricCriteria", "CFItemURI"),
    *("CFRubricCriterionLevels", "identifier", "uri", "title", "fullStatement", "humanCodingScheme", "CFItemType"),
    *("listEnumeration", "abbreviatedStatement", "associationType", "originNodeURI", "destinationNodeURI", "quality"),
    *("sequenceNumber", "statusEndDate", "extensions", "continuum", "noun", "skill", "scales", "position", "score"),
    *("description", "language", "version", "__proto__"),
)
_WORDS = (
    *map(uuid, ("Area", "One", "One.a", "Two", "A framework")),
    *(uuid("One").upper(), "isChildOf", "precedes", "competency", "skill", "area", "settings", "Level 1", "", " "),
    *("../../etc", "<b>x</b>", "<script>", "\u202egnp", "\ud800", "\x00", "9" * 400, "1e999", "²", "\U0001d7d9"),
    *("2024-02-31", "https://[", "http://x/y"),
)
_TEXTS = st.sampled_from([*_NAMES, *_WORDS])
_PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False)
    | _TEXTS
    | st.text(max_size=8)
)
VALUES = st.recursive(
    _PLAIN, lambda it: st.lists(it, max_size=4) | st.dictionaries(_TEXTS, it, max_size=4), max_leaves=12
)
KEPT = crashers("case")


def check(data: bytes) -> None:
    """A framework that keeps its promises, or refusals that say what would be right."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.json"
        path.write_bytes(data)
        found = read_case([path], ReadWish())
    assert all(isinstance(it.at, Span) and it.at.line >= 1 and it.message and it.hint for it in found.problems)
    assert (found.framework is None) == any(it.severity is Severity.ERROR for it in found.problems)
    if found.framework is not None:
        _keeps_promises(found)


def _keeps_promises(found: Taken) -> None:
    framework = found.framework
    assert framework is not None
    parts = sum(count for name, count in found.counts.items() if name.startswith("items "))
    assert parts == found.counts["items"]
    ids = [*(it.id for it in framework.areas), *(it.id for it in framework.competencies)]
    ids += [skill.id for it in framework.competencies for skill in it.skills if skill.id != it.id]
    assert len({it.casefold() for it in ids}) == len(ids)
    assert all(
        it.skills and it.title and it.statement and it.area in framework.by_slug for it in framework.competencies
    )
    assert all(1 <= len(it.scale.levels) <= 12 and it.scale.id in framework.settings.scales for it in framework.areas)
    assert all(place < len(framework.competencies) for place in _depths(found))
    json.dumps([it.content for it in found.aside])
    assert not CONTROL.search(repr((framework, found.remarks)))


def _depths(found: Taken) -> list[int]:
    """How many steps come before each competency; without an end where they went in a circle."""
    assert found.framework is not None
    depths: dict[str, int] = {}
    waiting = list(found.framework.competencies)
    for _ in range(len(waiting) + 1):
        ready = [it for it in waiting if all(one in depths for one in it.prerequisites)]
        depths |= {it.id: max((depths[one] + 1 for one in it.prerequisites), default=0) for it in ready}
        waiting = [it for it in waiting if it.id not in depths]
    assert not waiting
    return list(depths.values())


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Each value within a value, as what holds it and where."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        it = waiting.pop()
        keys = list(it) if isinstance(it, dict) else list(range(len(it))) if isinstance(it, list) else []
        found += [(it, key) for key in keys]
        waiting += [it[key] for key in keys]
    return found


def _damaged(value: Any, data: st.DataObject) -> Any:
    value = deepcopy(value)
    for _ in range(data.draw(st.integers(1, 6))):
        places = _places(value)
        if not places:
            return value
        holder, key = data.draw(st.sampled_from(places))
        what = data.draw(st.sampled_from(["other", "gone", "swapped", "twice"]))
        if what == "gone":
            del holder[key]
        elif what == "twice" and isinstance(holder, list):
            holder.append(deepcopy(holder[key]))
        elif what == "swapped":
            other, name = data.draw(st.sampled_from(places))
            holder[key] = deepcopy(other[name])
        else:
            holder[key] = data.draw(VALUES)
    return value


@given(st.data())
@settings(deadline=None, max_examples=EXAMPLES)
def test_a_package_with_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    check(json.dumps(_damaged(all_kinds(), data)).encode())


@given(frameworks(), st.data())
@settings(deadline=None, max_examples=EXAMPLES)
def test_our_own_package_with_any_damage_is_read_or_refused(framework: Any, data: st.DataObject) -> None:
    [own] = write(framework, WriteWish("1.1", site_url="https://school.example/")).files.values()
    check(json.dumps(_damaged(json.loads(own), data)).encode())


@given(VALUES)
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_json_is_read_or_refused(value: object) -> None:
    check(json.dumps(value).encode())


@given(st.binary(max_size=60))
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    check(data)


@pytest.mark.parametrize("name", KEPT)
def test_what_once_broke_the_reader(name: str) -> None:
    check(KEPT[name])
