"""One row of evidence: what a person saw of one skill, in one piece of work, on one day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Mark(StrEnum):
    """What a row says besides, or instead of, a level that work has shown."""

    NONE = ""
    MISSED = "missed"
    """There was an opportunity to show it, and it was not taken (Slate's M)."""
    OVERRIDE = "override"
    """A teacher has completed what is asked for (Slate's O)."""
    BASELINE = "baseline"
    """Where the student started, as the school recorded it."""
    JUDGEMENT = "judgement"
    """A teacher's decision on the level, with its reason as the comment."""


class Piece(NamedTuple):
    """Evidence of one skill; texts are plain as the export has them, except that nobody-sees-them signs are gone.

    `student` is an id of the roster, `skill` and `level` are ids of the continuum; `level` is empty for marks without
    one. `task_id` is what all versions of one task share. `target` is the level that the work was to show, where the
    export says so. `origin` names the format that it was read from, `version` the continuum that it was judged by.
    """

    student: str
    skill: str
    level: str
    on: date
    mark: Mark = Mark.NONE
    task: str = ""
    task_id: str = ""
    attempt: int = 0
    kind: str = ""
    is_formative: bool = False
    assessor: str = ""
    graded: date | None = None
    comment: str = ""
    reflection: str = ""
    link: str = ""
    target: str = ""
    version: str = ""
    origin: str = ""
