"""Rubrics of Canvas describe levels: of a school's own skills, of outcomes beside them, or of something new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.exchange.canvas.rubric import HEADER, RATING
from site_builder.exchange.format import Taken
from site_builder.exchange.formats import canvas
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.take import take_into
from site_builder.model import Skill
from tests.exchange.demonstration import demonstration, framework
from tests.exchange.formats.learning import cells_of, csv_file, files_of, framework_of, said, taken, there_and_back
from tests.exchange.schools import school_at
from tests.project import Project
from tests.site.continua import CLAIM, area, competency

COLUMNS = (*HEADER, *RATING * 4)
FILE = "canvas-rubrics.csv"
WORDS = {"Extending": "I can do more.", "Proficient": "I can.", "Developing": "I can nearly.", "Emerging": "I begin."}


def line(rubric: str, criterion: str, *ratings: str, says: str = "", ranges: str = "FALSE") -> list[str]:
    """A criterion; ratings are names, descriptions and points in turns."""
    return [rubric, criterion, says, ranges, *(ratings or usual())]


def usual() -> list[str]:
    return [cell for place, (name, text) in enumerate(WORDS.items()) for cell in (name, text, str(4 - place))]


def of(tmp_path: Path, *rows: Sequence[str], existing: Framework | None = None) -> Taken:
    return taken(canvas.FORMAT, csv_file(tmp_path / "rubrics.csv", [COLUMNS, *rows]), existing=existing)


def undescribed() -> Framework:
    """A school whose one skill has no words for its levels."""
    return framework([competency(skills=(Skill("LIT.ARG.1", "Claim", {}), Skill("LIT.ARG.2", "Reasons", CLAIM)))])


def test_a_competency_is_a_rubric_a_skill_a_line_and_a_level_a_rating() -> None:
    rows = cells_of(files_of(canvas.FORMAT, framework(), "rubric")[FILE])
    assert rows[0] == list(COLUMNS)
    assert rows[1][:7] == [
        *("Argue from evidence", "Claim", "", "FALSE", "Extending"),
        "• I can take on the strongest opposing view.\n• I can change my claim when the evidence does.",
        "4",
    ]
    assert rows[1][7::3] == ["Proficient", "Developing", "Emerging"]


def test_titles_that_two_have_are_told_apart_by_their_ids() -> None:
    going = framework([competency(), competency("LIT.TWO")])
    assert [it[0] for it in cells_of(files_of(canvas.FORMAT, going, "rubric")[FILE])[1:]] == [
        "Argue from evidence (LIT.ARG)",
        "Argue from evidence (LIT.TWO)",
    ]


def test_levels_come_back_to_the_school_that_gave_them_out(tmp_path: Path) -> None:
    going = demonstration()
    found = there_and_back(tmp_path, canvas.FORMAT, going, "rubric", existing=going)
    made = framework_of(found)
    assert (found.aside, found.remarks) == ((), ())
    current = [it for it in going.competencies if not it.retired]
    assert [it.id for it in made.competencies] == [it.id for it in current]
    for it in current:
        assert [skill.levels for skill in made.by_id[it.id].skills] == [skill.levels for skill in it.skills]


def test_levels_come_back_where_there_is_no_school_and_ids_are_made_up(tmp_path: Path) -> None:
    found = there_and_back(tmp_path, canvas.FORMAT, framework(), "rubric")
    made = framework_of(found)
    [(owner, skill)] = made.skills.values()
    assert (owner.title, skill.title, skill.levels) == ("Argue from evidence", "Claim", CLAIM)
    assert [(it.id, it.name) for it in made.by_slug[owner.area].scale.levels] == [
        ("1", "Emerging"),
        ("2", "Developing"),
        ("3", "Proficient"),
        ("4", "Extending"),
    ]
    assert [it.about for it in found.remarks] == ["“Argue from evidence”"]
    assert found.counts == {"rubrics": 1, "criteria": 1, "ratings": 4}


def test_titles_match_whatever_their_case_and_blanks(tmp_path: Path) -> None:
    found = of(tmp_path, line(" ARGUE  from Evidence", "claim "), existing=undescribed())
    made = framework_of(found)
    assert [it.id for it in made.competencies] == ["LIT.ARG"]
    assert made.skills["LIT.ARG.1"][1].levels["3"] == ("I can.",)
    assert made.skills["LIT.ARG.2"][1].levels == CLAIM


def test_a_rubric_makes_a_schools_own_file_better_and_leaves_the_rest(tmp_path: Path, project: Project) -> None:
    school = school_at(project.root)
    first = school.competencies[0]
    scale = school.by_slug[first.area].scale
    ratings = [cell for it in reversed(scale.levels) for cell in (it.name, f"New words for {it.id}.", str(it.position))]
    found = of(tmp_path, line(first.title, first.skills[0].title, *ratings), existing=school)
    into = take_into(project.root, found, school)
    assert into.changed == (first.source,), into.problems
    again = school_at(project.root)
    assert again.by_id[first.id].skills[0].levels[scale.levels[0].id] == (f"New words for {scale.levels[0].id}.",)
    assert len(again.competencies) == len(school.competencies)


def test_ratings_with_other_names_match_by_their_points(tmp_path: Path) -> None:
    ratings = ("A", "best", "4", "B", "good", "3", "C", "fair", "2", "D", "start", "1")
    made = framework_of(of(tmp_path, line("LIT.ARG", "LIT.ARG.1", *ratings), existing=undescribed()))
    assert made.skills["LIT.ARG.1"][1].levels == {"1": ("start",), "2": ("fair",), "3": ("good",), "4": ("best",)}


def test_ratings_of_other_levels_are_kept_aside(tmp_path: Path) -> None:
    found = of(tmp_path, line("LIT.ARG", "Claim", "Yes", "all", "10", "No", "none", "0"), existing=undescribed())
    assert framework_of(found).skills["LIT.ARG.1"][1].levels == {}
    [kept] = found.aside
    assert (kept.kind, kept.name, kept.line) == ("ratings", "Claim", 2)
    assert "“all”" not in str(kept.content) and "all" in str(kept.content)


def test_a_level_without_words_is_one_that_the_skill_does_not_use(tmp_path: Path) -> None:
    ratings = ("Extending", "More.", "4", "Proficient", "", "3")
    made = framework_of(of(tmp_path, line("LIT.ARG", "Claim", *ratings), existing=undescribed()))
    skill = made.skills["LIT.ARG.1"][1]
    assert (skill.levels, skill.not_used) == ({"4": ("More.",)}, ("1", "2", "3"))


def test_a_criterion_that_no_skill_is_called_like_is_a_new_skill(tmp_path: Path) -> None:
    found = of(tmp_path, line("LIT.ARG", "Counterclaim", says="How well?"), existing=undescribed())
    made = framework_of(found)
    assert [(it.id, it.title, it.statement) for it in made.by_id["LIT.ARG"].skills] == [
        ("LIT.ARG.1", "Claim", ""),
        ("LIT.ARG.2", "Reasons", ""),
        ("LIT.ARG.3", "Counterclaim", "How well?"),
    ]


def test_criteria_become_the_skills_of_a_competency_that_has_none_yet(tmp_path: Path) -> None:
    school = framework([competency(skills=(Skill("LIT.ARG", "Argue from evidence", {}),))])
    made = framework_of(of(tmp_path, line("LIT.ARG", "Claim"), line("LIT.ARG", "Reasons"), existing=school))
    assert [it.title for it in made.by_id["LIT.ARG"].skills] == ["Claim", "Reasons"]


def test_a_competency_that_is_described_itself_gets_no_skills(tmp_path: Path) -> None:
    school = framework([competency(skills=(Skill("LIT.ARG", "Argue from evidence", CLAIM),))])
    found = of(tmp_path, line("LIT.ARG", "Claim"), existing=school)
    assert [it.levels for it in framework_of(found).by_id["LIT.ARG"].skills] == [CLAIM]
    assert [(it.kind, it.name) for it in found.aside] == [("criteria", "Claim")]


def test_a_second_criterion_of_one_name_is_kept_aside_and_a_new_rubric_may_have_two(tmp_path: Path) -> None:
    found = of(tmp_path, line("LIT.ARG", "Claim"), line("LIT.ARG", "Claim", says="Again"), existing=undescribed())
    assert [(it.kind, it.line) for it in found.aside] == [("criteria", 3)]
    made = framework_of(of(tmp_path, line("Essay", "Style"), line("Essay", "Style")))
    assert [(it.title, len(it.levels)) for _, it in made.skills.values()] == [("Style", 4), ("Style", 4)]


def test_what_several_are_called_is_unclear_and_is_kept_aside(tmp_path: Path) -> None:
    twins = (Skill("LIT.ARG.1", "Claim", {}), Skill("LIT.ARG.2", "Claim", {}))
    school = framework([competency(skills=twins), competency("LIT.B", title="Same"), competency("LIT.C", title="Same")])
    found = of(tmp_path, line("LIT.ARG", "Claim"), line("Same", "Claim"), line("LIT.B", "Claim"), existing=school)
    assert [(it.kind, it.line) for it in found.aside] == [("criteria", 2), ("criteria", 3)]
    made = framework_of(found)
    assert list(made.by_id) == ["LIT.ARG", "LIT.B"]
    assert made.by_id["LIT.ARG"].skills == twins


def test_a_rubric_may_be_called_like_the_id_that_another_one_gets(tmp_path: Path) -> None:
    made = framework_of(of(tmp_path, line("Essay", "Style"), line("rubrics.1", "Other")))
    assert [(it.title, it.skills[0].title) for it in made.competencies] == [("Essay", "Style"), ("rubrics.1", "Other")]


def test_outcomes_and_rubrics_together_are_one_framework(tmp_path: Path) -> None:
    [(name, data)] = files_of(canvas.FORMAT, undescribed()).items()
    outcomes = tmp_path / name
    outcomes.write_bytes(data)
    rubrics = csv_file(
        tmp_path / "rubrics.csv", [COLUMNS, line("Argue from evidence", "Claim"), line("New one", "Part")]
    )
    for order in ((outcomes, rubrics), (rubrics, outcomes)):
        found = taken(canvas.FORMAT, *order)
        made = framework_of(found)
        assert made.skills["LIT.ARG.1"][1].levels["1"] == ("I begin.",)
        assert [it.title for it in made.competencies] == ["Argue from evidence", "New one"]
        assert found.counts == {"groups": 2, "outcomes": 2, "ratings": 8, "rubrics": 2, "criteria": 2}
        assert {it.id for it in made.areas} == {"LIT", "rubrics" if order[0] == rubrics else "canvas-outcomes"}


def test_ranges_are_read_by_the_most_of_each_and_it_is_said(tmp_path: Path) -> None:
    found = of(tmp_path, line("LIT.ARG", "Claim", ranges="TRUE"), existing=undescribed())
    assert [it.about for it in found.remarks] == ["“Claim”"]
    assert "ranges of points" in found.remarks[0].words


def test_a_criterion_may_have_no_ratings(tmp_path: Path) -> None:
    made = framework_of(of(tmp_path, ["Essay", "Spelling", "", "FALSE"]))
    assert [(it.title, it.levels) for _, it in made.skills.values()] == [("Spelling", {})]


def test_the_name_of_a_rubric_may_stand_in_its_first_row_alone(tmp_path: Path) -> None:
    found = of(tmp_path, line("Essay", "Spelling"), line("", "Style"))
    assert [it.title for it in framework_of(found).by_id["rubrics.1"].skills] == ["Spelling", "Style"]


def test_what_a_rubric_says_is_no_markdown_for_its_new_statement(tmp_path: Path) -> None:
    made = framework_of(of(tmp_path, line("Essay", "Style", says="# 1 *rule*")))
    [(_, skill)] = made.skills.values()
    assert skill.statement == "\\# 1 \\*rule\\*"


@pytest.mark.parametrize(
    ("row", "expected"),
    [(line("", "Claim"), "row 2: it has no Rubric Name"), (line("Essay", ""), "row 2: it has no Criteria Name")],
)
def test_a_row_without_names_is_refused(tmp_path: Path, row: Sequence[str], expected: str) -> None:
    assert said(of(tmp_path, row)) == f"rubrics.csv:2:1: import-odd: {expected}"


def test_a_file_of_the_other_kind_is_refused_where_one_is_declared(tmp_path: Path) -> None:
    rubrics = csv_file(tmp_path / "rubrics.csv", [COLUMNS, line("Essay", "Style")])
    assert "import-unreadable" in said(taken(canvas.FORMAT, rubrics, variant="outcomes"))
    assert taken(canvas.FORMAT, rubrics, variant="rubric").framework is not None


def test_retired_competencies_have_no_rubric() -> None:
    going = demonstration()
    names = {it[0] for it in cells_of(files_of(canvas.FORMAT, going, "rubric")[FILE])[1:]}
    assert not names & {it.title for it in going.competencies if it.retired}


def test_cells_that_begin_like_a_formula_are_guarded_and_read(tmp_path: Path) -> None:
    skill = Skill("LIT.ARG.1", "=Claim", {"1": ("+1",)}, ("2", "3", "4"))
    school = framework([replace(competency(), skills=(skill,))], [area()])
    rows = cells_of(files_of(canvas.FORMAT, school, "rubric")[FILE])
    assert (rows[1][1], rows[1][5]) == ("'=Claim", "'+1")
    back = framework_of(there_and_back(tmp_path, canvas.FORMAT, school, "rubric", existing=school))
    assert back.skills["LIT.ARG.1"][1].levels == {"1": ("+1",)}
