"""A framework of 41 competencies and 207 skills on twelve levels, as Slate's users wrote it, and its ratings.

The data stays where it lies (shared/data/slate-cbl and shared/data/canvas) and is never copied into the project.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from site_builder.evidence.student import Roster, Student
from site_builder.model import Area, Competency, Kind, Level, Scale, Skill

HIGHEST = 12
TARGET = 9
WHY_ABSENT = "the data of Slate is not there (shared/data/slate-cbl), so nothing can be read from it"
SCALE = Scale("levels", tuple(Level(str(it), f"Level {it}", "", it, it == TARGET) for it in range(1, HIGHEST + 1)))
_COMPETENCY, _SKILL = "Competency Statement", "Standard"
_LIFELONG = frozenset({"HOS", "NGE", "WF"})


def slate_data() -> Path:
    """Where the data lies: in the folder that CONTINUUM_SHARED names, or in `shared` beside the checkout."""
    return _shared() / "data" / "slate-cbl"


def ratings() -> Path:
    """Slate's own export of 2,500 ratings of eleven students."""
    return slate_data() / "slate-ratings-export.csv"


def canvas_ratings() -> Path:
    """The same ratings in the layout of Canvas's Outcome Results, which cannot hold M and O."""
    return _shared() / "data" / "canvas" / "outcome_results.from-slate.csv"


def framework() -> tuple[dict[str, Area], dict[str, Competency]]:
    """The areas by slug and the competencies by id; every level of every skill has the same question as descriptor."""
    rows = _rows()
    competencies = {it["Code"]: _competency(it, rows) for it in rows if it["Type"] == _COMPETENCY}
    codes = sorted({it.partition(".")[0] for it in competencies})
    return {code.lower(): _area(code) for code in codes}, competencies


def asked() -> dict[str, dict[str, int]]:
    """How many ratings are asked for (Slate's ER), by skill and level."""
    return {it["Code"]: _asked(it["ER"]) for it in _rows() if it["Type"] == _SKILL}


def roster() -> Roster:
    """The eleven students of the export, whose ids are Slate's student numbers."""
    with ratings().open(encoding="utf-8", newline="") as lines:
        known = {it["Student Number"]: it for it in csv.DictReader(lines)}
    return Roster({id: _student(known[id]) for id in sorted(known)})


def _shared() -> Path:
    return Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[2] / "shared")


def _rows() -> list[dict[str, str]]:
    with (slate_data() / "slate-framework.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def _area(code: str) -> Area:
    kind = Kind.LIFELONG if code in _LIFELONG else Kind.KNOWLEDGE
    return Area(code, code.lower(), code, kind, SCALE, "", f"continuum/{code.lower()}/area.yml")


def _competency(row: Mapping[str, str], rows: list[dict[str, str]]) -> Competency:
    code, area = row["Code"], row["Code"].partition(".")[0].lower()
    slug = code.lower().replace(".", "-")
    skills = tuple(_skills(code, rows))
    source = f"continuum/{area}/{slug}.yml"
    return Competency(code, slug, area, row["Descriptor"], row["Statement"], skills, source)


def _skills(competency: str, rows: list[dict[str, str]]) -> Iterator[Skill]:
    for row in rows:
        if row["Type"] == _SKILL and row["Code"].rpartition(".")[0] == competency:
            yield Skill(row["Code"], row["Descriptor"], {it.id: (row["Statement"],) for it in SCALE.levels})


def _asked(text: str) -> dict[str, int]:
    said: dict[str, int] = json.loads(text)
    return {it.id: said.get(it.id, said["default"]) for it in SCALE.levels}


def _student(row: Mapping[str, str]) -> Student:
    name = row["Student Name"]
    other = (row["StudentID"], row["Student Username"])
    return Student(row["Student Number"], name, name, name, other_ids=other, household=row["Student Number"])
