"""A grid comes in as people write one: skills down, levels across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.exchange.format import Taken, WriteWish
from site_builder.exchange.formats import sheet
from site_builder.exchange.framework import Framework
from site_builder.model import Evidence, Kind, Retired, Standard
from tests.exchange.sheets.sheeted import cells_of, csv_file, framework_of, said, saved, taken, workbook_file

LEVELS = ("1 Emerging", "2 Developing", "3 Proficient", "4 Extending")
OURS = ("Area", "Competency", "Title", "Statement", "Skill", "Skill title", *LEVELS)
ARGUE = ("LIT", "LIT.ARG", "Argue", "I can argue.", "LIT.ARG.1", "Claim", "a", "b", "c", "d")
REASONS = ("", "", "", "", "LIT.ARG.2", "Reasons", "e", "f", "g", "h")


def of(tmp_path: Path, *rows: Sequence[str], variant: str = "", existing: Framework | None = None) -> Taken:
    return taken(csv_file(tmp_path / "our-grid.csv", rows), variant=variant, existing=existing)


def whole(found: Taken) -> Framework:
    assert found.framework is not None, said(found)
    return found.framework


def shape(framework: Framework) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Each competency with its area, its id, its title and its skills."""
    return [
        (framework.by_slug[it.area].title, it.id, it.title, [(skill.id, skill.title) for skill in it.skills])
        for it in framework.competencies
    ]


def test_what_is_blank_is_as_in_the_row_above(tmp_path: Path) -> None:
    framework = whole(of(tmp_path, OURS, ARGUE, REASONS))
    assert shape(framework) == [("LIT", "LIT.ARG", "Argue", [("LIT.ARG.1", "Claim"), ("LIT.ARG.2", "Reasons")])]
    _, skill = framework.skills["LIT.ARG.2"]
    assert skill.levels == {"1": ("e",), "2": ("f",), "3": ("g",), "4": ("h",)}
    assert framework.competencies[0].statement == "I can argue."


def test_filled_down_rows_and_sorted_rows_say_the_same(tmp_path: Path) -> None:
    down = ("LIT", "LIT.ARG", "Argue", "I can argue.", *REASONS[4:])
    bare = ("LIT", "LIT.ARG", "", "", *REASONS[4:])
    assert whole(of(tmp_path, OURS, ARGUE, down)) == whole(of(tmp_path, OURS, ARGUE, REASONS))
    sorted_rows = whole(of(tmp_path, OURS, bare, ARGUE))
    assert sorted_rows.competencies[0].statement == "I can argue."
    assert [it.id for it in sorted_rows.competencies[0].skills] == ["LIT.ARG.2", "LIT.ARG.1"]


@pytest.mark.parametrize(
    "header",
    [
        ("Skill", "Level 1", "Level 2"),
        (" STANDARD ", "1", "2"),
        ("Criterion", "1 - Emerging", "2 - Developing"),
        ("Sub-skill", "Emerging (1)", "Developing (2)"),
        ("criteria", "Emerging", "Proficient"),
        ("Indicator", "L1", "L2"),
    ],
)
def test_a_grid_is_known_by_the_words_that_people_use(tmp_path: Path, header: Sequence[str]) -> None:
    framework = whole(of(tmp_path, header, ("Claim", "a", "b"), ("Reasons", "c", "d")))
    assert shape(framework) == [
        ("Our grid", "Our-grid.1", "Our grid", [("Our-grid.1.1", "Claim"), ("Our-grid.1.2", "Reasons")])
    ]
    assert framework.skills["Our-grid.1.1"][1].levels == {"1": ("a",), "2": ("b",)}


def test_columns_may_stand_in_any_order_and_those_without_a_place_are_kept(tmp_path: Path) -> None:
    found = of(tmp_path, ("2", "Notes", "Skill", "1", "Empty"), ("b", "ask Ana", "Claim", "a", ""))
    assert whole(found).skills["Our-grid.1.1"][1].levels == {"1": ("a",), "2": ("b",)}
    assert [(it.kind, it.name, it.content) for it in found.aside] == [("columns", "Notes", {"2": "ask Ana"})]


