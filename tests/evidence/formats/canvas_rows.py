"""Rows as Canvas writes them."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.evidence.formats.canvas import GRADEBOOK, OLD_OUTCOME_RESULTS, OUTCOME_RESULTS, STUDENT_COMPETENCY

RESULTS = OUTCOME_RESULTS.header
OLD_RESULTS = OLD_OUTCOME_RESULTS.header
COMPETENCY = STUDENT_COMPETENCY.header
__all__ = ["COMPETENCY", "GRADEBOOK", "OLD_RESULTS", "RESULTS", "result"]

_USUAL = {
    "student name": "Quill, Ada",
    "student id": "901",
    "student sis id": "S1",
    "assessment title": "Way to school",
    "assessment id": "70",
    "assessment type": "assignment",
    "assignment title": "Way to school",
    "assignment id": "70",
    "submission date": "2026-10-05T08:30:00-05:00",
    "learning outcome name": "WRI.DIR.1",
    "learning outcome id": "5001",
    "attempt": "1",
    "outcome score": "3.0",
    "assignment url": "https://canvas.example/courses/1/assignments/70",
    "learning outcome friendly name": "Say each turn",
    "learning outcome points possible": "4.0",
    "learning outcome mastery score": "3",
    "learning outcome mastered": "1",
    "learning outcome rating": "Proficient",
    "learning outcome rating points": "3",
    "enrollment state": "active",
}


def result(other: Mapping[str, str] | None = None, /, *, header: tuple[str, ...] = RESULTS, **more: str) -> list[str]:
    """A row of a report, in which names may differ from the usual: `learning_outcome_rating="Developing"`."""
    changed = {**(other or {}), **more}
    row = _USUAL | {name.replace("_", " "): text for name, text in changed.items()}
    return [row.get(name, "") for name in header]
