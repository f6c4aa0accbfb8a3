"""Levels for the nodes of a tree: which scale each area has, and what each node says at its levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.exchange.case.items import Items
from site_builder.exchange.case.level_texts import LevelText
from site_builder.exchange.case.nodes import Nodes
from site_builder.exchange.case.scales import Made, Scales, made_of
from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.stand_in import stand_in
from site_builder.exchange.tree import Node, all_nodes
from site_builder.model import Kind, Scale


@dataclass(slots=True)
class Described:
    """The scales of a framework, and what had no place on them; `stand_in` where no file says anything of levels."""

    scales: Mapping[str, Scale]
    is_said: bool
    aside: list[Aside] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def describe(nodes: Nodes, items: Items, existing: Framework | None) -> Described:
    """Give each area its scale, and each node of it its words at the levels of that scale."""
    scales = Scales()
    said = {
        number: scales.said(it.extension["scales"])
        for number, it in enumerate(items.documents)
        if it.extension is not None
    }
    made: dict[str, Made] = {}
    for area in nodes.areas:
        scale = _said(area, nodes, items, said)
        texts = [nodes.levels[it.key] for it in all_nodes([area]) if nodes.levels.get(it.key)]
        if scale is not None:
            made[area.key] = made_of(scale)
        elif texts:
            made[area.key] = scales.made(texts)
    common = _common(made) or made_of(stand_in(existing))
    found = Described(scales.by_id or {common.scale.id: common.scale}, bool(made))
    for area in nodes.areas:
        _give(area, made.get(area.key, common), nodes, items, found)
    if not made:
        names = ", ".join(it.name for it in common.scale.levels)
        found.remarks.append(Remark(common.scale.id, f"the files have no levels; everything is on {names}"))
    found.remarks[:0] = scales.remarks
    return found


def _said(area: Node, nodes: Nodes, items: Items, said: Mapping[int, Mapping[str, Scale]]) -> Scale | None:
    """The scale that an area names, if its document has it."""
    it = items.by_key.get(area.key)
    extension = it.extension if it and area.role == "area" and it.noun == "area" else None
    return said.get(nodes.package[area.key], {}).get(extension["scale"]) if extension else None


def _common(made: Mapping[str, Made]) -> Made | None:
    """The scale that most areas have."""
    counts = Counter(it.scale.id for it in made.values())
    return next((it for it in made.values() if it.scale.id == counts.most_common(1)[0][0]), None)


def _give(area: Node, made: Made, nodes: Nodes, items: Items, found: Described) -> None:
    kind = area.more.get("kind", Kind.KNOWLEDGE)
    area.more = {**area.more, "scale": Scale(made.scale.id, made.scale.levels, kind is Kind.LIFELONG)}
    for node in all_nodes([area]):
        if texts := nodes.levels.get(node.key):
            _Describing(node, made, items, found).done(texts)


class _Describing:
    """One node and its levels."""

    def __init__(self, node: Node, made: Made, items: Items, found: Described) -> None:
        self.node = node
        self.made = made
        self.found = found
        item = items.by_key.get(node.key)
        self.extension = (item.own_skill or item.extension) if item and node.more else None
        self.seen: set[str] = set()
        self.name = node.code or node.title or node.statement[:80] or node.key

    def done(self, texts: Sequence[LevelText]) -> None:
        by_level: dict[str, list[str]] = {}
        for it in texts:
            level = self._level(it)
            if not level:
                self._set_aside(it, "the scale of its area has twelve levels already, and none of this name")
            elif it.is_described or self.extension is not None:
                self._put(by_level, level, it)
        levels = [it.id for it in self.made.scale.levels]
        self.node.levels = {it: self._statements(it, by_level[it]) for it in levels if it in by_level}
        lacking = tuple(it for it in levels if it not in by_level)
        if by_level and lacking and self.extension is None:
            self.node.more = {**self.node.more, "not_used": lacking}
            words = (
                f"has no words for {', '.join(lacking)} of {', '.join(levels)}: these are levels that it does not use"
            )
            self.found.remarks.append(Remark(self.name, words))

    def _level(self, it: LevelText) -> str:
        """By its place where this builder wrote it, as names may change; else by its name."""
        levels = self.made.scale.levels
        if self.extension is not None and 1 <= it.place <= len(levels):
            return levels[it.place - 1].id
        return self.made.id_of(it)

    def _put(self, by_level: dict[str, list[str]], level: str, it: LevelText) -> None:
        if self.extension is None and it.text in self.seen:
            self._set_aside(it, "another level of it says the same, and each level says something of its own")
        elif it.text:
            self.seen.add(it.text)
            by_level.setdefault(level, []).append(it.text)

    def _statements(self, level: str, texts: list[str]) -> tuple[str, ...]:
        """The statements apart, where this builder wrote them as one text that is still the same."""
        said: tuple[str, ...] = (self.extension or {}).get("statements", {}).get(level, ())
        return said if said and texts == ["\n\n".join(said)] else tuple(texts)

    def _set_aside(self, it: LevelText, why: str) -> None:
        content = {"level": it.name, "description": it.text}
        self.found.aside.append(Aside("descriptors", f"{self.name}, {it.name}", self.node.file, 0, content, why))