def test_a_competency_column_without_titles_holds_titles(tmp_path: Path) -> None:
    header = ("Competency", "Skill", "1", "2")
    framework = whole(of(tmp_path, header, ("Argue well", "Claim", "a", "b"), ("", "Reasons", "a", "b")))
    assert shape(framework)[0][2:] == ("Argue well", [("Our-grid.1.1", "Claim"), ("Our-grid.1.2", "Reasons")])


def test_a_statement_beside_skills_alone_is_theirs(tmp_path: Path) -> None:
    header = ("Standard", "Statement", "1", "2")
    _, skill = whole(of(tmp_path, header, ("Claim", "How well can I claim?", "a", "b"))).skills["Our-grid.1.1"]
    assert (skill.title, skill.statement) == ("Claim", "How well can I claim?")


def test_a_title_may_come_in_a_later_row_than_its_id(tmp_path: Path) -> None:
    header = ("Competency", "Title", "Skill", "Skill title", "1", "2")
    first, second = ("A", "", "A.1", "Claim", "a", "b"), ("A", "Argue", "A.2", "Reasons", "c", "d")
    assert shape(whole(of(tmp_path, header, first, second)))[0][2] == "Argue"


def test_a_column_of_codes_alone_holds_ids_and_it_is_said_that_titles_are_missing(tmp_path: Path) -> None:
    found = of(tmp_path, ("Competency", "Skill", "1", "2"), ("LIT.ARG", "LIT.ARG.1", "a", "b"))
    assert shape(whole(found))[0][1:] == ("LIT.ARG", "LIT.ARG", [("LIT.ARG.1", "LIT.ARG.1")])
    assert "the sheet gives it no title, so its id stands there" in {it.words for it in found.remarks}


def test_a_code_beside_a_name_is_its_id(tmp_path: Path) -> None:
    assert shape(whole(of(tmp_path, ("ID", "Skill", "1", "2"), ("A-1", "Claim", "a", "b"))))[0][3] == [("A-1", "Claim")]
    competencies = whole(of(tmp_path, ("Code", "Title", "1", "2"), ("007", "Argue", "a", "b")))
    assert shape(competencies) == [("Our grid", "007", "Argue", [("007", "Argue")])]


def test_a_row_without_a_skill_is_a_competency_by_itself(tmp_path: Path) -> None:
    own = ("LIT", "LIT.NAR", "Tell", "I can tell.", "", "", "a", "b", "c", "d")
    framework = whole(of(tmp_path, OURS, own, ARGUE))
    assert shape(framework)[0][1:] == ("LIT.NAR", "Tell", [("LIT.NAR", "Tell")])
    assert framework.competencies[0].skills[0].levels["4"] == ("d",)


def test_a_heading_with_levels_above_its_skills_becomes_a_skill(tmp_path: Path) -> None:
    heading = ("LIT", "LIT.ARG", "Argue", "I can argue.", "", "", "a", "", "", "d")
    found = of(tmp_path, OURS, heading, REASONS)
    assert shape(whole(found))[0][3] == [("LIT.ARG.0", "Argue"), ("LIT.ARG.2", "Reasons")]
    assert "its own row describes levels too" in "\n".join(it.words for it in found.remarks)


def test_a_heading_without_levels_is_only_a_heading(tmp_path: Path) -> None:
    heading = ("LIT", "LIT.ARG", "Argue", "I can argue.", "", "", "", "", "", "")
    assert shape(whole(of(tmp_path, OURS, heading, REASONS)))[0][3] == [("LIT.ARG.2", "Reasons")]


def test_a_row_of_an_area_alone_is_a_heading_for_what_follows(tmp_path: Path) -> None:
    header = ("Area", "Skill", "1", "2")
    found = of(tmp_path, header, ("Literacy", "", "", ""), ("", "Claim", "a", "b"), ("Approved in May", "", "", ""))
    assert [it.title for it in whole(found).areas] == ["Literacy"]
    assert [(it.kind, it.content, it.line) for it in found.aside] == [("rows", "Approved in May", 4)]


