"""area.yml: a field of learning."""

from __future__ import annotations

from dataclasses import replace

from site_builder.model import Area, Kind, Settings
from site_builder.problems import Problem, Spot
from site_builder.sources.folder import Source
from site_builder.sources.shape import Id, Shape, Text, Uuid, shaped


class AreaShape(Shape):
    """continuum/<area>/area.yml: a field of learning"""

    id: Id
    """A short name that never changes, as in LIT."""
    title: Text
    """What readers see, as in “Literacy”."""
    kind: Kind
    """knowledge, transferable (skills used everywhere) or lifelong (habits, which are never mixed with academics)."""
    scale: Id
    """The scale of levels that this area uses, by its name in continuum.yml."""
    about: Text
    """What is learned here, in a sentence or two."""
    identifier: Uuid | None = None
    """The UUID by which other systems know this area, where it came with one."""


def read_area(source: Source, value: object, settings: Settings) -> tuple[Area | None, list[Problem]]:
    """An area with its scale; a lifelong area's scale is one of habits."""
    shape, problems = shaped(AreaShape, source.file, value)
    if shape is None:
        return None, problems
    if shape.scale not in settings.scales:
        known = ", ".join(settings.scales)
        message = f"there is no scale “{shape.scale}” in continuum.yml"
        return None, [Problem(Spot(source.file, ("scale",)), "scale-unknown", message, hint=f"it is one of {known}")]
    scale = replace(settings.scales[shape.scale], is_habit=shape.kind is Kind.LIFELONG)
    return Area(
        shape.id, source.area, shape.title, shape.kind, scale, shape.about, source.file, shape.identifier or ""
    ), []
