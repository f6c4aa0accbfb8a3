"""Identifiers that a framework makes of ids need not be written down: whoever reads the sources makes the same ones."""

from __future__ import annotations

from dataclasses import replace

from site_builder.exchange.framework import Framework
from site_builder.identifiers import area_identifier, competency_identifier, skill_identifier
from site_builder.model import Area, Competency, Skill


def without_derived(framework: Framework, written: frozenset[str] = frozenset()) -> Framework:
    """The framework with only such identifiers as cannot be made of an id, or are `written` somewhere already."""
    bare = _Bare(framework.identifier, written)
    return replace(
        framework,
        areas=tuple(map(bare.area, framework.areas)),
        competencies=tuple(map(bare.competency, framework.competencies)),
    )


def identifiers_in(framework: Framework) -> frozenset[str]:
    """All identifiers that a framework writes down."""
    skills = {skill.identifier for _, skill in framework.skills.values()}
    areas = {it.identifier for it in framework.areas}
    return frozenset(skills | areas | {it.identifier for it in framework.competencies})


class _Bare:
    """Things of one framework without identifiers that are made of their ids."""

    def __init__(self, whole: str, written: frozenset[str]) -> None:
        self.whole = whole
        self.written = written

    def area(self, it: Area) -> Area:
        bare = replace(it, identifier="")
        return bare if self._is_made(it.identifier, area_identifier(self.whole, bare)) else it

    def competency(self, it: Competency) -> Competency:
        if not it.identifier and not any(skill.identifier for skill in it.skills):
            return it
        bare = replace(it, identifier="")
        made = competency_identifier(self.whole, bare)
        skills = tuple(self._skill(skill, made if skill.id == it.id else "") for skill in it.skills)
        return replace(bare if self._is_made(it.identifier, made) else it, skills=skills)

    def _skill(self, it: Skill, shared: str) -> Skill:
        """A competency without skills is its own only one, and shares its identifier."""
        bare = replace(it, identifier="")
        return bare if self._is_made(it.identifier, shared or skill_identifier(self.whole, bare)) else it

    def _is_made(self, identifier: str, made: str) -> bool:
        return identifier == made and identifier not in self.written
