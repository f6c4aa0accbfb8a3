"""The search index: Pagefind, run once over the poured pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from site_builder.problems import Problem, Severity, Span
from site_builder.site.kept import note, noted
from site_builder.site.search_order import in_order

FOLDER = "pagefind"
ENTRY = "pagefind-entry.json"
# What every search asks for, in whatever language.
_FOR_ALL = (ENTRY, "pagefind.js")
# Badges, numbers of notes and heads of notes stand amid other words, and would be read as one word with them.
_UNSPOKEN = ".lv,.n,.hd,.dot,.unused"
# Our own script speaks to the index; Pagefind's ready-made screens are not published.
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


def index(pages: Path, key: str, cache: Path) -> dict[str, Path] | Problem:
    """The files of the index, by their address; from the cache when the pages are those it was made from."""
    kept = cache / "search" / key
    if not noted(kept):
        problem = _run(pages, kept)
        if problem:
            return problem
        _forget_others(kept)
    return {f"{FOLDER}/{name}": kept / name for name in noted(kept)}


def asked_for(files: Iterable[str], language: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """Those of these files that a search in a language may ask for; `entry` is what the index says of itself."""
    known: Mapping[str, Any] = entry.get("languages", {})
    names = (
        language.lower(),
        language.partition("-")[0].lower(),
        *sorted(known, key=lambda it: -known[it]["page_count"]),
    )
    found = next((known[it] for it in names if it in known), None)
    if not found:
        return
    prefix = found["hash"].rpartition("_")[0]
    wasm = f"wasm.{found['wasm'] or 'unknown'}.pagefind"
    for file in files:
        name = file.rpartition("/")[2]
        is_its_own = name.startswith((f"{prefix}_", f"pagefind.{prefix}_")) or name in (*_FOR_ALL, wasm)
        if file.startswith(f"{FOLDER}/") and is_its_own:
            yield file


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
    files = (path for path in sorted(beside.rglob("*")) if path.is_file() and not path.name.startswith(_UNUSED))
    note(beside, [path.relative_to(beside).as_posix() for path in files])
    shutil.rmtree(kept, ignore_errors=True)
    beside.rename(kept)
    return None


def _forget_others(kept: Path) -> None:
    for other in kept.parent.iterdir():
        if other != kept:
            shutil.rmtree(other, ignore_errors=True)
