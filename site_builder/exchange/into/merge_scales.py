"""Which levels things that come in have: the school's own, where they are the same ones; else their own beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from site_builder.exchange.fields import FIELDS
from site_builder.exchange.framework import Framework
from site_builder.model import Level, Scale


def scales_in(framework: Framework) -> dict[str, Scale]:
    """Every scale of a framework as settings say it, also one that only an area names."""
    found = dict(framework.settings.scales)
    for it in framework.areas:
        found.setdefault(it.scale.id, replace(it.scale, is_habit=False))
    return found


def merged_scales(
    coming: Framework, there: Framework, carries: frozenset[str], *, is_same: bool
) -> tuple[dict[str, Scale], dict[str, Scale]]:
    """The school's scales afterwards, and what each scale that comes in has become.

    Levels are renamed only where files of the same framework (`is_same`) say so, and never get other ids.
    """
    known = dict(there.settings.scales)
    became: dict[str, Scale] = {}
    for scale in scales_in(coming).values():
        became[scale.id] = _place(scale, known, carries, is_same=is_same)
        known[became[scale.id].id] = became[scale.id]
    return known, became


def _place(scale: Scale, known: Mapping[str, Scale], carries: frozenset[str], *, is_same: bool) -> Scale:
    mine = known.get(scale.id)
    own = mine or next(iter(known.values()))
    is_enough = "skill.levels" not in carries or set(_ids(scale)) <= set(_ids(own))
    if "level.id" not in carries and is_enough:  # the files do not say what the levels are, so the school's own serve
        return own
    if mine and is_same and _ids(mine) == _ids(scale):
        return replace(mine, levels=tuple(map(_renamed, mine.levels, scale.levels, [carries] * len(mine.levels))))
    alike = next((it for it in known.values() if _names(it) == _names(scale)), None)
    return alike or replace(scale, id=_free(scale.id, known))


def _ids(scale: Scale) -> list[str]:
    return [it.id for it in scale.levels]


def _names(scale: Scale) -> list[tuple[str, str]]:
    return [(it.id, it.name) for it in scale.levels]


def _renamed(mine: Level, other: Level, carries: frozenset[str]) -> Level:
    named = {it.name for it in fields(Level)} & {it.partition(".")[2] for it in carries & FIELDS if it[:6] == "level."}
    return replace(mine, **{name: getattr(other, name) for name in named})


def _free(id: str, known: Mapping[str, Scale]) -> str:
    found, number = id, 1
    while found in known:
        number += 1
        found = f"{id}-{number}"
    return found
