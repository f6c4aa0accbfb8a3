"""Mahara: a SmartEvidence matrix, into which students lay the pages of a portfolio."""

from __future__ import annotations

from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import Format, WriteWish, Written
from site_builder.exchange.framework import Framework
from site_builder.exchange.mahara.matrix import matrix

# What a matrix shows; nothing of it comes back.
_CARRIES = NEEDED | {
    *("settings.title", "settings.description", "area.about", "competency.statement", "skill.statement"),
    *("level.id", "level.name", "level.means", "level.is_target", "skill.levels", "skill.not_used"),
}


def write(framework: Framework, wish: WriteWish) -> Written:
    """The whole framework as one matrix."""
    return Written({"continuum.matrix": matrix(framework)})


FORMAT = Format(
    name="mahara",
    says="Mahara: a SmartEvidence matrix",
    variants={"matrix": "the whole as one framework: areas, competencies and skills"},
    carries={"matrix": _CARRIES},
    write=write,
)
