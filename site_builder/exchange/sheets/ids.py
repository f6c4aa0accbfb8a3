"""The ids of what a sheet names: its own; else those that the school has for the same titles; else new ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from site_builder.exchange.format import Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.names import Names


@dataclass(slots=True)
class Ids:
    """Gives out ids, each once; a new one is never one that the school has for something else."""

    names: Names
    existing: Framework | None = None
    remarks: list[Remark] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _given: set[str] = field(default_factory=set)
    _by_title: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.existing is None:
            return
        titled = [(it.title, it.id) for it in self.existing.competencies]
        areas = [it.id for it in self.existing.areas]
        self._taken = {it.casefold() for it in (*areas, *self.existing.by_id, *self.existing.skills)}
        self._by_title = _only_ones(titled)

    def given(self, wanted: str) -> str:
        """The id that a sheet says, made fit; `known` tells later what became of one that was not."""
        found = self._out(self.names.id(wanted, wanted))
        if found != wanted:
            self.known.setdefault(wanted.casefold(), found)
            self.remarks.append(Remark(found, f"its id in the sheet is “{wanted[:60]}”, which an id here cannot be"))
        return found

    def made(self, otherwise: str) -> str:
        """A new id."""
        found = self.names.id("", otherwise)
        while found.casefold() in self._taken:
            found = self.names.id("", otherwise)
        return self._out(found)

    def of_competency(self, title: str) -> str:
        """The id that the school has for a competency of this title; empty where it has none, or several."""
        return self._used_once(self._by_title.get(title.casefold(), ""))

    def of_skill(self, competency: str, title: str) -> str:
        """The id that the school has for a skill of this title in this competency; empty where it has none."""
        it = self.existing.by_id.get(competency) if self.existing else None
        titled = _only_ones((skill.title, skill.id) for skill in it.skills if skill.id != it.id) if it else {}
        return self._used_once(titled.get(title.casefold(), ""))

    def _used_once(self, id: str) -> str:
        """An id of the school, unless it has been given to something else meanwhile."""
        return self._out(self.names.id(id, id)) if id and id.casefold() not in self._given else ""

    def _out(self, id: str) -> str:
        if self.existing:
            self._given.add(id.casefold())
        return id


def _only_ones(titled: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for title, id in titled:
        found.setdefault(title.casefold(), []).append(id)
    return {title: ids[0] for title, ids in found.items() if len(ids) == 1}
