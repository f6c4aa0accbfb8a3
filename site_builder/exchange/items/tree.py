"""Items of other systems as trees: orphans and circles come to the top, and empty groups are left out."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.html.levels import levels_in
from site_builder.exchange.items.scale import Step


@dataclass(slots=True, eq=False)
class Item:
    """One item: `parent` is the key of the one above it, `html` its description, `steps` what it is rated by.

    `target` is the id of the step to reach, and `or_target` the one that serves where there is no such level. A group
    holds others and is nothing without them.
    """

    key: str
    title: str
    parent: str = ""
    html: str = ""
    code: str = ""
    identifier: str = ""
    steps: tuple[Step, ...] = ()
    target: str = ""
    or_target: str = ""
    is_group: bool = False
    file: str = ""
    line: int = 0
    children: Sequence[Item] = ()

    def goal(self, ids: Container[str]) -> str:
        """The step to reach among these; empty where it is none of them."""
        return next((it for it in (self.target, self.or_target) if it and it in ids), "")


def linked(items: Sequence[Item]) -> tuple[list[Item], list[Remark]]:
    """The items at the top, with all others below them, and what to tell of those that had no place."""
    known = {it.key: it for it in items}
    orphans = [it for it in items if it.parent and it.parent not in known]
    roots = [it for it in items if it.parent not in known]
    below: dict[str, list[Item]] = {}
    for it in items:
        if it.parent in known:
            below.setdefault(it.parent, []).append(it)
    for key, children in below.items():
        known[key].children = children
    freed = _freed(items, roots, known)
    return roots + freed, [
        *_told(orphans, "stand under something that is not in the files; they were put at the top"),
        *_told(freed, "stand below themselves, in a circle; they were put at the top"),
    ]


def with_all_below(root: Item) -> Iterator[Item]:
    """An item and all below it, parents first, in the order of the file."""
    waiting = [root]
    while waiting:
        it = waiting.pop()
        yield it
        waiting += reversed(it.children)


def without_empty_groups(roots: Sequence[Item]) -> tuple[list[Item], list[Aside]]:
    """The items without groups in which nothing stands, and these; an area of this builder's may be empty."""
    gone: list[Item] = []
    for root in roots:
        for it in reversed(list(with_all_below(root))):
            if empty := [child for child in it.children if _is_empty(child)]:
                gone += empty
                it.children = [child for child in it.children if not _is_empty(child)]
    at_top = [it for it in roots if _is_empty(it) and not levels_in(it.html)[1]]
    taken = {id(it) for it in at_top}
    return [it for it in roots if id(it) not in taken], [_aside(it) for it in (*gone, *at_top)]


def listed(names: Sequence[str]) -> str:
    """The first of several names, and how many more there are."""
    shown = ", ".join(f"“{it[:60]}”" for it in names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown


def _freed(items: Sequence[Item], roots: Sequence[Item], known: dict[str, Item]) -> list[Item]:
    """One item of each circle, taken out of it."""
    reached = {id(it) for root in roots for it in with_all_below(root)}
    freed: list[Item] = []
    for it in items:
        if id(it) not in reached:
            above = known[it.parent]
            above.children = [child for child in above.children if child is not it]
            freed.append(it)
            reached |= {id(one) for one in with_all_below(it)}
    return freed


def _is_empty(it: Item) -> bool:
    return it.is_group and not it.children


def _aside(it: Item) -> Aside:
    content = {"id": it.code or it.identifier, "title": it.title, "description": it.html}
    return Aside("empty groups", it.title, it.file, it.line, content, "nothing to learn stands in it")


def _told(items: Sequence[Item], words: str) -> list[Remark]:
    return [Remark(listed([it.code or it.title for it in items]), words)] if items else []
