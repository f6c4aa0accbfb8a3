"""Identifiers that a framework makes of ids need not be written down: whoever reads the sources makes the same ones."""

from __future__ import annotations

from dataclasses import replace

from site_builder.exchange.framework import Framework
from site_builder.identifiers import area_identifier, competency_identifier, skill_identifier
from site_builder.model import Area, Competency, Skill


def without_derived(framework: Framework) -> Framework:
    """The framework with only such identifiers as cannot be made of an id."""
    whole = framework.identifier
    return replace(
        framework,
        areas=tuple(_area(whole, it) for it in framework.areas),
        competencies=tuple(_competency(whole, it) for it in framework.competencies),
    )


def _area(whole: str, it: Area) -> Area:
    bare = replace(it, identifier="")
    return bare if it.identifier and area_identifier(whole, bare) == it.identifier else it


def _competency(whole: str, it: Competency) -> Competency:
    if not it.identifier and not any(skill.identifier for skill in it.skills):
        return it
    bare = replace(it, identifier="")
    is_derived = competency_identifier(whole, bare) == it.identifier
    skills = tuple(_skill(whole, skill, it) for skill in it.skills)
    return replace(bare if is_derived else it, skills=skills)


def _skill(whole: str, it: Skill, owner: Competency) -> Skill:
    """A competency without skills is its own only one, and shares its identifier."""
    bare = replace(it, identifier="")
    made = skill_identifier(whole, bare)
    if it.id == owner.id:
        made = competency_identifier(whole, replace(owner, identifier=""))
    return bare if it.identifier == made else it
