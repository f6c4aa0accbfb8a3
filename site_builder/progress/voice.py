"""A student's own words: what they say of their learning, what they aim for, where they ask for help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.problems import Problem, Severity, Span, stops
from site_builder.sources.folder import OutsideProject, inside
from site_builder.sources.front_matter import RULE, halves
from site_builder.sources.places import placed_in
from site_builder.sources.shape import Day, Shape, Text, shaped
from site_builder.sources.text import decoded
from site_builder.sources.yaml import read_yaml


class VoiceShape(Shape):
    """The head of <student id>.md: a student's own words"""

    said: Day | None = None
    """The day on which they were said, as in 2026-11-18."""
    goals: tuple[Text, ...] = ()
    """What the student aims for, in their own words."""
    help: tuple[Text, ...] = ()
    """Where the student asks for support, in their own words; staff pages list it."""
    language: Text | None = None
    """The language of these words, where it is not the school's own, as in es."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The words of one student; `text` is Markdown."""

    text: str
    said: date | None = None
    goals: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    language: str = ""


def read_voice(folder: Path, student: str) -> tuple[Voice | None, list[Problem]]:
    """What a student has written in <id>.md of this folder; nothing where there is no such file."""
    try:
        path = inside(folder, f"{student}.md")
    except OutsideProject:
        return None, []
    if not path.is_file():
        return None, []
    file = path.as_posix()
    text, problems = decoded(file, path.read_bytes())
    if stops(problems):
        return None, problems
    return _voice(file, text if text.startswith(RULE) else f"{RULE}\n{RULE}\n{text}")


def _voice(file: str, text: str) -> tuple[Voice | None, list[Problem]]:
    parts, problems = halves(file, text)
    if parts is None:
        return None, problems
    value, problems = read_yaml(file, parts.head, parts.head_line)
    if problems:
        return None, problems
    shape, misfits = shaped(VoiceShape, file, value or {})
    if shape is None:
        return None, placed_in(misfits, parts.head, parts.head_line)
    return Voice(parts.body.strip(), shape.said, shape.goals, shape.help, shape.language or ""), []


def strangers(folder: Path, students: frozenset[str]) -> list[Problem]:
    """Files of this folder that belong to nobody on the roster."""
    return [
        Problem(
            Span(path.as_posix()),
            "words-of-nobody",
            f"no student on the roster has the id “{path.stem}”, so these words are on no page",
            Severity.WARNING,
            hint="name the file after the student's id, or take it out of the folder",
        )
        for path in sorted(folder.glob("*.md"))
        if path.stem not in students
    ]
