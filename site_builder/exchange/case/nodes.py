"""Items as nodes of the tree that becomes areas, competencies and skills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from site_builder.exchange.case.forest import Forest
from site_builder.exchange.case.items import Document, Item, Items
from site_builder.exchange.case.level_texts import LevelText
from site_builder.exchange.case.rubrics import Criterion, Rubrics
from site_builder.exchange.format import Aside
from site_builder.exchange.tree import Node, is_area

_OF_SKILL = ("not_used", "supports", "at_home", "evidence")


@dataclass(slots=True)
class Nodes:
    """The areas of all documents as nodes, each with its package; `levels` are those of any node by its key."""

    areas: list[Node] = field(default_factory=list)
    package: dict[str, int] = field(default_factory=dict)
    levels: dict[str, list[LevelText]] = field(default_factory=dict)
    aside: list[Aside] = field(default_factory=list)


def nodes_of(items: Items, forest: Forest, levels: dict[str, list[LevelText]], rubrics: Rubrics, own: str) -> Nodes:
    """The trees as nodes, document by document; `own` is the identifier of the framework itself.

    Items at the root that are no areas, and rubrics of nothing, stand in an area that the document makes.
    """
    made = Nodes(levels=levels)
    by_key = {key: _node(it, items) for key, it in items.by_key.items()}
    _give_roles(items, forest, by_key)
    made.aside += [_aside(it, items) for key, it in items.by_key.items() if _is_unplaced(it, by_key[key], forest)]
    for key, children in forest.children.items():
        by_key[key].children = [by_key[it] for it in children]
    for key, criteria in rubrics.of_items.items():
        _add_criteria(by_key[key], criteria, made)
    alone: dict[int, list[Node]] = {}
    for package, node, criteria in rubrics.alone:
        node.children = [_with_levels(it, made) for it in criteria]
        alone.setdefault(package, []).append(node)
    for number, document in enumerate(items.documents):
        roots = [*(by_key[key] for key in forest.roots[number]), *alone.get(number, ())]
        for area in _areas(roots, document, number, own):
            made.areas.append(area)
            made.package[area.key] = number
    return made


def _areas(roots: Sequence[Node], document: Document, number: int, own: str) -> list[Node]:
    found: list[Node] = []
    common: Node | None = None
    for root in roots:
        if is_area(root):
            found.append(root)
            continue
        if common is None:
            common = Node(
                f"document {number + 1}", document.title, document.description, role="area", file=document.file
            )
            common.identifier = document.identifier if document.identifier != own else ""
            found.append(common)
        common.children.append(root)
    return found


def _node(it: Item, items: Items) -> Node:
    return Node(it.key, it.title, it.statement, it.code, it.identifier, file=items.file(it))


def _give_roles(items: Items, forest: Forest, by_key: Mapping[str, Node]) -> None:
    """Say what each item is, where it says so and stands where such a thing can stand."""
    for key in (key for roots in forest.roots for key in roots):
        it = items.by_key[key]
        if it.noun == "area":
            by_key[key].role = "area"
            if it.extension:
                by_key[key].more = {
                    "kind": it.extension["kind"],
                    "title": it.title or it.statement,
                    "about": it.statement,
                }
    competencies = [key for key, it in items.by_key.items() if it.noun == "competency"]
    for key in competencies:
        it, node = items.by_key[key], by_key[key]
        node.role = "competency"
        if it.extension and it.title and it.statement:
            node.more = {**it.extension, "title": it.title, "statement": it.statement}
            node.more |= {name: it.own_skill[name] for name in _OF_SKILL[:3]} if it.own_skill else {}
    for key in competencies:
        for child in forest.children.get(key, ()):
            if items.by_key[child].noun == "skill" and forest.is_leaf(child):
                _skill(items.by_key[child], by_key[child])


def _is_unplaced(it: Item, node: Node, forest: Forest) -> bool:
    """Whether something that this builder once said of an item has no place where that item stands now."""
    of_skill = it.own_skill and not forest.is_leaf(it.key)
    return it.extension is not None and (not node.more or bool(of_skill))


def _aside(it: Item, items: Items) -> Aside:
    why = "the item stands where such a thing has no place"
    return Aside("extensions of items", it.name, items.file(it), 0, it.raw_extension, why)


def _skill(it: Item, node: Node) -> None:
    node.role = "skill"
    if it.extension and it.title:
        statement = it.extension["statement"] or ("" if it.statement == it.title else it.statement)
        node.more = {**_of_skill(it.extension), "title": it.title, "statement": statement}


def _of_skill(extension: Mapping[str, Any]) -> dict[str, Any]:
    return {name: extension[name] for name in _OF_SKILL}


def _add_criteria(node: Node, criteria: Sequence[Criterion], made: Nodes) -> None:
    """One criterion is what its item looks like at each level; several are skills of it."""
    if len(criteria) == 1 and node.key not in made.levels:
        made.levels[node.key] = criteria[0].levels
    else:
        node.children = [*node.children, *(_with_levels(it, made) for it in criteria)]


def _with_levels(it: Criterion, made: Nodes) -> Node:
    made.levels[it.node.key] = it.levels
    return it.node
