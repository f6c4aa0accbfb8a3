"""The format “sheet”: out, edited, and in again; forms to fill in; what cannot be told is said."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from site_builder.exchange.fields import FIELDS
from site_builder.exchange.format import ReadWish, WriteWish
from site_builder.exchange.formats import formats, sheet
from site_builder.exchange.framework import Framework
from site_builder.model import Level, Scale
from site_builder.sources.settings import read_settings
from tests.exchange.sheets.sheeted import cells_of, csv_file, framework_of, said, save, saved, taken

GRID = [
    ("Area", "Competency", "Title", "Skill", "Skill title", "1 Start", "2 Goal"),
    ("LIT", "LIT.ARG", "Argue", "LIT.ARG.1", "Claim", "=not a formula", "• a\n• b"),
    ("", "", "", "LIT.ARG.2", "Reasons", "- with a dash", "'quoted'"),
]


@pytest.fixture
def framework(tmp_path: Path) -> Framework:
    return framework_of(csv_file(tmp_path / "grid.csv", GRID))


def edited_csv(paths: tuple[Path, ...], old: str, new: str) -> None:
    """Change one text, as a program does that reads a CSV file and writes it."""
    for path in paths:
        rows = [[new if it == old else it for it in row] for row in cells_of(path.read_bytes())]
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)


def edited_workbook(paths: tuple[Path, ...], old: str, new: str) -> None:
    """Change one text, as a program does that reads a workbook and writes it."""
    [path] = paths
    book = load_workbook(path)
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if cell.value == old:
                    cell.value = new
    save(book, path)


@pytest.mark.parametrize(("as_workbook", "edit"), [(False, edited_csv), (True, edited_workbook)])
@pytest.mark.parametrize("variant", ["", "grid", "long"])
def test_one_descriptor_is_edited_and_nothing_else_changes(
    tmp_path: Path, framework: Framework, variant: str, as_workbook: bool, edit: Callable[[Any, str, str], None]
) -> None:
    first = framework_of(*saved(tmp_path / "first", sheet.write(framework, WriteWish(variant))))
    paths = saved(tmp_path / "out", sheet.write(first, WriteWish(variant, as_workbook)))
    edit(paths, "- with a dash" if as_workbook else "'- with a dash", "I can give reasons.")
    [competency] = first.competencies
    claim, reasons = competency.skills
    reasons = replace(reasons, levels={**reasons.levels, "1": ("I can give reasons.",)})
    expected = replace(first, competencies=(replace(competency, skills=(claim, reasons)),))
    assert framework_of(*paths) == expected


def test_a_workbook_is_one_file_with_a_sheet_for_each_table(framework: Framework) -> None:
    [(name, data)] = sheet.write(framework, WriteWish(as_workbook=True)).files.items()
    assert name == "continuum.xlsx"
    assert load_workbook(io.BytesIO(data)).sheetnames == ["learning", "Levels", "Areas", "Continuum"]


def test_a_text_that_no_cell_of_a_workbook_holds_goes_out_as_csv(tmp_path: Path, framework: Framework) -> None:
    long = replace(framework.competencies[0], why="why " * 9_000)
    framework = replace(framework, competencies=(long,))
    written = sheet.write(framework, WriteWish(as_workbook=True))
    assert list(written.files) == ["learning.csv", "levels.csv", "areas.csv", "continuum.csv"]
    back = framework_of(*saved(tmp_path / "out", written))
    assert back.competencies[0].why == long.why.strip()


class TestForms:
    """An empty form, filled in as a teacher would, comes in without any option."""

    def test_a_form_has_the_four_levels_that_a_new_continuum_begins_with(self) -> None:
        files = sheet.template(None, WriteWish()).files
        header, *rows = cells_of(files["learning.csv"])
        assert [it for it in header if it[0].isdigit()] == ["1 Emerging", "2 Developing", "3 Proficient", "4 Extending"]
        assert rows == [[""] * len(header)] * 10
        assert [row[-1] for row in cells_of(files["levels.csv"])] == ["Target", "", "", "yes", ""]

    def test_a_form_has_the_levels_of_the_school(self) -> None:
        scales = {"habits": [{"id": "alone", "name": "Alone"}], "maths": [{"id": "1", "name": "Start"}]}
        value = {"title": "Ours", "description": "All.", "scales": scales, "areas": ["x"]}
        settings, _ = read_settings("continuum.yml", value)
        files = sheet.template(settings, WriteWish()).files
        assert list(files) == ["habits.csv", "maths.csv", "levels.csv", "areas.csv", "continuum.csv"]
        assert "alone · Alone" in cells_of(files["habits.csv"])[0]

    @pytest.mark.parametrize("variant", ["long", "slate"])
    def test_other_layouts_have_forms_too(self, variant: str) -> None:
        name, data = next(iter(sheet.template(None, WriteWish(variant)).files.items()))
        assert name == {"long": "descriptors.csv", "slate": "slate.csv"}[variant]
        assert len(cells_of(data)) == 11

    def test_a_workbook_says_how_to_fill_it_in(self) -> None:
        data = sheet.template(None, WriteWish(as_workbook=True)).files["continuum.xlsx"]
        page = load_workbook(io.BytesIO(data))["How to fill this in"]
        assert page.max_row == 9
        other = sheet.template(None, WriteWish("slate", as_workbook=True)).files["continuum.xlsx"]
        assert load_workbook(io.BytesIO(other)).sheetnames == ["slate"]

    def test_a_filled_workbook_comes_in(self, tmp_path: Path) -> None:
        paths = saved(tmp_path, sheet.template(None, WriteWish(as_workbook=True)))
        book = load_workbook(paths[0])
        page = book["learning"]
        places = {cell.value: number for number, cell in enumerate(page[1], 1)}
        rows = [
            {
                "Area": "Writing",
                "Title": "Give directions",
                "Skill title": "Order",
                "1 Emerging": "I can put two steps.",
            },
            {
                "Skill title": "Detail",
                "1 Emerging": "I can name a place.",
                "4 Extending": "I can leave out what is known.",
            },
            {"Title": "Tell a story", "2 Developing": "• I can begin.\n• I can end."},
        ]
        for number, row in enumerate(rows, 2):
            for name, text in row.items():
                page.cell(number, places[name], text)
        save(book, paths[0])
        found = taken(*paths)
        assert found.framework is not None, said(found)
        assert [(it.id, [skill.id for skill in it.skills]) for it in found.framework.competencies] == [
            ("Writing.1", ["Writing.1.1", "Writing.1.2"]),
            ("Writing.2", ["Writing.2"]),
        ]
        assert found.framework.skills["Writing.1.2"][1].not_used == ("2", "3")
        assert found.framework.skills["Writing.2"][1].levels == {"2": ("I can begin.", "I can end.")}
        assert found.framework.areas[0].scale.level("3").is_target
        assert {it.about for it in found.remarks} == {"Writing.1.1", "Writing.1.2", "Writing.2"}
        assert found.aside == ()

    def test_filled_csv_files_come_in(self, tmp_path: Path) -> None:
        paths = saved(tmp_path, sheet.template(None, WriteWish()))
        header, *_ = cells_of(paths[0].read_bytes())
        row = {"Area": "Writing", "Title": "Give directions", "3 Proficient": "I can put steps in order."}
        csv_file(paths[0], [header, [row.get(it, "") for it in header]], ";")
        assert framework_of(*paths).competencies[0].skills[0].levels == {"3": ("I can put steps in order.",)}

    @pytest.mark.parametrize("as_workbook", [False, True])
    def test_a_form_that_nobody_filled_in_is_told(self, tmp_path: Path, as_workbook: bool) -> None:
        found = taken(*saved(tmp_path, sheet.template(None, WriteWish(as_workbook=as_workbook))))
        assert [it.code for it in found.problems] == ["import-unreadable"]
        assert found.problems[0].message == "nothing is filled in here yet"


def test_a_layout_may_be_declared(tmp_path: Path) -> None:
    rows = [("Skill", "Level", "Descriptor", "1", "2"), ("Claim", "1", "long", "wide", "wide")]
    path = csv_file(tmp_path / "both.csv", rows)
    texts = [framework_of(path, variant=it).competencies[0].skills[0].levels["1"] for it in ("", "long", "grid")]
    assert texts == [("long",), ("long",), ("wide",)]


@pytest.mark.parametrize("variant", ["grid", "long", "slate", "opensalt"])
def test_a_declared_layout_that_does_not_fit_is_told(tmp_path: Path, variant: str) -> None:
    path = csv_file(tmp_path / "list.csv", [("Name", "Phone"), ("Ana", "12")])
    assert "import-unreadable: the names of the columns are none that are known" in said(taken(path, variant=variant))


def test_an_empty_file_beside_others_is_only_noted(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    found = taken(csv_file(tmp_path / "grid.csv", GRID), tmp_path / "empty.csv")
    assert found.framework is not None
    assert said(found) == "empty.csv:1:1: table-empty: this file is empty"


def test_files_without_any_row_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    found = taken(tmp_path / "empty.csv")
    assert found.framework is None
    assert "import-unreadable: the names of the columns are none that are known here (there are no rows)" in said(found)


def test_a_map_is_read_where_one_is_given(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "list.csv", [("No", "What"), ("A.1", "Argue")])
    columns = "{competency: No, competency.title: What}"
    text = f"title: Ours\nlevels: [Start, Goal]\ntables: [{{rows: competencies, columns: {columns}}}]\n"
    (tmp_path / "map.yml").write_text(text, encoding="utf-8")
    found = sheet.read((path,), ReadWish(map_file=tmp_path / "map.yml"))
    assert found.framework is not None, said(found)
    assert [(it.id, it.title) for it in found.framework.competencies] == [("A.1", "Argue")]


def test_the_names_of_the_schools_levels_are_enough(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "new.csv", [("Skill", "Seed", "Tree"), ("Claim", "a", "b")])
    assert [it.code for it in taken(path).problems] == ["import-unreadable"]
    levels = csv_file(tmp_path / "levels.csv", [("Level", "Name"), ("1", "Seed"), ("2", "Tree")])
    school = framework_of(path, levels)
    assert framework_of(path, existing=school).competencies[0].skills[0].levels == {"1": ("a",), "2": ("b",)}
    assert school.areas[0].scale == Scale(
        "learning", (Level("1", "Seed", "", 1, False), Level("2", "Tree", "", 2, False))
    )


def test_the_format_is_known_by_its_name_and_says_only_what_there_is() -> None:
    found = formats()["sheet"]
    assert list(found.variants) == ["grid", "long", "slate", "opensalt"]
    assert found.variants.keys() == found.carries.keys()
    assert all(it <= FIELDS for it in found.carries.values())
    assert "skill.supports" in found.carries["long"] - found.carries["grid"]
    assert found.carries["slate"] < found.carries["grid"]
