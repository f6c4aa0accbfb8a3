"""Levels that are items of their own: “Level 1” to “Level 4” below what they describe, or bound by hasSkillLevel."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from site_builder.exchange.case.associations import Link, Links
from site_builder.exchange.case.forest import Forest
from site_builder.exchange.case.items import Item, Items
from site_builder.exchange.case.level_texts import LevelText
from site_builder.exchange.format import Remark
from site_builder.exchange.tree import short

_LEVEL = re.compile(r"level\s*([0-9]{1,2})", re.IGNORECASE)
_FEWEST = 2


def take_levels(items: Items, links: Links, forest: Forest) -> dict[str, list[LevelText]]:
    """The levels of items by their keys; those that are levels are taken out of the forest, and counted."""
    bound = _bound(items, links, forest)
    found = {key: _in_order(there, items) for key, there in bound.items()}
    gone = [it.destination for there in bound.values() for it in there]
    forest.take_out(gone)
    for key, there in list(forest.children.items()):
        levels = [it for it in there if _number(items.by_key[it]) and forest.is_leaf(it)]
        numbers = {_number(items.by_key[it]) for it in levels}
        if len(levels) < _FEWEST or len(numbers) < len(levels) or key in found:
            continue
        levels.sort(key=lambda it: int(_number(items.by_key[it])))
        found[key] = [_level(items.by_key[it], place) for place, it in enumerate(levels, 1)]
        gone += levels
        forest.remarks.append(Remark(items.by_key[key].name, f"has {len(levels)} items below it that are its levels"))
    forest.take_out(gone)
    items.counts["items as levels"] = len(gone)
    return found


def _bound(items: Items, links: Links, forest: Forest) -> dict[str, list[Link]]:
    """The levels that associations name, by the item that they describe."""
    there = links.of("hasSkillLevel")
    described = Counter(it.destination for it in there)
    described_ones = {it.origin for it in there}
    bound: dict[str, list[Link]] = {}
    for it in there:
        if described[it.destination] > 1:
            links.set_aside(it, "this level describes several items, and a descriptor belongs to one")
        elif not forest.is_leaf(it.destination) or it.destination in described_ones:
            links.set_aside(it, "what it says is a level has items or levels of its own")
        else:
            bound.setdefault(it.origin, []).append(it)
    return bound


def _in_order(there: Sequence[Link], items: Items) -> list[LevelText]:
    def place(it: Link) -> tuple[bool, float, bool, int]:
        number = _number(items.by_key[it.destination])
        return it.sequence is None, it.sequence or 0.0, not number, int(number or 0)

    ordered = sorted(there, key=place)
    return [_level(items.by_key[it.destination], number) for number, it in enumerate(ordered, 1)]


def _level(it: Item, place: int) -> LevelText:
    return LevelText(it.title or it.code or short(it.statement) or f"Level {place}", _number(it), place, it.statement)


def _number(it: Item) -> str:
    found = _LEVEL.fullmatch(it.title)
    return (found[1].lstrip("0") or "0") if found else ""
