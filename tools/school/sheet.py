"""What teachers wrote into sheets of our own: notes on literacy and science, collaboration, habits, starting points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tools.school.showing import HABITS, Showing
from tools.school.skills import skill_id
from tools.school.tasks import is_in_canvas, is_in_oneroster

HEADER = "student,skill,level,date,task,task id,attempt,kind,purpose,assessor,graded,comment,reflection,mark"
Row = tuple[object, ...]


def starting_points(year: Iterable[Showing]) -> list[Row]:
    """Where each student began, skill by skill."""
    return [row for it in year if it.is_baseline for row in _rows(it)]


def notes(year: Iterable[Showing]) -> list[Row]:
    """Talks, practice and second readings in literacy and science."""
    return [
        row
        for it in year
        if it.area in ("LIT", "SCI") and not it.is_baseline
        if not is_in_canvas(it.competency, it.task) or it.comment
        for row in _rows(it)
    ]


def observations(year: Iterable[Showing]) -> list[Row]:
    """Collaboration and habits, with a handful of slips of the pen."""
    seen = (it for it in year if it.area in ("COL", "AGE") and not is_in_oneroster(it.competency))
    return [*(row for it in seen for row in _rows(it)), *_slips()]


def _rows(showing: Showing) -> Iterator[Row]:
    """A row for each skill; what the teacher and the student wrote stands beside the skill that it is about."""
    for place, level in showing.levels.items():
        said = (showing.comment, showing.reflection) if place == showing.about else ("", "")
        yield (
            *(showing.pupil.id, skill_id(showing.competency, place), _level(showing.area, level), showing.on),
            *(showing.task.title, showing.task_id, showing.attempt, showing.task.kind, _purpose(showing)),
            *(showing.assessor, showing.graded or "", *said, "baseline" if showing.is_baseline else ""),
        )


def _level(area: str, level: int) -> object:
    return HABITS[level - 1] if area == "AGE" else level


def _purpose(showing: Showing) -> str:
    if showing.is_baseline:
        return ""
    return "practice" if showing.task.is_practice else "summative"


def _slips() -> Iterator[Row]:
    """A day that no calendar has, a day that has not come, a level between two, a skill by its title, a stranger."""
    yield _slip("S1047", "COL.LIS.1", 3, "2026-02-30")
    yield _slip("S1099", "COL.PLN.2", 2, date(2027, 11, 4))
    yield _slip("S1145", "COL.DEC.1", "nearly 3", date(2026, 4, 23))
    yield _slip("S1150", "Making room", 3, date(2026, 5, 7))
    yield _slip("S1403", "AGE.MAN.1", "self", date(2026, 5, 8))


def _slip(student: str, skill: str, level: object, on: object) -> Row:
    return (
        student,
        skill,
        level,
        on,
        "Open morning",
        "open-morning",
        1,
        "observation",
        "summative",
        *["Ms Quispe"],
        *[""] * 4,
    )
