"""The scale of a framework that says nothing of levels."""

from __future__ import annotations

from site_builder.exchange.framework import Framework
from site_builder.model import Level, Scale

_NAMES = ("Emerging", "Developing", "Proficient", "Extending")
_TARGET = 3


def stand_in(existing: Framework | None) -> Scale:
    """The first scale of the school that is there already, or four levels to begin with."""
    if existing and existing.settings.scales:
        return next(iter(existing.settings.scales.values()))
    return Scale(
        "learning", tuple(Level(str(place), name, "", place, place == _TARGET) for place, name in enumerate(_NAMES, 1))
    )
