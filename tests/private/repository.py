"""A folder that git keeps, for tests."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def repository(root: Path) -> Path:
    """A repository with a tracked file, one in a folder, and an ignored folder."""
    root.mkdir()
    git(root, "init", "--quiet")
    (root / ".gitignore").write_text("/private/\n*.parquet\n", encoding="utf-8")
    (root / "kept").mkdir()
    for name in ("roster.csv", "kept/roster.csv", "other.csv"):
        (root / name).write_text("id,name\n", encoding="utf-8")
    git(root, "add", ".gitignore", "roster.csv", "kept")
    return root


def git(root: Path, *words: str) -> None:
    """Run git there."""
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)