def test_a_heading_that_comes_again_goes_on_where_it_ended(tmp_path: Path) -> None:
    rows = [("A", ""), ("", "one"), ("B", ""), ("", "two"), ("A", ""), ("", "three")]
    framework = whole(of(tmp_path, ("Area", "Skill", "1"), *((*row, "x" if row[1] else "") for row in rows)))
    assert [(area, [title for _, title in skills]) for area, _, _, skills in shape(framework)] == [
        ("A", ["one", "three"]),
        ("B", ["two"]),
    ]


def test_an_empty_level_among_others_is_not_used_and_it_is_said(tmp_path: Path) -> None:
    found = of(
        tmp_path, ("Skill", "Skill id", "1", "2", "Not used"), ("Claim", "A", "a", "", ""), ("Why", "B", "", "b", "1")
    )
    assert [skill.not_used for _, skill in whole(found).skills.values()] == [("2",), ("1",)]
    assert [it.about for it in found.remarks if "no words at level 2" in it.words] == ["A"]
    assert "B" not in {it.about for it in found.remarks}


def test_a_skill_without_any_level_is_still_to_be_described(tmp_path: Path) -> None:
    _, skill = whole(of(tmp_path, ("Skill", "Skill id", "1", "2"), ("Claim", "A", "", ""))).skills["A"]
    assert (skill.levels, skill.not_used) == ({}, ())


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [ARGUE, ("", "", "", "", "LIT.ARG.1", "Again", "x", "", "", "")],
            "3: the skill “LIT.ARG.1” is in row 2 already",
        ),
        (
            [ARGUE, ("LIT", "LIT.NAR", "Tell", "", "lit.arg.1", "x", "x", "", "", "")],
            "3: the skill “lit.arg.1” is in row 2",
        ),
        ([ARGUE, ("MATH", "LIT.ARG", "", "", "X.1", "x", "x", "", "", "")], "3: “LIT.ARG” stands in the area “MATH”"),
        (
            [ARGUE, ("", "LIT.ARG", "Other", "", "X.1", "x", "x", "", "", "")],
            "3: “Other” stands here, and a row further up",
        ),
        (
            [("LIT", "A", "T", "", "", "", "a", "", "", ""), ("LIT", "A", "", "", "", "", "b", "", "", "")],
            "3: a second row describes levels without a skill, as row 2 does",
        ),
    ],
)
def test_an_odd_row_is_refused_with_its_number(tmp_path: Path, rows: list[Sequence[str]], expected: str) -> None:
    found = of(tmp_path, OURS, *rows)
    assert found.framework is None
    assert f"our-grid.csv:3:1: import-odd: row {expected}" in said(found)


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("Target", "Expert", "“Expert” is not a level of its scale"),
        ("Not used", "1", "level 1 is described and not used at once"),
        ("Pieces", "many", "“many” is no number of pieces or kinds from 1 to 100"),
        ("Pieces", "2; 9: 3", "“9” is not a level of its scale"),
        ("Retired on", "31.12.2025", "“31.12.2025” is not the day on which this competency was retired"),
        ("Replaced by", "B", "“” is not the day on which this competency was retired"),
    ],
)
def test_an_odd_cell_is_refused_with_its_row(tmp_path: Path, column: str, cell: str, expected: str) -> None:
    found = of(tmp_path, ("Title", "1", "2", column), ("Argue", "a", "b", cell))
    assert said(found) == f"our-grid.csv:2:1: import-odd: row 2: {expected}"


def test_of_many_odd_rows_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    rows = [("Same", "A", "a", "b")] * 24
    problems = of(tmp_path, ("Skill", "Skill id", "1", "2"), *rows).problems
    assert len(problems) == 21
    assert problems[-1].message == "there are 3 more rows like these"


