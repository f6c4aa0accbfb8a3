"""What sources promise about one another."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date

import pytest

from tests.project import CASES, Project
from tests.sources.findings import findings, said

ARGUE = "continuum/literacy/argue.yml"
RETELL = "continuum/literacy/retell.yml"
LUNCH = "exemplars/literacy/lunch/index.md"
DOG = "exemplars/literacy/my-dog/index.md"


def test_prerequisites_exist(project: Project) -> None:
    project.change(RETELL, "[LIT.ARG]", "[LIT.ARG, LIT.AGR]")
    assert said(project, "prerequisite-missing") == [
        f"{RETELL}:4:26: error: “Retell a story” builds on LIT.AGR, and there is no competency with that id"
        " (did you mean LIT.ARG?)"
    ]


def test_prerequisites_have_no_cycle(project: Project) -> None:
    project.change(ARGUE, "was:", "prerequisites: [AGE.GOA, LIT.RET]\nwas:")
    [found] = said(project, "prerequisite-cycle")
    assert "these build on one another in a circle: " in found
    assert "LIT.ARG → LIT.RET" in found or "LIT.RET → LIT.ARG" in found


def test_circles_are_told_until_none_is_left(project: Project) -> None:
    project.change(ARGUE, "was:", "prerequisites: [LIT.ARG, LIT.RET, LIT.RET]\nwas:")
    found = [it.partition("circle: ")[2].partition(" (")[0] for it in said(project, "prerequisite-cycle")]
    assert found == ["LIT.ARG → LIT.ARG", "LIT.ARG → LIT.RET → LIT.ARG"]


def test_a_circle_is_told_in_the_same_words_each_time(project: Project) -> None:
    project.change(ARGUE, "was:", "prerequisites: [AGE.GOA, LIT.RET]\nwas:")
    project.change("continuum/agency/set-a-goal.md", "levels:", "prerequisites: [LIT.RET, LIT.ARG]\nlevels:")
    command = [sys.executable, "-c", "from site_builder.cli import main; main()", "check", "-C", str(project.root)]
    told = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False, cwd=CASES.parents[1]
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert b"prerequisite-cycle" in told.pop()


def test_replacements_exist(project: Project) -> None:
    project.change(RETELL, "levels:", "retired: {on: 2026-08-01, replaced_by: LIT.TEL}\nlevels:")
    [found] = said(project, "replacement-missing")
    assert found.startswith(f"{RETELL}:5:40: error: “Retell a story” is replaced by LIT.TEL, and there is no")
    for replaced_by in (", replaced_by: LIT.ARG", ""):
        project.write(RETELL, re.sub(r", replaced_by: [A-Z.]+", replaced_by, project.read(RETELL)))
        assert said(project, "replacement-missing") == []


def test_exemplars_belong_to_a_competency(project: Project) -> None:
    project.change(LUNCH, "competency: LIT.ARG", "competency: LIT.AGR")
    [found] = said(project, "competency-missing")
    assert found.startswith(f"{LUNCH}:3:13: error: “Should lunch be longer?” shows LIT.AGR, and there is no competency")
    assert "did you mean LIT.ARG?" in found


def test_exemplars_lie_in_the_area_of_their_competency(project: Project) -> None:
    project.change(LUNCH, "competency: LIT.ARG", "competency: AGE.GOA")
    [found] = said(project, "exemplar-astray")
    assert found.startswith(f"{LUNCH}:3:13: error: “Should lunch be longer?” lies in exemplars/literacy/, and AGE.GOA")
    assert "move its folder to exemplars/agency/" in found
    assert said(project, "level-unknown") == said(project, "skill-unknown") == []


@pytest.mark.parametrize(
    ("old", "new", "place", "code"),
    [
        ("level: 2\nskills", "level: 7\nskills", "4:8", "level-unknown"),
        ("{LIT.ARG.1: 2,", "{LIT.ARG.1: 7,", "5:21", "level-unknown"),
        ("{LIT.ARG.1: 2,", "{LIT.ARG.7: 2,", "5:10", "skill-unknown"),
        ("skill: LIT.ARG.2, level: 2", "skill: LIT.ARG.2, level: 7", "13:76", "level-unknown"),
        ("skill: LIT.ARG.2, level: 2", "skill: LIT.ARG.7, level: 2", "13:58", "skill-unknown"),
    ],
)
def test_exemplars_are_on_the_scale(project: Project, old: str, new: str, place: str, code: str) -> None:
    project.change(LUNCH, old, new)
    [found] = said(project, code)
    assert found.startswith(f"{LUNCH}:{place}: error: “Should lunch be longer?” names ")


def test_wording_is_unchanged(project: Project) -> None:
    project.change(LUNCH, "why:", "wording: 00000000\nwhy:")
    [found] = said(project, "wording-changed")
    assert found.startswith(f"{LUNCH}:14:10: warning: descriptors that the notes of “Should lunch be longer?” speak of")
    now = found.partition("wording: ")[2][:8]
    project.change(LUNCH, "wording: 00000000", f"wording: {now}")
    assert said(project, "wording-changed") == []
    project.change(ARGUE, "someone could disagree with", "somebody may doubt")
    assert len(said(project, "wording-changed")) == 1


def test_wording_that_the_notes_do_not_speak_of_may_change(project: Project) -> None:
    project.change(DOG, "why:", "wording: 00000000\nwhy:")
    now = said(project, "wording-changed")[0].partition("wording: ")[2][:8]
    project.change(DOG, "wording: 00000000", f"wording: {now}")
    project.change(ARGUE, "someone could disagree with", "somebody may doubt")
    assert said(project, "wording-changed") == []


def test_wording_without_a_competency_is_left_to_the_check_of_competencies(project: Project) -> None:
    project.change(DOG, "why:", "wording: 00000000\nwhy:").change(DOG, "competency: LIT.ARG", "competency: LIT.AGR")
    assert said(project, "wording-changed") == []
    assert len(said(project, "competency-missing")) == 1


def test_an_area_without_competencies_needs_neither_work_nor_a_target(project: Project) -> None:
    settings = "continuum/continuum.yml"
    project.change(settings, "  habits:", "  odd:\n    - {id: 1, name: One}\n  habits:").change(
        settings, "agency]", "agency, odd]"
    )
    project.write(
        "continuum/odd/area.yml", "id: ODD\ntitle: Odd\nkind: transferable\nscale: odd\nabout: Nothing yet.\n"
    )
    assert [it for it in findings(project) if "odd/" in it] == []


def test_consent_is_in_force(project: Project) -> None:
    project.change(LUNCH, "until: 2099-06-30", "until: 2028-06-30")
    assert said(project, "consent-ended", date(2028, 6, 30)) == []
    [found] = said(project, "consent-ended", date(2028, 7, 1))
    assert found.startswith(
        f"{LUNCH}:9:36: warning: “Should lunch be longer?” is not published any more:"
        " permission to show it ended on 2028-06-30"
    )


def test_competencies_have_a_target(project: Project) -> None:
    project.change("continuum/continuum.yml", "I do this on my own., target: true}", "I do this on my own.}")
    [found] = said(project, "target-missing")
    assert found.startswith("continuum/literacy/area.yml:4:8: warning: 2 competencies of “Literacy” and their scale")
    project.change("continuum/literacy/argue.yml", "was:", "target: 2\nwas:")
    [found] = said(project, "target-missing")
    assert "“Retell a story” and its scale “learning” name no goal" in found


def test_levels_have_an_exemplar(project: Project) -> None:
    project.remove(DOG)
    assert said(project, "anchor-missing") == [
        "continuum/literacy/area.yml:1:1: warning: no piece of work in “Literacy” shows Starting yet"
        " (add one in exemplars/literacy/)"
    ]


def test_an_area_without_any_work_is_noted_once(project: Project) -> None:
    project.remove(DOG).remove(LUNCH)
    assert said(project, "anchor-missing") == []
    assert ": note: “Literacy” has no piece of work yet" in said(project, "exemplar-wanted")[0]


def test_what_a_competency_still_has_to_be_shown_is_noted(project: Project) -> None:
    project.remove(DOG)
    found = said(project, "exemplar-wanted")
    assert f"{ARGUE}:1:1: note: “Argue from evidence” has no piece of work yet at 1" in found[0]


def test_work_is_not_looked_for_where_nobody_has_described_a_level(project: Project) -> None:
    project.remove(DOG)
    project.write(RETELL, project.read(RETELL).partition("levels:")[0])
    assert [it for it in said(project, "exemplar-wanted") if RETELL in it] == []


def test_anchors_are_moderated(project: Project) -> None:
    project.change(DOG, "moderation: {status: moderated}", "moderation: {status: draft}")
    [found] = said(project, "moderation-open")
    assert found.startswith(
        f"{DOG}:7:13: note: “My dog” is a draft: teachers have not yet agreed on its level together"
    )
