"""A year of work of each student, the same each time it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import sqrt
from random import Random
from typing import TypeVar

from tools.school.calendar import FIRST, LAST, school_day_after, school_days
from tools.school.growth import Growth, growth
from tools.school.people import ADVISERS, PUPILS, SPANISH_SPEAKER, TEACHERS
from tools.school.pupil import Path, Pupil
from tools.school.reflections import REFLECTIONS
from tools.school.second_readings import SECOND_READINGS
from tools.school.showing import Showing
from tools.school.skills import SKILLS, skill_id
from tools.school.task import Task
from tools.school.tasks import TASKS, task_id

_SEED = "Riverbend, autumn"
_IN_AREA = {"LIT": 3, "MAT": 2, "SCI": 2, "COL": 2, "AGE": 2}
_AWAY_FROM = date(2026, 2, 13)
_STARTING_POINT = Task("Starting point", "conversation", ())
_Thing = TypeVar("_Thing")


def year() -> list[Showing]:
    """Everything that the students showed, student by student, in the order of days."""
    return [showing for pupil in PUPILS for showing in _year_of(pupil)]


def _year_of(pupil: Pupil) -> list[Showing]:
    if pupil.path is Path.NEW:
        return []
    chance = Random(f"{_SEED} {pupil.id}")  # noqa: S311
    grown = growth(pupil, chance)
    shown = list(_starting_points(pupil, grown))
    for competency in _chosen(pupil, chance):
        shown += _shown(pupil, competency, grown, chance)
    return sorted(shown, key=lambda it: (it.on, it.task_id, it.attempt, it.assessor))


def _chosen(pupil: Pupil, chance: Random) -> list[str]:
    """The competencies that a student works on: those in focus, and others until each area has its share."""
    chosen: list[str] = list(pupil.focus)
    for area, share in _IN_AREA.items():
        others = sorted(it for it in SKILLS if it.startswith(area) and it not in chosen)
        already = sum(it.startswith(area) for it in chosen)
        chosen += _some(others, max(0, share - already), chance)
    return _some(chosen, 2, chance) if pupil.path is Path.FEW else chosen


def _starting_points(pupil: Pupil, grown: Growth) -> Iterator[Showing]:
    """What the adviser and the student agreed on in the first week, for one competency of each academic area."""
    if pupil.path is Path.FEW:
        return
    for competency in ("LIT.ARG", "MAT.DAT", "SCI.OBS"):
        levels = {place: grown.level(skill_id(competency, place), FIRST) for place in (1, 2)}
        task = f"start-{competency.lower()}"
        adviser = ADVISERS[pupil.advisory]
        yield Showing(pupil, competency, _STARTING_POINT, task, FIRST, levels, adviser, is_baseline=True)


def _shown(pupil: Pupil, competency: str, grown: Growth, chance: Random) -> Iterator[Showing]:
    tasks = [it for it in TASKS[competency] if it.language in ("", pupil.language)]
    is_in_focus = competency in pupil.focus
    wanted = len(tasks) if is_in_focus else 3 + int(chance.random() * 1.3)
    taken = sorted(_some(range(len(tasks)), wanted, chance))
    for number, on in zip(taken, _days(pupil, len(taken), chance), strict=True):
        versions = list(_versions(_showing(pupil, competency, tasks[number], on, grown, chance), grown, chance))
        yield from versions
        yield from _second_reading(versions[-1])


def _days(pupil: Pupil, count: int, chance: Random) -> list[date]:
    """Days spread over the year, one in each stretch of it; the stretches grow shorter towards its end."""
    days = school_days(FIRST + timedelta(days=7), _AWAY_FROM if pupil.path is Path.PAUSE else LAST)
    # A square root has the same last digit on every machine, which other powers have not.
    return [days[int(sqrt((number + chance.random()) / count) * len(days))] for number in range(count)]


def _showing(pupil: Pupil, competency: str, task: Task, on: date, grown: Growth, chance: Random) -> Showing:
    levels = {
        place: grown.level(skill_id(competency, place), on, _day_of(task, chance)) for place in sorted(task.shows)
    }
    teacher = SPANISH_SPEAKER if task.language else TEACHERS[competency[:3]][int(chance.random() * 2)]
    graded = min(school_day_after(on, 1 + int(chance.random() * 6)), LAST + timedelta(days=2))
    comment = task.comment(levels[task.shows[0]])
    said = REFLECTIONS.get(competency, ())
    reflection = said[int(chance.random() * len(said))] if said and chance.random() < 0.3 else ""
    id = task_id(competency, task)
    return Showing(pupil, competency, task, id, on, levels, teacher, 1, graded, task.shows[0], comment, reflection)


def _day_of(task: Task, chance: Random) -> float:
    return (chance.random() - 0.5) * 0.5 - (0.2 if task.is_practice else 0.0)


def _versions(last: Showing, grown: Growth, chance: Random) -> Iterator[Showing]:
    """The work as it was handed in at last, and the tries before it."""
    is_made_again = last.area in ("LIT", "SCI") and last.task.says is None and last.task.kind != "quiz"
    revises = last.pupil.path is Path.REVISES
    tries = (3 if revises else 2) if is_made_again and (revises or chance.random() < 0.18) else 1
    for number in range(1, tries):
        before = last.on - timedelta(days=9 * (tries - number))
        on = next(it for it in reversed(school_days(FIRST, max(before, FIRST))))
        nudge = -0.55 * (tries - number)
        levels = {place: grown.level(skill_id(last.competency, place), on, nudge) for place in last.levels}
        yield replace(last, on=on, levels=levels, attempt=number, reflection="")
    yield replace(last, attempt=tries)


def _second_reading(read: Showing) -> Iterator[Showing]:
    """What another teacher saw in the same piece, where the school asked for it."""
    said = SECOND_READINGS.get(read.task.title)
    if read.pupil.path is not Path.READ_TWICE or said is None:
        return
    other = next(it for it in TEACHERS[read.area] if it != read.assessor)
    levels = {place: max(1, level - 1) if place == said.differs else level for place, level in read.levels.items()}
    about = said.differs or read.about
    noted = replace(read, graded=None, about=about, comment=said.comment, reflection="")
    yield replace(noted, levels=levels, assessor=other)


def _some(things: Sequence[_Thing], count: int, chance: Random) -> list[_Thing]:
    """Some of these in an order of chance, by nothing but `random()`, which is the same in every Python."""
    return [it for _, _, it in sorted((chance.random(), place, it) for place, it in enumerate(things))][:count]
