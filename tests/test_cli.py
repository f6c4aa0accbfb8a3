"""The command line as a school uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click import BadParameter

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


def test_a_language_that_nobody_knows_is_pointed_at(project: Project) -> None:
    project.change("continuum/continuum.yml", "languages: [en]", "languages: [xx]")
    assert project.build().code == 1
    assert "continuum/continuum.yml:4:13: error[language-unknown]: “xx” is not the code of a language" in project.output


def test_what_mkdocs_yml_says_is_checked_too(project: Project) -> None:
    project.write("mkdocs.yml", "site_url: school.example\nplugins: [search]\n")
    assert project.check("--notes").code == 1
    assert "mkdocs.yml:1:11: error[config-address]" in project.output
    assert "mkdocs.yml:2:1: note[config-unused]" in project.output


def test_work_whose_permission_has_ended_is_left_out_and_the_rest_is_built(project: Project) -> None:
    project.change("exemplars/literacy/lunch/index.md", "until: 2099-06-30", "until: 2020-06-30")
    assert project.build().code == 0
    assert "warning[consent-ended]" in project.output
    assert not (project.root / "site/exemplars/literacy/lunch").exists()
    assert "Should lunch be longer?" not in project.page("literacy/argue/")


def test_a_folder_without_a_continuum_is_left_as_it_is(tmp_path: Path) -> None:
    empty = Project.at(tmp_path)
    assert empty.check().code == 1
    assert empty.build().code == 1
    assert "error[settings-missing]" in empty.output
    assert list(tmp_path.iterdir()) == []


def test_an_address_without_its_beginning_is_wrong_usage(project: Project) -> None:
    with pytest.raises(BadParameter, match="begin it with https://"):
        project.build("--site-url", "school.example")


def test_a_slip_in_the_settings_is_said_once(project: Project) -> None:
    project.change("continuum/continuum.yml", "title: Small", "titel: Small")
    assert project.build().code == 1
    assert project.output.count("error[key-missing]") == 1
