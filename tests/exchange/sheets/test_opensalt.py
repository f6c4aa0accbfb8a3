"""OpenSALT's sheets come in with all their levels of hierarchy, and go out as sheets that come in again."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from site_builder.exchange.fields import within
from site_builder.exchange.format import Aside, ReadWish, Taken, WriteWish
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.cells import guarded
from site_builder.exchange.sheets.layout import Sheet
from site_builder.exchange.sheets.opensalt import LAYOUT
from site_builder.identifiers import skill_identifier
from site_builder.model import Competency
from site_builder.problems import Severity
from site_builder.tables.held import HeldTable, held_tables
from tests.exchange.frameworks import frameworks

_SHARED = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[4] / "shared") / "data" / "sheets"
HEADER = (
    "identifier",
    "fullStatement",
    "humanCodingScheme",
    "smartLevel",
    "CFItemType",
    "notes",
    "abbreviatedStatement",
)
ASSOCIATION = ("identifier", "originNodeIdentifier", "associationType", "destinationNodeIdentifier")


def real(name: str) -> Path:
    """A file that other people wrote."""
    path = _SHARED / name
    if not path.is_file():
        pytest.skip(f"the sheets of OpenSALT are not at {path}; CONTINUUM_SHARED can name another place")
    return path


def tables_in(path: Path) -> list[HeldTable]:
    tables, problems = held_tables(path)
    assert problems == []
    return tables


def items(*rows: Sequence[str], header: Sequence[str] = HEADER) -> HeldTable:
    """A table of items, each row filled up with empty cells."""
    filled = [(*row, *[""] * (len(header) - len(row))) for row in rows]
    return HeldTable("items.csv", tuple(header), tuple(enumerate(filled, 2)))


def associations(*rows: tuple[str, str, str]) -> HeldTable:
    cells = tuple((number, (f"a{number}", *row)) for number, row in enumerate(rows, 2))
    return HeldTable("associations.csv", ASSOCIATION, cells)


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def read(*tables: HeldTable, existing: Framework | None = None) -> Taken:
    return LAYOUT.read(tables, ReadWish(existing=existing))


def framework_in(*tables: HeldTable, existing: Framework | None = None) -> Framework:
    taken = read(*tables, existing=existing)
    assert taken.framework is not None, taken.problems
    return taken.framework


def held(sheet: Sheet) -> HeldTable:
    """A sheet as it is read again, its cells guarded as in a CSV file."""
    rows = tuple((number, tuple(map(guarded, row))) for number, row in enumerate(sheet.rows, 2))
    return HeldTable(f"{sheet.name}.csv", sheet.header, rows, sheet.name)


def written(framework: Framework) -> list[HeldTable]:
    assert LAYOUT.write is not None
    return [held(it) for it in LAYOUT.write(framework, WriteWish(site_url="https://school.example/"))]


def contents(aside: Sequence[Aside], kind: str) -> dict[str, Any]:
    return {it.name: it.content for it in aside if it.kind == kind}


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


class TestHierarchy:
    """Places, associations, and what is wrong with some."""

    def test_any_number_of_levels_comes_in(self) -> None:
        rows = [(uuid(n), f"Item {n}", f"C{n}", ".".join(["1"] * n)) for n in range(1, 40)]
        taken = read(items(*reversed(rows)))
        assert taken.framework is not None and taken.problems == ()
        [only] = taken.framework.competencies
        assert (only.id, [it.id for it in only.skills]) == ("C38", ["C39"])
        assert [it.name for it in taken.aside if it.kind == "groups"] == [f"C{n}" for n in range(2, 38)]

    def test_without_places_the_associations_say_what_is_below_what(self) -> None:
        rows = items((uuid(3), "A skill", "S"), (uuid(1), "An area", "A"), (uuid(2), "A competency", "C"))
        below = associations((uuid(3), "Is Child Of", uuid(2)), (uuid(2), "isChildOf", uuid(1)))
        framework = framework_in(rows, below)
        assert [it.id for it in framework.areas] == ["A"]
        assert [(it.id, [one.id for one in it.skills]) for it in framework.competencies] == [("C", ["S"])]

    def test_an_association_that_says_another_place_than_smart_level_is_kept(self) -> None:
        rows = items((uuid(1), "One", "A", "1"), (uuid(2), "Two", "C", "1.1"), (uuid(3), "Three", "S", "1.1.1"))
        taken = read(rows, associations((uuid(3), "Is Child Of", uuid(1)), (uuid(2), "Is Child Of", uuid(1))))
        kept = contents(taken.aside, "associations")["Is Child Of"]
        assert [it["originnodeidentifier"] for it in kept] == [uuid(3)]

    def test_ten_comes_after_nine(self) -> None:
        rows = [("", "Area", "A", "1"), ("", "Competency", "C", "1.1")]
        rows += [("", f"Skill {n}", f"S{n}", f"1.1.{n}") for n in (10, 9, 1, 2)]
        [only] = framework_in(items(*rows)).competencies
        assert [it.id for it in only.skills] == ["S1", "S2", "S9", "S10"]

    def test_an_item_without_one_above_it_is_told_and_stands_below_the_next(self) -> None:
        taken = read(items(("", "Area", "A", "1"), ("", "Competency", "C", "1.1"), ("", "Skill", "S", "1.1.7.1")))
        [problem] = taken.problems
        assert (problem.code, problem.severity) == ("import-odd", Severity.WARNING)
        assert problem.message == "row 4: there is no item 1.1.7 above its smartLevel 1.1.7.1"
        assert problem.hint == "it stands below 1.1 instead"
        assert taken.framework is not None and "S" in taken.framework.skills

    def test_numbers_that_are_left_out_are_told(self) -> None:
        taken = read(items(("", "Area", "A", "1"), ("", "One", "C", "1.1"), ("", "Three", "D", "1.3")))
        assert any("from 1.1 to 1.3" in it.words for it in taken.remarks)

    @pytest.mark.parametrize(
        ("rows", "message"),
        [
            ([("", "One", "A", "1.1"), ("", "Two", "B", "1.1")], "row 3: its smartLevel 1.1 stands in row 2, too"),
            ([(uuid(1), "One", "A"), (uuid(1), "Two")], f"row 3: its identifier {uuid(1)} stands in row 2, too"),
            ([("", "One", "A", "1.x")], "row 2: its smartLevel is “1.x”"),
            ([("", "One", "A", "1." * 5000 + "1")], f"row 2: its smartLevel is “{'1.' * 20}”"),
            ([("", "", "A", "1")], "row 2: it has no fullStatement"),
        ],
    )
    def test_items_that_make_no_tree_are_refused(self, rows: Sequence[Sequence[str]], message: str) -> None:
        taken = read(items(*rows))
        assert taken.framework is None
        assert [(it.code, it.message) for it in taken.problems] == [("import-odd", message)]

    def test_items_below_themselves_are_refused_once(self) -> None:
        rows = items(*((uuid(n), f"Item {n}", f"I{n}") for n in (1, 2, 3)))
        circle = associations(*((uuid(n), "Is Child Of", uuid(n % 3 + 1)) for n in (1, 2, 3)))
        taken = read(rows, circle)
        assert taken.framework is None
        assert [it.message for it in taken.problems] == ["row 2: by “Is Child Of” it stands below itself"]

    def test_a_table_without_items_is_refused(self) -> None:
        taken = read(items())
        assert taken.framework is None and [it.code for it in taken.problems] == ["import-unreadable"]

    def test_many_odd_rows_are_counted(self) -> None:
        taken = read(items(*(("", "Same", "", "1") for _ in range(200))))
        assert len(taken.problems) == 21
        assert taken.problems[-1].message == "there are 179 more rows like these"


class TestMeaning:
    """What items, columns and associations become."""

    _ROWS = (
        (uuid(1), "About the area", "A", "1", "Area"),
        (uuid(2), "First", "C1", "1.1", "Competency", "A note"),
        (uuid(3), "Second", "C2", "1.2", "Competency"),
        (uuid(4), "Of the second", "C2.1", "1.2.1", "Skill", "Of a skill"),
    )

    def test_types_that_we_write_say_what_an_item_is(self) -> None:
        framework = framework_in(items(("", "Alone", "A", "1", "Area"), ("", "Loose", "C", "2", "Competency")))
        assert [it.id for it in framework.areas][:1] == ["A"]
        assert [it.id for it in framework.competencies] == ["C"]

    def test_a_skill_with_items_below_it_loses_none(self) -> None:
        rows = [("", "A", "A", "1", "Area"), ("", "C", "C", "1.1", "Competency"), ("", "S", "S", "1.1.1", "Skill")]
        framework = framework_in(items(*rows, ("", "Deep", "D", "1.1.1.1", "Skill")))
        assert {"C", "S", "D"} <= {*framework.by_id, *framework.skills}

    def test_what_comes_before_a_competency_is_a_prerequisite(self) -> None:
        framework = framework_in(items(*self._ROWS), associations((uuid(2), "Precedes", uuid(3))))
        assert framework.by_id["C2"].prerequisites == ("C1",)

    def test_between_skills_nothing_comes_before(self) -> None:
        taken = read(items(*self._ROWS), associations((uuid(2), "Precedes", uuid(4))))
        assert taken.framework is not None and taken.framework.by_id["C2"].prerequisites == ()
        assert len(contents(taken.aside, "associations")["Precedes"]) == 1

    def test_a_replaced_competency_is_retired_since_its_item_ended(self) -> None:
        header = (*HEADER, "statusEndDate")
        rows = [(*row, *[""] * (7 - len(row)), "2024-06-30" if row[2] == "C1" else "") for row in self._ROWS]
        framework = framework_in(items(*rows, header=header), associations((uuid(2), "Replaced By", uuid(3))))
        retired = framework.by_id["C1"].retired
        assert retired is not None and (retired.on, retired.replaced_by) == (date(2024, 6, 30), "C2")

    def test_without_an_end_the_last_change_is_taken_and_told(self) -> None:
        header = (*HEADER, "lastChangeDateTime")
        rows = [(*row, *[""] * (7 - len(row)), "2017-08-23 23:48:01") for row in self._ROWS]
        taken = read(items(*rows, header=header), associations((uuid(2), "Replaced By", uuid(3))))
        assert taken.framework is not None
        retired = taken.framework.by_id["C1"].retired
        assert retired is not None and retired.on == date(2017, 8, 23)
        assert any("last changed" in it.words for it in taken.remarks)

    def test_without_any_day_a_replacement_is_kept_aside(self) -> None:
        taken = read(items(*self._ROWS), associations((uuid(2), "Replaced By", uuid(3))))
        assert taken.framework is not None and taken.framework.by_id["C1"].retired is None
        assert [it.why for it in taken.aside if it.kind == "associations"] == ["nothing says since when"]

    def test_notes_of_a_competency_are_read_and_those_of_a_skill_kept(self) -> None:
        taken = read(items(*self._ROWS))
        assert taken.framework is not None and taken.framework.by_id["C1"].about == "A note"
        assert contents(taken.aside, "columns of items") == {"notes": {"5": "Of a skill"}}

    def test_an_identifier_that_is_no_uuid_is_kept_aside(self) -> None:
        taken = read(items(("x-17", "Area", "A", "1", "Area"), (uuid(2).upper(), "One", "C", "1.1")))
        assert taken.framework is not None
        assert (taken.framework.areas[0].identifier, taken.framework.by_id["C"].identifier) == ("", uuid(2))
        assert contents(taken.aside, "columns of items") == {"identifier": {"2": "x-17"}}

    def test_a_long_short_statement_stays_whole(self) -> None:
        title = " ".join(["word"] * 40)
        framework = framework_in(items(("", "A", "A", "1", "Area"), ("", "C", "C", "1.1", "", "", title)))
        assert framework.by_id["C"].title == title

    def test_another_table_is_kept_whole(self) -> None:
        other = HeldTable("more.csv", ("Colour",), ((2, ("green",)),))
        taken = read(items(*self._ROWS), other)
        assert contents(taken.aside, "other tables") == {"more.csv": [{"row": 2, "Colour": "green"}]}

    def test_other_tables_alone_are_not_known(self) -> None:
        assert not LAYOUT.fits([HeldTable("more.csv", ("Skill", "Level 1"), ())])

    def test_control_characters_are_left_out(self) -> None:
        framework = framework_in(items(("", "A\x07rea", "A", "1", "Area"), ("", "One", "C", "1.1")))
        assert framework.areas[0].about == "Area"


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
    framework = framework_in(items(*TestMeaning._ROWS))
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
    framework = framework_in(items(*TestMeaning._ROWS), associations((uuid(2), "Precedes", uuid(3))))
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
