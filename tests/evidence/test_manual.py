"""The manual's page on evidence says what the reader does: neither less nor more."""

from __future__ import annotations

import pytest

from site_builder.evidence.formats import FORMATS
from site_builder.evidence.formats import oneroster as one
from site_builder.evidence.formats.declared import PARTS
from site_builder.evidence.formats.own import COLUMNS
from site_builder.evidence.mapping import MapShape, read_map
from site_builder.evidence.set_aside import REASONS
from tests.manual import coded, fences, manual, rows, sections

CHAPTERS = sections(manual("reference/evidence.md"), "##")


def first_cells(chapter: str) -> list[str]:
    """What the rows of a table begin with."""
    return [coded(row[0])[0] for row in rows(CHAPTERS[chapter])]


def test_each_format_is_in_the_manual_and_no_other() -> None:
    assert sorted(first_cells("Formats")) == sorted([*FORMATS, one.FORMAT.id])


def test_each_column_of_our_own_sheet_is_in_the_manual_and_no_other() -> None:
    assert first_cells("Our own sheet") == list(COLUMNS)


def test_each_name_of_a_map_is_in_the_manual_and_no_other() -> None:
    assert first_cells("The map") == list(MapShape.model_fields)
    assert [it for it in PARTS if f"`{it}`" not in CHAPTERS["The map"]] == []


def test_each_reason_is_in_the_manual_and_no_other() -> None:
    assert first_cells("What is set aside") == list(REASONS)


@pytest.mark.parametrize("text", [it.text for it in fences(manual("how-to/read-evidence.md")) if it.language == "yaml"])
def test_the_maps_in_the_manual_are_sound(text: str) -> None:
    said, problems = read_map("map.yml", text.encode())
    assert said is not None and problems == []
