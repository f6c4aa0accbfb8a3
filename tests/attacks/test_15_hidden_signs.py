"""Signs that nobody sees and that change how a text reads; towers of marks that cover the lines above."""

from __future__ import annotations

import re

import pytest

from tests.attacks.everywhere import pages, write_everywhere
from tests.project import Project
from tests.safe_html import words

HIDDEN = {
    "\u202e": "202E",
    "\u2066": "2066",
    "\u200b": "200B",
    "\u200f": "200F",
    "\u2060": "2060",
    "\U000e0041": "E0041",
}
_HIDDEN = re.compile(f"[{''.join(HIDDEN)}]")
_TOWER = re.compile("[\u0300-\u036f]{6}")
TEXT = "pay" + "".join(HIDDEN) + "pal Z" + "\u0301" * 40 + "oe می\u200cخواهم"
SHOWN = "paypal Z" + "\u0301" * 5 + "oe می\u200cخواهم"


def built(project: Project) -> dict[str, str]:
    """The pages of a site all of whose texts have such signs."""
    assert project.build().code == 0, project.output
    return pages(project)


def test_hidden_signs_in_a_file_reach_no_page(project: Project) -> None:
    write_everywhere(project, "TEXT", TEXT)
    for file in ("continuum/literacy/argue.yml", "exemplars/literacy/lunch/index.md", "continuum/pages/families.md"):
        project.change(file, '"TEXT"', f"'{TEXT}'")
    for file, html in built(project).items():
        assert not _HIDDEN.search(html), file
    for address in ("families/", "exemplars/literacy/lunch/", "agency/set-a-goal/"):
        assert SHOWN in words(project.page(address))


def test_hidden_signs_written_as_escapes_reach_no_page(project: Project) -> None:
    for file, html in built(write_everywhere(project, TEXT)).items():
        assert not _HIDDEN.search(html), file


def test_towers_of_marks_reach_no_page(project: Project) -> None:
    for file, html in built(write_everywhere(project, TEXT)).items():
        assert not _TOWER.search(html), file


@pytest.mark.parametrize("sign", HIDDEN)
def test_a_hidden_sign_is_noted_with_its_place(project: Project, sign: str) -> None:
    project.change("continuum/literacy/argue.yml", "Argue from", f"Argue{sign} from")
    assert project.check().code == 0
    assert "continuum/literacy/argue.yml:2:13: warning[hidden-character]" in project.output
    assert f"U+{HIDDEN[sign]}" in project.output
