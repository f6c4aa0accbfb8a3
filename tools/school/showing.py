"""One student's work on one task on one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tools.school.pupil import Pupil
from tools.school.task import Task

LEARNING = ("Emerging", "Developing", "Proficient", "Extending")
HABITS = ("together", "reminded", "self", "passing")


@dataclass(frozen=True, slots=True)
class Showing:
    """A version of a piece of work: `levels` are numbers from 1 by the place of the skill in the competency.

    `about` is the place of the skill that the comment is about. `graded` stays open where a system does not say it.
    """

    pupil: Pupil
    competency: str
    task: Task
    task_id: str
    on: date
    levels: Mapping[int, int]
    assessor: str
    attempt: int = 1
    graded: date | None = None
    about: int = 0
    comment: str = ""
    reflection: str = ""
    is_baseline: bool = False

    @property
    def area(self) -> str:
        """The first three letters of the competency."""
        return self.competency[:3]
