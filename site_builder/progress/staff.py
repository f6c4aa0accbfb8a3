"""A group's page for its teachers: who is ready for what, and where support is asked for; by name, never ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from site_builder.evidence.student import Student
from site_builder.progress.desk import Desk
from site_builder.progress.guide import Guide
from site_builder.progress.ready import is_for_a_fresh_look, is_near, nearest_first
from site_builder.progress.standing import Standing
from site_builder.progress.voice import Voice


@dataclass(frozen=True, slots=True)
class Brief:
    """What a teacher of the group should know of one student: ids of competencies, and the student's own words."""

    student: str
    ready: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    last: date | None = None


class Row(NamedTuple):
    """A student as the page of their group shows them."""

    student: Student
    ready: Markup
    fresh: Markup
    help: Markup
    last: date | None


def brief(standing: Standing, voice: Voice | None) -> Brief:
    """A student in brief: what is nearly there, the nearest first; habits are not among it."""
    skills = [skill for it in standing.competencies for skill in it.skills]
    return Brief(
        standing.student,
        tuple(it.competency.id for it in nearest_first(standing.competencies) if is_near(it)),
        tuple(it.competency.id for it in standing.competencies if is_for_a_fresh_look(it)),
        voice.help if voice else (),
        max((it.last for it in skills if it.last), default=None),
    )


def group_page(
    title: str, students: Sequence[tuple[Student, Brief]], as_of: date, guide: Guide, *, is_sealed: bool
) -> str:
    """The page of a group as HTML, without the document around it; students come in the order of their names."""
    ordered = sorted(students, key=lambda pair: (pair[0].sort_name.casefold(), pair[0].id))
    rows = [_row(student, it, guide.desk) for student, it in ordered]
    return guide.desk.render(
        "group", title=title, students=rows, as_of=as_of, settings=guide.desk.ground.settings, is_sealed=is_sealed
    )


def _row(student: Student, it: Brief, desk: Desk) -> Row:
    ready, fresh = (desk.listed(map(desk.title, ids), "; ") for ids in (it.ready, it.fresh))
    return Row(student, ready, fresh, desk.listed(map(desk.hand.text, it.help), "; "), it.last)
