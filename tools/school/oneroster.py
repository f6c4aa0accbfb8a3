"""Mathematics as its platform exports it: the gradebook files of OneRoster 1.2."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from tools.school.calendar import FIRST, LAST
from tools.school.people import PUPILS
from tools.school.showing import LEARNING, Showing
from tools.school.skills import skill_id
from tools.school.table import write_table
from tools.school.tasks import TASKS, is_in_oneroster, task_id

HEADERS = {
    "manifest.csv": "propertyName,value",
    "categories.csv": "sourcedId,status,dateLastModified,title,weight",
    "lineItems.csv": (
        "sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,"
        "academicSessionSourcedId,resultValueMin,resultValueMax,schoolSourcedId"
    ),
    "lineItemLearningObjectiveIds.csv": (
        "sourcedId,status,dateLastModified,lineItemSourcedId,source,learningObjectiveId"
    ),
    "results.csv": (
        "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,"
        "textScore,classSourcedId,inProgress,incomplete,late,missing"
    ),
    "resultLearningObjectiveIds.csv": (
        "sourcedId,status,dateLastModified,resultSourcedId,source,learningObjectiveId,score,textScore"
    ),
}
_SOURCE = "ext:riverbend"
_CLASS, _SCHOOL = "class-math-studio", "riverbend"
# Handing in late is noted by the platform, and says nothing of a level.
_EVERY_LATE = 17
Row = tuple[object, ...]


def write_oneroster(folder: Path, year: Iterable[Showing]) -> None:
    """Write the files of the platform's export into a folder."""
    shown = [it for it in year if is_in_oneroster(it.competency) and not it.is_baseline]
    tables: dict[str, Sequence[Row]] = {
        "categories.csv": [(_category(it), "", "", it, "") for it in _kinds()],
        "lineItems.csv": _line_items(),
        "lineItemLearningObjectiveIds.csv": _objectives_of_line_items(),
        "results.csv": [*(_result(number, it) for number, it in enumerate(shown, 1)), *_not_taken()],
        "resultLearningObjectiveIds.csv": [row for number, it in enumerate(shown, 1) for row in _levels(number, it)],
    }
    for name, rows in ({"manifest.csv": _manifest(tables)} | tables).items():
        write_table(folder / name, HEADERS[name], rows)


def _manifest(names: Iterable[str]) -> list[Row]:
    files = [(f"file.{name.removesuffix('.csv')}", "bulk") for name in names]
    about = [("source.systemName", "Mathematics platform"), ("source.systemCode", "riverbend-math")]
    return [("manifest.version", "1.0"), ("oneroster.version", "1.2"), *files, *about]


def _kinds() -> list[str]:
    return sorted({it.kind for competency, tasks in TASKS.items() if is_in_oneroster(competency) for it in tasks})


def _category(kind: str) -> str:
    return f"cat-{kind}"


def _line_items() -> list[Row]:
    return [
        (
            *(f"li-{task_id(competency, it)}", "", "", it.title, "", FIRST, LAST, _CLASS, _category(it.kind)),
            *("2025-2027", 1, 4, _SCHOOL),
        )
        for competency, tasks in TASKS.items()
        if is_in_oneroster(competency)
        for it in tasks
    ]


def _objectives_of_line_items() -> list[Row]:
    return [
        (f"lio-{task_id(competency, it)}-{place}", "", "", f"li-{task_id(competency, it)}", _SOURCE, skill)
        for competency, tasks in TASKS.items()
        if is_in_oneroster(competency)
        for it in tasks
        for place in sorted(it.shows)
        for skill in (skill_id(competency, place),)
    ]


def _result(number: int, showing: Showing) -> Row:
    late = "true" if number % _EVERY_LATE == 0 else "false"
    return (
        *(_id(number), "", "", f"li-{showing.task_id}", showing.pupil.source_id, "fully graded", "", showing.on),
        *(showing.comment, "", _CLASS, "false", "false", late, "false"),
    )


def _levels(number: int, showing: Showing) -> list[Row]:
    return [
        (f"{_id(number)}-{place}", "", "", _id(number), _SOURCE, skill_id(showing.competency, place), level, name)
        for place, level in showing.levels.items()
        for name in (LEARNING[level - 1],)
    ]


def _id(number: int) -> str:
    return f"res-{number:05d}"


def _not_taken() -> list[Row]:
    """Line items without work: two not handed in, one that a student was excused from."""
    task = f"li-{task_id('MAT.EST', TASKS['MAT.EST'][2])}"
    on = date(2026, 5, 20)
    states = {"S1085": "not submitted", "S1159": "not submitted", "S1068": "exempt"}
    return [
        (
            *(f"res-9{number:04d}", "", "", task, pupil.source_id, states[pupil.id], "", on, "", "", _CLASS),
            *("false", "false", "false", "true" if states[pupil.id] == "not submitted" else "false"),
        )
        for number, pupil in enumerate((it for it in PUPILS if it.id in states), 1)
    ]
