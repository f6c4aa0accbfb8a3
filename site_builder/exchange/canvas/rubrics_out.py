"""A framework as rubrics: one for each competency, a line for each skill, a rating for each level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from site_builder.exchange.canvas.points import points_of
from site_builder.exchange.canvas.rubric import HEADER, RATING, same
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.cells import as_cell
from site_builder.model import Scale, Skill


def rubric_rows(framework: Framework) -> Iterator[Sequence[str]]:
    """The rows of the file, its header first; competencies that are retired get no rubric."""
    current = [it for it in framework.competencies if not it.retired]
    widest = max((len(framework.by_slug[it.area].scale.levels) for it in current), default=1)
    yield (*HEADER, *RATING * widest)
    names = _apart((it.id, it.title) for it in current)
    for it in current:
        scale = framework.by_slug[it.area].scale
        lines = _apart((skill.id, skill.title) for skill in it.skills)
        for skill in it.skills:
            yield names[it.id], lines[skill.id], skill.statement, "FALSE", *_ratings(skill, scale)


def _apart(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Titles by id, with the id behind those that several have."""
    pairs = list(named)
    count = Counter(same(title) for _, title in pairs)
    return {id: title if count[same(title)] == 1 else f"{title} ({id})" for id, title in pairs}


def _ratings(skill: Skill, scale: Scale) -> Iterator[str]:
    points = points_of(scale.levels)
    for level in reversed(scale.levels):
        if skill.uses(level.id):
            yield level.name
            yield as_cell(skill.levels[level.id]) if level.id in skill.levels else ""
            yield points[level.position - 1]
