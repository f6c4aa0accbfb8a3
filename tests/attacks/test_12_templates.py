"""A text that looks like a template of one of the tools beneath."""

from __future__ import annotations

import pytest

from tests.attacks.everywhere import pages, write_everywhere
from tests.project import Project
from tests.safe_html import words

TEXTS = (
    "{{ config }}",
    "{{ 7 * 191 }}",
    "{% include '/etc/hostname' %}",
    "{% for x in range(7) %}{{ x.real }}{% endfor %}",
    "{# gone #}",
    "%%article%% %%root%% %%title%%",
    "%(count)s %s {0} {count}",
    "${7 * 191} <%= 7 * 191 %> #{7 * 191} !ENV [HOME]",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site all of whose texts look like templates."""
    project = write_everywhere(Project(tmp_path_factory.mktemp("templates")), " ".join(TEXTS), "\n\n".join(TEXTS))
    assert project.build().code == 0, project.output
    return project


def test_a_text_is_never_a_template(site: Project) -> None:
    for file, html in pages(site).items():
        assert html.count("<h1") == 1, file
        assert "1337" not in html, file
        assert "MkDocsConfig" not in html, file
        assert "&lt;class" not in html, file


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_looks_like_a_template_is_shown_letter_by_letter(site: Project, text: str) -> None:
    for address in ("families/", "exemplars/literacy/lunch/", "literacy/argue/", "pathways/first/", ""):
        assert text in words(site.page(address)), address
