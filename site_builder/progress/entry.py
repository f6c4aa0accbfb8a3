"""A task as a page lists it, with every try at it."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup


class Shown(NamedTuple):
    """A level, and the skills of which a version showed it."""

    label: Markup
    skills: Markup


class Version(NamedTuple):
    """One try at a task: when, what it showed, who looked, and what they and the student said, as they wrote it."""

    day: str
    shown: list[Shown]
    by: Markup
    comments: list[str]
    reflections: list[str]
    link: str
    is_formative: bool


class Entry(NamedTuple):
    """A task with its versions, newest first."""

    task: Markup
    kind: Markup
    versions: list[Version]
    is_formative: bool
    is_read_twice: bool
