"""OpenSALT's items as a tree: by their smartLevel, “3.6.2.1”, or else by the associations “Is Child Of”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from site_builder.exchange.format import Remark
from site_builder.exchange.sheets.oddities import few, odd
from site_builder.exchange.sheets.opensalt.tables import Cells, SaltTables, cells_of
from site_builder.exchange.tree import Node
from site_builder.identifiers import as_uuid
from site_builder.problems import Problem, Severity, Span
from site_builder.tables.held import HeldTable

CHILD_OF = "ischildof"
ROLES = {"area": "area", "competency": "competency", "skill": "skill"}
"""What an item is, by the CFItemType that is written for it."""
_SMART = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})*")
_LONGEST_SMART = 200
# One for all items: a hundred thousand of their own would be as large as what the items say.
_NOTHING: Mapping[str, tuple[str, ...]] = {}
_NO_CHILDREN: list[Node] = []


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a table of items; `key` is unique among all of them."""

    key: str
    table: HeldTable
    row: int
    cells: Cells

    @property
    def smart(self) -> str:
        """Its place in the hierarchy, as in 3.6.2.1."""
        return self.cells.get("smartlevel", "")

    @property
    def identifier(self) -> str:
        """Its UUID; empty where it has none that is one."""
        return as_uuid(self.cells.get("identifier", ""))

    @property
    def code(self) -> str:
        """What people call it by."""
        return self.cells.get("humancodingscheme", "")


@dataclass(slots=True)
class Items:
    """All items, with a node for each, their parents, and what is wrong with some.

    `of_role` are the keys of those that say what they are, and are so.
    """

    items: list[Item] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    of_role: set[str] = field(default_factory=set)
    roots: list[Node] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def is_wrong(self) -> bool:
        """Whether the items make no tree."""
        return any(it.severity is Severity.ERROR for it in self.problems)

    @property
    def language(self) -> str:
        """The language that all items are in, where they say so and agree."""
        said = {it.cells.get("language", "") for it in self.items}
        return said.pop() if len(said) == 1 else ""

    def known(self) -> Mapping[str, str]:
        """The key of each item by its identifier, and by its code where only one item has that."""
        found: dict[str, str] = {}
        for it in self.items:
            if it.code:
                found[it.code] = "" if it.code in found else it.key
        for it in self.items:
            if it.cells.get("identifier"):
                found[it.cells["identifier"].lower()] = it.key
        return found


def items_of(tables: SaltTables) -> Items:
    """The items of all tables as a tree, or why they make none."""
    found = Items()
    for number, table in enumerate(tables.items):
        found.items += [Item(f"{number}:{row}", table, row, cells) for row, cells in cells_of(table)]
    found.problems += few([*_wordless(found.items), *_twins(found.items), *_unreadable_places(found.items)])
    if not found.items:
        file = tables.items[0].file if tables.items else ""
        found.problems.append(
            Problem(Span(file), "import-unreadable", "this table has no items", hint="export it again")
        )
    if not found.is_wrong:
        _build(found, tables)
    return found


def _wordless(items: list[Item]) -> Iterator[Problem]:
    for it in items:
        if not (it.cells.get("fullstatement") or it.cells.get("abbreviatedstatement")):
            yield odd(it.table, it.row, "it has no fullStatement", "write what the item says, or delete the row")


def _twins(items: list[Item]) -> Iterator[Problem]:
    """What stands twice although it tells items apart."""
    for column, name in (("identifier", "identifier"), ("smartlevel", "smartLevel")):
        seen: dict[tuple[str, str], Item] = {}
        for it in items:
            value = it.cells.get(column, "").lower()
            scope = it.key.partition(":")[0] if column == "smartlevel" else ""
            first = seen.setdefault((scope, value), it)
            if value and first is not it:
                hint = "a spreadsheet turns 1.10 into 1.1: make the column one of text, and fill it in again"
                message = f"its {name} {value} stands in row {first.row}, too"
                yield odd(it.table, it.row, message, hint if name == "smartLevel" else "give each item its own")


def _unreadable_places(items: list[Item]) -> Iterator[Problem]:
    for it in items:
        if it.smart and (len(it.smart) > _LONGEST_SMART or not _SMART.fullmatch(it.smart)):
            yield odd(it.table, it.row, f"its smartLevel is “{it.smart[:40]}”", "it is numbers with dots, as in 1.2.1")


def _build(found: Items, tables: SaltTables) -> None:
    found.nodes = {it.key: _node(it) for it in found.items}
    missing: list[Problem] = []
    by_association = _parents_by_association(found, tables)
    places = {(it.key.partition(":")[0], it.smart): it.key for it in found.items if it.smart}
    for it in found.items:
        parent = _above(it, places, missing) if it.smart else by_association.get(it.key, "")
        if parent:
            found.parents[it.key] = parent
    found.problems += [replace(it, severity=Severity.WARNING) for it in few(missing)]
    found.problems += few(list(_circles(found)))
    if not found.is_wrong:
        _plant(found)


