"""Files that hold no source: nothing, comments, a list, far too much, or two of them."""

from __future__ import annotations

import re

import pytest

from tests.attacks.refused import refused
from tests.project import Project

ARGUE = "continuum/literacy/argue.yml"
PLACES = {
    "continuum/continuum.yml": "“title:”",
    "continuum/literacy/area.yml": "“id:”",
    ARGUE: "“id:”",
    "continuum/pathways/first.yml": "“id:”",
}
EMPTY = ["", "\n\n", "# only a comment\n", "---\n", "--- # a comment\n...\n", "~"]


@pytest.mark.parametrize("file", PLACES)
@pytest.mark.parametrize("text", EMPTY)
def test_an_empty_file_is_told_what_to_begin_with(project: Project, file: str, text: str) -> None:
    assert project.write(file, text).check().code == 1
    assert re.search(rf"{file}:[12]:1: error\[file-empty\]: this file is empty", project.output)
    assert f"start with {PLACES[file]}" in project.output


@pytest.mark.parametrize(
    "file", ["continuum/pages/families.md", "exemplars/literacy/lunch/index.md", "continuum/agency/set-a-goal.md"]
)
def test_an_empty_markdown_file_is_told_so_too(project: Project, file: str) -> None:
    assert project.write(file, "").check().code == 1
    assert f"{file}:1:1: error[head-missing]" in project.output
    assert project.write(file, "---\n# nothing\n---\n").check().code == 1
    assert f"{file}:2:1: error[file-empty]" in project.output


@pytest.mark.parametrize(
    ("text", "held"), [("- id: A\n- id: B\n", "a list"), ("[id, title]", "a list"), ("id", "a text")]
)
def test_a_list_or_a_text_is_told_that_names_are_expected(project: Project, text: str, held: str) -> None:
    assert project.write(ARGUE, text).check().code == 1
    assert f"{ARGUE}:1:1: error[shape]: this file holds {held}" in project.output
    assert "named values are expected" in project.output


def test_a_file_of_two_megabytes_is_refused_unread(project: Project) -> None:
    project.write(ARGUE, "title: " + "a" * 2_000_000)
    refused(
        project, f"{ARGUE}:1:1: error[text-unreadable]: this file is 2.0 MB, larger than a text of this kind can be"
    )


def test_a_second_document_is_refused_where_it_starts(project: Project) -> None:
    project.write(ARGUE, project.read(ARGUE) + "---\nid: LIT.TWO\n")
    refused(project, f"{ARGUE}:22:1: error[yaml]: a second document starts here", "keep one document in a file")
