"""The package as a school installs it: built, put into a clean environment, and used outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheels")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder far from the checkout, with an empty environment in .venv."""
    folder = tmp_path_factory.mktemp("school")
    venv.create(folder / ".venv", with_pip=True)
    return folder


def steps(workflow: Path) -> list[tuple[str, dict[str, str], str]]:
    """The shell steps of a workflow in order: job, own variables, command."""
    jobs: dict[str, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return [
        (name, step.get("env", {}), step["run"]) for name, job in jobs.items() for step in job["steps"] if "run" in step
    ]


def shell(command: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A command as a runner runs it."""
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_a_school_installs_the_wheel_starts_and_publishes_by_the_workflow(wheels: Path, home: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GITHUB", "COV"))},
        "PATH": f"{home / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "GITHUB_ACTIONS": "true",
        "GITHUB_SERVER_URL": "https://git.example",
        "GITHUB_REPOSITORY": "school/continuum",
    }
    installed = shell('python -m pip install --quiet "transparent-continuum[site]"', home, environment)
    assert installed.returncode == 0, installed.stderr
    made = shell("continuum new ours", home, environment)
    assert made.returncode == 0, made.stderr
    ours = home / "ours"
    for job, own, command in steps(ours / ".github" / "workflows" / "site.yml"):
        variables = {name: "https://school.example/continuum" for name in own}
        done = shell(command, ours, {**environment, **variables})
        assert done.returncode == 0, (job, command, done.stdout, done.stderr)
    page = (ours / "site" / "literacy" / "argue-from-evidence" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://school.example/continuum/literacy/argue-from-evidence/">' in page
    assert "https://git.example/school/continuum/edit/main/continuum/literacy/argue-from-evidence.yml" in page
    assert (ours / "site" / "pagefind" / "pagefind.js").is_file()


def test_what_is_wrong_stands_beside_its_line_in_a_pull_request(wheels: Path, home: Path) -> None:
    ours = home / "ours"
    source = ours / "continuum" / "literacy" / "argue-from-evidence.yml"
    source.write_text(source.read_text(encoding="utf-8").replace("title: Argue", "titel: Argue", 1), encoding="utf-8")
    environment = {
        **os.environ,
        "PATH": f"{home / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_ACTIONS": "true",
    }
    checked = shell("continuum check", ours, environment)
    assert checked.returncode == 1
    assert "::error file=continuum/literacy/argue-from-evidence.yml,line=" in checked.stdout
