"""The search index: Pagefind, run once over the poured pages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from site_builder.problems import Problem, Severity, Span
from site_builder.site.search_order import in_order
from site_builder.sources.digest import digest_of_bytes

FOLDER = "pagefind"
# Our own script speaks to the index; Pagefind's ready-made screens are not published.
# Badges, numbers of notes and heads of notes stand amid other words, and would be read as one word with them.
_UNSPOKEN = ".lv,.n,.hd,.dot,.unused"
_LIST = "list.json"
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


def index(pages: Path, key: str, cache: Path) -> dict[str, Path] | Problem:
    """The files of the index, by their address; from the cache when the pages are those it was made from."""
    kept = cache / "search" / key
    names = _kept(kept)
    if not names:
        problem = _run(pages, kept)
        if problem:
            return problem
        _forget_others(kept)
        names = _keep(kept)
    return {f"{FOLDER}/{name}": kept / name for name in names}


def _keep(kept: Path) -> list[str]:
    """Note what the index consists of, and what each of its files holds."""
    files = (path for path in sorted(kept.rglob("*")) if path.is_file() and not path.name.startswith(_UNUSED))
    names = {path.relative_to(kept).as_posix(): digest_of_bytes(path.read_bytes()) for path in files}
    (kept / _LIST).write_text(json.dumps(names), encoding="utf-8")
    return list(names)


def _kept(kept: Path) -> list[str]:
    """The files of an earlier index, when each of them is still what it was."""
    try:
        names: dict[str, str] = json.loads((kept / _LIST).read_bytes())
        is_whole = all(digest_of_bytes((kept / name).read_bytes()) == it for name, it in names.items())
    except (OSError, ValueError, TypeError, AttributeError):
        return []
    return list(names) if is_whole else []


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
    in_order(beside)
    shutil.rmtree(kept, ignore_errors=True)
    beside.rename(kept)
    return None


def _forget_others(kept: Path) -> None:
    for other in kept.parent.iterdir():
        if other != kept:
            shutil.rmtree(other, ignore_errors=True)
