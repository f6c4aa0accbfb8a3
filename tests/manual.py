"""The manual, read as tests need it: its pages, sections, examples and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import site_builder

ROOT = Path(__file__).parents[1]
PACKAGE = Path(site_builder.__file__).parent
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "changes/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
OWN = "A continuum of your own"


def name_of(path: Path) -> str:
    """A page by its place in the repository."""
    return path.relative_to(ROOT).as_posix()


def manual(page: str) -> str:
    """The text of a page of the manual."""
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Fence:
    """A block of code: its language, the file that its title names, its text."""

    language: str
    title: str
    text: str


def fences(text: str) -> Iterator[Fence]:
    """The blocks of code of a page."""
    for language, title, body in re.findall(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', text, re.M | re.S):
        yield Fence(language, title, body)


def without_code(text: str) -> str:
    """The page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)


def sections(text: str, level: str = "#+") -> dict[str, str]:
    """What stands under each heading of this level, up to the next heading of that level."""
    parts = re.split(rf"^({level}) (.+)$", text, flags=re.M)
    return dict(zip(parts[2::3], parts[3::3], strict=True))


def rows(text: str) -> list[list[str]]:
    """The cells of each row of the tables in a text, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rules = {number for number, row in enumerate(cells) if all(re.fullmatch("-+", cell) for cell in row)}
    return [row for number, row in enumerate(cells) if not {number, number + 1} & rules]


def coded(text: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", text)
