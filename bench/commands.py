"""The commands of private pages over a generated school, as somebody would type them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from bench.measure import set_aside
from bench.school import LAST_DAY, School

_CONTINUUM = str(Path(sys.executable).with_name("continuum"))


@dataclass(frozen=True, slots=True)
class Commands:
    """What is run in a school's folder, and what it leaves there."""

    school: School

    @property
    def private(self) -> Path:
        """Where the sealed pages are."""
        return self.school.folder / "private"

    @property
    def plain(self) -> Path:
        """Where the readable page of the first student is, once `one_plain` has run."""
        return self.school.folder / "plain"

    @property
    def read(self) -> tuple[str, ...]:
        """Read the export into the store."""
        store = ("-o", str(self.school.store), "-C", "project")
        return (_CONTINUUM, "evidence", "read", str(self.school.export), *self._who(), *store)

    @property
    def keys(self) -> tuple[str, ...]:
        """Make a key for everybody."""
        return (_CONTINUUM, "keys", "new", *self._who(), "--keys", str(self.school.keys))

    @property
    def progress(self) -> tuple[str, ...]:
        """Make everybody's sealed page."""
        return (*self._pages(self.school.roster), "--keys", str(self.school.keys), "-o", str(self.private))

    @property
    def one_plain(self) -> tuple[str, ...]:
        """Make the readable page of the first student."""
        return (*self._pages(self.school.one), "--plain", str(self.plain))

    def forget_pages(self) -> None:
        """Take away the sealed pages, and what was kept of reading the continuum."""
        set_aside((self.private, self.school.project / ".continuum"), self.school.folder / "aside")

    def _who(self) -> tuple[str, ...]:
        return "--roster", str(self.school.roster)

    def _pages(self, roster: Path) -> tuple[str, ...]:
        store = ("--evidence", str(self.school.store), "--roster", str(roster))
        return (_CONTINUUM, "progress", *store, "--as-of", LAST_DAY, "-C", "project")
