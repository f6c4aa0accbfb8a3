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
    level: Id | None = None
    any: Count | None = None
    of: list[RequirementShape] = []
    all: list[RequirementShape] = []

    @model_validator(mode="after")
    def asks_for_one_thing(self) -> RequirementShape:
        """Exactly one of the three forms."""
        forms = (bool(self.competency and self.level), bool(self.any and self.of), bool(self.all))
        if sum(forms) != 1 or (self.of and not self.any):
            raise ValueError("a requirement is a “competency” with its “level”, an “any” with its “of”, or an “all”")
        return self


class PathwayShape(Shape):
    """continuum/pathways/<slug>.yml"""

    id: Id
    title: Text
    about: Text
    credit: Text = ""
    requires: Annotated[list[RequirementShape], Field(min_length=1)]


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
