"""Rubrics fill the levels of skills: those of the school or of the outcomes beside them, found by their titles."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from site_builder.exchange.canvas.points import number_of, points_of
from site_builder.exchange.canvas.rubric import Criterion, Rating, Rubric, same
from site_builder.exchange.format import Aside
from site_builder.exchange.framework import Framework
from site_builder.exchange.html.text import markdown_of_plain
from site_builder.exchange.names import Names
from site_builder.exchange.sheets.cells import statements
from site_builder.model import Competency, Scale, Skill

_OTHER_LEVELS = "the area of this skill has other levels: neither names nor points are the same"
_NO_SKILLS = "the competency has no skills, and is described itself"
_UNCLEAR = "several competencies or skills are called so; an id in its place would say which one is meant"
_AGAIN = "another criterion of the rubric has described this skill"


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
            id = self._titles.get(same(it.name))
            if id is None:
                self.left.append(it)
            elif id:
                self.made[id] = self._filled(self.made.get(id, self.base.by_id[id]), it)
            else:
                for criterion in it.criteria:
                    self._set_aside("criteria", criterion, _UNCLEAR)

    def describe(self, id: str, skills: Iterable[tuple[str, Criterion]]) -> None:
        """Describe a competency that is made of a rubric, skill by skill."""
        it = self.base.by_id[id]
        scale = self.base.by_slug[it.area].scale
        by_id = {skill.id: skill for skill in it.skills}
        by_id |= {skill: self._described(by_id[skill], criterion, scale) for skill, criterion in skills}
        self.made[id] = replace(it, skills=tuple(by_id.values()))

    def _filled(self, it: Competency, rubric: Rubric) -> Competency:
        scale = self.base.by_slug[it.area].scale
        skills = {skill.id: skill for skill in it.skills}
        known = _one_by_one((key, skill.id) for skill in it.skills for key in _keys(skill.id, skill.title))
        done: set[str] = set()
        for criterion in rubric.criteria:
            id = known.get(same(criterion.name))
            trouble = self._trouble(id, done, is_described=it.id in skills and bool(skills[it.id].levels))
            if trouble:
                self._set_aside("criteria", criterion, trouble)
                continue
            if id is None:
                skills.pop(it.id, None)
                id = self.names.id("", f"{it.id}.{len(skills) + 1}")
                skills[id] = Skill(id, criterion.name, {})
            skills[id] = self._described(skills[id], criterion, scale)
            done.add(id)
        return replace(it, skills=tuple(skills.values()))

    def _trouble(self, id: str | None, done: Container[str], *, is_described: bool) -> str:
        """Why a criterion describes no skill, if it does not."""
        if id is None:
            return _NO_SKILLS if is_described else ""
        if not id:
            return _UNCLEAR
        return _AGAIN if id in done else ""

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
