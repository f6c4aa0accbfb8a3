"""The command line as a school uses it."""

from __future__ import annotations

from tests.project import Project


def test_a_sound_continuum_passes_also_strictly(project: Project) -> None:
    assert project.check("--strict").code == 0
    assert "Found 2 notes" in project.output


def test_a_level_left_out_is_pointed_at(project: Project) -> None:
    project.change(
        "continuum/literacy/argue.yml", "      2: I can state a claim that someone could disagree with.\n", ""
    )
    assert project.check().code == 1
    assert "continuum/literacy/argue.yml:12:5: error[level-missing]" in project.output
