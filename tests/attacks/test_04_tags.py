"""Tags by which a YAML parser makes objects, reads files or asks the environment."""

from __future__ import annotations

import pytest

from tests.attacks.refused import refused
from tests.project import Project

ARGUE = "continuum/literacy/argue.yml"
TAGS = [
    "!!python/object/apply:os.system ['touch /tmp/x']",
    "!!python/object:site_builder.model.Scale {id: a}",
    "!!python/name:os.system",
    "!!python/tuple [a]",
    "!!binary aGVsbG8=",
    "!!set {a, b}",
    "!!str text",
    "!ENV [HOME, a]",
    "!include ../secret.yml",
    "!relative $config_dir",
    "!<tag:yaml.org,2002:str> text",
    "! text",
]


def test_a_tag_is_refused(project: Project) -> None:
    project.change(ARGUE, "why: People", "why: !ENV PEOPLE")
    refused(
        project,
        f"{ARGUE}:4:6: error[yaml]: tags (words that start with “!”) are not used here",
        "put the text in quotes",
    )


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("place", ["why: {}", "standards: [{}]", "evidence: {{pieces: {}}}", "{} : a"])
def test_it_is_refused_wherever_it_stands(project: Project, tag: str, place: str) -> None:
    text = project.read(ARGUE).partition("why:")[0]
    assert project.write(ARGUE, text + place.format(tag)).check().code == 1
    assert f"{ARGUE}:4:" in project.output
    assert "error[yaml]" in project.output


def test_in_quotes_it_is_a_text(project: Project) -> None:
    assert project.change(ARGUE, "title: Claim", "title: '!ENV PEOPLE'").check().code == 0
