"""Sheets of OpenSALT that other people wrote come in whole."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from site_builder.exchange.fields import within
from site_builder.exchange.format import Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.opensalt.layout import LAYOUT
from tests.exchange.sheets.opensalt.salted import (
    contents,
    framework_in,
    read,
    tables_in,
    written,
)

_SHARED = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[5] / "shared") / "data" / "sheets"


def real(name: str) -> Path:
    """A file that other people wrote."""
    path = _SHARED / name
    if not path.is_file():
        pytest.skip(f"the sheets of OpenSALT are not at {path}; CONTINUUM_SHARED can name another place")
    return path


@pytest.fixture(scope="module")
def path() -> Path:
    return real("ccsso_ela_item.csv")


@pytest.fixture(scope="module")
def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def taken(path: Path) -> Taken:
    return read(*tables_in(path))


@pytest.fixture(scope="module")
def framework(taken: Taken) -> Framework:
    assert taken.framework is not None
    return taken.framework


@pytest.fixture(scope="module")
def sample() -> Taken:
    return read(*tables_in(real("spreadsheet_import_sample.xlsx")))


class TestCommonCore:
    """A sheet of 1,189 items in five levels of hierarchy, its rows in any order."""

    def test_it_is_known_by_its_columns(self, path: Path) -> None:
        assert LAYOUT.fits(tables_in(path))

    def test_every_row_is_an_area_a_competency_a_skill_or_a_group_that_is_kept(
        self, rows: list[dict[str, str]], taken: Taken, framework: Framework
    ) -> None:
        assert taken.counts == {"items": len(rows) == 1189 and 1189, "associations": 0}
        skills = [it for it in framework.skills if it not in framework.by_id]
        groups = [it for it in taken.aside if it.kind == "groups"]
        assert len(framework.areas) + len(framework.competencies) + len(skills) + len(groups) == len(rows)
        assert (len(framework.areas), len(framework.competencies), len(skills)) == (12, 278, 791)

    def test_every_word_came_in_or_is_kept(
        self, rows: list[dict[str, str]], taken: Taken, framework: Framework
    ) -> None:
        said = Counter(it.about for it in framework.areas)
        said.update(it.statement for it in framework.competencies)
        said.update(skill.statement or skill.title for it in framework.competencies for skill in it.skills)
        said.update(
            str(it.content["statement"]) for it in taken.aside if it.kind == "groups" and isinstance(it.content, dict)
        )
        assert said == Counter(it["fullStatement"].replace("\x8e", "").strip() for it in rows)

    def test_a_letter_that_cannot_be_read_is_told_and_its_cell_kept(
        self, rows: list[dict[str, str]], taken: Taken
    ) -> None:
        [row] = [number for number, it in enumerate(rows, 2) if "\x8e" in it["fullStatement"]]
        kept = contents(taken.aside, "illegible cells")["fullStatement"]
        assert list(kept) == [str(row)] and "Mus\\u008ee des Beaux Arts" in kept[str(row)]
        assert any("could not be read" in it.words and str(row) in it.words for it in taken.remarks)

    def test_a_skill_stands_in_the_item_above_it(self, rows: list[dict[str, str]], framework: Framework) -> None:
        by_place = {it["smartLevel"]: it for it in rows}
        above = {it["identifier"]: by_place.get(it["smartLevel"].rpartition(".")[0]) for it in rows}
        for it in framework.competencies:
            for skill in it.skills:
                parent = above[skill.identifier]
                assert parent is not None and parent["identifier"] == it.identifier

    def test_items_stand_in_the_order_of_their_places(self, rows: list[dict[str, str]], framework: Framework) -> None:
        places = {it["identifier"]: [int(part) for part in it["smartLevel"].split(".")] for it in rows}
        for it in framework.competencies:
            mine = [places[skill.identifier] for skill in it.skills]
            assert mine == sorted(mine)
        assert [it.title for it in framework.areas][:3] == [
            "College and Career Anchor Standards",
            "Kindergarten",
            "Grade 1",
        ]

    def test_a_competency_says_what_it_is_part_of(self, framework: Framework) -> None:
        assert framework.competencies[0].title == "Key Ideas and Details"
        assert framework.competencies[0].about == "Part of: Reading"

    @pytest.mark.parametrize("column", ["educationLevel", "listEnumeration", "CFItemType", "lastChangeDateTime"])
    def test_a_column_without_a_place_is_kept_row_by_row(
        self, rows: list[dict[str, str]], taken: Taken, column: str
    ) -> None:
        kept = contents(taken.aside, "columns of items")[column]
        assert kept == {str(number): it[column] for number, it in enumerate(rows, 2) if it[column]}

    def test_notes_are_told_about_a_competency_or_kept(
        self, rows: list[dict[str, str]], taken: Taken, framework: Framework
    ) -> None:
        kept = list(contents(taken.aside, "columns of items")["notes"].values())
        told = [
            it["notes"]
            for it in rows
            if it["notes"] and any(it["notes"] in one.about for one in framework.competencies)
        ]
        assert sorted(kept + told) == sorted(it["notes"] for it in rows if it["notes"])

    def test_a_code_that_stands_twice_is_told(self, taken: Taken, framework: Framework) -> None:
        assert {"CCRA.L.6", "CCRA.L.6-2"} <= framework.skills.keys()
        assert any("CCRA.L.6" in it.words for it in taken.remarks)

    def test_it_goes_out_and_comes_in_again(self, framework: Framework) -> None:
        again = framework_in(*written(framework), existing=framework)
        assert within(again, LAYOUT.carries) == within(framework, LAYOUT.carries)


class TestSample:
    """OpenSALT's own sample: a document, four items, ten associations."""

    def test_items_become_an_area_with_competencies(self, sample: Taken) -> None:
        framework = sample.framework
        assert framework is not None
        assert sample.counts == {"items": 4, "associations": 10}
        assert framework.settings.title == "SampleFramework"
        assert framework.identifier == "93a2d99e-2988-11e9-8a65-bf64185a38dc"
        assert [it.id for it in framework.areas] == ["S"]
        assert {it.id: [one.id for one in it.skills] for it in framework.competencies} == {
            "S.1": ["S.1"],
            "S.2": ["S.2.1"],
        }

    def test_associations_that_lead_elsewhere_are_kept_whole(self, sample: Taken) -> None:
        kept = contents(sample.aside, "associations")
        assert set(kept) == {"Exact Match Of", "Is Part Of", "Precedes", "Replaced By", "Has Skill Level", "Is Peer Of"}
        assert kept["Precedes"] == [
            {
                "identifier": "b5ba2d5c-2988-11e9-bb44-bb2cafbe3ae5",
                "originnodeidentifier": "93a38c04-2988-11e9-965c-13cdc43414be",
                "associationtype": "Precedes",
                "destinationnodeidentifier": "71d0bd26-abd0-11e8-bee4-1349da53c60c",
            }
        ]

    def test_the_rest_of_the_document_is_kept(self, sample: Taken) -> None:
        kept = contents(sample.aside, "documents")["SampleFramework"]
        assert (kept["creator"], kept["subject"]) == ("ImportSpreadsheet", "School")
        assert "title" not in kept

    def test_grades_are_kept_as_the_sheet_has_them(self, sample: Taken) -> None:
        assert contents(sample.aside, "columns of items")["educationLevel"] == {"2": "3", "3": "4,5", "4": "6"}
