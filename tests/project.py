"""A school's folder in a test: copied from a case, changed, checked and built as a school would."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner

from site_builder.cli import cli

CASES = Path(__file__).parent / "cases"


class Project:
    """A folder to try things in; after a command, `code` and `output` say what came of it."""

    def __init__(self, root: Path, case: str = "small") -> None:
        self._begin(root)
        shutil.copytree(CASES / case / "project", root, dirs_exist_ok=True)

    @classmethod
    def at(cls, root: Path) -> Project:
        """A folder that is there already."""
        project = cls.__new__(cls)
        project._begin(root)
        return project

    def _begin(self, root: Path) -> None:
        self.root = root
        self.code: int | None = None
        self.output = ""
        self.printed = ""

    def write(self, file: str, content: str | bytes) -> Project:
        """Write a file, with the folders it needs."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def change(self, file: str, old: str, new: str) -> Project:
        """Change the words of a file, which must stand in it."""
        text = self.read(file)
        assert old in text, f"{file} does not say {old!r}"
        return self.write(file, text.replace(old, new))

    def remove(self, file: str) -> Project:
        """Delete a file."""
        (self.root / file).unlink()
        return self

    def read(self, file: str) -> str:
        """The text of a file of the folder."""
        return (self.root / file).read_text(encoding="utf-8")

    def page(self, address: str = "") -> str:
        """The HTML of a built page."""
        return self.read(f"site/{address}index.html")

    def check(self, *options: str) -> Project:
        """Run “continuum check” here."""
        return self._run("check", *options)

    def build(self, *options: str) -> Project:
        """Run “continuum build” here, without the search index unless a test asks for it."""
        wanted = [it for it in options if it != "--search"]
        return self._run("build", *wanted, *([] if "--search" in options else ["--no-search"]))

    def tree(self) -> dict[str, bytes]:
        """Every file of the built site, by its address."""
        site = self.root / "site"
        files = (path for path in sorted(site.rglob("*")) if path.is_file())
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}

    def _run(self, command: str, *options: str) -> Project:
        result = CliRunner().invoke(cli, [command, "-C", str(self.root), *options], standalone_mode=False)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        self.code = result.return_value if result.return_value is not None else result.exit_code
        self.printed, self.output = result.stdout, result.output
        return self