def test_everything_that_a_competency_says_comes_in(tmp_path: Path) -> None:
    tell_row = {
        "Area": "LIT",
        "Competency": "B",
        "Title": "Tell",
        "Why": "It helps.",
        "About": "More.",
        "Prerequisites": "",
        "Target": "2 Go",
        "Competency pieces": "3",
        "Competency kinds": "2",
        "Retired on": "2026-08-01",
        "Replaced by": "a",
        "Skill": "B.1",
        "Skill title": "Voice",
        "Skill statement": "I can speak.",
        "1 Start": "• one\n• two",
        "2 Go": "go",
        "At home": "Listen.",
        "Pieces": "2; 2: 4",
        "Kinds": "1",
    }
    argue_row = {"Competency": "A", "Title": "Argue", "Prerequisites": "Tell, b", "Skill": "A.1", "1 Start": "x"}
    rows = [[row.get(name, "") for name in tell_row] for row in (tell_row, argue_row)]
    framework = whole(of(tmp_path, tuple(tell_row), *rows))
    tell, argue = framework.competencies
    assert (tell.why, tell.about, tell.target, tell.evidence) == ("It helps.", "More.", "2", Evidence(3, 2))
    assert tell.retired is not None
    assert (tell.retired.on.isoformat(), tell.retired.replaced_by) == ("2026-08-01", "A")
    [voice] = tell.skills
    assert (voice.statement, voice.at_home, voice.levels["1"]) == ("I can speak.", "Listen.", ("one", "two"))
    assert voice.evidence == Evidence(2, 1, (("2", Evidence(4, 1)),))
    assert argue.prerequisites == ("B",)


def test_what_names_nothing_is_set_aside(tmp_path: Path) -> None:
    header = ("Competency", "Title", "Prerequisites", "Retired on", "Replaced by", "1", "2")
    found = of(tmp_path, header, ("A", "Argue", "Z.9", "2026-08-01", "Y", "a", "b"))
    assert [(it.kind, it.name, it.content) for it in found.aside] == [
        ("prerequisites", "A", {"competency": "A", "names": "Z.9"}),
        ("successors", "A", {"competency": "A", "names": "Y"}),
    ]
    assert whole(found).competencies[0].retired == Retired(date(2026, 8, 1))


def test_an_id_that_cannot_be_one_is_made_fit_and_it_is_said(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        ("Competency", "Title", "Prerequisites", "1", "2"),
        ("Lit Arg", "A", "", "a", "b"),
        ("B", "B", "lit arg", "a", "b"),
    )
    assert [it.id for it in whole(found).competencies] == ["Lit-Arg", "B"]
    assert whole(found).competencies[1].prerequisites == ("Lit-Arg",)
    assert "its id in the sheet is “Lit Arg”, which an id here cannot be" in {it.words for it in found.remarks}


def test_levels_without_any_description_become_a_scale_and_it_is_said(tmp_path: Path) -> None:
    found = of(tmp_path, ("Skill", "Emerging", "Proficient"), ("Claim", "a", "b"))
    [scale] = whole(found).settings.scales.values()
    assert [(it.id, it.name, it.is_target) for it in scale.levels] == [
        ("1", "Emerging", False),
        ("2", "Proficient", False),
    ]
    assert "the levels are 1 Emerging, 2 Proficient" in "\n".join(it.words for it in found.remarks)


def test_any_names_are_levels_where_the_layout_is_declared(tmp_path: Path) -> None:
    rows = (("No.", "Skill", "Seed", "Tree"), ("1", "Claim", "a", "b"))
    assert "import-unreadable" in said(of(tmp_path, *rows))
    found = of(tmp_path, *rows, variant="grid")
    assert [it.name for it in next(iter(whole(found).settings.scales.values())).levels] == ["Seed", "Tree"]
    assert [it.name for it in found.aside] == ["No."]


