"""A generated school: a continuum of 24 competencies, a roster, and a year of evidence as Canvas exports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from bench.content import LEVELS, SKILLS, write_continuum

COMPETENCIES = 24
LAST_DAY = "2025-08-31"
_TASKS = 16  # for each competency; who has done them all begins again, as a second attempt
_A_GROUP = 25
_QUIZ = 6  # one task in so many
_GIVEN = (
    "Amina", "Bea", "Chidi", "Dara", "Eno", "Farah", "Goran", "Hana", "Ivo", "José", "Keiko", "Lena", "Malik", "Noor",
    "Oskar", "Priya", "Quinn", "Rosa", "Søren", "Tala", "Uma", "Vera", "Wren", "Ximena", "Yusuf", "Zoë", "Anh", "Bruno",
    "Carmen",
)  # fmt: skip
_FAMILY = (
    "Abara", "Brandt", "Castillo", "Dlamini", "Eriksen", "Flores", "García Márquez", "Haddad", "Ito", "Jansen",
    "Kowalski", "Lindqvist", "Mbeki", "Nguyen", "O’Neill", "Petrov", "Quispe", "Rahman", "St. Clair", "Tanaka", "Ueda",
    "Vargas", "Washington", "Xu", "Yilmaz", "Zhang", "Adeyemi", "Bianchi", "Cohen", "Duarte", "Eze",
)  # fmt: skip
_TITLES = ("Lab report", "Essay", "Presentation", "Field notes", "Design review", "Portfolio entry", "Debate")

# What is drawn for a student `s`, and for a piece `p` of theirs: the same at every run.
_DRAWN = (
    "(xor((s * 7919 + p * 104729 + which * 1299709) * 2654435761 % 4294967296, 1540483477) * 1103515245 "
    "% 4294967296) // 65536"
)
_PERSON = {
    "id": "'S' || lpad((s + 1)::VARCHAR, 6, '0')",
    "inner_id": "(400000 + s * 7)::VARCHAR",
    "given": "getvariable('given')[1 + s % len(getvariable('given'))]",
    "family": "getvariable('family')[1 + s * 7 % len(getvariable('family'))]",
    "team": f"s // {_A_GROUP}",
}
_PIECE = {
    "competency": f"p % {COMPETENCIES}",
    "skill": f"1 + drawn(s, p, 1) % {len(SKILLS)}",
    "turn": f"p // {COMPETENCIES} + team % 3 * 5",
    "task": f"competency * {_TASKS} + turn % {_TASKS}",
    "attempt": f"1 + p // {COMPETENCIES} // {_TASKS}",
    "is_quiz": f"task % {_QUIZ} = 0",
    "course": "task % 40",
    "level": f"least({LEVELS}, 1 + (p * 192 // pieces + drawn(s, 0, 2) % 96 + drawn(s, p, 3) % 96) // 64)",
    "day": "(TIMESTAMP '2024-09-01' + to_days((p * 364 // pieces)::INTEGER) "
    "+ to_minutes((480 + drawn(s, p, 4) % 480)::INTEGER))",
}
_EXPORT = {
    "student name": "family || ', ' || given",
    "student id": "inner_id",
    "student sis id": "id",
    "assessment title": "getvariable('titles')[1 + task % len(getvariable('titles'))] || ' ' || (task + 1)",
    "assessment id": "(70000 + task)::VARCHAR",
    "assessment type": "if(is_quiz, 'quiz', 'assignment')",
    "submission date": "strftime(day, '%Y-%m-%dT%H:%M:%S-05:00')",
    "submission score": "level * 4 || '.0'",
    "learning outcome name": "'GEN.' || lpad(competency::VARCHAR, 5, '0') || '.' || skill",
    "learning outcome id": f"(9000 + competency * {len(SKILLS)} + skill)::VARCHAR",
    "attempt": "attempt::VARCHAR",
    "outcome score": "level || '.0'",
    "assessment question": "if(is_quiz, 'Question 1, on the whole', NULL)",
    "assessment question id": "if(is_quiz, (80000 + task)::VARCHAR, NULL)",
    "course name": "'Course ' || (course + 1) || ', all year'",
    "course id": "(500 + course)::VARCHAR",
    "course sis id": "'C-' || (500 + course)",
    "section name": "'Section ' || (team + 1)",
    "section id": "(3000 + team)::VARCHAR",
    "section sis id": "'SEC-' || (3000 + team)",
    "assignment url": "'https://canvas.school.example/courses/' || (500 + course) || '/assignments/' || (70000 + task)",
    "learning outcome friendly name": "NULL",
    "learning outcome points possible": f"'{LEVELS}.0'",
    "learning outcome mastery score": "'4.0'",
    "learning outcome mastered": "if(level >= 4, '1', '0')",
    "learning outcome rating": "'Level ' || level",
    "learning outcome rating points": "level || '.0'",
    "learning outcome group title": "'Competency number ' || competency",
    "learning outcome group id": "(600 + competency)::VARCHAR",
    "account id": "'1'",
    "account name": "'Generated school'",
    "enrollment state": "'active'",
}
_ROSTER = {
    "id": "id",
    "name": "given || ' ' || family",
    "given": "given",
    "sort name": "family || ', ' || given",
    "language": "if(s % 10 = 0, 'es', 'en')",
    "groups": "'Advisory ' || (team + 1)",
    "household": "'H' || s // 2",
    "other ids": "inner_id",
    "email": "lower(id) || '@school.example'",
}


@dataclass(frozen=True, slots=True)
class School:
    """A school's folder, its roster and its export, and how many students and pieces for each there are."""

    folder: Path
    students: int
    pieces: int

    @property
    def project(self) -> Path:
        """Where the continuum is."""
        return self.folder / "project"

    @property
    def roster(self) -> Path:
        """Who the students are."""
        return self.folder / "roster.csv"

    @property
    def one(self) -> Path:
        """A roster with the first student alone."""
        return self.folder / "one.csv"

    @property
    def export(self) -> Path:
        """The evidence as Canvas exports it."""
        return self.folder / f"outcome-results-{self.pieces}.csv"

    @property
    def store(self) -> Path:
        """The evidence once it is read."""
        return self.folder / f"evidence-{self.pieces}.parquet"

    @property
    def keys(self) -> Path:
        """The register of keys."""
        return self.folder / "keys.json"

    @property
    def rows(self) -> int:
        """How many rows the export has."""
        return self.students * self.pieces


