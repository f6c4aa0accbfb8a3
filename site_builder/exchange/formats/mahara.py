"""Mahara: a SmartEvidence matrix, into which students lay the pages of a portfolio."""

from __future__ import annotations

from site_builder.exchange.format import Format, WriteWish, Written
from site_builder.exchange.framework import Framework
from site_builder.exchange.mahara.matrix import matrix


def write(framework: Framework, wish: WriteWish) -> Written:
    """The whole framework as one matrix."""
    return Written({"continuum.matrix": matrix(framework)})


FORMAT = Format(
    name="mahara",
    says="Mahara: a SmartEvidence matrix",
    variants={"matrix": "the whole as one framework: areas, competencies and skills"},
    carries={"matrix": frozenset()},
    write=write,
)
