"""Tabs, control characters, marks at the beginning, other line ends and other encodings."""

from __future__ import annotations

import pytest

from tests.attacks.refused import refused
from tests.project import Project

ARGUE = "continuum/literacy/argue.yml"
FAMILIES = "continuum/pages/families.md"
NAME = "Zoë 日本 «»"


def written(project: Project, encoding: str, ends: str) -> Project:
    """Two sources with letters beyond ASCII, saved in another way."""
    for file, old in ((ARGUE, "Argue from evidence"), (FAMILIES, "For families")):
        text = project.read(file).replace(old, NAME).replace("\n", ends)
        project.write(file, text.encode(encoding))
    return project


@pytest.mark.parametrize(
    ("encoding", "ends"), [("utf-8", "\r\n"), ("utf-8", "\r"), ("utf-8-sig", "\n"), ("utf-16", "\r\n")]
)
def test_what_editors_save_is_read_right(project: Project, encoding: str, ends: str) -> None:
    assert written(project, encoding, ends).check("--strict").code == 0, project.output


def test_letters_arrive_on_the_page_as_they_were_written(project: Project) -> None:
    assert written(project, "utf-16", "\r\n").build().code == 0
    assert NAME in project.page("literacy/argue/")
    assert NAME in project.page("families/")


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-16-le", "utf-32"])
def test_another_encoding_is_refused_and_never_guessed(project: Project, encoding: str) -> None:
    project.write(ARGUE, project.read(ARGUE).replace("Argue", "Zoë argues").encode(encoding))
    assert project.check().code == 1
    assert "error[text-unreadable]: this file is not saved as UTF-8, so some letters cannot be read" in project.output


def test_the_letter_that_cannot_be_read_is_pointed_at(project: Project) -> None:
    project.write(ARGUE, project.read(ARGUE).replace("Argue from", "Zoë").encode("cp1252"))
    refused(project, f"{ARGUE}:2:10: error[text-unreadable]", "  2 | title: Zo\ufffd evidence\n    |          ^")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x08", "\x0b", "\x1b", "\x7f", "\x85", "\x9b"])
@pytest.mark.parametrize("file", [ARGUE, FAMILIES])
def test_a_control_character_is_refused(project: Project, file: str, sign: str) -> None:
    text = project.read(file)
    assert project.write(file, text.replace("Argue from", f"Argue{sign}from")).check().code == 1
    assert "error[text-unreadable]" in project.output


@pytest.mark.parametrize("sign", ["\\0", "\\a", "\\e", "\\x1b", "\\u009b", "\\N", "\\ud800", "\\U000FFFFF0"])
def test_a_control_character_in_disguise_is_refused_too(project: Project, sign: str) -> None:
    project.change(ARGUE, "title: Argue from evidence", f'title: "Argue {sign}"')
    project.check()
    assert (project.code == 1) is (sign != "\\U000FFFFF0")
    assert ("error[yaml]" in project.output) is (project.code == 1)


def test_half_a_letter_is_refused(project: Project) -> None:
    project.write(ARGUE, project.read(ARGUE).replace("Argue", "\ud800").encode("utf-8", "surrogatepass"))
    assert project.check().code == 1
    assert f"{ARGUE}:2:8: error[text-unreadable]" in project.output


@pytest.mark.parametrize("indent", ["\t", "  \t", "\t  "])
def test_a_tab_at_the_start_of_a_line_is_said(project: Project, indent: str) -> None:
    project.change(ARGUE, "    levels:\n      1: I can say", f"    levels:\n{indent}1: I can say")
    assert project.check().code == 1
    assert f"{ARGUE}:13:" in project.output
    assert "indent with spaces" in project.output


def test_an_invisible_sign_is_left_out_and_said(project: Project) -> None:
    project.change(ARGUE, "Argue from", "Argue \u202efrom\u2066")
    assert project.build().code == 0
    assert f"{ARGUE}:2:14: warning[hidden-character]: an invisible character" in project.output
    assert "Argue from evidence" in project.page("literacy/argue/")
