"""The scales of a continuum as its areas use them."""

from __future__ import annotations

from site_builder.model import Area, Scale
from site_builder.outline import Outline


def scales_in_use(outline: Outline) -> tuple[Scale, ...]:
    """Every scale once, academic ones first; a scale that habits are read on knows that it is one."""
    used = {area.scale.id: area.scale for area in outline.areas.values()}
    known = [used.get(id, scale) for id, scale in outline.settings.scales.items()]
    return tuple(sorted(known, key=lambda scale: scale.is_habit))


def areas_on(scale: Scale, outline: Outline) -> tuple[Area, ...]:
    """The areas whose levels are those of this scale."""
    return tuple(area for area in outline.areas.values() if area.scale.id == scale.id)
