"""A site generator set up over the measured content: what to run, and what a cold build must not find."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.measure import set_aside

_DESCRIPTOR = re.compile(r"^( +3: I can)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Builder:
    """One generator, ready to run in `folder`; `leftovers` are its output and its caches."""

    name: str
    command: tuple[str, ...]
    folder: Path
    site: Path
    leftovers: tuple[Path, ...]
    environment: Mapping[str, str] = field(default_factory=dict)

    def forget(self) -> None:
        """Take away all that an earlier build left."""
        set_aside(self.leftovers, self.folder.with_name(f"{self.folder.name}-aside"))


@dataclass(frozen=True, slots=True)
class Size:
    """How much a site holds."""

    pages: int
    files: int
    bytes: int


def continuum(project: Path) -> Builder:
    """Our own builder, without the search index."""
    leftovers = tuple(project / name for name in ("site", ".site.spare", ".site.old", ".continuum"))
    command = (str(Path(sys.executable).with_name("continuum")), "build", "--no-search")
    return Builder("Transparent Continuum", command, project, project / "site", leftovers)


def edit(project: Path, number: int) -> tuple[Path, str]:
    """Change one descriptor of one competency; where its page stands in the site, and its new words."""
    sources = sorted(project.glob("continuum/*/competency-*.yml"))
    path = sources[number * 7 % len(sources)]
    text = path.read_text(encoding="utf-8")
    path.write_text(_DESCRIPTOR.sub(rf"\g<1> (try {number})", text, count=1), encoding="utf-8")
    return Path(path.parent.name, path.stem, "index.html"), f"I can (try {number})"


def size_of(site: Path) -> Size:
    """Pages, files and bytes of a built site."""
    files = list(_files(site))
    return Size(
        sum(1 for path in files if path.suffix == ".html"), len(files), sum(path.stat().st_size for path in files)
    )


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
