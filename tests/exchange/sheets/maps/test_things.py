"""What rows say of areas, competencies, skills and levels is put together by ids."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.exchange.sheets.maps import rows
from site_builder.model import Kind, Skill, Term
from tests.exchange.sheets.maps.mapped import ROWS, SIMPLE, Trial, words_of


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    return Trial(tmp_path)


class TestThings:
    """What is said of areas, competencies and skills, and what they are called."""

    def test_tables_are_put_together_by_ids(self, trial: Trial) -> None:
        trial.table("no,name\n1.1,Reading\n", "names.csv").table("id,no,says\nS1,1.1,Meaning\n", "skills.csv")
        trial.table("id,text\nD1,I begin.\nD2,I go on.\n", "texts.csv")
        trial.table("id,of,at\nD1,S1,1\nD2,S1,2\n", "places.csv")
        trial.map(
            """
            title: T
            levels: [One, Two]
            tables:
              - {file: names.csv, rows: competencies, columns: {competency: "no", competency.title: name}}
              - {file: skills.csv, rows: skills, columns: {skill: id, competency: "no", skill.title: says}}
              - {file: texts.csv, rows: descriptors, columns: {descriptor: id, text: text}}
              - {file: places.csv, rows: descriptors, columns: {descriptor: id, skill: of, level: at}}
            """
        )
        [only] = trial.framework().competencies
        assert (only.id, only.title, only.skills[0].id) == ("1.1", "Reading", "S1")
        assert words_of(only) == {"Meaning": {"1": ["I begin."], "2": ["I go on."]}}
        trial.table("id,of,at\nD1,S1,1\nD2,S1,2\nD3,S1,2\n", "places.csv").paths.pop()
        assert trial.problem().message == "“D3” has no text in any table"

    def test_everything_that_a_column_may_say(self, trial: Trial) -> None:
        uuid = "0b6e1f52-54a5-4d3b-9b1d-0d2f1c3a9e77"
        trial.table(f"id,title,statement,why,about,before,goal,uuid\nA,First,,,,,,\nB,Second,S,W,About,A,Two,{uuid}\n")
        names = ("title", "statement", "why", "about", "identifier", "prerequisites", "target")
        columns = dict(zip(names, ("title", "statement", "why", "about", "uuid", "before", "goal"), strict=True))
        said = ", ".join(f"competency.{name}: {column}" for name, column in columns.items())
        trial.map(
            f"title: T\nlevels: [One, Two]\ntables: [{{rows: competencies, columns: {{competency: id, {said}}}}}]"
        )
        first, second = trial.framework().competencies
        assert (first.statement, first.prerequisites, first.target) == ("First", (), "")
        assert (second.statement, second.why, second.about) == ("S", "W", "About")
        assert (second.prerequisites, second.target, second.identifier) == (("A",), "2", uuid)
        assert second.skills == (Skill("B", "Second", {}, identifier=uuid),)

    @pytest.mark.parametrize(
        ("column", "value", "message"),
        [
            ("competency.prerequisites", "Z", "“Z” comes before “A”, and there is no such competency"),
            ("competency.target", "9", "the target of “A” is “9”, and the scale has no such level"),
            ("competency.identifier", "x-1", "the identifier of “A” is “x-1”, which is no UUID"),
            ("area.kind", "odd", "the kind of “K” is “odd”"),
        ],
    )
    def test_a_value_that_is_none_is_a_problem(self, trial: Trial, column: str, value: str, message: str) -> None:
        trial.table(f"id,area,x\nA,K,{value}\n")
        columns = f"{{competency: id, area: area, {column}: x}}"
        trial.map(f"title: T\nlevels: [One]\ntables: [{{rows: competencies, columns: {columns}}}]")
        problem = trial.problem()
        assert (problem.code, problem.message) == ("import-odd", message)

    def test_areas_may_be_written_out(self, trial: Trial) -> None:
        trial.table("id,area\nA,X\nB,Y\n").map(
            """
            title: T
            levels: [One]
            kind: transferable
            areas: [{id: X, title: Thinking, about: How we think.}, {id: Y, title: Habits, kind: lifelong}]
            tables: [{rows: competencies, columns: {competency: id, area: area}}]
            """
        )
        thinking, habits = trial.framework().areas
        assert (thinking.id, thinking.title, thinking.about, thinking.kind) == (
            "X",
            "Thinking",
            "How we think.",
            Kind.TRANSFERABLE,
        )
        assert (habits.kind, habits.scale.is_habit, thinking.scale.is_habit) == (Kind.LIFELONG, True, False)
        trial.table("id,area\nA,X\nB,Z\n").paths.pop()
        assert trial.problem().message == "row 3 speaks of “Z”, and there is no such area"

    def test_without_areas_the_whole_is_the_area(self, trial: Trial) -> None:
        framework = (
            trial.table("id\nA\n")
            .map("title: All of it\nlevels: [One]\ntables: [{rows: competencies, columns: {competency: id}}]")
            .framework()
        )
        assert [it.title for it in framework.areas] == ["All of it"]

    def test_skills_that_every_competency_has_are_written_once(self, trial: Trial) -> None:
        trial.table("of,what,text\nA,S,I do.\nB,K,I know.\n").map(
            """
            title: T
            levels: [One]
            skills: [{id: "{competency}.K", title: Knowing}, {id: "{competency}.S", title: Doing}]
            tables:
              - rows: descriptors
                columns: {competency: of, skill: {made_of: "{of}.{what}"}, level: {always: 1}, text: text}
            """
        )
        framework = trial.framework()
        assert {it.id: [one.id for one in it.skills] for it in framework.competencies} == {
            "A": ["A.K", "A.S"],
            "B": ["B.K", "B.S"],
        }
        assert framework.skills["A.K"][1].levels == {} and framework.skills["A.S"][1].title == "Doing"

    def test_a_row_may_hold_for_each_competency(self, trial: Trial) -> None:
        trial.table("id\nA\nB\n", "names.csv").table("no,words\n2,Alone\n1,With help\n", "levels.csv").map(
            """
            title: T
            levels: [One, Two]
            tables:
              - {file: names.csv, rows: competencies, columns: {competency: id}}
              - file: levels.csv
                rows: descriptors
                for_each: competency
                columns: {skill: {made_of: "{competency}.P"}, level: "no", text: words}
            """
        )
        framework = trial.framework()
        assert [it for it in framework.skills] == ["A.P", "B.P"]
        assert framework.skills["B.P"][1].levels == {"1": ("With help",), "2": ("Alone",)}

    def test_each_level_may_have_a_column(self, trial: Trial) -> None:
        trial.table("skill,low,high\nReading,I begin.,I go on.\nWriting,,I write.\n").map(
            """
            title: T
            levels: [Low, High]
            tables:
              - {rows: descriptors, columns: {competency: skill}, texts: {Low: low, "2": high}}
            """
        )
        reading, writing = trial.framework().competencies
        assert reading.skills[0].levels == {"1": ("I begin.",), "2": ("I go on.",)}
        assert (writing.skills[0].levels, writing.skills[0].not_used) == ({"2": ("I write.",)}, ("1",))

    def test_names_that_are_no_ids_are_made_fit_and_told(self, trial: Trial) -> None:
        trial.table("id,title\nA 1/b,First\n").map(
            "title: T\nlevels: [One]\n"
            "tables: [{rows: competencies, columns: {competency: id, competency.title: title}}]"
        )
        taken = trial.read()
        assert taken.framework is not None and list(taken.framework.by_id) == ["A-1-b"]
        assert any("“A 1/b” → A-1-b" in it.words for it in taken.remarks)

    WORDS = """
    title: T
    levels: [One]
    tables:
      - {file: table.csv, rows: competencies, columns: {competency: id}}
      - {file: words.csv, rows: terms, columns: {term: id, term.title: word, term.means: means, term.also: also}}
    """

    def test_words_of_a_glossary_have_a_table_of_their_own(self, trial: Trial) -> None:
        trial.table("id\nclaim\n").table(
            'id,word,means,also\nClaim,A claim,What I say is so.,"claims; what I claim"\nproof,,What shows it.,\n',
            "words.csv",
        )
        taken = trial.map(self.WORDS).read()
        assert taken.framework is not None and taken.counts["terms"] == 2 and "glossary" in taken.carries
        assert taken.framework.glossary == (
            Term("claim", "A claim", "What I say is so.", ("claims", "what I claim")),
            Term("proof", "proof", "What shows it."),
        )
        assert [it.id for it in taken.framework.competencies] == ["claim"]

    def test_a_word_that_nothing_explains_is_a_problem(self, trial: Trial) -> None:
        trial.table("id\nA\n").table("id,word,means,also\nproof,,,\n", "words.csv").map(self.WORDS)
        problem = trial.problem()
        assert (problem.code, problem.at.file) == ("import-odd", "words.csv")
        assert problem.message == "row 2 has the term “proof”, and nothing says what it means"

    def test_without_words_a_map_leaves_the_glossary_alone(self, trial: Trial) -> None:
        taken = trial.table(ROWS).map(SIMPLE).read()
        assert taken.framework is not None and taken.framework.glossary == () and "glossary" not in taken.carries

    def test_a_skill_that_two_competencies_may_mean_is_a_problem(self, trial: Trial) -> None:
        trial.table("of,skill\nA,S\nB,S\n", "skills.csv").table("skill,text\nS,Which?\n", "texts.csv").map(
            """
            title: T
            levels: [One]
            tables:
              - {file: skills.csv, rows: skills, columns: {competency: of, skill: skill}}
              - {file: texts.csv, rows: descriptors, columns: {skill: skill, level: {always: 1}, text: text}}
            """
        )
        messages = {it.message for it in trial.read().problems}
        assert messages == {"row 2 speaks of “S”, and 2 competencies have a skill of this name"}

    LISTED = """
    title: T
    levels: [One]
    tables:
      - {file: skills.csv, rows: skills, columns: {competency: of, skill: skill, skill.title: title}}
      - {file: texts.csv, rows: descriptors, columns: {%sskill: skill, level: {always: 1}, text: text}}
    """

    @pytest.mark.parametrize(
        ("columns", "row", "message"),
        [
            ("competency: of, ", "A,T,Lost", "row 2 speaks of “T”, and “A” has no such skill"),
            ("competency: of, ", "A,R,Lost", "row 2 speaks of “R”, and “A” has no such skill"),
            ("", "A,T,Lost", "row 2 speaks of “T”, and there is no such skill"),
            ("", "A,,Lost", "row 2: it names neither a competency nor a skill"),
        ],
    )
    def test_a_skill_that_is_not_listed_is_a_problem(self, trial: Trial, columns: str, row: str, message: str) -> None:
        trial.table("of,skill,title\nA,S,Saying\nB,R,Reading\n", "skills.csv")
        problems = trial.table(f"of,skill,text\n{row}\n", "texts.csv").map(self.LISTED % columns).read().problems
        assert [it.message for it in problems] == [message]

    def test_a_skill_may_be_listed_without_its_competency(self, trial: Trial) -> None:
        trial.table("skill,title\nS,Saying\nT,Telling\n", "skills.csv")
        trial.table("of,skill,text\nA,S,I say.\nA,T,I tell.\n", "texts.csv")
        framework = trial.map(
            (self.LISTED % "competency: of, ").replace("competency: of, skill: skill, skill.t", "skill: skill, skill.t")
        ).framework()
        assert words_of(framework.by_id["A"]) == {"Saying": {"1": ["I say."]}, "Telling": {"1": ["I tell."]}}

    def test_a_descriptor_in_pieces_must_agree_on_its_competency(self, trial: Trial) -> None:
        trial.table("of,skill\nA,S\nB,R\n", "skills.csv").table("id,of,text\nD,A,Words\n", "texts.csv")
        trial.table("id,skill\nD,R\n", "places.csv").map(
            """
            title: T
            levels: [One]
            tables:
              - {file: skills.csv, rows: skills, columns: {competency: of, skill: skill}}
              - {file: texts.csv, rows: descriptors, columns: {descriptor: id, competency: of, text: text}}
              - {file: places.csv, rows: descriptors, columns: {descriptor: id, skill: skill, level: {always: 1}}}
            """
        )
        assert trial.problem().message == "“D” is of “R”, which “A” does not have"

    def test_a_competency_may_be_called_as_its_own_skill(self, trial: Trial) -> None:
        trial.table("skill,text\nA,I do.\n", "texts.csv").table("id\nA\n", "names.csv").map(
            """
            title: T
            levels: [One]
            tables:
              - {file: names.csv, rows: competencies, columns: {competency: id}}
              - {file: texts.csv, rows: descriptors, columns: {skill: skill, level: {always: 1}, text: text}}
            """
        )
        assert trial.framework().by_id["A"].skills == (Skill("A", "A", {"1": ("I do.",)}),)

    def test_a_descriptor_of_nothing_is_a_problem(self, trial: Trial) -> None:
        trial.table("id,text\nD,Lost\n", "texts.csv").table("id\nA\n", "names.csv").map(
            """
            title: T
            levels: [One]
            tables:
              - {file: names.csv, rows: competencies, columns: {competency: id}}
              - {file: texts.csv, rows: descriptors, columns: {descriptor: id, level: {always: 1}, text: text}}
            """
        )
        assert trial.problem().message == "“D” belongs to no competency or skill"

    def test_a_competency_with_words_and_skills_keeps_both(self, trial: Trial) -> None:
        trial.table("of,skill,text\nA,,I do it all.\nA,S,I do a part.\n").map(
            "title: T\nlevels: [One]\ntables: [{rows: descriptors, "
            "columns: {competency: of, skill: skill, level: {always: 1}, text: text}}]"
        )
        [only] = trial.framework().competencies
        assert [(it.id, it.levels["1"]) for it in only.skills] == [("A.0", ("I do it all.",)), ("S", ("I do a part.",))]

    def test_in_one_area_or_none_of_several(self, trial: Trial) -> None:
        map = "title: All\nlevels: [One]\ntables: [{rows: competencies, columns: {competency: id, area: area}}]"
        framework = trial.table("id,area\nA,X\nB,\n").map(map).framework()
        assert {it.id: it.area for it in framework.competencies} == {"A": "x", "B": "x"}
        framework = Trial(trial.folder).table("id,area\nA,X\nB,Y\nC,\nD,\n").map(map).framework()
        assert {it.id: it.area for it in framework.competencies} == {"A": "x", "B": "y", "C": "all", "D": "all"}
        assert framework.settings.areas == ("x", "y", "all")

    def test_rows_that_would_hold_too_often_are_refused(self, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rows, "MOST_REPEATED", 3)
        trial.table("id\nA\nB\n", "names.csv").table("no\n1\n2\n", "levels.csv").map(
            """
            title: T
            levels: [One, Two]
            tables:
              - {file: names.csv, rows: competencies, columns: {competency: id}}
              - {file: levels.csv, rows: descriptors, for_each: competency, columns: {level: "no", text: "no"}}
            """
        )
        assert trial.problem().message == "2 rows cannot hold for each of 2 competencies: that is too much"


class TestScale:
    """The levels: written out, from a table, or the school's own."""

    TABLES = "tables: [{file: names.csv, rows: competencies, columns: {competency: id}}"

    def test_levels_may_be_written_with_ids_and_meanings(self, trial: Trial) -> None:
        trial.table("id\nA\n", "names.csv").map(
            "title: T\nscale: habits\n"
            "levels: [{id: together, name: Together, means: With you}, {id: self, name: Alone}]\n"
            f"target: Alone\n{self.TABLES}]"
        )
        [scale] = trial.framework().settings.scales.values()
        assert scale.id == "habits"
        assert [(it.id, it.name, it.means, it.is_target) for it in scale.levels] == [
            ("together", "Together", "With you", False),
            ("self", "Alone", "", True),
        ]

    def test_levels_may_come_from_a_table(self, trial: Trial) -> None:
        trial.table("id\nA\n", "names.csv").table("no,name,what\n1,Low,Begins\n2,High,Goes on\n", "levels.csv")
        entry = "{file: levels.csv, rows: levels, columns: {level: 'no', level.name: name, level.means: what}}"
        framework = trial.map(f"title: T\ntarget: 2\n{self.TABLES}, {entry}]").framework()
        levels = framework.areas[0].scale.levels
        assert [(it.id, it.name, it.means, it.position) for it in levels] == [
            ("1", "Low", "Begins", 1),
            ("2", "High", "Goes on", 2),
        ]
        assert [it.is_target for it in levels] == [False, True]

    def test_the_school_has_its_own(self, trial: Trial) -> None:
        existing = Trial(trial.folder).table(ROWS).map(SIMPLE).framework()
        taken = trial.table("id\nA\n", "names.csv").map(f"{self.TABLES}]").read(existing)
        assert taken.framework is not None
        assert taken.framework.settings.title == "Our continuum"
        assert taken.framework.areas[0].scale.levels == existing.areas[0].scale.levels
        assert not {it for it in taken.carries if it.startswith(("level.", "settings."))}

    def test_thirteen_levels_are_too_many(self, trial: Trial) -> None:
        numbers = "".join(f"{it}\n" for it in range(13))
        trial.table("id\nA\n", "names.csv").table(f"no\n{numbers}", "levels.csv")
        trial.map(f"title: T\n{self.TABLES}, {{file: levels.csv, rows: levels, columns: {{level: 'no'}}}}]")
        assert trial.problem().message == "there are 13 levels, and a scale has 12 at most"

    @pytest.mark.parametrize(
        ("said", "message"),
        [
            ("", "the school has several scales"),
            ("scale: other\n", "the school has no scale “other”"),
        ],
    )
    def test_of_several_scales_the_map_names_one(self, trial: Trial, said: str, message: str) -> None:
        existing = Trial(trial.folder).table(ROWS).map(SIMPLE).framework()
        [scale] = existing.settings.scales.values()
        scales = {"levels": scale, "habits": replace(scale, id="habits")}
        existing = replace(existing, settings=replace(existing.settings, scales=scales))
        trial.table("id\nA\n", "names.csv").map(f"{said}{self.TABLES}]")
        [problem] = trial.read(existing).problems
        assert (problem.message, problem.hint) == (message, "say “scale:” with one of levels, habits")
        assert trial.map(f"scale: habits\n{self.TABLES}]").framework(existing).areas[0].scale.id == "habits"

    @pytest.mark.parametrize(
        ("map", "message"),
        [
            ("title: T", "nothing says which levels there are"),
            ("levels: [One]", "a new continuum needs a title"),
            ("title: T\nlevels: [One]\ntarget: Five", "the target is “Five”, and there is no such level"),
            ("title: T\nlevels: [{id: 1, name: A}, {id: 1, name: B}]", "two levels have the id “1”"),
        ],
    )
    def test_a_scale_that_is_none_is_a_problem_of_the_map(self, trial: Trial, map: str, message: str) -> None:
        problem = trial.table("id\nA\n", "names.csv").map(f"{map}\n{self.TABLES}]").problem()
        assert (problem.code, problem.message) == ("import-unreadable", message)
        assert str(problem.at).startswith("map.yml:")

    def test_the_words_for_a_target_point_at_their_line(self, trial: Trial) -> None:
        problem = (
            trial.table("id\nA\n", "names.csv").map(f"title: T\nlevels: [One]\ntarget: Five\n{self.TABLES}]").problem()
        )
        assert str(problem.at) == "map.yml:3:9"
