"""Canvas' outcomes come in whole, and what goes out to Canvas comes back as evidence."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.evidence.formats.canvas import OUTCOME_RESULTS
from site_builder.evidence.read import read
from site_builder.evidence.student import Roster, Student
from site_builder.exchange.canvas.points import number_of
from site_builder.exchange.format import Taken
from site_builder.exchange.formats import canvas
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.take import take_into
from site_builder.exchange.items.ragged import MOST_ROWS
from site_builder.exchange.school import read_school
from site_builder.model import Judging, Level, Retired, Scale, Skill
from site_builder.problems import Severity
from site_builder.site.build import Wish, build
from tests.exchange.demonstration import demonstration, framework
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
from tests.site.continua import area, competency, habits

HEADER = (
    *("vendor_guid", "object_type", "title", "description", "display_name", "calculation_method", "calculation_int"),
    *("parent_guids", "workflow_state", "mastery_points", "ratings"),
)
TODAY = date(2026, 11, 25)
FILE = "canvas-outcomes.csv"


def group(guid: str, parent: str = "", title: str = "", **more: str) -> list[str]:
    return row(vendor_guid=guid, object_type="group", title=title or guid.title(), parent_guids=parent, **more)


def outcome(guid: str, parent: str = "", *ratings: str, **more: str) -> list[str]:
    usual = {"vendor_guid": guid, "object_type": "outcome", "title": guid.title(), "parent_guids": parent}
    return [*row(**(usual | more)), *ratings]


def row(**cells: str) -> list[str]:
    return [cells.get(name, "") for name in HEADER[:-1]]


def of(tmp_path: Path, *rows: Sequence[str], existing: Framework | None = None) -> Taken:
    return taken(canvas.FORMAT, csv_file(tmp_path / "account.csv", [HEADER, *rows]), existing=existing)


@pytest.mark.parametrize("name", ["demo.csv", "nor.csv", "scoring.csv"])
def test_every_group_and_outcome_of_a_real_file_has_a_place_or_is_kept(name: str, tmp_path: Path) -> None:
    path = shared("canvas", name)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [it for it in csv.DictReader(lines) if it["vendor_guid"]]
    found = taken(canvas.FORMAT, path)
    made = framework_of(found)
    assert found.counts["groups"] == sum(it["object_type"] == "group" for it in rows)
    assert found.counts["outcomes"] == sum(it["object_type"] == "outcome" for it in rows)
    there = {*made.skills, *made.by_id, *(it.id for it in made.areas)}
    empty = {it.content["id"] for it in found.aside if it.kind == "empty groups" and isinstance(it.content, dict)}
    assert {it["vendor_guid"] for it in rows} == there - {name.removesuffix(".csv")} | empty
    averaged = [it["vendor_guid"] for it in rows if "average" in it["calculation_method"]]
    assert [it.name for it in found.aside if it.kind == "ways to average"] == averaged
    assert bool(averaged) == ("average in Canvas" in "\n".join(it.words for it in found.remarks))
    friendly = {it.name: it.content for it in found.aside if it.kind == "friendly names"}
    assert friendly == {it["vendor_guid"]: it["display_name"] for it in rows if it["display_name"]}
    texts = {it.statement for it in made.competencies} | {it.statement for _, it in made.skills.values()}
    texts |= {it.about for it in made.areas}
    for it in rows:
        assert it["vendor_guid"] in empty or " ".join(it["description"].split()) in texts


@pytest.mark.parametrize("name", ["demo.csv", "nor.csv", "scoring.csv"])
def test_a_real_file_becomes_a_school_that_can_be_built(name: str, tmp_path: Path) -> None:
    school = tmp_path / "school"
    school.mkdir()
    into = take_into(school, taken(canvas.FORMAT, shared("canvas", name)), None)
    assert [it for it in into.problems if it.severity is Severity.ERROR] == []
    report = build(Wish(school, tmp_path / "site", TODAY))
    assert [it.code for it in report.problems if it.severity is Severity.ERROR] == []
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.parametrize("name", ["demo.csv", "nor.csv", "scoring.csv"])
def test_a_second_import_changes_nothing(name: str, tmp_path: Path) -> None:
    path = shared("canvas", name)
    again = coming_again(tmp_path / "school", lambda wish: canvas.read((path,), wish))
    assert (again.made, again.changed, again.gone) == ((), (), ())


def test_areas_and_competencies_are_groups_and_skills_are_outcomes() -> None:
    alone = competency(
        "LIT.ONE", title="Alone", skills=(Skill("LIT.ONE", "Alone", {"3": ("I can.",)}, ("1", "2", "4")),)
    )
    rows = cells_of(files_of(canvas.FORMAT, framework([competency(), alone]))[FILE])
    assert rows[0] == list(HEADER)
    assert [(it[0], it[1], it[2], it[4], it[7], it[8]) for it in rows[1:]] == [
        ("LIT", "group", "Literacy", "", "", "active"),
        ("LIT.ARG", "group", "Argue from evidence", "", "LIT", "active"),
        ("LIT.ARG.1", "outcome", "LIT.ARG.1", "Claim", "LIT.ARG", "active"),
        ("LIT.ONE", "outcome", "LIT.ONE", "Alone", "LIT", "active"),
    ]
    assert rows[3][9:] == ["3", "4", "Extending", "3", "Proficient", "2", "Developing", "1", "Emerging"]
    assert rows[4][9:] == ["3", "3", "Proficient"]
    assert rows[3][3].startswith("<dl>\n<dt>Emerging</dt>\n<dd>With help, I can say what I think about a topic.</dd>")
    assert "<dt><strong>3 · Proficient</strong></dt>\n<dd>This is what Proficient means.</dd>" in rows[1][3]


@pytest.mark.parametrize(
    ("judging", "expected"),
    [
        (Judging(), ["n_mastery", "2"]),
        (Judging("sustained", 7, 9), ["n_mastery", "5"]),
        (Judging("best_evidence", 3), ["n_mastery", "3"]),
        (Judging("latest"), ["latest", ""]),
        (Judging("highest"), ["highest", ""]),
        (Judging("judgement"), ["latest", ""]),
    ],
)
def test_canvas_is_never_asked_to_average(judging: Judging, expected: list[str]) -> None:
    rows = cells_of(files_of(canvas.FORMAT, framework(judging=judging))[FILE])
    assert rows[3][5:7] == expected


def test_levels_with_names_for_ids_have_their_places_as_points(tmp_path: Path) -> None:
    going = framework(
        [competency("HAB.1", skills=(Skill("HAB.1.1", "Plan", {"reminded": ("I can.",)}, ("together", "alone")),))],
        [area(scale=habits())],
    )
    assert cells_of(files_of(canvas.FORMAT, going)[FILE])[3][9:] == ["3", "2", "Reminded"]
    back = framework_of(there_and_back(tmp_path, canvas.FORMAT, going, ""))
    assert back.skills["HAB.1.1"][1].levels == {"reminded": ("I can.",)}
    assert [(it.id, it.is_target) for it in back.areas[0].scale.levels] == [
        ("together", False),
        ("reminded", False),
        ("alone", True),
    ]


def test_what_is_retired_is_deleted_in_canvas_and_is_kept_when_it_comes_back(tmp_path: Path) -> None:
    gone = competency("LIT.OLD", title="Old", retired=Retired(date(2025, 1, 1)))
    found = there_and_back(tmp_path, canvas.FORMAT, framework([competency(), gone]), "")
    assert list(framework_of(found).by_id) == ["LIT.ARG"]
    assert [(it.kind, it.name) for it in found.aside] == [
        ("deleted in Canvas", "LIT.OLD"),
        ("deleted in Canvas", "LIT.OLD.1"),
    ]
    assert found.counts["deleted"] == 2


def test_what_comes_back_needs_no_word_of_report(tmp_path: Path) -> None:
    found = there_and_back(tmp_path, canvas.FORMAT, demonstration(), "")
    assert [it for it in found.aside if it.kind != "deleted in Canvas"] == []
    assert found.remarks == ()
    assert "level.means" in found.carries


def test_results_of_canvas_match_what_went_out_without_a_map(tmp_path: Path) -> None:
    going = demonstration()
    rows = [it for it in cells_of(files_of(canvas.FORMAT, going)[FILE])[1:] if it[1] == "outcome" and it[8] == "active"]
    path = csv_file(tmp_path / "results.csv", [OUTCOME_RESULTS.header, *(_result(*it) for it in enumerate(rows, 700))])
    roster = Roster({"S1": Student("S1", "Ada Quill", "Ada", "Quill, Ada", household="S1")})
    reading, problems = read(
        [path], roster, None, going.competencies, going.by_slug, None, framework=going.identifier, today=TODAY
    )
    assert problems == [] and reading is not None
    assert reading.unmatched == ()
    assert (reading.rows, reading.pieces, dict(reading.set_aside)) == (len(rows), len(rows), {})


def _result(number: int, row: Sequence[str]) -> list[str]:
    """What Canvas reports of an outcome that was brought in as this row: its own number, never the vendor_guid."""
    said = {
        "student name": "Quill, Ada",
        "student sis id": "S1",
        "assessment title": "Way to school",
        "assessment type": "assignment",
        "submission date": "2026-10-05T08:30:00-05:00",
        "learning outcome name": row[2],
        "learning outcome id": str(number),
        "learning outcome friendly name": row[4],
        "learning outcome rating": row[11],
    }
    return [said.get(name, "") for name in OUTCOME_RESULTS.header]


def test_a_title_that_a_spreadsheet_takes_for_a_formula_is_guarded_and_comes_back(tmp_path: Path) -> None:
    going = framework([competency(title="=HYPERLINK(1)", skills=(Skill("LIT.ARG.1", "@home", {}),))])
    rows = cells_of(files_of(canvas.FORMAT, going)[FILE])
    assert rows[2][2] == "'=HYPERLINK(1)"
    assert not [cell for it in rows for cell in it if cell[:1] in "=+-@\t\r" and cell]
    back = framework_of(there_and_back(tmp_path, canvas.FORMAT, going, ""))
    assert (back.by_id["LIT.ARG"].title, back.skills["LIT.ARG.1"][1].title) == ("=HYPERLINK(1)", "@home")


def test_a_file_of_excel_in_another_language_is_read(tmp_path: Path) -> None:
    text = io.StringIO(newline="")
    lines = [
        HEADER,
        group("A"),
        outcome("b", "A", "3,5", "Gut", "2", "Mittel", mastery_points="3,5", description="x\ny"),
    ]
    csv.writer(text, delimiter=";", lineterminator="\r", quoting=csv.QUOTE_ALL).writerows(lines)
    path = tmp_path / "excel.csv"
    path.write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())
    made = framework_of(taken(canvas.FORMAT, path))
    assert [(it.id, it.name, it.is_target) for it in made.areas[0].scale.levels] == [
        ("1", "Mittel", False),
        ("2", "Gut", True),
    ]
    assert made.skills["b"][1].statement == "x y"


def test_rows_may_be_shorter_than_the_header_and_end_in_empty_cells(tmp_path: Path) -> None:
    made = framework_of(of(tmp_path, ["A", "group", "A"], [*outcome("b", "A", "2", "Yes", "1", "No"), "", "", ""]))
    assert [it.name for it in made.areas[0].scale.levels] == ["No", "Yes"]


def test_an_id_that_does_not_fit_is_made_fit_and_kept(tmp_path: Path) -> None:
    found = of(tmp_path, group("søren"), outcome("canvas_outcome:12", "søren", "1", "Yes"))
    made = framework_of(found)
    assert list(made.by_id) == ["sren"] and list(made.skills) == ["canvas_outcome-12"]
    [kept] = [it for it in found.aside if it.kind == "ids that were made fit"]
    assert kept.content == {"søren": "sren", "canvas_outcome:12": "canvas_outcome-12"}
    assert "“søren”, “canvas_outcome:12”" in [it.about for it in found.remarks]


def test_a_uuid_is_an_identifier_by_which_a_school_knows_its_own(tmp_path: Path) -> None:
    uuid = "3F1C2A64-5D0E-4B8B-9A55-0C1D2E3F4A5B"
    rows = [
        group("A"),
        outcome(uuid, "A", "1", "Yes", title="RL.1.1"),
        outcome(uuid[::-1], "A", "1", "Yes", title="Two words"),
    ]
    made = framework_of(of(tmp_path, *rows))
    assert made.skills["RL.1.1"][1].identifier == uuid.lower()
    renamed = [rows[0], outcome(uuid, "A", "1", "Yes", title="RL.2.2")]
    assert "RL.1.1" in framework_of(of(tmp_path, *renamed, existing=made)).skills


def test_parents_may_come_later_be_several_or_never_come(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        outcome("one", "inner other"),
        outcome("lost", "nowhere"),
        group("inner", "outer"),
        group("outer"),
        group("other", "outer"),
        outcome("two", "other"),
    )
    made = framework_of(found)
    assert [(it.id, it.area, [skill.id for skill in it.skills]) for it in made.competencies] == [
        ("lost", "account", ["lost"]),
        ("inner", "outer", ["one"]),
        ("other", "outer", ["two"]),
    ]
    assert ("other groups", ["other"]) in [(it.kind, it.content) for it in found.aside]
    assert [it.about for it in found.remarks] == ["“lost”"]
    assert "not in the files" in found.remarks[0].words


def test_groups_in_a_circle_are_taken_out_of_it(tmp_path: Path) -> None:
    found = of(tmp_path, group("a", "b"), group("b", "a"), outcome("c", "b"))
    assert list(framework_of(found).skills) == ["c"]
    assert "in a circle" in found.remarks[0].words


def test_groups_of_any_depth_become_parts_of_what_is_below_them(tmp_path: Path) -> None:
    depth = 3_000
    rows = [group(f"g{n}", f"g{n - 1}" if n else "") for n in range(depth)]
    made = framework_of(of(tmp_path, *rows, outcome("leaf", f"g{depth - 1}")))
    assert [it.id for it in made.competencies] == [f"g{depth - 1}"]


def test_ratings_that_differ_within_an_area_are_kept_aside(tmp_path: Path) -> None:
    usual = ("2", "Yes", "1", "No")
    found = of(
        tmp_path, group("A"), outcome("b", "A", *usual), outcome("c", "A", *usual), outcome("d", "A", "9", "Nine")
    )
    made = framework_of(found)
    assert [it.name for it in made.areas[0].scale.levels] == ["No", "Yes"]
    assert [(it.kind, it.name, it.content) for it in found.aside] == [("ratings", "d", {"9": "Nine"})]


def test_a_rating_that_an_outcome_lacks_is_a_level_that_it_does_not_use(tmp_path: Path) -> None:
    usual = ("3", "Far", "2", "Yes", "1", "No")
    made = framework_of(
        of(
            tmp_path,
            group("A"),
            outcome("b", "A", *usual),
            outcome("c", "A", *usual),
            outcome("d", "A", "3", "Far", "1", "No"),
        )
    )
    assert made.skills["d"][1].not_used == ("2",)


@pytest.mark.parametrize("ratings", [("x", "Far", "1", "No"), ("1", "Far", "1", "No"), ("", "Far", "1", "No")])
def test_ratings_without_points_that_can_be_told_apart_are_kept_aside(tmp_path: Path, ratings: Sequence[str]) -> None:
    found = of(tmp_path, group("A"), outcome("b", "A", *ratings))
    assert [(it.kind, it.content) for it in found.aside] == [("ratings", list(ratings))]
    assert not {it for it in found.carries if it.startswith("level.")}


def test_a_goal_that_most_skills_do_not_share_is_kept_aside(tmp_path: Path) -> None:
    usual = ("3", "Far", "2", "Yes", "1", "No")
    rows = [outcome(id, "A", *usual, mastery_points=points) for id, points in (("b", "2"), ("c", "2"), ("d", "3"))]
    found = of(tmp_path, group("A"), *rows)
    made = framework_of(found)
    assert made.target(made.by_id["A"]) == "2"
    assert [(it.kind, it.name, it.content) for it in found.aside] == [("goals", "d", "3")]


def test_mastery_between_two_ratings_is_the_one_that_reaches_it(tmp_path: Path) -> None:
    made = framework_of(of(tmp_path, group("A"), outcome("b", "A", "3", "Far", "1", "No", mastery_points="2")))
    assert made.target(made.by_id["A"]) == "3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", 3.0), ("3.5", 3.5), ("3,5", 3.5), ("1,000", 1000.0), ("1,250.5", 1250.5), ("-1", -1.0), ("", None),
        ("x", None), ("1.2.3", None), ("٣", None), ("1e3", None), ("nan", None), ("9" * 12, None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_canvas_writes_them(text: str, expected: float | None) -> None:
    assert number_of(text) == expected


def test_columns_and_numbers_of_canvas_are_kept(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path / "more.csv",
        [
            ("canvas_id", "vendor_guid", "object_type", "title", "owner"),
            ("7", "A", "group", "A", ""),
            ("8", "b", "outcome", "B", "me"),
        ],
    )
    found = taken(canvas.FORMAT, path)
    assert ("columns", "b", {"owner": "me"}) in [(it.kind, it.name, it.content) for it in found.aside]
    assert ("numbers of Canvas", {"A": "7", "b": "8"}) in [(it.kind, it.content) for it in found.aside]


def test_other_ways_to_decide_levels_are_told_once(tmp_path: Path) -> None:
    rows = [outcome(id, "A", "1", "Yes", calculation_method="latest") for id in "bcd"]
    found = of(tmp_path, group("A"), *rows)
    assert [(it.about, it.words) for it in found.remarks] == [
        ("latest (3 outcomes)", "is how Canvas decides levels; here continuum.yml says it for all")
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (row(object_type="outcome", title="x"), "row 3: it has no vendor_guid"),
        (row(vendor_guid="x", object_type="outcome"), "row 3: “x” has no title"),
        (row(vendor_guid="x", object_type="link", title="x"), "row 3: its object_type is “link”"),
        (group("A"), "row 3: the vendor_guid “A” is in row 2 of account.csv already"),
    ],
)
def test_an_odd_row_is_refused_with_its_number(tmp_path: Path, cells: Sequence[str], expected: str) -> None:
    found = of(tmp_path, group("A"), cells)
    assert found.framework is None
    assert said(found) == f"account.csv:3:1: import-odd: {expected}"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b"name,phone\nAna,12\n",
            "import-unreadable: the columns are not those of Canvas' outcomes or rubrics (name, phone)",
        ),
        (b"", "table-header: this file is empty"),
        (b"vendor_guid,object_type,title\na,group,\x00\n", "table-row: row 2 holds a NUL character"),
        (b'vendor_guid,object_type,title\na,group,"open\n', "table-row: row 2 begins a text in quotation marks"),
        (
            b"vendor_guid,object_type,title\na,group," + b"x" * 131_073 + b"\n",
            "table-row: row 2 has a cell of more than",
        ),
        (
            b"vendor_guid,object_type,title\n" + b"a,group,x\n" * MOST_ROWS,
            f"table-header: there are more than {MOST_ROWS:,} rows",
        ),
        (b"PK\x03\x04", "table-unreadable: this is a workbook"),
        (b"<html>", "table-unreadable: this is a web page or XML"),
    ],
)
def test_a_file_that_is_something_else_is_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(data)
    found = taken(canvas.FORMAT, path)
    assert found.framework is None
    assert expected in said(found)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert "table-unreadable: none.csv cannot be read" in said(taken(canvas.FORMAT, tmp_path / "none.csv"))


def test_a_school_that_gets_its_outcomes_back_has_nothing_to_change(tmp_path: Path) -> None:
    school = tmp_path / "school"
    school.mkdir()
    take_into(school, there_and_back(tmp_path, canvas.FORMAT, demonstration(), ""), None)
    mine, problems = read_school(school, tmp_path, TODAY, "test")
    assert mine is not None, problems
    again = take_into(school, there_and_back(tmp_path, canvas.FORMAT, mine, "", existing=mine), mine)
    assert (again.made, again.changed, again.gone) == ((), (), ())


def test_a_long_title_comes_back_whole(tmp_path: Path) -> None:
    title = "A title that goes on " * 6 + "to its end"
    going = framework([replace(competency(title=title), skills=(Skill("LIT.ARG", title, {}),))])
    back = framework_of(there_and_back(tmp_path, canvas.FORMAT, going, ""))
    assert (back.by_id["LIT.ARG"].title, back.skills["LIT.ARG"][1].title) == (title, title)


def test_two_levels_of_one_name_are_told_apart(tmp_path: Path) -> None:
    scale = Scale("learning", (Level("1", "Same", "", 1, False), Level("2", "Same", "", 2, True)))
    going = framework(
        [competency(skills=(Skill("LIT.ARG.1", "Claim", {"1": ("a",), "2": ("b",)}),))], [area(scale=scale)]
    )
    back = framework_of(there_and_back(tmp_path, canvas.FORMAT, going, ""))
    assert back.skills["LIT.ARG.1"][1].levels == {"1": ("a",), "2": ("b",)}


def test_the_examples_of_the_manual_come_in_together(tmp_path: Path) -> None:
    files = [it for it in fences(manual("reference/formats/canvas.md")) if it.title]
    for it in files:
        (tmp_path / it.title).write_text(it.text, encoding="utf-8")
    found = taken(canvas.FORMAT, *(tmp_path / it.title for it in files))
    skill = framework_of(found).skills["LIT.ARG.1"][1]
    assert (skill.title, skill.statement) == ("Claim", "How precise is the claim?")
    assert skill.levels == {
        "3": ("I can state a precise claim.",),
        "4": ("I can take on the strongest opposing view.",),
    }
    assert (found.aside, found.remarks) == ((), ())
