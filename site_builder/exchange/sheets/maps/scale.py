"""The scale that tables are about: written in the map, taken from a table, or the school's own."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.exchange.format import Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.names import as_id
from site_builder.exchange.sheets.levels import MOST_LEVELS, level_in
from site_builder.exchange.sheets.maps.shape import SheetMap
from site_builder.exchange.sheets.maps.things import Things
from site_builder.model import Level, Scale
from site_builder.problems import Problem
from site_builder.sources.settings import LevelShape

NO_TARGET = Remark("levels", "nothing says which level everyone is helped to reach: add “target” to the map")
_HOW = "add “levels: […]” with their names in the order of growth, or a table whose rows are levels"


def scale_of(things: Things, map: SheetMap, existing: Framework | None) -> Scale | Problem:
    """The scale, or why there is none."""
    levels = tuple(_written(map)) or tuple(_from_tables(things))
    if not levels:
        return _of_school(map, existing)
    if len(levels) > MOST_LEVELS:
        return map.problem(f"there are {len(levels)} levels, and a scale has {MOST_LEVELS} at most", _HOW)
    twin = next((it.id for n, it in enumerate(levels) if it.id in {one.id for one in levels[:n]}), "")
    if twin:
        return map.problem(f"two levels have the id “{twin}”", "give each its own")
    return _with_target(Scale(map.shape.scale or _only_scale(existing) or "levels", levels), map)


def _written(map: SheetMap) -> Iterator[Level]:
    for place, it in enumerate(map.shape.levels, 1):
        if isinstance(it, LevelShape):
            yield Level(it.id, it.name, it.means, place, it.target)
        else:
            yield Level(str(place), it, "", place, False)


def _from_tables(things: Things) -> Iterator[Level]:
    for place, it in enumerate(things.of("level"), 1):
        name = it.says.get("name", it.name)
        yield Level(as_id(it.name) or str(place), name, it.says.get("means", ""), place, False)


def _with_target(scale: Scale, map: SheetMap) -> Scale | Problem:
    if not map.shape.target:
        return scale
    target = level_in(scale, map.shape.target)
    if target is None:
        message = f"the target is “{map.shape.target}”, and there is no such level"
        return map.problem(message, f"the levels are {', '.join(it.id for it in scale.levels)}", "target")
    levels = tuple(Level(it.id, it.name, it.means, it.position, it is target) for it in scale.levels)
    return Scale(scale.id, levels)


def _of_school(map: SheetMap, existing: Framework | None) -> Scale | Problem:
    scales = existing.settings.scales if existing else {}
    wanted = map.shape.scale or _only_scale(existing)
    if wanted in scales:
        return scales[wanted]
    if not scales:
        return map.problem("nothing says which levels there are", _HOW)
    message = f"the school has no scale “{wanted}”" if wanted else "the school has several scales"
    return map.problem(message, f"say “scale:” with one of {', '.join(scales)}")


def _only_scale(existing: Framework | None) -> str:
    """The name of the school's scale, where it has one only."""
    scales = existing.settings.scales if existing else {}
    return next(iter(scales)) if len(scales) == 1 else ""
