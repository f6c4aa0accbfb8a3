"""Attack 48: two builds under different conditions write the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project import Project
from tests.site.pictured import with_pictures

CODE = Path(__file__).parents[2]
HERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"}
THERE = {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "ar", "HOME": "/"}


def copied(sources: Path, root: Path, *, backwards: bool) -> Project:
    """The same files, made one after the other from the first to the last or from the last to the first."""
    files = sorted((it for it in sources.rglob("*") if it.is_file()), reverse=backwards)
    for file in files:
        place = root / file.relative_to(sources)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        stamp = time.time() - (86400 if backwards else 0)
        os.utime(place, (stamp, stamp))
    return Project.at(root)


def built(project: Project, conditions: dict[str, str]) -> dict[str, bytes]:
    command = [sys.executable, "-c", "from site_builder.cli import main; main()", "build", "-C", str(project.root)]
    environment = {**os.environ, "PYTHONPATH": str(CODE), **conditions}
    said = subprocess.run(
        command, env=environment, cwd=project.root, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert said.returncode == 0, said.stderr
    return project.tree()


def nothing_more(project: Project) -> Project:
    return project


@pytest.mark.parametrize(
    ("case", "more"), [("small", nothing_more), ("small", with_pictures), ("languages", nothing_more)]
)
def test_two_builds_write_the_same_bytes(tmp_path: Path, case: str, more: Callable[[Project], Project]) -> None:
    sources = more(Project(tmp_path / "sources", case)).root
    first = built(copied(sources, tmp_path / "a-very-special-folder", backwards=False), HERE)
    second = built(copied(sources, tmp_path / "elsewhere" / "a school", backwards=True), THERE)
    assert sorted(first) == sorted(second)
    assert [file for file in first if first[file] != second[file]] == []
    assert "pagefind/pagefind.js" in first
    assert [file for file in first if b"a-very-special-folder" in first[file]] == []