def test_the_small_tables_say_levels_areas_standards_and_the_whole(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path / "book.xlsx",
        {
            "Sheet1": [OURS, (*ARGUE[:2], "Argue", "", "LIT.ARG.1", "Claim", "a", "b", "c", "d")],
            "Levels": [
                ("Scale", "Level", "Name", "Means", "Target"),
                ("school", "1", "Emerging", "I am starting.", ""),
                ("", "2", "Developing", "", ""),
                ("", "3", "Proficient", "", "yes"),
                ("", "4", "Extending", "", ""),
                ("", " ", "", "", ""),
            ],
            "Areas": [("Area", "Title", "Kind", "About", "Lead"), ("LIT", "Literacy", "Transferable", "Words.", "Ana")],
            "Standards": [
                ("Competency", "Code", "Framework", "Web address", "Match"),
                ("lit.arg", "W.8.1", "Our state", "https://standards.example/W.8.1", "close"),
                ("SCI.1", "S.1", "Our state", "", ""),
            ],
            "Continuum": [
                ("Continuum", "Description", "Version", "Languages"),
                ("Ours", "All of it.", "2026", "nl, en"),
            ],
            "How": [("How to fill this in",), ("Write.",)],
            "Budget": [("Item", "Price"), ("Paper", "12")],
        },
    )
    found = taken(path)
    framework = whole(found)
    assert (framework.settings.title, framework.settings.description) == ("Ours", "All of it.")
    assert (framework.settings.version, framework.settings.languages) == ("2026", ("nl", "en"))
    [area] = framework.areas
    assert (area.id, area.title, area.kind, area.about) == ("LIT", "Literacy", Kind.TRANSFERABLE, "Words.")
    assert (area.scale.id, area.scale.level("1").means) == ("school", "I am starting.")
    assert [it.id for it in area.scale.levels if it.is_target] == ["3"]
    [standard] = framework.competencies[0].standards
    assert standard == Standard("W.8.1", "Our state", "https://standards.example/W.8.1", "close")
    assert [(it.kind, it.name) for it in found.aside] == [
        ("columns", "Lead"),
        ("sheets", "book.xlsx (Budget)"),
        ("standards", "sci.1"),
    ]
    assert found.carries >= {"level.means", "area.kind", "competency.standards", "settings.title", "skill.levels"}
    assert "competency.why" not in found.carries
    out = sheet.write(framework, WriteWish()).files
    assert cells_of(out["standards.csv"])[1:] == [
        ["LIT.ARG", "W.8.1", "Our state", "https://standards.example/W.8.1", "close"]
    ]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (("Level", "Name"), ("", ""), ""),
        (("Level", "Name", "Means"), ("", "", "x"), "a level has neither an id nor a name"),
        (("Area", "Kind"), ("LIT", "sport"), "“sport” is no kind of area"),
        (("Area", "Kind", "Title"), ("", "lifelong", ""), "an area has neither an id nor a title"),
        (("Area", "Kind", "Scale"), ("LIT", "", "none"), "there is no scale “none” in the table of levels"),
        (("Competency", "Code", "Framework"), ("A", "", "x"), "a standard is not complete"),
        (("Continuum", "Description"), ("Ours", ""), ""),
    ],
)
def test_an_odd_row_of_a_small_table_is_refused(
    tmp_path: Path, header: Sequence[str], row: Sequence[str], expected: str
) -> None:
    small = csv_file(tmp_path / "small.csv", [header, row])
    grid = csv_file(tmp_path / "grid.csv", [("Skill", "1", "2"), ("Claim", "a", "b")])
    found = taken(grid, small)
    assert said(found) == (f"small.csv:2:1: import-odd: row 2: {expected}" if expected else "")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("1", "a"), ("1", "b")], "row 3: the scale “learning” has a level “1” already"),
        ([(str(it), "x") for it in range(1, 14)], "row 14: the scale “learning” has more than 12 levels"),
    ],
)
def test_a_table_of_levels_holds_what_a_scale_can(tmp_path: Path, rows: list[Sequence[str]], expected: str) -> None:
    levels = csv_file(tmp_path / "levels.csv", [("Level", "Name"), *rows])
    grid = csv_file(tmp_path / "grid.csv", [("Skill", "1"), ("Claim", "a")])
    assert expected in said(taken(grid, levels))


def test_two_titles_of_one_continuum_are_refused(tmp_path: Path) -> None:
    whole_table = csv_file(tmp_path / "c.csv", [("Continuum", "Description"), ("A", "a"), ("B", "b")])
    grid = csv_file(tmp_path / "grid.csv", [("Skill", "1"), ("Claim", "a")])
    assert said(taken(grid, whole_table)) == "c.csv:3:1: import-odd: row 3: a continuum has one title"


