"""The folder of the invented school."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tools.school import canvas, sheet
from tools.school.calendar import AS_OF
from tools.school.oneroster import write_oneroster
from tools.school.people import PUPILS
from tools.school.pupil import Pupil
from tools.school.table import write_table
from tools.school.voices import VOICES, Voice
from tools.school.year import year

ROSTER = "id,name,given,sort name,language,groups,household,other ids,email"
_README = f"""Everybody in this folder is invented, and so is everything that they do and say.

roster.csv   60 students of a school that does not exist
evidence/    their year of work: literacy and science as Canvas exports it, mathematics as OneRoster files,
             and teachers' own sheets
words/       what students say of their learning, in their own words, a file for each student who said something

It is as things stand on {AS_OF.isoformat()}. A few rows are wrong on purpose, as in real exports: an unknown
student, an outcome of another course, a level outside the scale, a day that no calendar has, a student in two
sections. They show what is set aside, and why.

`python -m tools.school` writes this folder, the same each time. Nothing in it has to be kept secret.
"""


def write_school(folder: Path) -> None:
    """Write the roster, a year of evidence and the students' words into a folder."""
    shown, evidence = year(), folder / "evidence"
    write_table(folder / "roster.csv", ROSTER, map(_on_roster, PUPILS))
    write_table(evidence / "canvas-outcome-results.csv", canvas.HEADER, canvas.canvas_rows(shown))
    write_table(evidence / "starting-points.csv", sheet.HEADER, sheet.starting_points(shown))
    write_table(evidence / "talks-and-practice.csv", sheet.HEADER, sheet.notes(shown))
    write_table(evidence / "collaboration-and-habits.csv", sheet.HEADER, sheet.observations(shown))
    write_oneroster(evidence / "oneroster", shown)
    for student, voice in VOICES.items():
        _write(folder / "words" / f"{student}.md", _voice(voice))
    _write(folder / "README.txt", _README)


def _on_roster(pupil: Pupil) -> tuple[str, ...]:
    email = f"{pupil.id.lower()}@students.example.org"
    about = (pupil.id, pupil.name, pupil.given, pupil.sort_name, pupil.language, pupil.groups, pupil.household)
    return (*about, pupil.source_id, email)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _voice(voice: Voice) -> str:
    return "\n".join(["---", *_head(voice), "---", voice.words, ""])


def _head(voice: Voice) -> Iterator[str]:
    yield f"said: {voice.said}"
    if voice.language:
        yield f"language: {voice.language}"
    for key, sentences in (("goals", voice.goals), ("help", voice.help)):
        if sentences:
            yield f"{key}:"
            yield from (f"  - {json.dumps(it, ensure_ascii=False)}" for it in sentences)
