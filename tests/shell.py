"""Somebody who uses the command line in a folder."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from site_builder.cli import cli


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
            patch.delenv("GITHUB_ACTIONS", raising=False)
            result = CliRunner().invoke(cli, [str(it) for it in words], standalone_mode=False)
        self.printed, self.output = result.stdout, result.output
        if isinstance(result.exception, click.ClickException):
            self.code = 2
            self.output += result.exception.format_message()
        elif result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        else:
            self.code = result.exit_code or result.return_value or 0
        return self
