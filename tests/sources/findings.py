"""What is found in a school's folder, one line for each problem, without building anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_builder.problems import Problem
from site_builder.sources.crew import Crew
from site_builder.sources.load import Loaded, load
from tests.project import Project

TODAY = date(2026, 9, 1)
# One grey pixel.
PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)


def loaded(project: Project, today: date = TODAY) -> Loaded:
    """The folder's continuum as a check reads it."""
    cache = project.root / ".continuum"
    cache.mkdir(exist_ok=True)
    return load(project.root, cache, Crew(1), today, make="a test")


def findings(project: Project, today: date = TODAY) -> list[str]:
    """All problems as `file:line:column: severity[code]: message (hint)`."""
    return lines(loaded(project, today).problems)


def said(project: Project, code: str, today: date = TODAY) -> list[str]:
    """The problems with this code as `file:line:column: severity: message (hint)`."""
    return [it.replace(f"[{code}]", "") for it in findings(project, today) if f"[{code}]" in it]


def lines(problems: list[Problem] | tuple[Problem, ...]) -> list[str]:
    """Problems as `file:line:column: severity[code]: message (hint)`."""
    return [f"{it.at}: {it.severity}[{it.code}]: {it.message} ({it.hint})" for it in problems]


def source(root: Path, file: str, content: str | bytes) -> Path:
    """A file in a folder of a test, with the folders it needs."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def link(path: Path, target: Path | str) -> Path:
    """A symbolic link, where the system lets us make one."""
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("links cannot be made here")
    return path
