"""Moodle's frameworks come in whole, by the places of their columns, and go out so that Moodle takes them."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.exchange.format import Taken
from site_builder.exchange.formats import moodle
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.take import take_into
from site_builder.exchange.moodle.columns import HEADERS
from site_builder.exchange.school import read_school
from site_builder.model import Level, Retired, Scale, Skill
from site_builder.problems import Severity
from site_builder.site.build import Wish, build
from tests.exchange.demonstration import FRAMEWORK, demonstration, framework
from tests.exchange.formats.learning import (
    cells_of,
    csv_file,
    files_of,
    framework_of,
    said,
    shared,
    taken,
    there_and_back,
)
from tests.exchange.schools import coming_again
from tests.manual import fences, manual
from tests.site.continua import CLAIM, NAMES, area, competency, habits, learning

FILE = "moodle-framework.csv"
TODAY = date(2026, 11, 25)
NEW = HEADERS["framework"]
CONFIGURATION = '[{"scaleid":"2"},{"id":2,"scaledefault":1,"proficient":1}]'
NAMED = {
    "parent": 0, "id": 1, "title": 2, "says": 3, "format": 4, "scale": 5, "configuration": 6, "type": 7, "outcome": 8,
    "rule": 9, "related": 10, "exported": 11, "whole": 12, "taxonomy": 13,
}  # fmt: skip


def row(**cells: str) -> list[str]:
    made = [""] * len(NEW)
    for name, text in cells.items():
        made[NAMED[name]] = text
    return made


def whole(**more: str) -> list[str]:
    return row(
        **{"id": "OURS", "title": "Ours", "whole": "1", "scale": "No,Yes", "configuration": CONFIGURATION} | more
    )


def item(id: str, parent: str = "", **more: str) -> list[str]:
    return row(**{"id": id, "parent": parent, "title": f"About {id}", "format": "1"} | more)


def of(tmp_path: Path, *rows: Sequence[str], existing: Framework | None = None) -> Taken:
    return taken(moodle.FORMAT, csv_file(tmp_path / "framework.csv", [NEW, *rows]), existing=existing)


def test_all_209_competencies_of_a_real_framework_have_a_place() -> None:
    path = shared("moodle", "example.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [it for it in csv.DictReader(lines) if it["Is framework"] != "1"]
    found = taken(moodle.FORMAT, path)
    made = framework_of(found)
    assert found.counts == {"competencies": len(rows), "scales": 1, "cross-references": 0}
    assert len(rows) == 209
    areas = {it.id: (it.title, "", it.about) for it in made.areas}
    below = {
        it.id: (it.title, by_slug, it.statement) for it in made.competencies for by_slug in [made.by_slug[it.area].id]
    }
    skills = {id: (it.title, owner.id, it.statement) for id, (owner, it) in made.skills.items()}
    assert (len(areas), len(below), len(skills)) == (6, 25, 178)
    for it in rows:
        title, parent, text = {**areas, **below, **skills}[it["ID number"]]
        assert (title, parent) == (" ".join(it["Shortname"].split()), it["Parent ID number"])
        description = " ".join(it["Description"].split())
        assert text == description or title in (text, description) or not (text or description)
    assert [(it.name, it.is_target) for it in made.areas[0].scale.levels] == [
        ("Mostly separate knowing", False),
        ("Separate and connected", True),
        ("Mostly connected knowing", False),
    ]
    assert [it.kind for it in found.aside] == ["ids of frameworks", "taxonomies"]
    assert found.aside[0].content == "Pharmacy"


def test_the_newer_layout_is_read_with_what_has_no_place_kept() -> None:
    found = taken(moodle.FORMAT, shared("moodle", "moodle-core-header-and-first-rows.csv"))
    made = framework_of(found)
    assert found.counts == {"competencies": 2, "scales": 1, "cross-references": 3}
    assert list(made.skills) == ["level-1"] and made.settings.title == "OECD"
    assert made.settings.description == "(framework description, HTML)"
    kept = {it.kind: it.content for it in found.aside}
    assert kept["cross-references"] == ["S-DT-1", "S-DT-2", "S-OA-1"]
    assert kept["exported ids"] == {"levels": "1", "level-1": "2"}


@pytest.mark.parametrize("name", ["example.csv", "moodle-core-header-and-first-rows.csv"])
def test_a_real_file_becomes_a_school_that_can_be_built(name: str, tmp_path: Path) -> None:
    school = tmp_path / "school"
    school.mkdir()
    into = take_into(school, taken(moodle.FORMAT, shared("moodle", name)), None)
    assert [it for it in into.problems if it.severity is Severity.ERROR] == []
    report = build(Wish(school, tmp_path / "site", TODAY))
    assert [it.code for it in report.problems if it.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", ["example.csv", "moodle-core-header-and-first-rows.csv"])
def test_a_second_import_changes_nothing(name: str, tmp_path: Path) -> None:
    path = shared("moodle", name)
    again = coming_again(tmp_path / "school", lambda wish: moodle.read((path,), wish))
    assert (again.made, again.changed, again.gone) == ((), (), ())


@pytest.mark.parametrize("variant", ["framework", "old"])
def test_the_columns_are_moodles(variant: str) -> None:
    rows = cells_of(files_of(moodle.FORMAT, framework(), variant)[FILE])
    assert tuple(rows[0]) == HEADERS[variant]
    assert {len(it) for it in rows} == {14 if variant == "framework" else 12}
    assert [(it[0], it[1], it[2], it[-2]) for it in rows[1:]] == [
        ("", FRAMEWORK, "Riverbend", "1"),
        ("", "LIT", "Literacy", ""),
        ("LIT", "LIT.ARG", "Argue from evidence", ""),
        ("LIT.ARG", "LIT.ARG.1", "Claim", ""),
    ]
    assert rows[1][5] == "Emerging,Developing,Proficient,Extending"
    assert json.loads(rows[1][6]) == [
        {"scaleid": "0"},
        {"id": 3, "scaledefault": 1, "proficient": 1},
        {"id": 4, "scaledefault": 0, "proficient": 1},
    ]
    assert [it[5:7] for it in rows[2:]] == [["", ""]] * 3
    assert "<dt>Emerging</dt>\n<dd>With help" in rows[4][3]


def test_what_has_another_scale_or_another_goal_says_so() -> None:
    other = area("agency", habits())
    going = framework(
        [competency(target="4"), competency("AGE.PLA", area="agency", skills=(Skill("AGE.PLA.1", "Plan", {}),))],
        [area(), other],
    )
    rows = {it[1]: it[5:7] for it in cells_of(files_of(moodle.FORMAT, going)[FILE])[2:]}
    assert rows["LIT"] == ["", ""]
    assert (
        rows["LIT.ARG"]
        == rows["LIT.ARG.1"]
        == [
            ",".join(NAMES),
            '[{"scaleid":"0"},{"id":4,"scaledefault":1,"proficient":1}]',
        ]
    )
    assert rows["AGE"][0] == rows["AGE.PLA.1"][0] == "Together,Reminded,Alone"


def test_a_comma_in_the_name_of_a_level_does_not_make_two_of_it(tmp_path: Path) -> None:
    scale = Scale("learning", (Level("a", "With help, slowly", "", 1, False), Level("b", "Alone", "", 2, True)))
    going = framework(
        [competency(skills=(Skill("LIT.ARG.1", "Claim", {"a": ("x",), "b": ("y",)}),))], [area(scale=scale)]
    )
    assert cells_of(files_of(moodle.FORMAT, going)[FILE])[1][5] == "With help; slowly,Alone"
    found = there_and_back(tmp_path, moodle.FORMAT, going, "")
    assert framework_of(found).areas[0].scale.levels == scale.levels
    assert found.aside == ()


def test_prerequisites_go_out_as_cross_references_and_are_kept_aside_when_they_come_back(tmp_path: Path) -> None:
    going = framework([competency(), competency("LIT.TWO", title="Two", prerequisites=("LIT.ARG",))])
    rows = {it[1]: it[10] for it in cells_of(files_of(moodle.FORMAT, going)[FILE])}
    assert rows["LIT.TWO"] == "LIT.ARG"
    found = there_and_back(tmp_path, moodle.FORMAT, going, "", existing=going)
    assert [(it.kind, it.name, it.content) for it in found.aside] == [("cross-references", "LIT.TWO", ["LIT.ARG"])]
    assert "competency.prerequisites" not in found.carries


def test_a_title_that_is_too_long_for_a_short_name_stands_above_the_description(tmp_path: Path) -> None:
    title = "Argue & agree " * 9 + "to the end"
    going = framework([competency(title=title, statement="I can."), competency("LIT.TWO", title="x" * 120)])
    rows = {it[1]: it for it in cells_of(files_of(moodle.FORMAT, going)[FILE])}
    assert len(rows["LIT.ARG"][2]) <= 100 and rows["LIT.ARG"][2].endswith("agree …")
    assert rows["LIT.ARG"][3].startswith("<p><strong>Argue &amp; agree")
    back = framework_of(there_and_back(tmp_path, moodle.FORMAT, going, ""))
    assert (back.by_id["LIT.ARG"].title, back.by_id["LIT.ARG"].statement) == (title, "I can.")
    assert back.by_id["LIT.TWO"].title == "x" * 120


def test_a_competency_without_skills_is_one_row_with_its_descriptors(tmp_path: Path) -> None:
    going = framework([competency(skills=(Skill("LIT.ARG", "Argue from evidence", CLAIM),))])
    [last] = cells_of(files_of(moodle.FORMAT, going)[FILE])[3:]
    assert last[3].startswith("<p>I can build a claim that others can test.</p>\n<dl>\n<dt>Emerging</dt>")
    back = framework_of(there_and_back(tmp_path, moodle.FORMAT, going, ""))
    assert back.by_id["LIT.ARG"].skills[0].levels == CLAIM


def test_a_scale_without_a_level_to_reach_comes_back_without_one(tmp_path: Path) -> None:
    going = framework([competency()], [area(scale=learning(target=""))])
    configuration = json.loads(cells_of(files_of(moodle.FORMAT, going)[FILE])[1][6])
    assert configuration[1:] == [
        {"id": 1, "scaledefault": 1, "proficient": 0},
        {"id": 4, "scaledefault": 0, "proficient": 1},
    ]
    back = framework_of(there_and_back(tmp_path, moodle.FORMAT, going, ""))
    assert back.target(back.by_id["LIT.ARG"]) == ""


def test_what_comes_back_needs_no_word_of_report(tmp_path: Path) -> None:
    found = there_and_back(tmp_path, moodle.FORMAT, demonstration(), "")
    assert {it.kind for it in found.aside} <= {"cross-references"}
    assert found.remarks == ()
    assert framework_of(found).identifier == demonstration().identifier


def test_a_school_that_gets_its_framework_back_has_nothing_to_change(tmp_path: Path) -> None:
    school = tmp_path / "school"
    school.mkdir()
    take_into(school, there_and_back(tmp_path, moodle.FORMAT, demonstration(), ""), None)
    mine, problems = read_school(school, tmp_path, TODAY, "test")
    assert mine is not None, problems
    again = take_into(school, there_and_back(tmp_path, moodle.FORMAT, mine, "", existing=mine), mine)
    assert (again.made, again.changed, again.gone) == ((), (), ())


def test_what_is_retired_does_not_go_out() -> None:
    going = framework([competency(retired=Retired(date(2025, 1, 1))), competency("LIT.B", prerequisites=("LIT.ARG",))])
    rows = cells_of(files_of(moodle.FORMAT, going)[FILE])
    assert [it[1] for it in rows[3:]] == ["LIT.B", "LIT.B.1"]
    assert rows[3][10] == ""


def test_an_empty_framework_goes_out_with_its_scale() -> None:
    empty = framework([], [])
    rows = cells_of(
        files_of(moodle.FORMAT, replace(empty, settings=replace(empty.settings, scales={"a": learning()})))[FILE]
    )
    assert [it[5] for it in rows[1:]] == [",".join(NAMES)]


def test_columns_are_known_by_their_places_whatever_they_are_called(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "deutsch.csv", [[f"Spalte {n}" for n in range(14)], whole(), item("a"), item("b", "a")])
    assert list(framework_of(taken(moodle.FORMAT, path)).skills) == ["b"]


def test_a_separator_of_another_country_is_found_out(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "semi.csv", [NEW, whole(), item("a"), item("b", "a")], delimiter=";")
    assert list(framework_of(taken(moodle.FORMAT, path)).skills) == ["b"]


def test_parents_may_come_later_or_never_and_circles_are_opened(tmp_path: Path) -> None:
    found = of(
        tmp_path, whole(), item("skill", "top"), item("top"), item("lost", "gone"), item("x", "y"), item("y", "x")
    )
    made = framework_of(found)
    assert {*made.by_id, *made.skills} == {"top", "skill", "lost", "x", "y"}
    assert [(it.about, it.words.split(";")[0]) for it in found.remarks] == [
        ("“lost”", "stand under something that is not in the files"),
        ("“x”", "stand below themselves, in a circle"),
    ]


@pytest.mark.parametrize(
    ("format", "text", "expected"),
    [
        ("1", "<p>One <b>two</b></p>", "One **two**"),
        ("0", "One <b>two</b>", "One **two**"),
        ("2", "# One *two*\n\nthree", "\\# One \\*two\\*\n\nthree"),
        ("4", "One **two**\n\n- three", "One **two**\n\n- three"),
        ("", "One", "One"),
    ],
)
def test_descriptions_are_read_in_each_of_moodles_formats(
    tmp_path: Path, format: str, text: str, expected: str
) -> None:
    made = framework_of(of(tmp_path, whole(), item("a"), item("b", "a", says=text, format=format)))
    assert made.skills["b"][1].statement == expected


def test_a_competency_may_have_a_scale_and_a_goal_of_its_own(tmp_path: Path) -> None:
    later = '[{"scaleid":"2"},{"id":"3","scaledefault":"1","proficient":"1"}]'
    rows = [
        item("area"),
        item("one", "area"),
        item("s1", "one"),
        item("two", "area"),
        item("s2", "two"),
        item("s3", "two"),
    ]
    usual = whole(scale="No,Nearly,Yes")
    rows[3] = item("two", "area", scale="No,Nearly,Yes", configuration=later)
    rows[4] = item("s2", "two", scale="No,Nearly,Yes", configuration=later)
    rows[5] = item("s3", "two", scale="Red,Green", configuration=CONFIGURATION)
    found = of(tmp_path, usual, *rows)
    made = framework_of(found)
    assert [(it.id, made.target(it)) for it in made.competencies] == [("one", "2"), ("two", "3")]
    assert ("ratings", "s3", {"1": "Red", "2": "Green"}) in [(it.kind, it.name, it.content) for it in found.aside]
    assert found.counts["scales"] == 2


@pytest.mark.parametrize("text", ["{", '{"id":1}', "[1]", '["a"]'])
def test_a_configuration_that_is_none_is_kept_aside(tmp_path: Path, text: str) -> None:
    found = of(tmp_path, whole(configuration=text), item("a"), item("b", "a"))
    assert not any(it.is_target for it in framework_of(found).areas[0].scale.levels)
    assert ("scale configurations", text) in [(it.kind, it.content) for it in found.aside]


@pytest.mark.parametrize(
    "text", ["", "[]", '[{"scaleid":"2"}]', '[{"id":9,"proficient":1}]', '[{"id":"x","proficient":1}]']
)
def test_a_configuration_may_name_no_value_that_is_proficient(tmp_path: Path, text: str) -> None:
    made = framework_of(of(tmp_path, whole(configuration=text), item("a"), item("b", "a")))
    assert not any(it.is_target for it in made.areas[0].scale.levels)


def test_a_framework_without_a_scale_gets_the_schools_own(tmp_path: Path) -> None:
    found = of(tmp_path, whole(scale="", configuration=""), item("a"), item("b", "a"))
    assert [it.name for it in framework_of(found).areas[0].scale.levels] == [
        "Emerging",
        "Developing",
        "Proficient",
        "Extending",
    ]
    assert not {it for it in found.carries if it.startswith("level.")}


def test_rules_cross_references_and_numbers_are_kept(tmp_path: Path) -> None:
    ruled = item(
        "b", "a", type="core_competency\\competency_rule_all", outcome="2", rule="null", exported="7", related="x%2Cy,a"
    )
    found = of(tmp_path, whole(), item("a", outcome="0", rule="null"), ruled)
    assert [(it.kind, it.content) for it in found.aside if it.kind not in ("ids of frameworks",)] == [
        ("cross-references", ["x,y", "a"]),
        ("rules", {"type": "core_competency\\competency_rule_all", "outcome": "2", "config": "null"}),
        ("exported ids", {"b": "7"}),
    ]


def test_a_uuid_of_a_framework_and_of_a_competency_is_an_identifier(tmp_path: Path) -> None:
    ids = [f"3f1c2a64-5d0e-4b8b-9a55-0c1d2e3f4a{n}" for n in (51, 52, 53)]
    found = of(tmp_path, whole(id=ids[0].upper()), item(ids[1]), item(ids[2], ids[1]))
    made = framework_of(found)
    assert made.settings.identifier == ids[0]
    assert [(it.identifier, [skill.identifier for skill in it.skills]) for it in made.competencies] == [
        (ids[1], [ids[2]])
    ]
    assert "ids of frameworks" not in [it.kind for it in found.aside]


def test_ids_that_do_not_fit_are_made_fit_and_kept(tmp_path: Path) -> None:
    found = of(tmp_path, whole(), item("Größe 1"), item("b", "Größe 1"))
    assert list(framework_of(found).by_id) == ["Groe-1"]
    assert {"Größe 1": "Groe-1"} in [it.content for it in found.aside]


def test_a_file_with_two_frameworks_keeps_the_second_aside(tmp_path: Path) -> None:
    found = of(tmp_path, whole(), item("a"), item("b", "a"), whole(id="OTHER", title="Other"))
    assert framework_of(found).settings.title == "Ours"
    assert ("further frameworks", "Other") in [(it.kind, it.name) for it in found.aside]


def test_files_may_be_several_of_one_framework(tmp_path: Path) -> None:
    one = csv_file(tmp_path / "one.csv", [NEW, whole(), item("a"), item("b", "a")])
    two = csv_file(tmp_path / "two.csv", [NEW, whole(title="Two"), item("c", "a")])
    made = framework_of(taken(moodle.FORMAT, one, two))
    assert made.settings.title == "Ours" and list(made.skills) == ["b", "c"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (item("", title="Lost"), "row 4: “Lost” has no id number"),
        (item("x", title=""), "row 4: “x” has no short name"),
        (item("a"), "row 4: the id number “a” is in row 3 of framework.csv already"),
    ],
)
def test_an_odd_row_is_refused_with_its_number(tmp_path: Path, cells: Sequence[str], expected: str) -> None:
    found = of(tmp_path, whole(), item("a"), cells)
    assert found.framework is None
    assert said(found) == f"framework.csv:4:1: import-odd: {expected}"


def test_many_odd_rows_are_counted_after_twenty(tmp_path: Path) -> None:
    found = of(tmp_path, whole(), *[item("a")] * 40)
    assert len(found.problems) == 21
    assert found.problems[-1].message == "there are 19 more rows like these"


@pytest.mark.parametrize(
    "rows",
    [[NEW, item("a")], [NEW[:13], item("a")[:13]], [("a", "b"), ("1", "2")], [NEW]],
    ids=["head", "width", "two", "none"],
)
def test_a_file_that_is_something_else_is_refused(tmp_path: Path, rows: Sequence[Sequence[str]]) -> None:
    found = taken(moodle.FORMAT, csv_file(tmp_path / "other.csv", rows))
    assert found.framework is None
    assert "other.csv:1:1: import-unreadable: these are not the columns of a framework of Moodle" in said(found)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "table-header"),
        (b"a,b\n\0,1\n", "table-row"),
        (b"PK\x03\x04", "table-unreadable"),
        (b"%PDF-1", "table-unreadable"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(data)
    assert [it.code for it in taken(moodle.FORMAT, path).problems] == [expected]


def test_cells_that_begin_like_a_formula_are_guarded_and_come_back(tmp_path: Path) -> None:
    scale = Scale("learning", (Level("1", "-1", "", 1, False), Level("2", "@two", "", 2, True)))
    going = framework(
        [competency(title="=1+1", skills=(Skill("LIT.ARG.1", "+1", {}),))], [area(scale=scale)], title="@ours"
    )
    rows = cells_of(files_of(moodle.FORMAT, going)[FILE])
    assert not [cell for it in rows for cell in it if cell[:1] and cell[:1] in "=+-@\t\r"]
    back = framework_of(there_and_back(tmp_path, moodle.FORMAT, going, ""))
    assert (back.settings.title, back.by_id["LIT.ARG"].title) == ("@ours", "=1+1")
    assert [it.name for it in back.areas[0].scale.levels] == ["-1", "@two"]


def test_descriptors_that_were_changed_in_moodle_come_back_changed(tmp_path: Path) -> None:
    [(name, data)] = files_of(moodle.FORMAT, framework()).items()
    changed = data.decode().replace("With help, I can say", "With some help, I say")
    (tmp_path / name).write_bytes(changed.encode())
    levels = framework_of(taken(moodle.FORMAT, tmp_path / name)).skills["LIT.ARG.1"][1].levels
    assert levels == {**CLAIM, "1": ("With some help, I say what I think about a topic.",)}


def test_the_example_of_the_manual_comes_in(tmp_path: Path) -> None:
    [example] = [it for it in fences(manual("reference/formats/moodle.md")) if it.title]
    path = tmp_path / example.title
    path.write_text(example.text, encoding="utf-8")
    made = framework_of(taken(moodle.FORMAT, path))
    assert made.skills["LIT.ARG.1"][1].statement == "How precise is the claim?"
    assert [(it.name, it.is_target) for it in made.areas[0].scale.levels] == [
        ("Emerging", False),
        ("Developing", False),
        ("Proficient", True),
    ]
