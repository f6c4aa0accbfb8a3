"""What pathways promise."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.sources.findings import findings, said

FIRST = "continuum/pathways/first.yml"


@pytest.mark.parametrize(
    ("old", "new", "place", "code", "message"),
    [
        ("LIT.ARG,", "LIT.AGR,", "6:5", "competency-missing", "“First credit” asks for LIT.AGR, and there is no"),
        ("LIT.RET,", "LIT.REX,", "7:19", "competency-missing", "“First credit” asks for LIT.REX, and there is no"),
        ("LIT.ARG, level: 2", "LIT.ARG, level: 7", "6:5", "level-unknown", "asks for LIT.ARG at level “7”"),
        ("level: self", "level: 2", "7:52", "level-unknown", "asks for AGE.GOA at level “2”"),
        ("any: 1", "any: 3", "7:5", "pathway-short", "“First credit” asks for 3 of 2"),
    ],
)
def test_pathways_ask_for_what_exists(
    project: Project, old: str, new: str, place: str, code: str, message: str
) -> None:
    project.change(FIRST, old, new)
    [found] = said(project, code)
    assert found.startswith(f"{FIRST}:{place}: error: ")
    assert message in found


@pytest.mark.parametrize("count", [1, 2])
def test_a_choice_may_be_of_as_many_as_there_are(project: Project, count: int) -> None:
    project.change(FIRST, "any: 1", f"any: {count}")
    assert [it for it in findings(project) if it.startswith(FIRST)] == []


def test_what_all_asks_for_is_pointed_at_too(project: Project) -> None:
    project.change(FIRST, "any: 1, of:", "all:")
    project.change(FIRST, "LIT.RET,", "LIT.REX,")
    [found] = said(project, "competency-missing")
    assert found.startswith(f"{FIRST}:7:12: error: ")


def nested(times: int) -> str:
    """A requirement within so many others."""
    return "{all: [" * times + "{competency: LIT.ARG, level: 2}" + "]}" * times


def test_pathways_are_shallow(project: Project) -> None:
    project.change(FIRST, "requires:\n", f"requires:\n  - {nested(2)}\n")
    assert said(project, "pathway-deep") == []
    project.change(FIRST, nested(2), nested(3))
    [found] = said(project, "pathway-deep")
    assert found.startswith(f"{FIRST}:6:3: error: the requirements of “First credit” are nested more than twice")
