"""From a path of keys to a line and column: found when a problem asks for it, not before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from site_builder.problems import Problem, Span, Spot
from site_builder.sources.front_matter import halves
from site_builder.sources.text import decoded
from site_builder.sources.yaml import place


def placed(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """Problems with their lines, sorted as a reader goes through the files."""
    known: dict[str, tuple[str, int]] = {}
    found = {_placed(problem, root, known) for problem in problems}
    return sorted(found, key=lambda it: (it.at, it.code, it.message))


def placed_in(problems: Iterable[Problem], text: str, first_line: int) -> list[Problem]:
    """Problems of one file with their lines; its YAML is `text`, beginning on `first_line` of the file."""
    return [replace(it, at=span_of(it.at, text, first_line)) if isinstance(it.at, Spot) else it for it in problems]


def span_of(at: Spot, text: str, first_line: int) -> Span:
    """The place of a value in a source whose YAML is `text`, beginning on `first_line` of the file."""
    line, column = place(text, at.path, on_key=at.on_key)
    return Span(at.file, line + first_line - 1, column)


def _placed(problem: Problem, root: Path, known: dict[str, tuple[str, int]]) -> Problem:
    at = problem.at
    if isinstance(at, Span):
        return problem
    if at.file not in known:
        known[at.file] = _yaml_of(root, at.file)
    return replace(problem, at=span_of(at, *known[at.file]))


def _yaml_of(root: Path, file: str) -> tuple[str, int]:
    try:
        data = (root / file).read_bytes()
    except OSError:
        return "", 1
    text, _ = decoded(file, data)
    if not file.endswith(".md"):
        return text, 1
    parts, _ = halves(file, text)
    return (parts.head, parts.head_line) if parts else ("", 1)
