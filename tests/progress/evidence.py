"""Small makers: a piece of evidence, a ground to judge on, a standing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from site_builder.evidence.piece import Mark, Piece
from site_builder.model import Area, Competency, Judging, Kind, Level, Pathway, Scale, Settings, Skill
from site_builder.progress.ground import Ground, ground_of
from site_builder.progress.judge import judge
from site_builder.progress.standing import CompetencyStanding, SkillStanding, Standing

STUDENT = "S1"
SKILL = "LIT.ARG.1"
BEGIN = date(2026, 1, 5)
AS_OF = date(2026, 6, 1)
LEARNING = Scale("learning", tuple(Level(it, f"Level {it}", "", int(it), it == "3") for it in "1234"))
HABITS = Scale(
    "habits",
    (Level("together", "Together", "", 1, is_target=False), Level("self", "On my own", "", 2, is_target=True)),
    is_habit=True,
)
LITERACY = Area("LIT", "literacy", "Literacy", Kind.KNOWLEDGE, LEARNING, "", "continuum/literacy/area.yml")
AGENCY = Area("AGE", "agency", "Agency", Kind.LIFELONG, HABITS, "", "continuum/agency/area.yml")
SUSTAINED = Judging()


def day(number: int) -> date:
    """So many days after the first."""
    return BEGIN + timedelta(days=number)


def piece(level: str = "3", on: int = 0, **changes: Any) -> Piece:
    """A piece that shows a level, so many days after the first; without a task it is a work of its own."""
    return Piece(STUDENT, SKILL, level, day(on))._replace(**changes)


def pieces(levels: Iterable[str | int], **changes: Any) -> list[Piece]:
    """One piece a week, each of a task of its own."""
    return [piece(str(it), 7 * number, task=f"Task {number}", **changes) for number, it in enumerate(levels)]


def marked(mark: Mark, level: str = "", on: int = 0, **changes: Any) -> Piece:
    """A row that says something else than what work has shown."""
    return piece(level, on, mark=mark, **changes)


def skill(id: str = SKILL, levels: str = "1234", **changes: Any) -> Skill:
    """A skill that describes these levels of the scale, and does not use the others."""
    unused = tuple(it for it in "1234" if it not in levels)
    return replace(Skill(id, id, {it: (f"I can do {it}.",) for it in levels}, unused), **changes)


def competency(id: str = "LIT.ARG", count: int = 1, **changes: Any) -> Competency:
    """A competency with so many skills."""
    slug, skills = id.lower(), tuple(skill(f"{id}.{number}") for number in range(1, count + 1))
    made = Competency(id, slug, "literacy", id, "I can.", skills, f"continuum/literacy/{slug}.yml")
    return replace(made, **changes)


def habit(id: str = "AGE.GOA", **changes: Any) -> Competency:
    """A habit with one skill."""
    levels = {it.id: (f"I do it {it.name}.",) for it in HABITS.levels}
    return competency(id, area="agency", skills=(Skill(f"{id}.1", id, levels),), **changes)


def ground(*found: Competency, judging: Judging = SUSTAINED, pathways: Sequence[Pathway] = ()) -> Ground:
    """The ground of these competencies, or of one with one skill."""
    areas = {it.slug: it for it in (LITERACY, AGENCY)}
    scales = {it.scale.id: it.scale for it in areas.values()}
    settings = Settings("Riverbend", "", "", ("en",), scales, tuple(areas), judging)
    return ground_of(settings, areas, found or (competency(),), pathways)


def judged(found: Iterable[Piece], on: Ground | None = None, as_of: date = AS_OF) -> Standing:
    """The standing of the student of these pieces."""
    return judge(STUDENT, found, on or ground(), as_of)


def first(found: Iterable[Piece], on: Ground | None = None, as_of: date = AS_OF) -> CompetencyStanding:
    """The first competency of the standing."""
    return judged(found, on, as_of).competencies[0]


def only(found: Iterable[Piece], on: Ground | None = None, as_of: date = AS_OF) -> SkillStanding:
    """The first skill of the first competency."""
    return first(found, on, as_of).skills[0]
