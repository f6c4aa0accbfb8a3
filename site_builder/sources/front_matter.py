"""The head of a Markdown source: YAML between two lines of three dashes, then the text."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.problems import Problem, Span

RULE = "---"


@dataclass(frozen=True, slots=True)
class Halves:
    """The YAML of a Markdown source and its body; both know on which line of the file they begin."""

    head: str
    body: str
    body_line: int
    head_line: int = 2


def halves(file: str, text: str) -> tuple[Halves | None, list[Problem]]:
    """Head and body of a Markdown source, or what is wrong with its head."""
    lines = text.split("\n")
    if lines[0].rstrip() != RULE:
        hint = f"begin the file with “{RULE}”, the names and values, and “{RULE}” again"
        return None, [
            Problem(Span(file), "head-missing", "this file does not begin with its title and details", hint=hint)
        ]
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == RULE:
            return Halves("\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2), []
    message = f"the head of this file, which “{RULE}” opens, is never closed"
    return None, [Problem(Span(file), "head-open", message, hint=f"put “{RULE}” on a line of its own before the text")]
