"""The names of columns are found where titles stand above them, and whatever separates the cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.exchange.sheets.sheeted import csv_file, framework_of, said, save, taken, workbook_file

GRID: list[tuple[str, ...]] = [("Skill", "1 Start", "2 Goal"), ("Claim", "a, b; c", "d")]
TITLED: list[tuple[str, ...]] = [("Our rubric for writing",), (), ("Spring; draft",), *GRID]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("rows", [GRID, TITLED])
def test_a_grid_is_found_below_titles(tmp_path: Path, rows: list[tuple[str, ...]], delimiter: str) -> None:
    framework = framework_of(csv_file(tmp_path / "grid.csv", rows, delimiter))
    assert [skill.levels for _, skill in framework.skills.values()] == [{"1": ("a, b; c",), "2": ("d",)}]


def test_empty_columns_at_the_end_and_filled_up_titles_do_no_harm(tmp_path: Path) -> None:
    rows = [(*row, "", "", "")[:5] for row in TITLED]
    framework = framework_of(csv_file(tmp_path / "grid.csv", rows))
    assert [it.title for _, it in framework.skills.values()] == ["Claim"]


def test_each_sheet_of_a_workbook_has_its_names_in_a_row_of_its_own(tmp_path: Path) -> None:
    sheets: dict[str, list[tuple[str, ...]]] = {
        "Writing": TITLED,
        "Speaking": GRID,
        "Levels": [("Our levels",), ("Level", "Name"), ("1", "Start"), ("2", "Goal")],
        "Notes": [("Ask Ana",), ("About rows",)],
    }
    found = taken(workbook_file(tmp_path / "book.xlsx", sheets))
    assert found.framework is not None, said(found)
    assert [it.title for it in found.framework.competencies] == ["Writing", "Speaking"]
    assert [(it.name, it.content) for it in found.aside] == [
        ("book.xlsx (Notes)", {"header": ["Ask Ana"], "rows": {"2": ["About rows"]}})
    ]


@pytest.mark.parametrize("above", [[], [("Title",)]])
def test_a_hidden_sheet_is_not_read_and_this_is_told(tmp_path: Path, above: list[tuple[str, ...]]) -> None:
    book = Workbook()
    [page] = book.worksheets
    for row in [*above, *GRID]:
        page.append(row)
    book.create_sheet("Draft").sheet_state = "hidden"
    save(book, tmp_path / "book.xlsx")
    found = taken(tmp_path / "book.xlsx")
    assert found.framework is not None
    assert "the hidden sheet “Draft” was not read" in {it.words for it in found.remarks}


def test_names_that_nobody_knows_are_shown_with_what_would_be_right(tmp_path: Path) -> None:
    found = taken(csv_file(tmp_path / "list.csv", [("Name", "Phone"), ("Ana", "12")]))
    assert said(found) == (
        "list.csv:1:1: import-unreadable: the names of the columns are none that are known here (list.csv: Name, Phone)"
    )
    for way in ("“1 Emerging”", "--template", "--as", "--map"):
        assert way in found.problems[0].hint


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "gone.csv cannot be read" in said(taken(tmp_path / "gone.csv"))
