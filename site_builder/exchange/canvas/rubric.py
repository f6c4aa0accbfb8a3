"""What a rubric is in Canvas: criteria, each with ratings from the most points to the fewest."""

from __future__ import annotations

from dataclasses import dataclass, field

HEADER = ("Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range")
RATING = ("Rating Name", "Rating Description", "Rating Points")


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating of a criterion; `points` are the most that a range has, and nothing where they are no number."""

    name: str
    description: str
    points: float | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of a rubric."""

    name: str
    description: str
    is_range: bool
    ratings: tuple[Rating, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Rubric:
    """A rubric by its name."""

    name: str
    criteria: list[Criterion] = field(default_factory=list)


def same(name: str) -> str:
    """A name as it is compared: letter case and blanks do not matter."""
    return " ".join(name.casefold().split())
