"""A pathway's file: what it asks for, and the credit it gives."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from site_builder.model import Pathway, Requirement
from site_builder.problems import Problem
from site_builder.sources.folder import Source
from site_builder.sources.shape import Count, Id, Shape, Text, shaped


class RequirementShape(Shape):
    """A competency at a level, or so many of several, or all of them."""

    competency: Id | None = None
    """The competency that is asked for, as in LIT.ARG."""
    level: Id | None = None
    """The level of it that is asked for."""
    any: Count | None = None
    """How many of those in “of” are asked for."""
    of: tuple[RequirementShape, ...] = ()
    """What there is to choose from."""
    all: tuple[RequirementShape, ...] = ()
    """Everything in this list is asked for."""

    @model_validator(mode="after")
    def asks_for_one_thing(self) -> RequirementShape:
        """Exactly one of the three forms, and the whole of it."""
        forms = (bool(self.competency or self.level), bool(self.any or self.of), bool(self.all))
        is_whole = (self.competency and self.level) or (self.any and self.of) or self.all
        if sum(forms) != 1 or not is_whole:
            raise ValueError("a requirement is a “competency” with its “level”, an “any” with its “of”, or an “all”")
        return self


class PathwayShape(Shape):
    """continuum/pathways/<slug>.yml: a route through the continuum"""

    id: Id
    """A short name that never changes."""
    title: Text
    """What readers see, as in “Graduation”."""
    about: Text
    """Whom the route is for and where it leads, in a sentence or two."""
    credit: Text = ""
    """The credit that it gives."""
    requires: Annotated[tuple[RequirementShape, ...], Field(min_length=1)]
    """What is asked for: competencies at levels, and choices among them."""


def read_pathway(source: Source, value: object) -> tuple[Pathway | None, list[Problem]]:
    """A route through the continuum."""
    shape, problems = shaped(PathwayShape, source.file, value)
    if shape is None:
        return None, problems
    requires = tuple(map(_requirement, shape.requires))
    return Pathway(shape.id, source.slug, shape.title, shape.about, requires, source.file, shape.credit), []


def _requirement(shape: RequirementShape) -> Requirement:
    inner = tuple(map(_requirement, shape.of or shape.all))
    count = len(shape.all) if shape.all else (shape.any or 0)
    return Requirement(shape.competency or "", shape.level or "", count, inner)
