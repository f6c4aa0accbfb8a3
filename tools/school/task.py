"""A task that shows skills of one competency, and what a teacher says of work on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """A task: `shows` are the places of its skills in the competency, `says` comments on work at 1 or 2, at 3, at 4.

    `language` is set where it is a task for those who speak that language at home.
    """

    title: str
    kind: str
    shows: tuple[int, ...]
    says: tuple[str, str, str] | None = None
    is_practice: bool = False
    language: str = ""

    def comment(self, level: int) -> str:
        """What the teacher says of work at this level, counted from 1; nothing where nothing is written down."""
        return self.says[max(0, level - 2)] if self.says else ""


Tasks = dict[str, tuple[Task, ...]]
"""By competency, in the order in which a student meets them."""
