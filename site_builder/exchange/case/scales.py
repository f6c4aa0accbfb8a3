"""Scales made of the levels that items have: what stands in one area stands on one scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.exchange.case.level_texts import LevelText
from site_builder.exchange.format import Remark
from site_builder.model import Level, Scale

MOST_LEVELS = 12


@dataclass(frozen=True, slots=True)
class Made:
    """A scale, and the ids of its levels by their names in small letters."""

    scale: Scale
    ids: Mapping[str, str]

    def id_of(self, it: LevelText) -> str:
        """The level that a text is about; empty where the scale has none of that name."""
        return self.ids.get(it.name.casefold(), "")


@dataclass(slots=True)
class Scales:
    """The scales of a framework, each once, under names of their own."""

    by_id: dict[str, Scale] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def said(self, scales: Mapping[str, Scale]) -> dict[str, Scale]:
        """Scales that a package brings with it, by the ids that it has for them."""
        return {id: self._kept(scale, id) for id, scale in scales.items()}

    def made(self, levels: Iterable[Sequence[LevelText]]) -> Made:
        """A scale of all these levels, in the order of growth; levels that are too many for it are not on it."""
        texts = [it for it in levels if it]
        names = _order(texts)
        numbers = _numbers(texts, names)
        if numbers:
            names = sorted(names, key=lambda name: int(numbers[name]))
        ids = {name: numbers.get(name) or str(place) for place, name in enumerate(names, 1)}
        spelled: dict[str, str] = {}
        for it in (it for some in texts for it in some):
            spelled.setdefault(it.name.casefold(), it.name)
        target = max(len(names) - 1, 1)
        made = tuple(Level(ids[name], spelled[name], "", place, place == target) for place, name in enumerate(names, 1))
        return Made(self._kept(Scale("learning", made), "learning", is_made=True), ids)

    def _kept(self, scale: Scale, id: str, *, is_made: bool = False) -> Scale:
        found, number = id, 1
        while found in self.by_id and self.by_id[found].levels != scale.levels:
            number += 1
            found = f"{id}-{number}"
        if found not in self.by_id:
            self.by_id[found] = Scale(found, scale.levels)
            if is_made:
                self.remarks.append(_remark(self.by_id[found]))
        return self.by_id[found]


def made_of(scale: Scale) -> Made:
    """A scale that is there already, with the ids of its levels by their names."""
    return Made(scale, {it.name.casefold(): it.id for it in scale.levels})


def _remark(scale: Scale) -> Remark:
    names = ", ".join(it.name for it in scale.levels)
    target = next(it.name for it in scale.levels if it.is_target)
    words = f"has the levels {names}, in this order; the files do not say which one is the goal, so {target} is taken"
    return Remark(scale.id, words)


def _order(texts: Sequence[Sequence[LevelText]]) -> list[str]:
    """The names of all levels in one order, which the most common order leads."""
    orders = Counter(tuple(dict.fromkeys(it.name.casefold() for it in some)) for some in texts)
    order: list[str] = []
    for names, _ in orders.most_common():
        if len({*order, *names}) <= MOST_LEVELS:
            _join(order, names)
    return order


def _join(order: list[str], names: Sequence[str]) -> None:
    """Put names into an order: each one behind the name before it, the first ones before the name after them."""
    at = next((order.index(it) for it in names if it in order), len(order))
    for name in names:
        if name in order:
            at = order.index(name) + 1
        else:
            order.insert(at, name)
            at += 1


def _numbers(texts: Sequence[Sequence[LevelText]], names: Sequence[str]) -> dict[str, str]:
    """The number of each level, where each has one, always the same, and no two have the same."""
    found: dict[str, str] = {}
    wanted = frozenset(names)
    for it in (it for some in texts for it in some if it.name.casefold() in wanted):
        if not it.number or found.setdefault(it.name.casefold(), it.number) != it.number:
            return {}
    return found if len(set(found.values())) == len(found) else {}
