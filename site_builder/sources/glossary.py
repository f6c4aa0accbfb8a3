"""glossary.yml: words that families meet, and what they mean here."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from site_builder.model import Glossary, Term
from site_builder.problems import Problem
from site_builder.sources.folder import Source
from site_builder.sources.shape import Id, Shape, Statements, Text, listed, shaped


class TermShape(Shape):
    """One word, or a few that belong together."""

    id: Id
    """A short name that never changes. It is part of addresses, as in /glossary/#s-evidence."""
    term: Text
    """The word as readers look it up, as in “evidence”."""
    also: Statements = ()
    """Other forms of it: one, or a list, as in [pieces of evidence, proof]."""
    means: Text
    """What it means here, in a sentence or two that every family understands."""


class GlossaryShape(Shape):
    """continuum/glossary.yml: words that explain themselves wherever they stand"""

    terms: Annotated[tuple[TermShape, ...], Field(min_length=1)]
    """The words, in any order: the page shows them by the alphabet."""


def read_glossary(source: Source, value: object) -> tuple[Glossary | None, list[Problem]]:
    """The words of a school, in the order of the file."""
    shape, problems = shaped(GlossaryShape, source.file, value)
    if shape is None:
        return None, problems
    return Glossary(tuple(Term(it.id, it.term, it.means, listed(it.also)) for it in shape.terms), source.file), []
