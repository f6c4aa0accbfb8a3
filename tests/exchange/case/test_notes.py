"""Notes of items: those of competencies are read by people, all others are kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.exchange.case.reading import read_case
from site_builder.exchange.format import ReadWish, Taken
from site_builder.exchange.framework import Framework
from tests.exchange.case.packages import below, item, package, small, taken


def noted(**notes: object) -> dict[str, Any]:
    """The small package, whose items have these notes by their names."""
    made = small()
    for it in made["CFItems"]:
        it |= {"notes": notes[it["humanCodingScheme"]]} if it["humanCodingScheme"] in notes else {}
    return made


def kept(found: Taken) -> dict[str, object]:
    """What was set aside of items."""
    return {it.name: it.content for it in found.aside if it.kind == "further details of items"}


def test_the_note_of_a_competency_is_told_about_it(tmp_path: Path) -> None:
    found = taken(tmp_path, noted(One="For <b>all</b>.", Area="Of an area", **{"One.a": "Of a skill"}))
    assert found.framework is not None
    assert found.framework.by_id["One"].about == "For **all**."
    assert kept(found) == {"Area": {"notes": "Of an area"}, "One.a": {"notes": "Of a skill"}}


def test_a_note_stands_below_what_is_told_already(tmp_path: Path) -> None:
    items = [item(it) for it in ("Area", "Group", "One", "One.a")]
    items[2]["notes"] = "For all."
    made = package(items, [*below("A framework", "Area"), *below("Area", "Group"), *below("Group", "One")])
    made["CFAssociations"] += below("One", "One.a")
    found = taken(tmp_path, made)
    assert found.framework is not None
    assert found.framework.by_id["One"].about == "Part of: I can Group\n\nFor all."


@pytest.mark.parametrize("note", [["a", "list"], 7, {"x": 1}])
def test_a_note_that_is_no_text_is_kept(tmp_path: Path, note: object) -> None:
    found = taken(tmp_path, noted(One=note))
    assert found.framework is not None and found.framework.by_id["One"].about == ""
    assert kept(found) == {"One": {"notes": note}}


def again(tmp_path: Path, there: Framework | None, **notes: object) -> Taken:
    path = tmp_path / "again.json"
    path.write_text(json.dumps(noted(**notes)), encoding="utf-8")
    return read_case([path], ReadWish(existing=there))


def test_a_school_keeps_its_own_words_and_the_note_is_kept_beside_them(tmp_path: Path) -> None:
    there = taken(tmp_path, noted(One="For all.")).framework
    same = again(tmp_path, there, One="For all.")
    assert kept(same) == {}
    later = again(tmp_path, there, One="For some.")
    assert "competency.about" not in later.carries
    assert kept(later) == {"One": {"notes": "For some."}}
