"""The search index: Pagefind, run once over the poured pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from site_builder.problems import Problem, Severity, Span

FOLDER = "pagefind"
# Our own script speaks to the index; Pagefind's ready-made screens are not published.
# Badges, numbers of notes and heads of notes stand amid other words, and would be read as one word with them.
_UNSPOKEN = ".lv,.n,.hd,.dot,.unused"
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


def index(pages: Path, key: str, cache: Path) -> dict[str, Path] | Problem:
    """The files of the index, by their address; from the cache when the pages are those it was made from."""
    kept = cache / "search" / key
    if not (kept / "pagefind.js").is_file():
        problem = _run(pages, kept)
        if problem:
            return problem
        _forget_others(kept)
    files = (path for path in sorted(kept.rglob("*")) if path.is_file())
    return {
        f"{FOLDER}/{path.relative_to(kept).as_posix()}": path for path in files if not path.name.startswith(_UNUSED)
    }


def _run(pages: Path, kept: Path) -> Problem | None:
    if find_spec("pagefind") is None:
        hint = "install it: pip install 'transparent-continuum[search]', or build with --no-search"
        return Problem(Span("mkdocs.yml"), "search-missing", "search needs Pagefind, which is not installed", hint=hint)
    beside = kept.with_name(f"{kept.name}.{os.getpid()}")
    shutil.rmtree(beside, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(beside)]
    command += ["--exclude-selectors", _UNSPOKEN, "--quiet"]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    if said.returncode or not (beside / "pagefind.js").is_file():
        last = (said.stderr or said.stdout).strip().splitlines()
        message = f"the search index could not be made: {last[-1] if last else 'Pagefind said nothing'}"
        return Problem(
            Span("mkdocs.yml"), "search-failed", message, Severity.ERROR, "build with --no-search to go on without it"
        )
    shutil.rmtree(kept, ignore_errors=True)
    beside.rename(kept)
    return None


def _forget_others(kept: Path) -> None:
    for other in kept.parent.iterdir():
        if other != kept:
            shutil.rmtree(other, ignore_errors=True)
