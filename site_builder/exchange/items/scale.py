"""The scales by which items are rated in other systems: one for each area, and one id for those that are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from site_builder.exchange.framework import Framework
from site_builder.exchange.stand_in import stand_in
from site_builder.model import Level, Scale

T = TypeVar("T")
_ID = "learning"


class Step(NamedTuple):
    """One of the steps that an item is rated by, from the first to the furthest."""

    id: str
    name: str


class Scales:
    """Gives out scales; those that a school has keep their ids."""

    def __init__(self, existing: Framework | None) -> None:
        self.existing = existing
        self.there = dict(existing.settings.scales) if existing else {}
        self.of_area = {it.id: it.scale for it in existing.areas} if existing else {}
        self.given: dict[str, tuple[Level, ...]] = {}

    def of(
        self, area: str, levels: Sequence[Level], rated: Iterable[tuple[Step, ...]], targets: Iterable[str]
    ) -> Scale:
        """The scale with these levels or, without any, with the steps by which most items are rated.

        Where nobody says any, it is the school's own.
        """
        own = self.of_area.get(area) or stand_in(self.existing)
        found = tuple(levels) or _usual(rated, targets) or own.levels
        return Scale(self._id(area, found), found)

    def _id(self, area: str, levels: tuple[Level, ...]) -> str:
        wanted = next((id for id, it in self.given.items() if it == levels), "") or self._known(area, levels)
        id, number = wanted or _ID, 1
        while self.given.get(id, levels) != levels or (not wanted and id in self.there):
            number += 1
            id, wanted = f"{_ID}-{number}", ""
        self.given[id] = levels
        return id

    def _known(self, area: str, levels: Sequence[Level]) -> str:
        """The id of the school's scale with the same levels: by their names, or of the same area by their ids."""
        names = [(it.id, it.name) for it in levels]
        alike = (id for id, it in self.there.items() if [(level.id, level.name) for level in it.levels] == names)
        mine = self.of_area.get(area)
        if mine and [it.id for it in mine.levels] == [it.id for it in levels]:
            return mine.id
        return next(alike, "")


def _usual(rated: Iterable[tuple[Step, ...]], targets: Iterable[str]) -> tuple[Level, ...]:
    steps = _most(it for it in rated if it) or ()
    target = _most(it for it in targets if it and it in {step.id for step in steps})
    return tuple(Level(it.id, it.name, "", place, it.id == target) for place, it in enumerate(steps, 1))


def _most(things: Iterable[T]) -> T | None:
    """What is there most often; the first of several."""
    counted = Counter(things).most_common(1)
    return counted[0][0] if counted else None
