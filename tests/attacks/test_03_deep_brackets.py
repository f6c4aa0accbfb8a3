"""Thousands of values within one another, by which a reader that calls itself runs out of room."""

from __future__ import annotations

import pytest

from tests.attacks.refused import refused
from tests.project import Project

ARGUE = "continuum/literacy/argue.yml"
LUNCH = "exemplars/literacy/lunch/index.md"


def test_five_thousand_brackets_are_refused(project: Project) -> None:
    project.write(ARGUE, "a: " + "[" * 5_000 + "]" * 5_000)
    refused(project, f"{ARGUE}:1:", "error[yaml]: these values are nested too deeply")


@pytest.mark.parametrize(
    "text", ["{a: " * 5_000, "- " * 5_000, "? " * 5_000, "".join(" " * n + "a:\n" for n in range(900))]
)
def test_other_ways_to_go_deep_are_refused_too(project: Project, text: str) -> None:
    assert project.write(ARGUE, text).check().code == 1
    assert f"{ARGUE}:" in project.output
    assert "error[yaml]" in project.output


def test_a_pathway_cannot_be_nested_without_end(project: Project) -> None:
    project.change("continuum/pathways/first.yml", "requires:\n", f"requires:\n  - {'{all: [' * 900}{']}' * 900}\n")
    assert project.check().code == 1
    assert "nested too deeply" in project.output


def test_the_head_of_a_page_is_held_to_the_same(project: Project) -> None:
    assert project.change(LUNCH, "why:", f"time: {'[' * 5_000}\nwhy:").check().code == 1
    assert f"{LUNCH}:14:" in project.output
