"""All tasks of the year by competency, and what each system calls them."""

from __future__ import annotations

from tools.school.task import Task, Tasks
from tools.school.tasks_agency import AGENCY
from tools.school.tasks_collaboration import COLLABORATION
from tools.school.tasks_literacy import IN_SPANISH, LITERACY
from tools.school.tasks_mathematics import MATHEMATICS
from tools.school.tasks_science import SCIENCE

_ALL = LITERACY | MATHEMATICS | SCIENCE | COLLABORATION | AGENCY
TASKS: Tasks = {competency: tasks + IN_SPANISH.get(competency, ()) for competency, tasks in _ALL.items()}
_FIRST_IN_CANVAS = 4_100


def is_in_canvas(competency: str, task: Task) -> bool:
    """Whether a task is handed in through Canvas: literacy and science, apart from what teachers note by hand."""
    return competency[:3] in ("LIT", "SCI") and task.says is None


def is_in_oneroster(competency: str) -> bool:
    """Whether the tasks of a competency are in the mathematics platform."""
    return competency.startswith("MAT")


def task_id(competency: str, task: Task) -> str:
    """What the system that a task is in calls it."""
    return _IDS[competency, task.title]


def _ids() -> dict[tuple[str, str], str]:
    ids: dict[tuple[str, str], str] = {}
    for competency, tasks in TASKS.items():
        for number, task in enumerate(tasks, 1):
            in_canvas = is_in_canvas(competency, task)
            own = f"{competency.lower().replace('.', '-')}-{number}"
            ids[competency, task.title] = str(_FIRST_IN_CANVAS + len(ids)) if in_canvas else own
    return ids


_IDS = _ids()
