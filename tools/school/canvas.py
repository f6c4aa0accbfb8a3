"""Literacy and science as Canvas exports them: the Outcome Results report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tools.school.people import PUPILS
from tools.school.pupil import Path, Pupil
from tools.school.showing import LEARNING, Showing
from tools.school.skills import SKILLS, skill_id, skill_title
from tools.school.tasks import is_in_canvas

HEADER = (
    "student name,student id,student sis id,assessment title,assessment id,assessment type,submission date,"
    "submission score,learning outcome name,learning outcome id,attempt,outcome score,assessment question,"
    "assessment question id,course name,course id,course sis id,section name,section id,section sis id,assignment url,"
    "learning outcome friendly name,learning outcome points possible,learning outcome mastery score,"
    "learning outcome mastered,learning outcome rating,learning outcome rating points,learning outcome group title,"
    "learning outcome group id,account id,account name,enrollment state"
)
Row = tuple[object, ...]
_COURSES = {"LIT": ("Literacy Studio", 310, "LIT-2026"), "SCI": ("Science Studio", 320, "SCI-2026")}
_ADDRESS = "https://canvas.example.org/courses"
_FIRST_OUTCOME = 700
_OUTCOMES = {
    skill_id(competency, place): _FIRST_OUTCOME + 10 * number + place
    for number, competency in enumerate(SKILLS)
    for place in range(1, len(SKILLS[competency][1]) + 1)
}


def canvas_rows(year: Iterable[Showing]) -> list[Row]:
    """The rows of the report, by student and outcome, the newest attempt first, with the flaws of real life."""
    rows = [
        row
        for it in year
        if is_in_canvas(it.competency, it.task) and not it.is_baseline and not _is_second_reading(it)
        for row in _rows(it)
    ]
    return sorted(rows + list(_flaws()), key=_order)


def _is_second_reading(showing: Showing) -> bool:
    return bool(showing.comment)


def _order(row: Row) -> tuple[object, ...]:
    return row[1], row[9], row[4], -int(str(row[10])), str(row[12]), str(row[17])


def _rows(showing: Showing) -> Iterator[Row]:
    sections = ("A", "B") if showing.pupil.path is Path.TWO_SECTIONS and showing.area == "SCI" else ("A",)
    for section in sections:
        for place, level in showing.levels.items():
            for question in _questions(showing, place):
                yield _row(showing, place, level, section, question)


def _questions(showing: Showing, place: int) -> tuple[str, ...]:
    """A quiz has a row for each question, and two of its questions are about each skill."""
    return (f"Question {2 * place - 1}", f"Question {2 * place}") if showing.task.kind == "quiz" else ("",)


def _row(showing: Showing, place: int, level: int, section: str, question: str) -> Row:
    course, course_id, sis_id = _COURSES[showing.area]
    kind = "quiz" if question else "assignment"
    skill = skill_id(showing.competency, place)
    return (
        *_student(showing.pupil),
        *(showing.task.title, showing.task_id, kind, _moment(showing.on, showing.pupil), ""),
        *(skill, _OUTCOMES[skill], showing.attempt, f"{level}.0", question),
        f"{showing.task_id}{question[-1:]}" if question else "",
        *(course, course_id, sis_id, f"{course} {section}", course_id + ord(section) - 64, f"{sis_id}-{section}"),
        f"{_ADDRESS}/{course_id}/assignments/{showing.task_id}",
        *_outcome(showing.competency, place, level, LEARNING[level - 1]),
    )


def _student(pupil: Pupil) -> tuple[object, ...]:
    return pupil.sort_name, pupil.canvas_id, pupil.id


def _moment(on: date, pupil: Pupil) -> str:
    return f"{on.isoformat()}T{14 + pupil.number % 6}:{pupil.number * 7 % 60:02d}:00Z"


def _outcome(competency: str, place: int, level: int, rating: str) -> tuple[object, ...]:
    mastered = int(level >= 3)
    group = _FIRST_OUTCOME + 10 * list(SKILLS).index(competency)
    return (
        *(skill_title(competency, place), "4.0", "3.0", mastered, rating, f"{level}.0"),
        *(SKILLS[competency][0], group, 1, "Riverbend", "active"),
    )


def _flaws() -> Iterator[Row]:
    """What real exports have: a student who left, an outcome of elsewhere, a rating of elsewhere, a day left blank."""
    visitor = Pupil("S1999", "Corentin Vasseur", "Corentin", "Vasseur, Corentin", "fr", "", 14)
    amara, soren, niamh = (next(it for it in PUPILS if it.id == id) for id in ("S1007", "S1050", "S1019"))
    for place in (1, 2, 3):
        yield _by_hand(visitor, "LIT.INF", place, date(2025, 10, 2))
    for pupil in (amara, soren):
        row = list(_by_hand(pupil, "LIT.EXP", 1, date(2026, 2, 3), title="Typing for ten minutes"))
        row[8:10], row[21], row[27:29] = ["Typing fluency", 990], "Typing fluency", ["Keyboard course", 989]
        yield tuple(row)
    yield _by_hand(niamh, "LIT.STO", 1, date(2026, 3, 5), level=5, rating="Exceeds mastery")
    yield _by_hand(soren, "SCI.SYS", 2, None)


def _by_hand(
    pupil: Pupil, competency: str, place: int, on: date | None, *, title: str = "", level: int = 2, rating: str = ""
) -> Row:
    course, course_id, sis_id = _COURSES[competency[:3]]
    skill = skill_id(competency, place)
    return (
        *_student(pupil),
        *(title or "Paper task", "4090", "assignment", _moment(on, pupil) if on else "", ""),
        *(skill, _OUTCOMES[skill], 1, f"{level}.0", "", ""),
        *(course, course_id, sis_id, f"{course} A", course_id + 1, f"{sis_id}-A"),
        f"{_ADDRESS}/{course_id}/assignments/4090",
        *_outcome(competency, place, level, rating or LEARNING[level - 1]),
    )
