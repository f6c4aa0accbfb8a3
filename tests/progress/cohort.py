"""An invented cohort with evidence and words, and what somebody wants made of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from site_builder.evidence.student import Roster, Student
from site_builder.look.words import catalogue
from site_builder.outline import Outline
from site_builder.private.secret import new_secret
from site_builder.progress.code_pages import code_pages
from site_builder.progress.ground import Ground, ground_of
from site_builder.progress.run import Wish
from site_builder.progress.telling import Telling, Tellings, as_written
from site_builder.progress.workshop import Job
from site_builder.sources.texts import retold
from tests.evidence.school import AREAS, COMPETENCIES, TODAY, School
from tests.site.continua import small_outline

SIZE = 24
OWN = ("student", "skill", "level", "date", "comment")
NAMES = ("Amina Wren", "Bo Heron", "Chidi Finch", "Dilnoza Stork")


def pupil(number: int) -> Student:
    """One of the cohort; every sixth family reads Spanish."""
    name = f"{NAMES[number % 4]}{'abcdef'[number // 4]}"
    given, _, family = name.partition(" ")
    language = "" if number % 6 else "es"
    return Student(f"pupil-{number:02}", name, given, f"{family}, {given}", language, (f"Group {number % 2}",))


def cohort(folder: Path) -> Wish:
    """Two dozen students in two groups, with work, words and keys; one comment names somebody else."""
    students = {it.id: it for it in map(pupil, range(SIZE))}
    roster = Roster(students, {"Group 0": "Group 0", "Group 1": "Group 1"})
    school = School(folder, roster)
    rows = [
        (id, skill, str(1 + (number + week) % 4), f"2026-0{week}-11", "You took care with “cinnamon bread”.")
        for number, id in enumerate(sorted(students)[1:])
        for skill in ("WRI.SIG", "WRI.DIR.1", "WRI.DIR.2")
        for week in range(1, 7)
    ]
    rows.append(("pupil-05", "WRI.SIG", "2", "2026-09-01", f"Better than {students['pupil-06'].name}."))
    school.read(school.table("work.csv", OWN, *rows))
    outline = small_outline(COMPETENCIES, areas=AREAS.values())
    ground = ground_of(outline.settings, outline.areas, COMPETENCIES)
    told = Tellings(as_written(ground, outline), {"es": _in_spanish(ground, outline)})
    job = Job(told, TODAY, "https://school.example/", _words(folder / "words"))
    secrets = {id: new_secret() for id in students}
    groups = {id: new_secret() for id in roster.groups}
    return Wish(job, school.store, roster, folder / "private", secrets, groups, 0, code_pages(["en"]))


def readable(wish: Wish, out: Path) -> Wish:
    """The same as readable pages, which are the same bytes each time."""
    return replace(wish, job=replace(wish.job, is_sealed=False), out=out)


def _in_spanish(ground: Ground, outline: Outline) -> Telling:
    """The same for families who read Spanish; each text says so at its end."""
    competencies = [retold(it, lambda _, text: f"{text} (es)") for it in COMPETENCIES]
    told = ground_of(ground.settings, ground.areas, competencies)
    return Telling("es", told, outline, catalogue("es"), "es/", "es/")


def _words(folder: Path) -> Path:
    """What two of the cohort say, what one says that cannot be read, and what nobody says."""
    folder.mkdir()
    for id, text in (("pupil-03", "help: [Long words]"), ("pupil-04", ""), ("pupil-07", "goals: x"), ("nobody", "")):
        (folder / f"{id}.md").write_text(f"---\n{text}\n---\n\nI like *reading* aloud.\n", encoding="utf-8")
    return folder
