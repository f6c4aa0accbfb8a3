"""What the builds of two small schools write, one of them in two languages, compared whole with what was found right.

Of a page, what stands within `<main>` is compared; the theme's own files are left out. CONTINUUM_GOLDEN=1 writes the
expected files anew, and the difference is there to be read before it is kept.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.project import CASES, Project

MAIN = re.compile(rb"<main\b.*</main>", re.DOTALL)
# The theme puts a script of its own there.
SCRIPT = re.compile(rb"<script>.*?</script>", re.DOTALL)
# The theme's files and ours and published data, which other tests look at, the search index, and marks without content.
LEFT_OUT = re.compile(
    r"assets/(?!continuum-levels\.css$)|api/|ims/|llms\.txt$|pagefind/|(?:\w+/)?offline/|sw\.js$|\.nojekyll$|\.continuum-site$"
)


def compared(site: dict[str, bytes]) -> dict[str, bytes]:
    """What counts of each file."""
    return {
        file: _main(data) if file.endswith(".html") else data for file, data in site.items() if not LEFT_OUT.match(file)
    }


def _main(page: bytes) -> bytes:
    found = MAIN.search(page)
    assert found, "a page without <main>"
    lines = SCRIPT.sub(b"", found[0]).splitlines()
    return b"\n".join([*(line for line in lines if line.strip()), b""])


@dataclass(frozen=True)
class Case:
    """A school that was built, and what is expected of it."""

    name: str
    files: dict[str, bytes]

    @property
    def folder(self) -> Path:
        return CASES / self.name / "expected"

    def expected(self) -> dict[str, bytes]:
        files = (it for it in self.folder.rglob("*") if it.is_file())
        return {it.relative_to(self.folder).as_posix(): it.read_bytes() for it in files}

    def keep(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        for file, data in self.files.items():
            (self.folder / file).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / file).write_bytes(data)


@pytest.fixture(scope="module", params=["small", "languages"])
def case(request: pytest.FixtureRequest, built: Project, told: Project) -> Case:
    found = Case(request.param, compared({"small": built, "languages": told}[request.param].tree()))
    if os.environ.get("CONTINUUM_GOLDEN") == "1":
        found.keep()
    return found


def test_no_file_is_missing_and_none_is_new(case: Case) -> None:
    assert sorted(case.files) == sorted(case.expected())


def test_every_file_says_what_it_said(case: Case) -> None:
    before, files = case.expected(), case.files
    changed = [file for file in files if file in before and files[file] != before[file]]
    first = changed[0] if changed else ""
    assert files.get(first, b"").decode() == before.get(first, b"").decode(), f"changed: {', '.join(changed)}"


def test_what_is_compared_is_most_of_the_site(case: Case) -> None:
    files = case.files
    pages = [file for file in files if file.endswith(".html")]
    assert len(pages) > 20
    assert {"sitemap.xml", "robots.txt", "assets/continuum-levels.css"} <= set(files)
    assert all(b"<h1" in files[page] for page in pages)