def _node(it: Item) -> Node:
    cells = it.cells
    return Node(
        key=it.key,
        title=cells.get("abbreviatedstatement", ""),
        statement=cells.get("fullstatement") or cells.get("abbreviatedstatement", ""),
        code=it.code,
        identifier=it.identifier,
        levels=_NOTHING,
        more=_NOTHING,
        children=_NO_CHILDREN,
        file=it.table.file,
        line=it.row,
    )


def _parents_by_association(found: Items, tables: SaltTables) -> dict[str, str]:
    known = found.known() if tables.associations else {}
    parents: dict[str, str] = {}
    for table in tables.associations:
        for _, cells in cells_of(table):
            if association_type(cells) == CHILD_OF:
                child, parent = end(cells, "origin", known), end(cells, "destination", known)
                if child and parent:
                    parents.setdefault(child, parent)
    return parents


def association_type(cells: Cells) -> str:
    """The type of an association, in small letters without blanks."""
    return "".join(cells.get("associationtype", "").split()).casefold()


def end(cells: Cells, which: str, known: Mapping[str, str]) -> str:
    """The key of the item at one end of an association; empty where it is none of these."""
    identifier = cells.get(f"{which}nodeidentifier", "").lower()
    return known.get(identifier or cells.get(f"{which}nodehumancodingscheme", ""), "")


def _above(it: Item, places: Mapping[tuple[str, str], str], missing: list[Problem]) -> str:
    """The nearest item above a place; where the very next one is missing, that is told."""
    scope = it.key.partition(":")[0]
    wanted = above = it.smart.rpartition(".")[0]
    while above and (scope, above) not in places:
        above = above.rpartition(".")[0]
    if wanted and above != wanted:
        where = f"it stands below {above} instead" if above else "it stands at the top instead"
        missing.append(odd(it.table, it.row, f"there is no item {wanted} above its smartLevel {it.smart}", where))
    return places.get((scope, above), "")


def _circles(found: Items) -> Iterator[Problem]:
    """Items that stand below themselves, once for each circle."""
    done: set[str] = set()
    by_key = {it.key: it for it in found.items}
    for it in found.items:
        way: dict[str, None] = {}
        key = it.key
        while key and key not in done and key not in way:
            way[key] = None
            key = found.parents.get(key, "")
        if key in way:
            inner = by_key[key]
            yield odd(inner.table, inner.row, "by “Is Child Of” it stands below itself", "take one of them out")
        done.update(way)


def _plant(found: Items) -> None:
    """Put each node below its parent, in the order of the places; those without one come last, as they stand."""
    ordered = sorted(found.items, key=_order)
    for it in ordered:
        parent = found.parents.get(it.key)
        _put_below(found.nodes[parent] if parent else None, found.nodes[it.key], found.roots)
    for it in found.items:
        node = found.nodes[it.key]
        role = ROLES.get(it.cells.get("cfitemtype", "").casefold(), "")
        is_fit = (role != "area" or it.key not in found.parents) and (role != "skill" or not node.children)
        node.role = role if is_fit else ""
        if node.role:
            found.of_role.add(it.key)
    _remark_on_gaps(ordered, found)
    placeless = [it for it in found.items if not it.smart and it.key not in found.parents]
    if placeless and len(placeless) < len(found.items):
        words = f"{len(placeless)} items have no smartLevel and no parent, and stand at the top"
        found.remarks.append(Remark(_called(placeless[0]), words))


def _put_below(parent: Node | None, node: Node, roots: list[Node]) -> None:
    if parent is None:
        roots.append(node)
    elif parent.children:
        parent.children.append(node)
    else:
        parent.children = [node]


def _order(it: Item) -> tuple[bool, int, tuple[int, ...]]:
    table = int(it.key.partition(":")[0])
    return not it.smart, table, tuple(int(part) for part in it.smart.split(".")) if it.smart else ()


def _remark_on_gaps(ordered: list[Item], found: Items) -> None:
    """Numbers that are left out among the items below one item may be rows that got lost."""
    numbers: dict[str, list[Item]] = {}
    for it in ordered:
        if it.smart:
            numbers.setdefault(f"{it.key.partition(':')[0]}:{it.smart.rpartition('.')[0]}", []).append(it)
    pairs = [pair for its in numbers.values() for pair in pairwise(its) if _last(pair[1]) - _last(pair[0]) > 1]
    if pairs:
        shown = ", ".join(f"from {one.smart} to {other.smart}" for one, other in pairs[:5])
        words = f"numbers of smartLevel are left out at {len(pairs)} places ({shown}): rows may be missing"
        found.remarks.append(Remark(_called(pairs[0][1]), words))


def _last(it: Item) -> int:
    return int(it.smart.rpartition(".")[2])


def _called(it: Item) -> str:
    return it.code or f"row {it.row}"