def test_the_scale_is_the_one_whose_names_stand_above_the_columns(tmp_path: Path) -> None:
    rows = [("Scale", "Level", "Name"), ("b", "1", "Seed"), ("a", "1", "One"), ("a", "2", "Two")]
    levels = csv_file(tmp_path / "levels.csv", rows)
    framework = framework_of(csv_file(tmp_path / "grid.csv", [("Skill", "One", "Two"), ("Claim", "a", "b")]), levels)
    assert framework.areas[0].scale.id == "a"
    areas = csv_file(tmp_path / "areas.csv", [("Area", "Kind"), ("", "")])
    assert framework_of(tmp_path / "grid.csv", levels, areas) == framework


def test_an_area_without_competencies_is_kept(tmp_path: Path) -> None:
    areas = csv_file(
        tmp_path / "areas.csv", [("Area", "Title", "Kind"), ("", "Sport", "lifelong"), ("LIT", "Words", "")]
    )
    grid = csv_file(tmp_path / "grid.csv", [("Area", "Skill", "1"), ("words", "Claim", "a")])
    framework = framework_of(grid, areas)
    assert [(it.id, it.title, len(framework.of_area(it))) for it in framework.areas] == [
        ("Sport", "Sport", 0),
        ("LIT", "Words", 1),
    ]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], "“2” is not a level of its scale"),
        ([("habits", "alone", "Alone")], "the levels 1, 2 are those of none of the scales in the table of levels"),
    ],
)
def test_levels_that_their_own_table_does_not_have_are_refused(
    tmp_path: Path, others: list[Sequence[str]], expected: str
) -> None:
    levels = csv_file(tmp_path / "levels.csv", [("Scale", "Level", "Name"), ("learning", "1", "Emerging"), *others])
    grid = csv_file(tmp_path / "grid.csv", [("Skill", "1", "2"), ("Claim", "a", "b")])
    assert said(taken(grid, levels)) == f"grid.csv:2:1: import-odd: row 2: {expected}"


