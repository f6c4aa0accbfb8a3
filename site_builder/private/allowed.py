"""The list of texts that look like somebody's name and are known to be something else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from site_builder.private.plain import normal
from site_builder.problems import Problem, Severity, Span
from site_builder.sources.text import decoded


@dataclass(frozen=True, slots=True)
class Allowed:
    """Texts that may be found, letter for letter."""

    texts: tuple[str, ...] = ()

    def covers(self, found: str, before: str, after: str) -> bool:
        """Whether what was found is, with what stands around it, one of the texts."""
        found = " ".join(found.split())
        before, after = _single(before), _single(after)
        for text in self.texts:
            head, is_in, tail = text.partition(found)
            if is_in and before.endswith(head) and after.startswith(tail):
                return True
        return False


def _single(text: str) -> str:
    """The text with one space wherever there is any."""
    joined = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{joined}{' ' * bool(joined and text[-1:].isspace())}"


def read_allowed(path: Path) -> tuple[Allowed, list[Problem]]:
    """The texts of the list, one a line with its reason after a #; a line without a reason is not believed."""
    try:
        text, problems = decoded(str(path), path.read_bytes())
    except OSError as error:
        message = f"the list of allowed texts cannot be read: {error.strerror}"
        return Allowed(), [Problem(Span(str(path)), "allow-list-unread", message, hint="name a file that is there")]
    texts: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        entry, _, reason = line.partition(" #")
        if not entry.strip() or entry.lstrip().startswith("#"):
            continue
        if reason.strip():
            texts.append(" ".join(normal(entry).split()))
        else:
            problems.append(_unexplained(Span(str(path), number)))
    return Allowed(tuple(texts)), problems


def _unexplained(at: Span) -> Problem:
    message = "this text has no reason, so it is not allowed"
    hint = "write after it what it is, as in: Rose Garden  # the name of a park"
    return Problem(at, "allow-list-reason", message, Severity.WARNING, hint)
