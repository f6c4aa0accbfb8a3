"""Which item stands below which: one parent each, no circles, in the order that the files give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from site_builder.exchange.case.associations import Link, Links
from site_builder.exchange.case.items import Item, Items
from site_builder.exchange.format import Remark

_PIECES = re.compile("[0-9]+|[^0-9]+")
_SECOND = "it stands somewhere else already, and has one place in a continuum"


@dataclass(slots=True)
class Forest:
    """The children of each item by its key, and the items at the root of each document."""

    children: dict[str, list[str]] = field(default_factory=dict)
    roots: list[list[str]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def take_out(self, keys: Iterable[str]) -> None:
        """Take items out that are no items of their own; none of them has children."""
        gone = frozenset(keys)
        if gone:
            self.children = {key: [it for it in there if it not in gone] for key, there in self.children.items()}
            self.roots = [[it for it in there if it not in gone] for there in self.roots]

    def is_leaf(self, key: str) -> bool:
        """Whether nothing stands below an item."""
        return not self.children.get(key)


def grown_from(items: Items, links: Links) -> Forest:
    """The trees of all documents; an item without a parent is at the root of its own."""
    forest = Forest(roots=[[] for _ in items.documents])
    parents = _parents(items, links, forest)
    _cut_circles(items, links, parents, forest)
    order = {key: place for place, key in enumerate(items.by_key)}
    for key, it in items.by_key.items():
        link = parents.get(key)
        if link is None:
            forest.remarks.append(Remark(it.name, "stands below nothing in these files, so it is at the top"))
            forest.roots[it.package].append(key)
        elif link.destination in items.by_key:
            forest.children.setdefault(link.destination, []).append(key)
        else:
            forest.roots[items.document_keys[link.destination]].append(key)

    def place(key: str) -> tuple[object, ...]:
        link = parents.get(key)
        return (*_sequence(link.sequence if link else None), *_natural(items.by_key[key]), order[key])

    for there in (*forest.children.values(), *forest.roots):
        if len(there) > 1:
            there.sort(key=place)
    return forest


def _parents(items: Items, links: Links, forest: Forest) -> dict[str, Link]:
    """The first item that each one stands below, or its document where it stands below none."""
    parents: dict[str, Link] = {}
    others: dict[str, list[str]] = {}
    for it in links.of("isChildOf"):
        there = parents.get(it.origin)
        if there is not None and there.destination not in items.by_key and it.destination in items.by_key:
            parents[it.origin], it = it, there
        elif there is None and it.origin != it.destination:
            parents[it.origin] = it
            continue
        links.set_aside(it, _SECOND if it.origin != it.destination else "an item cannot stand below itself")
        if it.origin != it.destination and it.destination != parents[it.origin].destination:
            others.setdefault(it.origin, []).append(_named(it, items))
    for key, names in others.items():
        words = f"stands below {len(names) + 1} things; it stays below the first, and not below {', '.join(names[:3])}"
        forest.remarks.append(Remark(items.by_key[key].name, words + (" and others" if len(names) > 3 else "")))
    return parents


def _named(it: Link, items: Items) -> str:
    found = items.by_key.get(it.destination)
    return found.name if found else "the document itself"


def _cut_circles(items: Items, links: Links, parents: dict[str, Link], forest: Forest) -> None:
    """Where items stand below one another in a circle, the first that is met goes to the top."""
    done: set[str] = set()
    for start in items.by_key:
        way: dict[str, None] = {}
        key = start
        while key in parents and key not in done and key not in way:
            way[key] = None
            key = parents[key].destination
        if key in way:
            circle = list(way)[list(way).index(key) :]
            _cut(circle, items, links, parents, forest)
        done.update(way)


def _cut(circle: list[str], items: Items, links: Links, parents: dict[str, Link], forest: Forest) -> None:
    names = [f"“{items.by_key[it].name}” ({it})" for it in circle[:4]]
    more = f" and {len(circle) - 4} more" if len(circle) > 4 else ""
    words = f"stands below itself in a circle: {', '.join(names)}{more}; the circle is cut here"
    forest.remarks.append(Remark(items.by_key[circle[0]].name, words))
    links.set_aside(parents.pop(circle[0]), "these items stand below one another in a circle")


def _sequence(number: float | None) -> tuple[bool, float]:
    return number is None, number or 0.0


def _natural(it: Item) -> tuple[object, ...]:
    return (not it.enumeration, _numbered(it.enumeration), not it.code, _numbered(it.code))


def _numbered(text: str) -> tuple[tuple[int, int, str], ...]:
    """A text so that 2 comes before 10; numbers of any length are compared without making them numbers."""
    pieces = _PIECES.findall(text)
    return tuple((0, len(it.lstrip("0")), it.lstrip("0")) if it[0] in "0123456789" else (1, 0, it) for it in pieces)
