"""How a student's levels come about: where they begin, how fast they go, and how a day may differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from tools.school.calendar import FIRST
from tools.school.pupil import Path, Pupil
from tools.school.skills import SKILLS, skill_id

_YEAR = 365.0


@dataclass(frozen=True, slots=True)
class Growth:
    """`starts` has a number for each skill: 2.4 is a student at 2, on the way to 3; `pace` is levels a year."""

    starts: Mapping[str, float]
    pace: float

    def level(self, skill: str, on: date, nudge: float = 0.0) -> int:
        """The level that work on this skill shows on a day, from 1 to 4."""
        reached = self.starts[skill] + self.pace * (on - FIRST).days / _YEAR + nudge
        return max(1, min(4, int(reached)))


def growth(pupil: Pupil, chance: Random) -> Growth:
    """A student's growth, by their age and by how their year goes."""
    start, pace = _start_and_pace(pupil, chance)
    starts: dict[str, float] = {}
    for area in ("LIT", "MAT", "SCI", "COL", "AGE"):
        in_area = start + _between(chance, -0.4, 0.4)
        for competency in (it for it in SKILLS if it.startswith(area)):
            in_competency = in_area + _between(chance, -0.3, 0.3)
            for place in range(1, len(SKILLS[competency][1]) + 1):
                reached = in_competency + _between(chance, -0.35, 0.35)
                starts[skill_id(competency, place)] = max(reached, _at_least(pupil, competency))
    return Growth(starts, pace)


def _start_and_pace(pupil: Pupil, chance: Random) -> tuple[float, float]:
    if pupil.path is Path.AHEAD:
        return _between(chance, 3.1, 3.4), _between(chance, 0.7, 0.9)
    if pupil.path is Path.STARTING:
        return _between(chance, 0.8, 1.0), _between(chance, 0.5, 0.7)
    return 1.6 + (pupil.age - 11) * 0.19 + _between(chance, -0.2, 0.2), _between(chance, 0.75, 1.2)


def _at_least(pupil: Pupil, competency: str) -> float:
    """Those who are ahead come with what they are known for."""
    return 3.3 if pupil.path is Path.AHEAD and competency in pupil.focus else 0.0


def _between(chance: Random, low: float, high: float) -> float:
    return low + (high - low) * chance.random()
