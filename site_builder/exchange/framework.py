"""A continuum whole, as formats take it in and give it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from site_builder.identifiers import framework_identifier
from site_builder.model import Area, Competency, Exemplar, Pathway, Settings, Skill, Term


@dataclass(frozen=True)
class Framework:
    """Everything of a continuum that a format may carry, in the order of the continuum.

    Competencies stand area by area, retired ones among them. What comes out of an importer has no sources yet: `slug`
    and `source` of areas and competencies are as `exchange.names` proposes them.
    """

    settings: Settings
    areas: tuple[Area, ...]
    competencies: tuple[Competency, ...]
    exemplars: tuple[Exemplar, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    glossary: tuple[Term, ...] = ()

    @cached_property
    def identifier(self) -> str:
        """The UUID of the whole."""
        return framework_identifier(self.settings)

    @cached_property
    def language(self) -> str:
        """The code of the language that the sources are written in."""
        return self.settings.languages[0]

    @cached_property
    def by_id(self) -> Mapping[str, Competency]:
        """The competencies by id."""
        return {it.id: it for it in self.competencies}

    @cached_property
    def by_slug(self) -> Mapping[str, Area]:
        """The areas by slug, which is what a competency calls its area."""
        return {it.slug: it for it in self.areas}

    @cached_property
    def skills(self) -> Mapping[str, tuple[Competency, Skill]]:
        """Each skill by id, with its competency; a competency without skills is its own only one."""
        return {skill.id: (it, skill) for it in self.competencies for skill in it.skills}

    def of_area(self, area: Area) -> tuple[Competency, ...]:
        """The competencies of an area."""
        return tuple(it for it in self.competencies if it.area == area.slug)

    def target(self, it: Competency) -> str:
        """The id of the level to reach: the competency's own, or its scale's; empty where neither says one."""
        scale = self.by_slug[it.area].scale
        return it.target or next((level.id for level in scale.levels if level.is_target), "")
