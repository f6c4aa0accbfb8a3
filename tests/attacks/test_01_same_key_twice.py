"""A name that is given twice: a program would keep one of the two values, and nobody would know which."""

from __future__ import annotations

import pytest

from tests.attacks.refused import refused
from tests.project import Project

ARGUE = "continuum/literacy/argue.yml"
LUNCH = "exemplars/literacy/lunch/index.md"


def test_a_name_given_twice_is_refused_with_both_lines_named(project: Project) -> None:
    project.change(ARGUE, "why:", "title: Argue\nwhy:")
    refused(
        project,
        f"{ARGUE}:4:1: error[yaml]: “title” stands here twice: it was already given on line 2",
        "keep one of the two",
    )


@pytest.mark.parametrize(
    ("old", "new", "second", "first", "name"),
    [
        ("      2: I can state", "      1: I can state", "14:7", 13, "1"),
        ('{2: "Begin', '{2: a, "2": "Begin', "15:22", 15, "2"),
        ("was:", "é: 1\ne\u0301: 2\nwas:", "8:1", 7, "é"),
        ("was:", "ñandú: 1\nn\u0303andu\u0301: 2\nwas:", "8:1", 7, "ñandú"),
    ],
)
def test_it_is_found_at_every_depth_and_in_every_spelling(
    project: Project, old: str, new: str, second: str, first: int, name: str
) -> None:
    assert project.change(ARGUE, old, new).check().code == 1
    assert (
        f"{ARGUE}:{second}: error[yaml]: “{name}” stands here twice: it was already given on line {first}"
        in project.output
    )


def test_lines_are_those_of_the_file_in_a_head_too(project: Project) -> None:
    assert project.change(LUNCH, "why:", "level: 1\nwhy:").check().code == 1
    assert f"{LUNCH}:14:1: error[yaml]: “level” stands here twice: it was already given on line 4" in project.output
