"""CFRubrics as levels of items: a criterion belongs to an item, or is a skill that only the rubric knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from site_builder.exchange.case.forest import Forest
from site_builder.exchange.case.items import BOOKKEEPING, Items, is_left, key_of, uuid_of
from site_builder.exchange.case.level_texts import LevelText, whole
from site_builder.exchange.case.package import Package
from site_builder.exchange.case.texts import line
from site_builder.exchange.format import Aside
from site_builder.exchange.tree import Node, short

_OF_RUBRIC = BOOKKEEPING | {"title", "CFRubricCriteria"}
_OF_CRITERION = BOOKKEEPING | {"position", "rubricId", "CFRubricCriterionLevels"}
_OF_LEVEL = BOOKKEEPING | {"quality", "description", "position", "rubricCriterionId"}


@dataclass(slots=True)
class Criterion:
    """A criterion: the item that it belongs to (its key, or empty), what it is called, its levels."""

    item: str
    node: Node
    levels: list[LevelText]


@dataclass(slots=True)
class Rubrics:
    """What rubrics say: criteria of items by their keys, and rubrics whose items are not in these files."""

    of_items: dict[str, list[Criterion]] = field(default_factory=dict)
    alone: list[tuple[int, Node, list[Criterion]]] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def read_rubrics(packages: list[Package], items: Items, forest: Forest) -> Rubrics:
    """The rubrics of these packages, whose own lists are emptied meanwhile."""
    found = Rubrics()
    parents = {child: parent for parent, there in forest.children.items() for child in there}
    for number, package in enumerate(packages):
        for place, value in enumerate(package.rubrics, 1):
            found.counts["rubrics"] += 1
            if isinstance(value, dict):
                _Rubric(value, f"{number + 1}.{place}", items, number).into(found, parents)
            else:
                found.aside.append(_odd("rubrics", f"number {place}", package.file, value))
        package.rubrics = []
    return found


class _Rubric:
    """One rubric."""

    def __init__(self, value: Mapping[str, Any], name: str, items: Items, package: int) -> None:
        self.value = value
        self.name = name
        self.items = items
        self.package = package
        self.file = items.documents[package].file
        self.left: list[object] = []

    def into(self, found: Rubrics, parents: Mapping[str, str]) -> None:
        criteria = list(self._criteria(found))
        alone = [it for it in criteria if not it.item]
        for it in criteria:
            if it.item:
                found.of_items.setdefault(it.item, []).append(it)
        title = line(self.value.get("title"))
        if alone or not criteria:
            node = Node(
                key=f"rubric {self.name}",
                title=title or f"Rubric {self.name}",
                statement=self._markdown(self.value.get("description")),
                identifier=uuid_of(self.value.get("identifier")),
                role="competency",
                file=self.file,
            )
            found.alone.append((self.package, node, alone))
        names = {name for it in criteria for key in (it.item, parents.get(it.item, "")) for name in self._names(key)}
        known = _OF_RUBRIC | ({"description"} if alone or not criteria else set())
        left = {name: it for name, it in self.value.items() if is_left(name, it, known)}
        if title and title not in names and not alone and criteria:
            left["title"] = title
        if left or self.left:
            content = left | ({"CFRubricCriteria": self.left} if self.left else {})
            why = "levels have a name and words, and no place for more"
            found.aside.append(Aside("details of rubrics", title or self.name, self.file, 0, content, why))

    def _criteria(self, found: Rubrics) -> Iterator[Criterion]:
        values = self._listed(self.value, "CFRubricCriteria", "criteria of rubrics", found)
        for place, value in _placed(values):
            yield self._criterion(value, place, found)

    def _criterion(self, value: Mapping[str, Any], place: int, found: Rubrics) -> Criterion:
        link = value.get("CFItemURI")
        linked = link if isinstance(link, dict) else {}
        key = key_of(linked.get("identifier"))
        item = key if key in self.items.by_key else ""
        description, category = self._markdown(value.get("description")), line(value.get("category"))
        node = Node(
            key=f"criterion {self.name}.{place}",
            title=(short(description) or category if item else "")
            or line(linked.get("title"))
            or short(description)
            or category
            or f"Criterion {place}",
            statement=description,
            identifier=uuid_of(linked.get("identifier")) if not item else uuid_of(value.get("identifier")),
            role="skill",
            file=self.file,
        )
        levels = list(self._levels(value, found))
        known = _OF_CRITERION | ({"CFItemURI"} if linked else set())
        left = {name: it for name, it in value.items() if is_left(name, it, known)}
        if not item or description in self._names(item):
            left.pop("description", None)
        if left:
            self.left.append({"criterion": node.title, **left})
        return Criterion(item, node, levels)

    def _levels(self, criterion: Mapping[str, Any], found: Rubrics) -> Iterator[LevelText]:
        values = self._listed(criterion, "CFRubricCriterionLevels", "levels of rubrics", found)
        scores = [whole(it.get("score")) for _, it in _placed(values)]
        are_numbers = all(scores) and len(set(scores)) == len(scores)
        for place, value in _placed(values):
            score = whole(value.get("score")) if are_numbers else ""
            name = line(value.get("quality")) or f"Level {score or place}"
            position = whole(value.get("position"))
            left = {key: it for key, it in value.items() if is_left(key, it, _OF_LEVEL)}
            if score:
                left.pop("score", None)
            if left:
                self.left.append({"level": name, **left})
            yield LevelText(name, score, int(position or 0), self._markdown(value.get("description")))

    def _listed(self, value: Mapping[str, Any], name: str, kind: str, found: Rubrics) -> list[Mapping[str, Any]]:
        """The groups of names in a list; what else stands in it is set aside."""
        there = value.get(name)
        values = there if isinstance(there, list) else [there] if there is not None else []
        found.counts[kind] += len(values)
        for it in values:
            if not isinstance(it, dict):
                found.aside.append(_odd(kind, line(value.get("title")) or self.name, self.file, it))
        return [it for it in values if isinstance(it, dict)]

    def _markdown(self, value: object) -> str:
        return self.items.markdown(value, is_own=self.items.documents[self.package].extension is not None)

    def _names(self, key: str) -> tuple[str, ...]:
        """What an item is called, in all the ways in which a rubric may repeat it."""
        found = self.items.by_key.get(key)
        return (found.title, found.statement, found.code) if found else ()


def _placed(values: list[Mapping[str, Any]]) -> list[tuple[int, Mapping[str, Any]]]:
    """The values by their positions, where they all have one; else as they stand in the file. Counted from 1."""
    places = [whole(it.get("position")) for it in values]
    ordered = values
    if all(places):
        ordered = [it for _, it in sorted(zip(map(int, places), values, strict=True), key=lambda it: it[0])]
    return list(enumerate(ordered, 1))


def _odd(kind: str, name: str, file: str, value: object) -> Aside:
    return Aside(f"{kind} that cannot be read", name, file, 0, value, "it is no group of names and values")
