"""Any table comes in by a map that a school writes; every row is in, set aside, or a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.model import Skill
from site_builder.problems import Severity
from tests.exchange.sheets.maps.mapped import ROWS, SIMPLE, Trial, said, words_of


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    return Trial(tmp_path)


class TestSimple:
    """One table with six columns, and a map of a few lines."""

    def test_a_map_of_six_lines_makes_a_framework(self, trial: Trial) -> None:
        framework = trial.table(ROWS).map(SIMPLE).framework()
        assert len(SIMPLE.strip().splitlines()) < 8
        assert [(it.id, it.title) for it in framework.areas] == [("English", "English"), ("Music", "Music")]
        assert [(it.id, it.title, it.area) for it in framework.competencies] == [
            ("E1", "Reading", "english"),
            ("M1", "Listening", "music"),
        ]
        assert words_of(framework.by_id["E1"]) == {
            "Meaning": {"1": ["I find what a text says."], "2": ["I say what a text means."]},
            "Evidence": {"2": ["I show where a text says it."]},
        }

    def test_all_rows_are_counted(self, trial: Trial) -> None:
        counts = trial.table(ROWS).map(SIMPLE).read().counts
        assert counts["rows"] == counts["rows that came in"] == 4
        assert "rows set aside" not in counts
        assert (counts["areas"], counts["competencies"], counts["descriptors"]) == (2, 2, 4)

    def test_levels_without_words_are_not_used_and_told(self, trial: Trial) -> None:
        taken = trial.table(ROWS).map(SIMPLE).read()
        assert taken.framework is not None
        assert [it.not_used for it in taken.framework.by_id["E1"].skills] == [(), ("1",)]
        assert any(it.about == "E1" and "Evidence (1)" in it.words for it in taken.remarks)

    def test_several_texts_at_a_level_stand_in_their_order(self, trial: Trial) -> None:
        framework = trial.table(f"{ROWS}Music,M1,Listening,Rhythm,1,I count.\n").map(SIMPLE).framework()
        assert words_of(framework.by_id["M1"]) == {"Rhythm": {"1": ["I clap along.", "I count."]}}

    def test_a_skill_of_the_same_name_in_two_competencies_is_two_skills(self, trial: Trial) -> None:
        framework = trial.table(f"{ROWS}Music,M1,Listening,Meaning,1,I hear what is meant.\n").map(SIMPLE).framework()
        assert [it.title for it in framework.by_id["M1"].skills] == ["Rhythm", "Meaning"]
        assert len({*framework.skills}) == 4

    def test_a_table_without_skills_describes_the_competencies_themselves(self, trial: Trial) -> None:
        table = "Code,Level,Text\nE1,1,I find it.\nE1,2,I say it.\n"
        columns = "{competency: Code, level: Level, text: Text}"
        map = f"title: T\nlevels: [One, Two]\ntables: [{{rows: descriptors, columns: {columns}}}]\n"
        [only] = trial.table(table).map(map).framework().competencies
        assert only.skills == (Skill("E1", "E1", {"1": ("I find it.",), "2": ("I say it.",)}),)

    def test_an_unreadable_letter_is_told_and_kept(self, trial: Trial) -> None:
        taken = trial.table(ROWS.replace("clap", "cl\x8eap")).map(SIMPLE).read()
        assert taken.framework is not None
        assert words_of(taken.framework.by_id["M1"]) == {"Rhythm": {"1": ["I clap along."]}}
        assert [it.content for it in taken.aside] == [{"5": "I cl\\u008eap along."}]

    def test_it_says_what_it_carries(self, trial: Trial) -> None:
        carries = trial.table(ROWS).map(SIMPLE).read().carries
        assert {"settings.title", "skill.levels", "level.name", "competency.title"} <= carries
        assert not {"settings.description", "competency.why", "area.kind"} & carries


class TestRows:
    """Rows that are told apart, set aside, or fit nowhere."""

    MAP = """
    title: T
    levels: [One, Two]
    tables:
      - where: {Type: [C, Competency]}
        rows: competencies
        columns: {competency: Id, competency.title: Text}
      - where: {Type: D}
        rows: descriptors
        columns: {competency: Of, level: Level, text: Text}
      - {where: {Type: note}, aside: notes are for teachers}
    """
    TABLE = "Type,Id,Of,Level,Text\nC,C1,,,One\nD,,C1,1,I begin.\nD,,C1,2,I go on.\n"

    def test_where_tells_kinds_of_rows_apart(self, trial: Trial) -> None:
        [only] = trial.table(self.TABLE).map(self.MAP).framework().competencies
        assert (only.id, only.title, words_of(only)) == ("C1", "One", {"One": {"1": ["I begin."], "2": ["I go on."]}})

    def test_rows_set_aside_are_kept_and_counted_with_their_reason(self, trial: Trial) -> None:
        taken = trial.table(f"{self.TABLE}note,,,,Ask Ada\n").map(self.MAP).read()
        assert (taken.counts["rows"], taken.counts["rows set aside"]) == (4, 1)
        [aside] = taken.aside
        assert (aside.kind, aside.why) == ("1 row of table.csv", "notes are for teachers")
        assert aside.content == [{"row": 5, "Type": "note", "Text": "Ask Ada"}]

    def test_a_row_that_fits_no_table_is_a_problem(self, trial: Trial) -> None:
        problem = trial.table(f"{self.TABLE}X,,,,What\n").map(self.MAP).problem()
        assert said(problem).startswith(
            "table.csv:5:1: error[import-odd]: row 5 fits no table of the map (change a “where”"
        )

    def test_an_entry_that_sets_the_rest_aside_takes_no_row_of_another(self, trial: Trial) -> None:
        map = self.MAP.replace("where: {Type: note}, ", "")
        taken = trial.table(f"{self.TABLE}X,,,,What\n").map(map).read()
        assert taken.framework is not None
        assert (taken.counts["rows that came in"], taken.counts["rows set aside"]) == (3, 1)

    def test_a_descriptor_of_an_unknown_competency_is_a_problem(self, trial: Trial) -> None:
        problem = trial.table(f"{self.TABLE}D,,C9,1,Lost\n").map(self.MAP).problem()
        assert problem.message == "row 5 speaks of “C9”, and there is no such competency"

    def test_a_level_that_the_scale_does_not_have_is_a_problem(self, trial: Trial) -> None:
        problem = trial.table(f"{self.TABLE}D,,C1,7,Too high\n").map(self.MAP).problem()
        assert problem.message == "the descriptor in row 5 is at the level “7”, and there is none"
        assert problem.hint == "the levels are “1”, “2”"

    def test_many_odd_rows_are_counted(self, trial: Trial) -> None:
        taken = trial.table(self.TABLE + "X,,,,What\n" * 100).map(self.MAP).read()
        assert len([it for it in taken.problems if it.severity is Severity.ERROR]) == 20
        assert taken.problems[-1].message == "there are 80 more rows like these: rows of no table"

    def test_a_row_without_the_thing_that_it_is_about_is_a_problem(self, trial: Trial) -> None:
        problem = trial.table(f"{self.TABLE}C,,,,Nameless\n").map(self.MAP).problem()
        assert problem.message == "row 5: it names no competency"

    def test_a_column_that_the_map_does_not_name_is_kept_row_by_row(self, trial: Trial) -> None:
        table = "Type,Id,Of,Level,Text,Colour\nC,C1,,,One,red\nD,,C1,1,I begin.,\nD,,C1,2,I go on.,blue\n"
        [aside] = trial.table(table).map(self.MAP).read().aside
        assert (aside.kind, aside.name, aside.content) == ("columns of table.csv", "Colour", {"2": "red", "4": "blue"})

    def test_a_column_that_only_other_rows_use_is_kept_for_this_row(self, trial: Trial) -> None:
        table = self.TABLE.replace("C,C1,,,One", "C,C1,,9,One")
        [aside] = trial.table(table).map(self.MAP).read().aside
        assert (aside.name, aside.content) == ("Level", {"2": "9"})

    def test_what_two_rows_say_differently_is_told_once_and_kept(self, trial: Trial) -> None:
        table = f"{self.TABLE}C,C1,,,Another\nC,C1,,,Another\n"
        taken = trial.table(table).map(self.MAP).read()
        assert taken.framework is not None and taken.framework.by_id["C1"].title == "One"
        [problem] = taken.problems
        assert (problem.code, problem.severity) == ("import-odd", Severity.WARNING)
        assert problem.message == "row 5 gives “C1” another title than row 2 of table.csv"
        [aside] = taken.aside
        both = ["row 5 of table.csv", "row 6 of table.csv"]
        assert aside.content == {"came in": "One", "another": "Another", "said by": both}


class TestValues:
    """Values out of columns, parts of them, several of them, and words that mean something else."""

    TABLE = "key,kind,words\nx.C1.a,low,begin\nx.C1.b,high,go on\n"

    def map_with(self, value: str, level: str = "{column: kind, values: {low: 1, high: 2}}") -> str:
        return f"""
        title: T
        levels: [One, Two]
        tables:
          - rows: descriptors
            parts: {{letter: {{column: key, pattern: '[ab]$'}}}}
            columns:
              competency: {{column: key, pattern: '(C[0-9])'}}
              level: {level}
              text: {value}
        """

    @pytest.mark.parametrize(
        ("value", "first"),
        [
            ("words", "begin"),
            ("{column: words}", "begin"),
            ("{always: the same}", "the same"),
            ("{made_of: '`{key}` {words}'}", "`x.C1.a` begin"),
            ("{made_of: '{letter}: {words}'}", "a: begin"),
            ("letter", "a"),
            ("{column: words, pattern: '[a-z]+'}", "begin"),
            ("{made_of: '{letter}{kind}', values: {alow: A, bhigh: B}}", "A"),
        ],
    )
    def test_a_value_is_made_in_many_ways(self, trial: Trial, value: str, first: str) -> None:
        [only] = trial.table(self.TABLE).map(self.map_with(value)).framework().competencies
        assert only.skills[0].levels["1"] == (first,)

    def test_a_value_that_is_not_listed_is_a_problem(self, trial: Trial) -> None:
        problem = trial.table(f"{self.TABLE}x.C1.a,middle,no\n").map(self.map_with("words")).problem()
        assert said(problem) == (
            "table.csv:4:1: error[import-odd]: row 4: “middle” is not among the values of the map "
            "(it knows “low”, “high”)"
        )

    def test_a_value_that_does_not_fit_its_pattern_is_a_problem(self, trial: Trial) -> None:
        problem = trial.table(f"{self.TABLE}x.D1.a,low,no\n").map(self.map_with("words")).problem()
        assert problem.message == "row 4: “x.D1.a” does not fit the pattern (C[0-9])"

    def test_a_text_of_which_a_half_is_missing_is_a_problem(self, trial: Trial) -> None:
        problem = trial.table(f"{self.TABLE}x.C1.a,low,\n").map(self.map_with("{made_of: '{key} {words}'}")).problem()
        assert problem.message == "row 4: there is nothing in “words” to make “{key} {words}” of"

    def test_a_text_of_which_all_is_missing_is_none(self, trial: Trial) -> None:
        trial.table(f"{self.TABLE}x.C1.a,low,\n").map(self.map_with("{made_of: '{words}'}"))
        [only] = trial.framework().competencies
        assert only.skills[0].levels == {"1": ("begin",), "2": ("go on",)}

    def test_a_row_without_a_text_says_nothing(self, trial: Trial) -> None:
        [only] = trial.table(f"{self.TABLE}x.C1.a,low,\n").map(self.map_with("words")).framework().competencies
        assert only.skills[0].levels == {"1": ("begin",), "2": ("go on",)}

    def test_a_text_without_a_level_is_a_problem(self, trial: Trial) -> None:
        problem = trial.table(f"{self.TABLE}x.C1.a,,lost\n").map(self.map_with("words")).problem()
        assert problem.message == "the descriptor in row 4 has no level in any table"
