"""Rubrics fill the levels of skills: those of the school or of the outcomes beside them, found by their titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from site_builder.exchange.canvas.points import number_of, points_of
from site_builder.exchange.canvas.rubric import Criterion, Rating, Rubric, same
from site_builder.exchange.format import Aside
from site_builder.exchange.framework import Framework
from site_builder.exchange.html_text import markdown_of_plain
from site_builder.exchange.names import Names
from site_builder.exchange.sheets.cells import statements
from site_builder.model import Competency, Scale, Skill

_OTHER_LEVELS = "the area of this skill has other levels: neither names nor points are the same"
_NO_SKILLS = "the competency has no skills, and is described itself"


class Filling:
    """Fills a framework from rubrics; `left` are those that no competency is called like."""

    def __init__(self, base: Framework, names: Names) -> None:
        self.base = base
        self.names = names
        self.made: dict[str, Competency] = {}
        self.left: list[Rubric] = []
        self.aside: list[Aside] = []
        self._titles = _one_by_one((key, it.id) for it in base.competencies for key in _keys(it.id, it.title))

    def fill(self, rubrics: Iterable[Rubric]) -> None:
        """Describe the skills that rubrics are about."""
        for it in rubrics:
            id = self._titles.get(same(it.name), "")
            if id:
                self.made[id] = self._filled(self.made.get(id, self.base.by_id[id]), it)
            else:
                self.left.append(it)

    def _filled(self, it: Competency, rubric: Rubric) -> Competency:
        scale = self.base.by_slug[it.area].scale
        skills = {skill.id: skill for skill in it.skills}
        known = _one_by_one((key, skill.id) for skill in it.skills for key in _keys(skill.id, skill.title))
        for criterion in rubric.criteria:
            id = known.get(same(criterion.name), "")
            if not id and it.id in skills and skills[it.id].levels:
                self._set_aside("criteria", criterion, _NO_SKILLS)
            elif id:
                skills[id] = self._described(skills[id], criterion, scale)
            else:
                skills.pop(it.id, None)
                made = self.names.id("", f"{it.id}.{len(skills) + 1}")
                skills[made] = self._described(Skill(made, criterion.name, {}), criterion, scale)
        return replace(it, skills=tuple(skills.values()))

    def _described(self, skill: Skill, criterion: Criterion, scale: Scale) -> Skill:
        statement = skill.statement or markdown_of_plain(criterion.description)
        statement = skill.statement if same(statement) == same(skill.title) else statement
        skill = replace(skill, statement=statement)
        by_level = _by_level(criterion.ratings, scale)
        if criterion.ratings and not by_level:
            self._set_aside("ratings", criterion, _OTHER_LEVELS)
        said = {id: statements(it.description) for id, it in by_level.items() if it.description}
        if not said:
            return skill
        levels = {it.id: said[it.id] for it in scale.levels if it.id in said}
        return replace(skill, levels=levels, not_used=tuple(it.id for it in scale.levels if it.id not in said))

    def _set_aside(self, kind: str, it: Criterion, why: str) -> None:
        content = {
            "criterion": it.name,
            "description": it.description,
            "ratings": [{"name": one.name, "description": one.description, "points": one.points} for one in it.ratings],
        }
        self.aside.append(Aside(kind, it.name, it.file, it.line, content, why))


def _by_level(ratings: Iterable[Rating], scale: Scale) -> Mapping[str, Rating]:
    """The ratings by level: by the names of the levels, or else by their points; none where one is of another level."""
    listed = list(ratings)
    names = {same(it.name): it.id for it in scale.levels}
    points = {number_of(at): it.id for at, it in zip(points_of(scale.levels), scale.levels, strict=True)}
    for found in ([names.get(same(it.name)) for it in listed], [points.get(it.points) for it in listed]):
        if all(found) and len(set(found)) == len(found):
            return {id: it for id, it in zip(found, listed, strict=True) if id}
    return {}


def _keys(id: str, title: str) -> Iterable[str]:
    """What a rubric may call something: by its title, its id, or both."""
    return {same(title), same(id), same(f"{title} ({id})")}


def _one_by_one(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Ids by what they are called, without what several are called."""
    found: dict[str, str] = {}
    for key, id in pairs:
        found[key] = id if found.get(key, id) == id else ""
    return found
