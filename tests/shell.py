"""Somebody who uses the command line in a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from site_builder.cli import cli


def outcome(
    words: Sequence[str | Path], env: Mapping[str, str | None] | None = None, answers: str = ""
) -> tuple[int, str, str]:
    """How a command ended, what it printed, and all that it said; an error that would be a bug of ours is raised."""
    runner = CliRunner(env={"CONTINUUM_PASSPHRASE": None, "GITHUB_ACTIONS": None, **(env or {})})
    result = runner.invoke(cli, [str(it) for it in words], input=answers, standalone_mode=False)
    if isinstance(result.exception, click.ClickException):
        return 2, result.stdout, result.output + result.exception.format_message()
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code or result.return_value or 0, result.stdout, result.output


class Shell:
    """After a command, `code` says how it ended, `printed` what went to the standard output, `output` all of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.code = 0
        self.printed = self.output = ""

    def write(self, name: str, text: str) -> Path:
        """A file of the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def run(self, *words: str | Path) -> Shell:
        """Run a command there; an error that would be a bug of ours is raised."""
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            self.code, self.printed, self.output = outcome(words)
        return self
