"""The leak check as a report: what was found, as problems, and how much was searched."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from site_builder.private.allowed import Allowed
from site_builder.private.leaks import Findings, Leak, Unsearched, leaks
from site_builder.private.needles import Needles
from site_builder.problems import Problem, Severity, Span

_MOST = 100


@dataclass(frozen=True, slots=True)
class Audit:
    """What the leak check has to say; `notes` name what was not searched for."""

    problems: list[Problem]
    files: int = 0
    bytes: int = 0
    needles: int = 0
    allowed: int = 0
    seconds: float = 0.0
    notes: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        size = f"{self.bytes / 1_000_000:.1f} MB"
        said = f"searched {self.files} files ({size}) for {self.needles} texts in {self.seconds:.1f} s"
        return f"{said}; {self.allowed} finds are on the list of allowed texts" if self.allowed else said


def audit(
    folders: Iterable[Path],
    needles: Needles,
    allowed: Allowed | None = None,
    *,
    clock: Callable[[], float] = time.perf_counter,
) -> Audit:
    """The leak check of these folders, which must be there."""
    began, folders = clock(), list(folders)
    absent = [_absent(folder) for folder in folders if not folder.is_dir()]
    findings = leaks([folder for folder in folders if folder.is_dir()], needles, allowed or Allowed())
    problems = [*absent, *islice(_problems(findings), _MOST)]
    left = len(findings.leaks) + len(findings.unsearched) - _MOST
    if left > 0:
        problems.append(_more(left, problems[-1]))
    spent = clock() - began
    return Audit(problems, findings.files, findings.bytes, needles.count, findings.allowed, spent, needles.notes)


def _problems(findings: Findings) -> Iterator[Problem]:
    yield from map(_leaked, findings.leaks)
    yield from map(_unsearched, findings.unsearched)


def _leaked(leak: Leak) -> Problem:
    shown = f" ({leak.shown})" if leak.shown else ""
    where = f", {leak.where}" if leak.where else ""
    message = f"{leak.kind}{shown} stands here{where}"
    hint = "do not publish this folder; take it out of the source, and build again"
    return Problem(Span(leak.file, leak.line), "leak", message, hint=hint)


def _unsearched(it: Unsearched) -> Problem:
    what = f"something here could not be searched ({it.where})" if it.where else "this file could not be searched"
    message = f"{what}: {it.why}"
    return Problem(Span(it.file), "leak-unsearched", message, Severity.WARNING, "look at it, or leave it out")


def _more(count: int, last: Problem) -> Problem:
    at = last.at if isinstance(last.at, Span) else Span(last.at.file)
    message = f"and {count} more places like those before"
    return Problem(at, "leak", message, hint="take out what was named, and search again")


def _absent(folder: Path) -> Problem:
    message = f"there is no folder {folder} to search"
    return Problem(Span(str(folder)), "leak-no-folder", message, hint="build first, or name another folder")
