"""The long layout: a row for each descriptor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from site_builder.exchange.format import Taken, WriteWish
from site_builder.exchange.formats import sheet
from tests.exchange.sheets.sheeted import cells_of, csv_file, framework_of, said, taken

HEADER = ("Area", "Competency", "Title", "Skill", "Skill title", "Level", "Descriptor", "Support")


def of(tmp_path: Path, *rows: Sequence[str]) -> Taken:
    return taken(csv_file(tmp_path / "ours.csv", rows))


def test_rows_of_one_skill_add_to_each_other(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        HEADER,
        ("LIT", "A", "Argue", "A.1", "Claim", "2 Goal", "second", ""),
        ("", "", "", "", "", "1 Start", "first", "a frame"),
        ("", "", "", "", "", "1 Start", "first too", ""),
        ("", "", "", "", "", "1 Start", "and this", ""),
        ("", "", "", "A.2", "Reasons", "", "", ""),
    )
    assert found.framework is not None, said(found)
    claim, reasons = found.framework.competencies[0].skills
    assert claim.levels == {"1": ("first", "first too", "and this"), "2": ("second",)}
    assert claim.supports == {"1": ("a frame",)}
    assert reasons.levels == {}
    assert found.counts == {"rows": 5, "descriptors": 4}
    assert [it.name for it in found.framework.areas[0].scale.levels] == ["Start", "Goal"]


def test_a_competency_without_skills_has_rows_of_its_own(tmp_path: Path) -> None:
    rows = [("Title", "Level", "I can"), ("Argue", "1", "a"), ("", "2", "b"), ("Tell", "1", "c"), ("", "2", "d")]
    framework = framework_of(csv_file(tmp_path / "ours.csv", rows))
    assert [it.skills[0].levels for it in framework.competencies] == [
        {"1": ("a",), "2": ("b",)},
        {"1": ("c",), "2": ("d",)},
    ]


def test_names_of_levels_are_taken_in_their_order(tmp_path: Path) -> None:
    rows = [("Standard", "Performance level", "Description"), ("Claim", "Seed", "a"), ("Claim", "Tree", "b")]
    found = of(tmp_path, *rows)
    assert found.framework is not None, said(found)
    assert [(it.id, it.name) for it in found.framework.areas[0].scale.levels] == [("1", "Seed"), ("2", "Tree")]


def test_a_level_that_its_table_does_not_have_is_refused(tmp_path: Path) -> None:
    levels = csv_file(tmp_path / "levels.csv", [("Level", "Name"), ("1", "Emerging"), ("2", "Proficient")])
    rows = [("Skill", "Level", "Descriptor"), ("Claim", "Emerging", "a"), ("Claim", "Profecient", "b")]
    found = taken(csv_file(tmp_path / "ours.csv", rows), levels)
    assert "“Profecient” is not a level of its scale" in said(found)


def test_a_text_without_a_level_is_refused(tmp_path: Path) -> None:
    rows = [("Skill", "Level", "Descriptor"), ("Claim", "1", "a"), ("Claim", "", "b")]
    assert said(of(tmp_path, *rows)) == "ours.csv:2:1: import-odd: row 2: a text at a level does not say which"


def test_a_skill_that_two_competencies_have_is_refused(tmp_path: Path) -> None:
    rows = [
        HEADER,
        ("LIT", "A", "Argue", "X.1", "Claim", "1", "a", ""),
        ("LIT", "B", "Tell", "X.1", "Claim", "1", "b", ""),
    ]
    assert said(of(tmp_path, *rows)) == "ours.csv:3:1: import-odd: row 3: the skill “X.1” is in row 2 already"


def test_it_goes_out_with_ids_in_each_row_and_the_rest_once(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        HEADER,
        ("LIT", "A", "Argue", "A.1", "Claim", "1", "• a\n• b", "x"),
        ("", "", "", "", "", "2", "c", ""),
        ("", "B", "Tell", "", "", "", "", ""),
    )
    assert found.framework is not None
    data = sheet.write(found.framework, WriteWish(variant="long")).files["descriptors.csv"]
    header, *rows = cells_of(data)
    assert header == ["Area", "Competency", "Title", "Statement", *HEADER[3:]]
    assert rows == [
        ["LIT", "A", "Argue", "Argue", "A.1", "Claim", "1 Level 1", "a", "x"],
        ["LIT", "A", "", "", "A.1", "", "1 Level 1", "b", ""],
        ["LIT", "A", "", "", "A.1", "", "2 Level 2", "c", ""],
        ["LIT", "B", "Tell", "Tell", "", "", "", "", ""],
    ]
