"""One invented student."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Path(StrEnum):
    """How a student's year goes, where it does not simply go on."""

    STEADY = "steady"
    AHEAD = "ahead"
    """Beyond the goal in much."""
    STARTING = "starting"
    """At the first level in much."""
    FEW = "few"
    """Hardly any evidence."""
    NEW = "new"
    """Came this week: none at all."""
    PAUSE = "pause"
    """Away since the winter, so that everything asks for a fresh look."""
    READ_TWICE = "read twice"
    """Two teachers see the same work differently."""
    REVISES = "revises"
    """Hands in the same work two and three times."""
    TWO_SECTIONS = "two sections"
    """Sits in two sections of a course, and so stands twice in the export of that system."""


@dataclass(frozen=True, slots=True)
class Pupil:
    """A student as the office knows them; `focus` names competencies that are surely among their work."""

    id: str
    name: str
    given: str
    sort_name: str
    language: str
    advisory: str
    age: int
    household: str = ""
    crew: str = ""
    path: Path = Path.STEADY
    focus: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """The digits of the id."""
        return int(self.id[1:])

    @property
    def source_id(self) -> str:
        """What the mathematics platform calls them."""
        return f"riv-{self.number * 7919 % 100_000:05d}"

    @property
    def canvas_id(self) -> int:
        """What Canvas calls them inside."""
        return self.number * 3 + 2_011

    @property
    def groups(self) -> str:
        """The titles of their groups."""
        return ";".join(it for it in (f"Advisory {self.advisory}", self.crew) if it)
