"""A text that asks for the content of a file."""

from __future__ import annotations

import pytest

from tests.attacks.everywhere import write_everywhere
from tests.project import Project
from tests.safe_html import words

SECRET = "The roster is classified."  # noqa: S105
ASKED = (
    '--8<-- "secret.txt"',
    '--8<-- "../secret.txt"',
    ';--8<-- "../docs_internal/secret.txt"',
    '-8<- "secret.txt"',
    '--8<-- "/etc/passwd"',
    '--8<-- "https://example.org/"',
    "{! secret.txt !}",
    '{% include-markdown "secret.txt" %}',
    ".. include:: secret.txt",
    "<!--#include file=secret.txt -->",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site all of whose texts ask for a file that lies everywhere."""
    project = Project(tmp_path_factory.mktemp("snippets"))
    for folder in ("", "continuum/", "continuum/pages/", "exemplars/", "docs_internal/", "docs/"):
        project.write(f"{folder}secret.txt", SECRET)
    write_everywhere(project, ASKED[0], "\n\n".join(ASKED) + "\n\n--8<--\nsecret.txt\n--8<--\n")
    assert project.build().code == 0, project.output
    return project


def test_no_file_of_the_site_has_what_was_asked_for(site: Project) -> None:
    for file, data in site.tree().items():
        assert SECRET.encode() not in data, file
        assert b"root:" not in data, file
    assert not [file for file in site.tree() if "secret" in file]


@pytest.mark.parametrize("text", ASKED)
def test_the_asking_is_shown_letter_by_letter(site: Project, text: str) -> None:
    for address in ("families/", "exemplars/literacy/lunch/", "agency/set-a-goal/", ""):
        assert text in words(site.page(address)), address