class TestNextToASchool:
    """What is there already keeps its ids, its areas and its levels."""

    @pytest.fixture
    def school(self, tmp_path: Path) -> Framework:
        names = tmp_path / "levels.csv"
        csv_file(names, [("Scale", "Level", "Name"), ("ours", "1", "Seed"), ("ours", "2", "Tree")])
        areas = csv_file(tmp_path / "areas.csv", [("Area", "Title", "Kind"), ("LIT", "Literacy", "lifelong")])
        header = ("Area", "Competency", "Title", "Skill", "Skill title", "1", "2")
        rows = [header, ("LIT", "LIT.ARG", "Argue", "LIT.ARG.7", "Claim", "a", "b")]
        return framework_of(csv_file(tmp_path / "school.csv", rows), names, areas)

    def test_titles_find_their_ids_and_areas_their_kind(self, tmp_path: Path, school: Framework) -> None:
        rows = [("Area", "Competency", "Skill", "Seed", "Tree"), ("literacy", "argue", "CLAIM", "x", "y")]
        framework = framework_of(csv_file(tmp_path / "new.csv", rows), existing=school)
        assert shape(framework) == [("Literacy", "LIT.ARG", "argue", [("LIT.ARG.7", "CLAIM")])]
        assert framework.areas[0].scale.id == "ours"
        assert framework.areas[0].kind is Kind.LIFELONG
        assert framework.skills["LIT.ARG.7"][1].levels == {"1": ("x",), "2": ("y",)}

    def test_ids_find_their_area_and_titles(self, tmp_path: Path, school: Framework) -> None:
        rows = [("Competency", "Skill", "Seed", "Tree"), ("LIT.ARG", "LIT.ARG.7", "x", "y")]
        found = taken(csv_file(tmp_path / "new.csv", rows), existing=school)
        assert shape(whole(found)) == [("Literacy", "LIT.ARG", "Argue", [("LIT.ARG.7", "Claim")])]
        assert found.remarks == ()

    def test_a_new_id_is_never_one_that_the_school_has(self, tmp_path: Path, school: Framework) -> None:
        rows = [("Area", "Title", "Seed", "Tree"), ("LIT", "Tell", "x", "y"), ("LIT", "Show", "x", "y")]
        taken_id = replace(school.competencies[0], id="LIT.1", title="Other")
        school = replace(school, competencies=(*school.competencies, taken_id))
        framework = framework_of(csv_file(tmp_path / "new.csv", rows), existing=school)
        assert [it.id for it in framework.competencies] == ["LIT.1-2", "LIT.2"]

    def test_other_names_for_the_same_levels_are_said(self, tmp_path: Path, school: Framework) -> None:
        rows = [("Area", "Title", "1 Start", "2 Goal"), ("Maths", "Count", "x", "y"), ("Art", "Draw", "x", "y")]
        found = taken(csv_file(tmp_path / "new.csv", rows), existing=school)
        assert whole(found).areas[0].scale.id == "ours"
        words = [it.words for it in found.remarks]
        assert words.count("the sheet calls its levels otherwise; their names stay Seed, Tree") == 1

    def test_other_levels_become_a_scale_of_their_own(self, tmp_path: Path, school: Framework) -> None:
        rows = [("Area", "Title", "1", "2", "3"), ("Maths", "Count", "x", "y", "z")]
        framework = framework_of(csv_file(tmp_path / "new.csv", rows), existing=school)
        assert [it.id for it in framework.settings.scales.values()] == ["learning"]

    def test_two_new_scales_have_names_that_differ(self, tmp_path: Path, school: Framework) -> None:
        one = csv_file(tmp_path / "one.csv", [("Area", "Title", "1", "2", "3"), ("Maths", "Count", "x", "y", "z")])
        two = csv_file(tmp_path / "two.csv", [("Area", "Title", "a · A", "b · B"), ("Art", "Draw", "x", "y")])
        framework = framework_of(one, two, existing=school)
        assert [it.scale.id for it in framework.areas] == ["learning", "learning-2"]

    def test_levels_that_its_area_does_not_have_are_refused(self, tmp_path: Path, school: Framework) -> None:
        found = taken(
            csv_file(tmp_path / "new.csv", [("Area", "Title", "1", "3"), ("LIT", "Tell", "x", "y")]), existing=school
        )
        assert said(found) == "new.csv:2:1: import-odd: row 2: “3” is not a level of its scale"
        assert found.problems[0].hint == "the levels are 1 (Seed), 2 (Tree)"


def test_a_grid_goes_out_with_each_id_in_each_row_and_the_rest_once(tmp_path: Path) -> None:
    framework = whole(of(tmp_path, OURS, ARGUE, REASONS))
    files = sheet.write(framework, WriteWish()).files
    assert list(files) == ["learning.csv", "levels.csv", "areas.csv", "continuum.csv"]
    assert cells_of(files["learning.csv"]) == [list(OURS), list(ARGUE), ["LIT", "LIT.ARG", "", "", *REASONS[4:]]]
    assert cells_of(files["levels.csv"])[1] == ["learning", "1", "Emerging", "", ""]


def test_each_scale_has_a_grid_of_its_own_whatever_it_is_called(tmp_path: Path) -> None:
    levels = [("Scale", "Level", "Name"), ("levels", "1", "One"), ("habits", "alone", "Alone")]
    areas = [("Area", "Kind", "Scale"), ("A", "knowledge", "levels"), ("B", "lifelong", "habits")]
    paths = (
        csv_file(tmp_path / "one.csv", [("Area", "Title", "1 One"), ("A", "Argue", "x")]),
        csv_file(tmp_path / "two.csv", [("Area", "Title", "alone · Alone"), ("B", "Help", "y")]),
        csv_file(tmp_path / "levels.csv", levels),
        csv_file(tmp_path / "areas.csv", areas),
    )
    framework = framework_of(*paths)
    out = saved(tmp_path / "out", sheet.write(framework, WriteWish()))
    assert [it.name for it in out] == ["levels.csv", "habits.csv", "levels-2.csv", "areas.csv", "continuum.csv"]
    assert framework_of(*out) == replace(framework, settings=framework_of(*out).settings)
    assert framework.areas[1].scale.is_habit
