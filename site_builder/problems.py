"""What is wrong, where, and what to do about it: findings as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning only under --strict, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file, counted from 1 as editors do; `file` is relative to the project, with `/`."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in a source file by its path of keys, from which its Span is found when somebody asks."""

    file: str
    path: tuple[str | int, ...] = ()
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; `code` is stable and documented, `hint` says what would be right."""

    at: Span | Spot
    code: str
    message: str
    severity: Severity = Severity.ERROR
    hint: str = ""


def stops(problems: Iterable[Problem], strict: bool = False) -> bool:
    """Whether these problems forbid a build."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in grave for problem in problems)
