"""Files of several kinds come in by a map, and a map that is none says where."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from site_builder.exchange.sheets.maps import json_tables, workbook
from tests.exchange.sheets.maps.mapped import Trial, said


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    return Trial(tmp_path)


class TestFiles:
    """Files of several kinds, and those of which the map says nothing."""

    MAP = "title: T\nlevels: [One]\ntables:\n  - {rows: competencies, columns: {competency: id}, %s}\n"

    def ids(self, trial: Trial, said: str) -> list[str]:
        return list(trial.map(self.MAP % said).framework().by_id)

    def test_a_file_is_found_by_its_pattern_in_any_case(self, trial: Trial) -> None:
        assert self.ids(trial.table("id\nA\n", "Names-EN.CSV"), "file: names-*.csv") == ["A"]

    def test_another_separator_and_other_letters_are_declared(self, trial: Trial) -> None:
        trial.table("id;x\nÄrger;1\n", encoding="cp1250")
        framework = trial.map(self.MAP % 'delimiter: ";", encoding: cp1250').framework()
        assert framework.competencies[0].title == "Ärger"

    def test_a_tab_is_called_tab(self, trial: Trial) -> None:
        assert self.ids(trial.table("id\tx\nA\t1\n"), "delimiter: tab") == ["A"]

    def test_lines_above_the_names_of_columns_are_kept(self, trial: Trial) -> None:
        taken = trial.table("Our school\n\nid,x\nA,\n").map(self.MAP % "header_row: 3").read()
        assert taken.framework is not None and list(taken.framework.by_id) == ["A"]
        assert [(it.kind, it.content) for it in taken.aside] == [("lines above a table", [["Our school"]])]

    def test_empty_lines_above_the_names_are_nothing(self, trial: Trial) -> None:
        assert trial.table(",\nid,x\nA,\n").map(self.MAP % "header_row: 2").read().aside == ()

    def test_lines_above_the_names_in_a_workbook_are_kept(self, trial: Trial) -> None:
        trial.workbook({"List": [["Our school"], ["id", "x"], ["A", None]]})
        taken = trial.map(self.MAP % "header_row: 2").read()
        assert taken.framework is not None and list(taken.framework.by_id) == ["A"]
        assert [(it.name, it.content) for it in taken.aside] == [("List", [["Our school", ""]])]

    def test_a_sheet_is_found_by_its_name(self, trial: Trial) -> None:
        map = f"{self.MAP % 'sheet: List'}  - {{sheet: Notes, aside: for us}}\n"
        taken = trial.workbook({"Notes": [["Hello", 1.5, 7]], "List": [["id"], ["A"]]}).map(map).read()
        assert taken.framework is not None and list(taken.framework.by_id) == ["A"]
        [aside] = taken.aside
        assert (aside.kind, aside.why) == ("1 line of the sheet “Notes”", "for us")
        assert aside.content == [["Hello", "1.5", "7"]]
        assert taken.counts["lines of sheets set aside"] == 1

    def test_a_sheet_in_no_table_is_a_problem(self, trial: Trial) -> None:
        trial.workbook({"Notes": [["Hello"]], "List": [["id"], ["A"]]}).map(self.MAP % "sheet: List")
        assert said(trial.problem()).startswith(
            "table.xlsx:1:1: error[import-unreadable]: no table of the map is about the sheet “Notes”"
        )

    def test_a_hidden_sheet_is_kept_unless_it_is_named(self, trial: Trial) -> None:
        trial.workbook({"Old": [["id"], ["B"]], "List": [["id"], ["A"]]}, hidden=["Old"])
        taken = trial.map(self.MAP % "file: '*'").read()
        assert taken.framework is not None and list(taken.framework.by_id) == ["A"]
        assert [(it.kind, it.content) for it in taken.aside] == [("2 lines of the sheet “Old”", [["id"], ["B"]])]
        assert list(trial.map(f"{self.MAP % 'sheet: Old'}  - {{sheet: List, aside: no}}").framework().by_id) == ["B"]

    def test_a_workbook_that_is_none_is_refused(self, trial: Trial) -> None:
        trial.file("table.xlsx", b"PK\x03\x04 not really").map(self.MAP % "file: '*'")
        assert trial.problem().code == "workbook-refused"

    def test_a_sheet_that_reaches_too_far_is_not_kept(self, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(workbook, "MOST_CELLS", 3)
        far: Sequence[Sequence[object]] = [[None] * 5, ["=1"], [None, None, "x"]]
        map = f"{self.MAP % 'sheet: List'}  - {{sheet: Far, aside: no}}\n"
        problem = trial.workbook({"Far": far, "List": [["id"], ["A"]]}).map(map).problem()
        assert problem.code == "workbook-refused" and "reach over" in problem.message

    def test_a_folder_is_no_table(self, trial: Trial) -> None:
        (trial.folder / "table.csv").mkdir()
        trial.paths.append(trial.folder / "table.csv")
        assert trial.map(self.MAP % "file: '*'").problem().code == "table-unreadable"

    @pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
    def test_a_damaged_workbook_is_refused(self, trial: Trial, part: str) -> None:
        trial.workbook({"Notes": [["Hello"]], "List": [["id"], ["A"]]})
        [path] = trial.paths
        with zipfile.ZipFile(path) as archive:
            parts = {it: archive.read(it) for it in archive.namelist()}
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content[:60] if name == part else content)
        map = f"{self.MAP % 'sheet: List'}  - {{sheet: Notes, aside: no}}\n"
        assert {it.code for it in trial.map(map).read().problems} == {"workbook-refused"}

    def test_a_file_in_no_table_is_a_problem(self, trial: Trial) -> None:
        trial.table("id\nA\n").table("id\nA\n", "more.csv").map(self.MAP % "file: table.csv")
        assert trial.problem().message == "no table of the map is about more.csv"

    def test_a_column_that_is_not_there_is_a_problem_of_the_map(self, trial: Trial) -> None:
        problem = trial.table("name,x\nA,1\n").map(self.MAP % "file: '*'").problem()
        assert said(problem) == (
            "map.yml:4:5: error[import-unreadable]: table.csv has no column “id” (it has “name”, “x”)"
        )

    def test_two_ways_to_read_one_table_are_a_problem(self, trial: Trial) -> None:
        map = f"{self.MAP % 'header_row: 1'}  - {{aside: no, header_row: 2}}\n"
        problem = trial.table("id\nA\n").map(map).problem()
        assert problem.message == "two tables of the map want table.csv to be read in different ways"
        assert str(problem.at) == "map.yml:5:5"

    def test_rows_that_do_not_fit_their_header_are_told_as_in_any_table(self, trial: Trial) -> None:
        problem = trial.table("id,x\nA,1,2\n").map(self.MAP % "file: '*'").problem()
        assert problem.code == "table-row"

    def test_an_empty_table_makes_nothing(self, trial: Trial) -> None:
        taken = trial.table("").map(self.MAP % "file: '*'").read()
        assert taken.framework is None and {"table-empty", "import-unreadable"} >= {it.code for it in taken.problems}
        assert taken.problems

    def test_a_table_without_rows_makes_nothing(self, trial: Trial) -> None:
        problem = trial.table("id\n").map(self.MAP % "file: '*'").problem()
        assert problem.message == "no competency came out of these tables"


class TestJson:
    """Arrays of records in JSON."""

    MAP = (
        "title: T\nlevels: [One]\ntables:\n"
        "  - {rows: competencies, %scolumns: {competency: id, competency.title: n.de}}\n"
    )
    RECORDS = (
        {"id": "A", "n": {"de": "Lesen", "en": "Reading"}},
        {"id": ["B"], "n": {"de": 1.0}, "tags": ["x", "y"], "x": None},
    )

    def test_records_within_records_have_names_with_dots(self, trial: Trial) -> None:
        taken = trial.json(self.RECORDS).map(self.MAP % "").read()
        assert taken.framework is not None
        assert [(it.id, it.title) for it in taken.framework.competencies] == [("A", "Lesen"), ("B", "1")]
        assert {it.name: it.content for it in taken.aside} == {"n.en": {"1": "Reading"}, "tags": {"2": '["x", "y"]'}}

    @pytest.mark.parametrize("at", ["@graph", "data.items"])
    def test_they_stand_at_a_key_and_the_rest_is_kept(self, trial: Trial, at: str) -> None:
        value: object = list(self.RECORDS)
        for key in reversed(at.split(".")):
            value = {key: value}
        assert isinstance(value, dict)
        taken = trial.json(value | {"about": {"year": 2026}}).map(self.MAP % f'at: "{at}", ').read()
        assert taken.framework is not None and list(taken.framework.by_id) == ["A", "B"]
        assert ("other parts of a file", {"year": 2026}) in [(it.kind, it.content) for it in taken.aside]

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b'[{"id": NaN}]', "NaN"),
            (b'[{"id": "A", "id": "B"}]', "twice"),
            (b"[" * 200 + b"]" * 200, "deep"),
            (b'[{"id": "A"', "not JSON"),
            (b'[{"id": "\xff"}]', "UTF-8"),
        ],
    )
    def test_what_is_no_careful_json_is_refused(self, trial: Trial, data: bytes, words: str) -> None:
        problem = trial.file("table.json", data).map(self.MAP % "").problem()
        assert problem.code == "json-unreadable" and words in problem.message

    def test_a_file_that_is_too_large_is_refused(self, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(json_tables, "LARGEST", 10)
        problem = trial.json(self.RECORDS).map(self.MAP % "").problem()
        assert problem.code == "json-unreadable"

    @pytest.mark.parametrize(
        ("value", "message"),
        [
            ({"x": 1}, "there is no array of records in this file"),
            ([1, 2], "entry 1 in this file is not a record in braces"),
        ],
    )
    def test_what_holds_no_records_is_refused(self, trial: Trial, value: object, message: str) -> None:
        problem = trial.json(value).map(self.MAP % "").problem()
        assert (problem.code, problem.message) == ("import-unreadable", message)

    def test_a_key_that_is_not_there_is_told(self, trial: Trial) -> None:
        problem = trial.json({"x": []}).map(self.MAP % 'at: "@graph", ').problem()
        assert problem.message == "there is no array of records at “@graph”"

    def test_a_table_is_no_json(self, trial: Trial) -> None:
        problem = trial.table("id\nA\n").map(self.MAP % 'at: "@graph", ').problem()
        assert problem.message == "table.csv is no JSON"


class TestMap:
    """A map that is not one says where, and what would be right."""

    @pytest.mark.parametrize(
        ("map", "line"),
        [
            ("title: T\n", "map.yml:1:1: error[key-missing]: “tables” is missing (add “tables: …”)"),
            (
                "titel: T\ntables: [{aside: x}]",
                "map.yml:1:1: error[key-unknown]: “titel” is not a name that is known here (did you mean “title”?)",
            ),
            ("tables:\n  - {rows: skills, columns: {competency: x}}", "“skill” under “columns”"),
            ("tables:\n  - {rows: descriptors, columns: {competency: x}}", "“text” under “columns”, or “texts”"),
            ("tables:\n  - {rows: areas, aside: x}", "say what a row is with “rows”"),
            ("tables:\n  - {file: x.csv}", "say what a row is with “rows”"),
            ("tables:\n  - {rows: pupils, columns: {}}", "error[value]: “rows” says “pupils”"),
            (
                "tables:\n  - {rows: areas, columns: {area: {column: x, always: y}}}",
                "one of “column”, “made_of” and “always”",
            ),
            ("tables:\n  - {rows: areas, columns: {area: {column: x, pattern: '('}}}", "this is no pattern"),
            ("tables:\n  - {rows: areas, columns: {area: {column: x, pattern: '(a)(b)'}}}", "one part in ( ) at most"),
            ("tables:\n  - {rows: areas, columns: {are: x}}", "map.yml:2:29: error[value]"),
            ("skills: [{id: K, title: K}]\ntables: [{aside: x}]", "“{competency}” is expected in it"),
            ("title: &a T\ntables: *a", "error[yaml]"),
            ("", "error[file-empty]"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_place(self, trial: Trial, map: str, line: str) -> None:
        taken = trial.table("id\nA\n").map(map).read()
        assert taken.framework is None
        assert any(line in said(it) for it in taken.problems), [said(it) for it in taken.problems]

    def test_a_map_that_cannot_be_read_is_told(self, trial: Trial) -> None:
        trial.map_file.mkdir()
        assert trial.table("id\nA\n").problem().code == "file-unreadable"
