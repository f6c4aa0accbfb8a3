"""“continuum new” and what a school does next."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
import yaml
from click.testing import CliRunner

from site_builder.cli import cli
from site_builder.new import new
from site_builder.problems import Problem
from tests.project import Project

ROOT = Path(__file__).parents[1]


def started(folder: Path, *, minimal: bool) -> Project:
    """A new continuum in a folder."""
    assert not isinstance(new(folder, minimal=minimal), Problem)
    return Project.at(folder)


@pytest.mark.parametrize("minimal", [True, False])
def test_a_new_continuum_has_no_errors(minimal: bool, tmp_path: Path) -> None:
    project = started(tmp_path / "ours", minimal=minimal)
    assert project.check().code == 0


def test_the_demonstration_has_no_warnings_either(tmp_path: Path) -> None:
    assert started(tmp_path / "ours", minimal=False).check("--strict").code == 0


def test_one_descriptor_is_changed_and_seen_on_the_page(tmp_path: Path) -> None:
    project = started(tmp_path / "ours", minimal=True)
    project.change("continuum/writing/give-directions.yml", "in the order in which they are walked", "step after step")
    assert project.build().code == 0
    assert "I can put the steps of the way step after step." in project.page("writing/give-directions/")


@pytest.mark.parametrize("minimal", [True, False])
def test_no_two_continua_have_the_same_identifier(minimal: bool, tmp_path: Path) -> None:
    said = [identifier_in(started(tmp_path / name, minimal=minimal)) for name in ("ours", "theirs")]
    assert len({*said, identifier_in(Project.at(ROOT))}) == 3
    assert all(UUID(it).version == 4 for it in said)


def test_the_identifier_may_be_chosen(tmp_path: Path) -> None:
    new(tmp_path, minimal=True, identifier="5f0b7a52-9c1e-4d36-a8b4-27d1e06c3f98")
    assert identifier_in(Project.at(tmp_path)) == "5f0b7a52-9c1e-4d36-a8b4-27d1e06c3f98"


def identifier_in(project: Project) -> str:
    """By what other systems know the continuum of this folder."""
    said: str = yaml.safe_load(project.read("continuum/continuum.yml"))["identifier"]
    return said


def test_nothing_that_stands_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Mine", encoding="utf-8")
    refused = new(tmp_path, minimal=True)
    assert isinstance(refused, Problem)
    assert refused.code == "folder-taken"
    assert "already holds README.md" in refused.message
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    refused = new(tmp_path / "file" / "ours", minimal=True)
    assert isinstance(refused, Problem)
    assert refused.code == "folder-unwritable"


def test_the_command_says_what_to_do_next(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["new", str(tmp_path / "ours"), "--minimal"])
    assert f"cd {tmp_path / 'ours'}" in result.stderr
    assert "continuum serve" in result.stderr


def test_every_source_names_the_schema_that_completes_it(tmp_path: Path) -> None:
    project = started(tmp_path / "ours", minimal=False)
    for file in sorted((project.root / "continuum").rglob("*.yml")):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), file
        assert (file.parent / first.partition("=")[2]).resolve().is_file(), file


def test_the_workflow_uses_actions_at_version_tags(tmp_path: Path) -> None:
    project = started(tmp_path / "ours", minimal=True)
    jobs = yaml.safe_load(project.read(".github/workflows/site.yml"))["jobs"]
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert used
    for action in used:
        name, _, version = action.partition("@")
        assert name.startswith("actions/")
        assert version[0] == "v"
        assert version[1:].isdecimal()
