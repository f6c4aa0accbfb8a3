"""What a competency's own file promises."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.sources.findings import findings, said

ARGUE = "continuum/literacy/argue.yml"
RETELL = "continuum/literacy/retell.yml"
GOAL = "continuum/agency/set-a-goal.md"
SKILLS = "skills:\n  - id: LIT.ARG.1\n"
LEVELS = "levels:\n  1: I can tell one part of a story.\n  2: I can tell a story from its beginning to its end.\n"


BARE = "skills:\n  - {id: LIT.RET.1, title: Order}\n  - {id: LIT.RET.2, title: Voice}\n"
BEGIN = "(write what each level looks like under “levels”, beginning with 2, the goal)"


def test_levels_are_wanted(project: Project) -> None:
    project.change(RETELL, LEVELS, "")
    assert said(project, "levels-wanted") == [
        f"{RETELL}:1:5: warning: no level of “Retell a story” is described yet {BEGIN}"
    ]


def test_levels_that_are_wanted_are_told_once_for_all_skills(project: Project) -> None:
    project.change(RETELL, LEVELS, BARE)
    found = f"{RETELL}:6:10: warning: “Retell a story” has 2 skills, and no level is described yet {BEGIN}"
    assert [it for it in findings(project) if it.startswith(RETELL)] == [
        found.replace("warning", "warning[levels-wanted]")
    ]


def test_one_skill_without_levels_is_told_as_one(project: Project) -> None:
    project.change(RETELL, LEVELS, "skills:\n  - {id: LIT.RET.1, title: Order, not_used: [1]}\n")
    [found] = said(project, "levels-wanted")
    assert "“Retell a story” has 1 skill, and no level is described yet" in found


def test_the_first_of_several_skills_without_levels_is_pointed_at(project: Project) -> None:
    described = "  - {id: LIT.RET.3, title: End, levels: {1: I can stop., 2: I can end where it began.}}\n"
    project.change(RETELL, LEVELS, BARE.replace("skills:\n", f"skills:\n{described}"))
    [found] = said(project, "levels-wanted")
    assert found.startswith(f"{RETELL}:7:10: warning: no level of 2 of the 3 skills of “Retell a story” is described")


def test_where_to_begin_is_the_competencys_own_goal_or_left_open(project: Project) -> None:
    project.change(RETELL, LEVELS, "target: 1\n")
    assert "beginning with 1, the goal" in said(project, "levels-wanted")[0]
    project.change(RETELL, "target: 1\n", "")
    project.change("continuum/continuum.yml", "I do this on my own., target: true}", "I do this on my own.}")
    assert said(project, "levels-wanted")[0].endswith("(write what each level looks like under “levels”)")


def test_a_title_that_is_a_whole_standard_is_told_by_its_beginning(project: Project) -> None:
    project.change(RETELL, LEVELS, "")
    project.change(RETELL, "title: Retell a story", f"title: {'Retell stories and so on ' * 12}")
    [found] = said(project, "levels-wanted")
    assert "no level of “Retell stories and so on Retell stories and so on Retell…” is described yet" in found


def test_of_what_is_retired_no_more_levels_are_wanted(project: Project) -> None:
    project.change(RETELL, LEVELS, "retired: {on: 2026-08-01}\n")
    assert said(project, "levels-wanted") == []


def test_what_is_not_described_yet_lets_a_school_build(project: Project) -> None:
    project.change(RETELL, LEVELS, BARE)
    assert project.build().code == 0
    assert "What each level looks like here is not described yet." in project.page("literacy/retell/")


@pytest.mark.parametrize("id", ["LIT.ARG.1", "lit.arg.1"])
def test_skill_ids_are_unique(project: Project, id: str) -> None:
    project.change(ARGUE, "id: LIT.ARG.2", f"id: {id}")
    [found] = said(project, "id-repeated")
    assert found.startswith(f"{ARGUE}:17:9: error: “Evidence” has the id {id}, as “Claim” has")


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (ARGUE, "      1: I can say", "      7: I can say", "13:7"),
        (ARGUE, "supports: {2:", "supports: {7:", "15:16"),
        (ARGUE, "    at_home:", "    not_used: [7]\n    at_home:", "16:5"),
        (ARGUE, "was:", "target: 7\nwas:", "7:1"),
        (RETELL, "  1: I can", "  7: I can", "6:3"),
        (RETELL, "levels:", "not_used: [7]\nlevels:", "5:1"),
        (GOAL, "  self: I can", "  7: I can", "7:3"),
        (ARGUE, "kinds: 2}", "kinds: 2, at: {7: {pieces: 3}}}", "8:38"),
        (ARGUE, "    at_home:", "    evidence: {at: {7: {pieces: 3}}}\n    at_home:", "16:21"),
        (RETELL, "levels:", "evidence: {at: {7: {pieces: 3}}}\nlevels:", "5:17"),
    ],
)
def test_levels_are_on_the_scale(project: Project, file: str, old: str, new: str, place: str) -> None:
    project.change(file, old, new)
    assert [
        it for it in said(project, "level-unknown") if it.startswith(f"{file}:{place}: error: there is no level “7”")
    ]


def test_what_a_competency_without_skills_asks_for_is_read_once(project: Project) -> None:
    project.change(RETELL, "levels:", "evidence: {at: {7: {pieces: 3}}}\nlevels:")
    assert len(said(project, "level-unknown")) == 1


def test_a_target_of_its_own_may_be_any_level_of_the_scale(project: Project) -> None:
    project.change(ARGUE, "was:", "target: 1\nwas:")
    assert [it for it in findings(project) if it.startswith(ARGUE)] == []


def test_a_skill_has_another_id_than_its_competency(project: Project) -> None:
    project.change(ARGUE, "id: LIT.ARG.2", "id: lit.arg")
    [found] = said(project, "id-repeated")
    assert found.startswith(f"{ARGUE}:17:9: error: “Evidence” has the id lit.arg, as “Argue from evidence” has")


def test_the_only_skill_of_a_list_is_pointed_at_in_that_list(project: Project) -> None:
    skill = "skills:\n  - {id: LIT.RET.1, title: Order, levels: {1: I can tell one part.}}\n"
    project.change(RETELL, LEVELS, skill)
    [found] = said(project, "level-missing")
    assert found.startswith(f"{RETELL}:6:35: error: “Order” has level 1 but no 2")


def test_levels_are_complete(project: Project) -> None:
    project.change(ARGUE, "      2: I can state a claim that someone could disagree with.\n", "")
    [found] = said(project, "level-missing")
    assert found.startswith(f"{ARGUE}:12:5: error: “Claim” has level 1 but no 2")
    assert "not_used: [2]" in found


def test_levels_are_complete_also_without_skills(project: Project) -> None:
    project.change(RETELL, "  2: I can tell a story from its beginning to its end.\n", "")
    [found] = said(project, "level-missing")
    assert found.startswith(f"{RETELL}:5:1: error: “Retell a story” has level 1 but no 2")


def test_a_level_may_be_left_out_where_the_file_says_so(project: Project) -> None:
    project.change(ARGUE, "      2: I can state a claim that someone could disagree with.\n", "    not_used: [2]\n")
    assert said(project, "level-missing") == []


def test_descriptors_differ(project: Project) -> None:
    project.change(RETELL, "2: I can tell a story from its beginning to its end.", "2: I can tell one part of a story.")
    [found] = said(project, "descriptor-repeated")
    assert found.startswith(f"{RETELL}:7:6: error: “Retell a story” says the same at levels 1 and 2")


def test_one_statement_of_several_is_pointed_at_by_itself(project: Project) -> None:
    project.change(RETELL, "  2: I can tell", "  2:\n    - I can listen.\n    - I cannot fail to tell")
    [found] = said(project, "deficit-word")
    assert found.startswith(
        f"{RETELL}:9:7: warning: “cannot” says what a learner lacks: “I cannot fail to tell a stor…”"
    )


def test_descriptors_that_are_almost_the_same_are_pointed_at(project: Project) -> None:
    words = "I can tell one part of a story that I have read with a friend in class"
    project.change(RETELL, "I can tell one part of a story.", f"{words} today.")
    project.change(RETELL, "I can tell a story from its beginning to its end.", f"{words} alone today.")
    [found] = said(project, "descriptor-close")
    assert found.startswith(f"{RETELL}:7:6: warning: “Retell a story” says almost the same at levels 1 and 2")


def test_descriptors_are_kind(project: Project) -> None:
    project.change(ARGUE, "1: I can say what I think", "1: I cannot yet say what I think")
    [found] = said(project, "deficit-word")
    assert found.startswith(
        f"{ARGUE}:13:10: warning: “cannot” says what a learner lacks: “I cannot yet say what I thin…”"
    )


def test_standards_have_web_addresses(project: Project) -> None:
    project.change(ARGUE, "https://example.org/w81", "javascript:alert(1)")
    [found] = said(project, "link-unsafe")
    assert found.startswith(f"{ARGUE}:6:48: error: “javascript:alert(1)” is not a web address")
    project.change(ARGUE, ', uri: "javascript:alert(1)"', "")
    assert said(project, "link-unsafe") == []


@pytest.mark.parametrize("old", ["old-name", "writing/old-name", "/writing/old-name/", "été"])
def test_former_names_are_addresses(project: Project, old: str) -> None:
    project.change(ARGUE, "was: [argue-with-evidence]", f'was: ["{old}"]')
    assert said(project, "former-name") == []


@pytest.mark.parametrize(
    "old",
    ["..", "../x", "../../x", "a/b/c", "CON", "con/a", "a/con", "a/..", "a b", "https://e.org", "a\\\\b", "/", "a.yml"],
)
def test_former_names_that_are_no_addresses_are_refused(project: Project, old: str) -> None:
    project.change(ARGUE, "was: [argue-with-evidence]", f'was: [fine, "{old}"]')
    [found] = said(project, "former-name")
    assert found.startswith(f"{ARGUE}:7:13: error: ")
    assert "old-area/old-name" in found


def test_a_sound_competency_is_left_alone(project: Project) -> None:
    assert [it for it in findings(project) if it.startswith(("continuum/literacy/argue", "continuum/agency"))] == []
