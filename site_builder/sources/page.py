"""A hand-written page: a title and Markdown."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from site_builder.model import Page
from site_builder.problems import Problem
from site_builder.sources.folder import Source
from site_builder.sources.front_matter import Halves
from site_builder.sources.shape import Shape, Text, plain_number, shaped

Order = Annotated[int, Field(ge=0, le=1000), BeforeValidator(plain_number)]


class PageShape(Shape):
    """The head of continuum/pages/<slug>.md: a page written by hand"""

    title: Text
    """The title of the page."""
    description: Text = ""
    """One sentence about it, for lists of pages and for search engines."""
    order: Order = 100
    """Where it stands among the pages: lower numbers come first."""


def read_page(source: Source, value: object, halves: Halves) -> tuple[Page | None, list[Problem]]:
    """A hand-written page."""
    shape, problems = shaped(PageShape, source.file, value)
    if shape is None:
        return None, problems
    return Page(
        source.slug, shape.title, halves.body, source.file, shape.description, shape.order, halves.body_line
    ), []