def write_school(folder: Path, students: int, pieces: int) -> School:
    """Write a school into a folder that has none yet; another number of pieces is only another export."""
    school = School(folder, students, pieces)
    if not school.project.is_dir():
        write_continuum(school.project, COMPETENCIES)
        _copy(_people(students), _ROSTER, school.roster)
        _copy(_people(1), _ROSTER, school.one)
    _copy(_work(students, pieces), _EXPORT, school.export)
    return school


def _people(students: int) -> str:
    return f"SELECT s, {_named(_PERSON)} FROM range({students}) of_range(s)"  # noqa: S608  ours


def _work(students: int, pieces: int) -> str:
    numbers = f"i // {pieces} AS s, i % {pieces} AS p, {pieces} AS pieces"
    return f"SELECT {numbers}, {_named(_PERSON | _PIECE)} FROM range({students * pieces}) of_range(i)"  # noqa: S608


def _copy(source: str, columns: Mapping[str, str], file: Path) -> None:
    con = duckdb.connect()
    for name, values in (("given", _GIVEN), ("family", _FAMILY), ("titles", _TITLES)):
        con.execute(f"SET VARIABLE {name} = ?", [list(values)])
    con.execute(f"CREATE MACRO drawn(s, p, which) AS {_DRAWN}")
    con.execute(f"COPY (SELECT {_named(columns)} FROM ({source})) TO '{file}' (FORMAT csv, HEADER)")  # noqa: S608
    con.close()


def _named(columns: Mapping[str, str]) -> str:
    return ", ".join(f'{expression} AS "{name}"' for name, expression in columns.items())
