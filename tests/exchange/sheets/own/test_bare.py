"""A bare list comes in as competencies or skills that are still to be described."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import Taken
from site_builder.exchange.framework import Framework
from tests.exchange.sheets.sheeted import csv_file, framework_of, said, taken, workbook_file

COMPETENCIES = (("Area", "Competency", "Title"), ("Reading", "R.1", "Read closely"), ("Reading", "R.2", "Retell"))


def of(folder: Path, *rows: tuple[str, ...], existing: Framework | None = None) -> Taken:
    return taken(csv_file(folder / "list.csv", rows), existing=existing)


def whole(found: Taken) -> Framework:
    assert found.framework is not None, said(found)
    return found.framework


def test_competencies_by_their_titles_come_in_without_levels(tmp_path: Path) -> None:
    found = of(tmp_path, *COMPETENCIES)
    framework = whole(found)
    assert [(it.id, it.title, it.statement) for it in framework.competencies] == [
        ("R.1", "Read closely", "Read closely"),
        ("R.2", "Retell", "Retell"),
    ]
    assert [it.title for it in framework.areas] == ["Reading"]
    assert all(skill.levels == {} and skill.not_used == () for _, skill in framework.skills.values())
    assert (found.problems, found.aside, found.counts) == ((), (), {"rows": 2, "descriptors": 0})


def test_the_four_usual_levels_stand_in_and_it_is_said(tmp_path: Path) -> None:
    found = of(tmp_path, *COMPETENCIES)
    [scale] = whole(found).settings.scales.values()
    assert [(it.name, it.is_target) for it in scale.levels] == [
        ("Emerging", False),
        ("Developing", False),
        ("Proficient", True),
        ("Extending", False),
    ]
    [remark] = found.remarks
    assert "the levels are 1 Emerging, 2 Developing, 3 Proficient, 4 Extending; say what each means" in remark.words


def test_a_list_says_nothing_of_levels_so_that_a_school_keeps_its_own(tmp_path: Path) -> None:
    assert of(tmp_path, *COMPETENCIES).carries == NEEDED
    statement = of(tmp_path, ("Title", "Statement"), ("Retell", "I can retell."))
    assert statement.carries == NEEDED | {"competency.statement"}
    assert whole(statement).competencies[0].statement == "I can retell."


def test_a_school_gives_its_scale_to_what_is_new(tmp_path: Path) -> None:
    school = framework_of(csv_file(tmp_path / "grid.csv", [("Title", "1 Seed", "2 Tree"), ("Argue", "a", "b")]))
    found = of(tmp_path, *COMPETENCIES, existing=school)
    assert [it.scale for it in whole(found).areas] == list(school.settings.scales.values())
    assert found.remarks == ()


def test_the_levels_beside_a_list_are_its_own(tmp_path: Path) -> None:
    levels = [("Level", "Name"), ("1", "Seed"), ("2", "Tree")]
    framework = framework_of(workbook_file(tmp_path / "a.xlsx", {"List": COMPETENCIES, "Levels": levels}))
    assert [it.name for it in framework.areas[0].scale.levels] == ["Seed", "Tree"]


@pytest.mark.parametrize("name", ["Skill", "Standard", "Criterion", "Standard code"])
def test_codes_of_skills_have_their_titles_beside_them(tmp_path: Path, name: str) -> None:
    rows = (("Area", name, "Title", "Statement"), ("Reading", "R.1", "Read", "I can read."), ("", "R.2", "Retell", ""))
    [it] = whole(of(tmp_path, *rows)).competencies
    assert [(skill.id, skill.title, skill.statement) for skill in it.skills] == [
        ("R.1", "Read", "I can read."),
        ("R.2", "Retell", ""),
    ]


def test_skills_stand_in_the_competencies_that_are_named(tmp_path: Path) -> None:
    rows = (("Competency", "Title", "Skill", "Skill title"), ("R", "Read", "R.1", "Closely"), ("R", "", "R.2", "Aloud"))
    [it] = whole(of(tmp_path, *rows)).competencies
    assert (it.id, it.title, [(skill.id, skill.title) for skill in it.skills]) == (
        "R",
        "Read",
        [("R.1", "Closely"), ("R.2", "Aloud")],
    )


def test_a_title_and_other_separators_may_stand_above_and_between(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Our standards;;\nArea;Code;Title\nReading;R.1;Read\n", encoding="utf-8")
    assert [it.id for it in framework_of(path).competencies] == ["R.1"]


def test_one_column_of_another_name_is_set_aside(tmp_path: Path) -> None:
    found = of(tmp_path, ("Area", "Title", "Grade"), ("Reading", "Read", "3"))
    assert [(it.name, it.content) for it in found.aside] == [("Grade", {"2": "3"})]
    assert [it.title for it in whole(found).competencies] == ["Read"]


@pytest.mark.parametrize(
    "header",
    [
        ("Title", "Seed", "Tree"),
        ("Area", "Title", "Seed", "Tree"),
        ("Title",),
        ("Area", "Statement"),
        ("Title", "Phone"),
    ],
)
def test_what_may_be_more_than_a_list_is_no_list(tmp_path: Path, header: tuple[str, ...]) -> None:
    found = of(tmp_path, header, tuple("abcd"[: len(header)]))
    assert [it.code for it in found.problems] == ["import-unreadable"]


def test_a_second_row_with_one_code_is_refused(tmp_path: Path) -> None:
    found = of(tmp_path, ("Skill", "Title"), ("R.1", "Read"), ("R.1", "Retell"))
    assert "list.csv:3:1: import-odd: row 3: the skill “R.1” is in row 2 already" in said(found)


@pytest.mark.parametrize("variant", ["long", "slate", "opensalt"])
def test_a_list_is_none_of_the_other_layouts(tmp_path: Path, variant: str) -> None:
    found = taken(csv_file(tmp_path / "list.csv", COMPETENCIES), variant=variant)
    assert [it.code for it in found.problems] == ["import-unreadable"]
