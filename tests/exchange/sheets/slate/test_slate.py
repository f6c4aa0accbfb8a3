"""Slate's map of competencies: 41 of them, 207 skills, and how many ratings are asked for at twelve levels."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from site_builder.exchange.format import Taken, WriteWish
from site_builder.exchange.formats import sheet
from site_builder.model import Evidence
from tests.exchange.sheets.sheeted import cells_of, csv_file, framework_of, said, saved, taken
from tests.slate_cbl import WHY_ABSENT, slate_data

HEADER = ("Code", "Type", "Descriptor", "Statement", "ER")
READING = ("ELA.1", "Competency Statement", "Reading", "I can read.", "")
STRATEGIES = ("ELA.1.1", "Standard", "Strategies", "How well?", '{"9": 3, "default": 2}')


@pytest.fixture
def whole() -> tuple[Taken, list[dict[str, str]]]:
    path = slate_data() / "slate-framework.csv"
    if not path.is_file():
        pytest.skip(WHY_ABSENT)
    with path.open(encoding="utf-8", newline="") as lines:
        return taken(path), list(csv.DictReader(lines))


def test_every_row_of_the_map_is_there(whole: tuple[Taken, list[dict[str, str]]]) -> None:
    found, rows = whole
    assert found.framework is not None
    types = Counter(it["Type"] for it in rows)
    assert found.counts == {"competencies": types["Competency Statement"], "standards": types["Standard"]}
    assert (len(found.framework.competencies), len(found.framework.skills)) == (41, 207)
    competencies = {it.id: it for it in found.framework.competencies}
    skills = {id: (owner.id, it) for id, (owner, it) in found.framework.skills.items()}
    for row in rows:
        if row["Type"] == "Standard":
            owner, skill = skills.pop(row["Code"])
            assert owner == row["Code"].rpartition(".")[0]
            assert (skill.title, skill.statement, skill.levels) == (row["Descriptor"], row["Statement"], {})
        else:
            it = competencies.pop(row["Code"])
            assert (it.title, it.statement) == (row["Descriptor"], row["Statement"])
    assert not (competencies or skills)


def test_every_number_of_ratings_is_there_or_set_aside(whole: tuple[Taken, list[dict[str, str]]]) -> None:
    found, rows = whole
    assert found.framework is not None
    aside = {it.name: it.content for it in found.aside}
    for row in (it for it in rows if it["ER"]):
        asked = found.framework.skills[row["Code"]][1].evidence
        assert asked is not None
        expected = json.loads(row["ER"])
        assert expected.pop("default") == asked.pieces
        assert {level: n for level, n in expected.items() if n} == {level: it.pieces for level, it in asked.at}
        assert {level: n for level, n in expected.items() if not n} == aside.pop(row["Code"], {})
    assert aside == {}


def test_twelve_levels_without_words_are_there_and_it_is_said(whole: tuple[Taken, list[dict[str, str]]]) -> None:
    found, _ = whole
    assert found.framework is not None
    [scale] = found.framework.settings.scales.values()
    assert [it.id for it in scale.levels] == [str(it) for it in range(1, 13)]
    assert "Slate rates from 1 to 12" in "\n".join(it.words for it in found.remarks)
    assert [it.title for it in found.framework.areas][:3] == ["ELA", "HOS", "HW"]


def test_the_map_goes_out_as_it_came(whole: tuple[Taken, list[dict[str, str]]]) -> None:
    found, rows = whole
    assert found.framework is not None
    [(name, data)] = sheet.write(found.framework, WriteWish(variant="slate")).files.items()
    header, *written = cells_of(data)
    assert (name, tuple(header)) == ("slate.csv", HEADER)
    by_code = {it["Code"]: it for it in rows}
    assert [it[:4] for it in written] == [[by_code[it[0]][key] for key in HEADER[:4]] for it in written]
    assert len(written) == len(rows)


def of(tmp_path: Path, *rows: Sequence[str]) -> Taken:
    return taken(csv_file(tmp_path / "map.csv", [HEADER, *rows]))


def test_a_skill_may_stand_before_its_competency_and_far_from_it(tmp_path: Path) -> None:
    other = ("HW.2", "Competency Statement", "Health", "", "")
    found = of(tmp_path, STRATEGIES, other, READING)
    assert found.framework is not None, said(found)
    assert [(it.id, it.statement, [skill.id for skill in it.skills]) for it in found.framework.competencies] == [
        ("HW.2", "Health", ["HW.2"]),
        ("ELA.1", "I can read.", ["ELA.1.1"]),
    ]
    assert found.framework.skills["ELA.1.1"][1].evidence == Evidence(2, 1, (("9", Evidence(3)),))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("", "Standard", "No code", "", ""), "row 3: it has no code"),
        (("ELA.1.1", "Rubric", "x", "", ""), "row 3: its type is “Rubric”"),
        (("ela.1", "Standard", "x", "", ""), "row 3: the code “ela.1” is in row 2 already"),
        (("SCI.1.1", "Standard", "x", "", ""), "row 3: no competency has a code with which “SCI.1.1” begins"),
        (("ELA.1.2", "Standard", "x", "", "3"), "row 3: its ER is not a number for each level"),
        (("ELA.1.2", "Standard", "x", "", "{"), "row 3: its ER cannot be read: it is not JSON"),
        (("ELA.1.2", "Standard", "x", "", '{"13": 1}'), "row 3: its ER names the level “13”, and Slate's levels go"),
        (("ELA.1.2", "Standard", "x", "", '{"9": -1}'), "row 3: its ER asks for “-1” ratings at 9"),
        (("ELA.1.2", "Standard", "x", "", '{"9": true}'), "row 3: its ER asks for “True” ratings at 9"),
        (
            ("ELA.1.2", "Standard", "x", "", '{"9": 1, "9": 2}'),
            "row 3: its ER cannot be read: it has the key “9” twice",
        ),
    ],
)
def test_an_odd_row_is_refused_with_its_number(tmp_path: Path, row: Sequence[str], expected: str) -> None:
    found = of(tmp_path, READING, row)
    assert found.framework is None
    assert f"map.csv:3:1: import-odd: {expected}" in said(found)


def test_a_competency_without_skills_goes_out_and_comes_in(tmp_path: Path) -> None:
    alone = ("ELA.2", "Competency Statement", "Writing", "I can write.", '{"9": 3, "default": 2}')
    first = of(tmp_path, READING, STRATEGIES, alone).framework
    assert first is not None
    files = sheet.write(first, WriteWish(variant="slate")).files
    assert [tuple(it) for it in cells_of(files["slate.csv"])] == [HEADER, READING, STRATEGIES, alone]
    assert framework_of(*saved(tmp_path / "out", sheet.write(first, WriteWish(variant="slate")))).by_id == first.by_id


def test_other_tables_beside_the_map_are_kept(tmp_path: Path) -> None:
    other = csv_file(tmp_path / "other.csv", [("Name", "Phone"), ("Ana", "12")])
    found = taken(csv_file(tmp_path / "map.csv", [HEADER, READING]), other)
    assert [(it.kind, it.name) for it in found.aside] == [("sheets", "other.csv")]


def test_a_map_without_competencies_is_refused(tmp_path: Path) -> None:
    assert said(of(tmp_path)) == "map.csv:1:1: import-unreadable: no row of this sheet is a competency"


def test_a_code_in_one_part_is_in_the_area_of_the_file_and_other_columns_are_kept(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path / "our-map.csv", [(*HEADER, "Notes"), ("READ", "Competency Statement", "Read", "", "", "new")]
    )
    found = taken(path)
    assert found.framework is not None
    assert [(it.id, it.title) for it in found.framework.areas] == [("Our-map", "Our map")]
    assert [(it.kind, it.name, it.content) for it in found.aside] == [("columns", "Notes", {"2": "new"})]


def test_a_school_that_has_the_area_keeps_its_title_and_its_scale(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "map.csv", [HEADER, READING, STRATEGIES])
    first = framework_of(path)
    grid = saved(tmp_path / "grid", sheet.write(first, WriteWish()))
    texts = {it.name: it.read_text(encoding="utf-8") for it in grid}
    (tmp_path / "grid" / "areas.csv").write_text(texts["areas.csv"].replace(",ELA,", ",Literacy,"), encoding="utf-8")
    (tmp_path / "grid" / "levels.csv").write_text(texts["levels.csv"].replace("Level 9", "Ninth"), encoding="utf-8")
    school = framework_of(*grid)
    again = framework_of(path, existing=school)
    assert [(it.id, it.title) for it in again.areas] == [("ELA", "Literacy")]
    assert again.areas[0].scale.level("9").name == "Ninth"


def test_levels_that_the_schools_area_does_not_have_are_set_aside(tmp_path: Path) -> None:
    four = csv_file(tmp_path / "four.csv", [("Area", "Skill", "1", "2"), ("ELA", "Plan", "a", "b")])
    found = taken(csv_file(tmp_path / "map.csv", [HEADER, READING, STRATEGIES]), existing=framework_of(four))
    assert found.framework is not None
    assert found.framework.skills["ELA.1.1"][1].evidence == Evidence(2)
    assert [(it.kind, it.content) for it in found.aside] == [("numbers of ratings", {"9": 3})]
