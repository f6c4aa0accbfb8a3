"""Items that name the item above them, as systems for learning list outcomes: a tree, and a framework of it.

Where an item at the top lists levels below its description, this builder wrote it, and it is an area; all else follows
from where items stand. The scale of an area is what most of its items are rated by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.html.levels import descriptors_in, levels_in
from site_builder.exchange.items.scale import Scales, Step
from site_builder.exchange.items.tree import Item, linked, listed, with_all_below, without_empty_groups
from site_builder.exchange.names import Names, as_id
from site_builder.exchange.tree import Node, grown
from site_builder.model import Area, Competency, Judging, Level, Scale, Settings

_OTHER_RATINGS = "levels belong to an area here, and most of what stands in this one is rated by others"
_OTHER_GOAL = "the level to reach belongs to a competency here, and most of its skills have another"
_UNFIT = "an id here is made of letters, digits, dots and dashes"


@dataclass(frozen=True, slots=True)
class Whole:
    """What files say of the whole."""

    title: str
    description: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Planted:
    """The framework that items make, and what had no place in it.

    `ids` has the id of each area, competency and skill by the key of its item. `has_levels` where any item says by what
    it is rated; `says_levels` where all say what their levels mean.
    """

    framework: Framework
    ids: Mapping[str, str]
    aside: tuple[Aside, ...]
    remarks: tuple[Remark, ...]
    has_levels: bool
    says_levels: bool


Spelled: TypeAlias = Callable[[Sequence[Level]], Sequence[Step]]
"""How a format says levels: the steps of its own, in the same order."""


def planted(items: Sequence[Item], whole: Whole, spelled: Spelled, names: Names, scales: Scales) -> Planted:
    """The framework of a list of items with keys of their own, whose parents may stand in any order."""
    return _Planting(whole, spelled, names, scales).of(items)


class _Planting:
    """A framework in the making, and what is found on the way."""

    def __init__(self, whole: Whole, spelled: Spelled, names: Names, scales: Scales) -> None:
        self.whole = whole
        self.spelled = spelled
        self.names = names
        self.scales = scales
        self.aside: list[Aside] = []
        self.remarks: list[Remark] = []

    def of(self, items: Sequence[Item]) -> Planted:
        roots, remarks = linked(items)
        roots, aside = without_empty_groups(roots)
        self.aside += aside
        said = [levels_in(it.html)[1] for it in roots]
        alone = [_is_alone(root, levels) for root, levels in zip(roots, said, strict=True)]
        outside = [it for it, is_alone in zip(roots, alone, strict=True) if is_alone]
        common = self._scale("", (), outside) if outside else Scale("", ())
        # One after the other, so that each can be let go when the next is made.
        nodes = (
            self._node(root, common, {}) if is_alone else self._area(root, levels)
            for root, levels, is_alone in zip(roots, said, alone, strict=True)
        )
        made = grown(nodes, self.whole.title, common, self.names)
        self.remarks += [*remarks, *made.remarks]
        self.aside += made.aside
        self._note_unfit_ids(items, made.ids)
        goals = {made.ids[it.key]: it for it in items if it.target and it.key in made.ids}
        scales = {it.slug: it.scale for it in made.areas}
        competencies = [self._with_goal(it, scales[it.area], goals) for it in made.competencies]
        has_levels = any(said) or any(it.steps for it in items)
        framework = Framework(self._settings(made.areas), made.areas, tuple(competencies))
        return Planted(
            framework, made.ids, tuple(self.aside), tuple(self.remarks), has_levels, bool(said) and all(said)
        )

    def _scale(self, area: str, levels: Sequence[Level], roots: Sequence[Item]) -> Scale:
        below = [it for root in roots for it in with_all_below(root)]
        return self.scales.of(
            area, levels, (it.steps for it in below), (it.goal({step.id for step in it.steps}) for it in below)
        )

    def _area(self, root: Item, levels: Sequence[Level]) -> Node:
        """An area as a node, with all below it."""
        if levels:
            self._say_steps_as(levels, root)
        scale = self._scale(as_id(root.code), levels, [root])
        roles = {id(root): "area"}
        if levels:
            roles |= {id(it): "competency" for it in root.children}
            roles |= {id(skill): "skill" for it in root.children for skill in it.children}
        text, _ = levels_in(root.html)
        top = self._node(root, scale, roles)
        top.statement, top.levels, top.more = text, {}, {"scale": scale}
        return top

    def _say_steps_as(self, levels: Sequence[Level], root: Item) -> None:
        """Call the steps of all items by the ids and names of the levels that the area lists."""
        pairs = list(zip(self.spelled(levels), levels, strict=True))
        ids = {step.id: level.id for step, level in pairs}
        same = {step: Step(level.id, level.name) for step, level in pairs}
        for it in with_all_below(root):
            it.steps = tuple(same.get(step) or Step(ids.get(step.id, step.id), step.name) for step in it.steps)
            it.target, it.or_target = ids.get(it.target, it.target), ids.get(it.or_target, it.or_target)

    def _node(self, root: Item, scale: Scale, roles: Mapping[int, str]) -> Node:
        """An item as a node, with all below it, without recursion; the items keep no texts then."""
        nodes: dict[int, Node] = {}
        for it in with_all_below(root):
            nodes[id(it)] = self._bare(it, scale, roles.get(id(it), ""), is_top=it is root and bool(roles))
        for it in with_all_below(root):
            nodes[id(it)].children = [nodes[id(child)] for child in it.children]
        return nodes[id(root)]

    def _bare(self, it: Item, scale: Scale, role: str, *, is_top: bool) -> Node:
        text, levels = descriptors_in(it.html, scale.levels)
        it.html = ""
        more: dict[str, Any] = {}
        left_out = () if is_top else self._left_out(it, scale, levels)
        if left_out:
            more["not_used"] = left_out
        return Node(it.key, it.title, text, it.code, it.identifier, role, levels, more, [], it.file, it.line)

    def _left_out(self, it: Item, scale: Scale, levels: Mapping[str, object]) -> tuple[str, ...]:
        """The levels of the scale that an item does not use."""
        ids = [level.id for level in scale.levels]
        if levels or not it.steps:
            return tuple(id for id in ids if id not in levels) if levels else ()
        names = {level.id: level.name for level in scale.levels}
        if any(names.get(step.id) != step.name for step in it.steps):
            self._set_aside("ratings", it, {step.id: step.name for step in it.steps}, _OTHER_RATINGS)
            return ()
        used = {step.id for step in it.steps}
        return tuple(id for id in ids if id not in used)

    def _with_goal(self, it: Competency, scale: Scale, goals: Mapping[str, Item]) -> Competency:
        """The competency with the level to reach that most of its skills have, where it is not the scale's."""
        ids = {level.id for level in scale.levels}
        own = [goals[it.id]] if it.id in goals else []
        said = [goals[skill.id] for skill in it.skills if skill.id in goals] or own
        known = [one for one in said if one.goal(ids)]
        if not known:
            return it
        most = Counter(one.goal(ids) for one in known).most_common(1)[0][0]
        for one in known:
            if one.goal(ids) != most:
                self._set_aside("goals", one, one.goal(ids), _OTHER_GOAL)
        usual = next((level.id for level in scale.levels if level.is_target), "")
        return it if most == usual else replace(it, target=most)

    def _note_unfit_ids(self, items: Sequence[Item], ids: Mapping[str, str]) -> None:
        """Keep the ids that could not stay as they were."""
        made = [(it.code, ids[it.key]) for it in items if it.key in ids and it.code and not it.identifier]
        changed = {code: id for code, id in made if code != id}
        if changed:
            file = items[0].file
            self.aside.append(Aside("ids that were made fit", file, file, 0, changed, _UNFIT))
            words = f"could not stay as they are, as {_UNFIT}; all are in the file of what was set aside"
            self.remarks.append(Remark(listed(list(changed)), words))

    def _settings(self, areas: Sequence[Area]) -> Settings:
        whole = self.whole
        return Settings(
            title=whole.title,
            description=whole.description or whole.title,
            version="",
            languages=("en",),
            scales={it.scale.id: Scale(it.scale.id, it.scale.levels) for it in areas},
            areas=tuple(it.slug for it in areas),
            judging=Judging(),
            identifier=whole.identifier,
        )

    def _set_aside(self, kind: str, it: Item, content: object, why: str) -> None:
        self.aside.append(Aside(kind, it.code or it.title, it.file, it.line, content, why))


def _is_alone(root: Item, levels: Sequence[Level]) -> bool:
    """Whether an item at the top is no area: it lists no levels, and nothing in it holds anything."""
    return not levels and not any(it.children for it in root.children)
