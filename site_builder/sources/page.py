"""A hand-written page: a title and Markdown."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from site_builder.model import Page
from site_builder.problems import Problem
from site_builder.sources.folder import Source
from site_builder.sources.front_matter import Halves
from site_builder.sources.shape import Label, Shape, Text, shaped


class PageShape(Shape):
    """The head of continuum/pages/<slug>.md"""

    title: Label
    description: Text = ""
    order: Annotated[int, Field(ge=0, le=1000)] = 100


def read_page(source: Source, value: object, halves: Halves) -> tuple[Page | None, list[Problem]]:
    """A hand-written page."""
    shape, problems = shaped(PageShape, source.file, value)
    if shape is None:
        return None, problems
    return Page(
        source.slug, shape.title, halves.body, source.file, shape.description, shape.order, halves.body_line
    ), []
