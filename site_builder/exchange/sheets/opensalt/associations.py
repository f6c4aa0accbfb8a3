"""OpenSALT's associations: what comes before what, what took whose place; all others have none here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.sheets.opensalt.items import CHILD_OF, Item, Items, association_type, end
from site_builder.exchange.sheets.opensalt.tables import Cells, SaltTables, cells_of
from site_builder.exchange.tree import Grown
from site_builder.model import Retired
from site_builder.tables.held import HeldTable

_ELSEWHERE = "it leads to something outside of this framework"
_NO_KIND = "a continuum has no relation of this kind"
_NO_COMPETENCIES = "only a competency comes before another, or takes its place"
_OTHER_PARENT = "the item stands below another one, and a thing has one place"
_NO_DAY = "nothing says since when"


@dataclass(slots=True)
class Links:
    """What associations and dates say of competencies, by their ids, and what has no place.

    `dated` are the keys of the items whose statusEndDate came in.
    """

    prerequisites: dict[str, list[str]] = field(default_factory=dict)
    retired: dict[str, Retired] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    dated: set[str] = field(default_factory=set)
    aside: list[Aside] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def links_of(tables: SaltTables, items: Items, tree: Grown) -> Links:
    """What stands beside the tree."""
    return _Linking(tables, items, tree).links()


class _Linking:
    """Associations on their way to the competencies that they are about."""

    def __init__(self, tables: SaltTables, items: Items, tree: Grown) -> None:
        self.tables = tables
        self.items = items
        self.known = items.known() if tables.associations else {}
        self.by_key = {it.key: it for it in items.items}
        competencies = {it.id for it in tree.competencies}
        self.ids = {key: id for key, id in tree.ids.items() if id in competencies}
        self.document = tables.document().get("identifier", "").lower()
        self.found = Links()
        self.left: dict[tuple[str, str, str], list[Mapping[str, str]]] = {}
        self.guessed: list[str] = []

    def links(self) -> Links:
        for key, id in self.ids.items():
            self._own(self.by_key[key], id)
        for table in self.tables.associations:
            for _, cells in cells_of(table):
                self._association(table, cells)
        for (file, name, why), rows in self.left.items():
            self.found.aside.append(Aside("associations", name, file, 0, rows, why))
        if self.guessed:
            words = f"{len(self.guessed)} are retired since the day on which their item last changed: no other is given"
            self.found.remarks.append(Remark(self.guessed[0], words))
        return self.found

    def _own(self, it: Item, id: str) -> None:
        """What an item says of the competency that it has become."""
        if it.cells.get("notes"):
            self.found.notes[id] = it.cells["notes"]
        day = _day(it.cells.get("statusenddate", ""))
        if day:
            self.found.retired[id] = Retired(day)
            self.found.dated.add(it.key)

    def _association(self, table: HeldTable, cells: Cells) -> None:
        why = self._why_not(cells)
        if why or cells.get("associationgroupidentifier") or cells.get("associationgroupname"):
            kind = cells.get("associationtype", "")
            kept = {name: it for name, it in cells.items() if it}
            self.left.setdefault((table.file, kind, why or "a continuum has no groups of relations"), []).append(kept)

    def _why_not(self, cells: Cells) -> str:
        """Take an association in; or why it has no place."""
        kind = association_type(cells)
        origin, destination = end(cells, "origin", self.known), end(cells, "destination", self.known)
        if kind == CHILD_OF and origin:
            return self._why_no_child(origin, destination, cells)
        if not (origin and destination):
            return _ELSEWHERE
        if kind not in ("precedes", "replacedby"):
            return _NO_KIND
        if origin not in self.ids or destination not in self.ids or origin == destination:
            return _NO_COMPETENCIES
        if kind == "precedes":
            before = self.found.prerequisites.setdefault(self.ids[destination], [])
            before += [self.ids[origin]] if self.ids[origin] not in before else []
            return ""
        return self._why_not_replaced(origin, self.ids[destination])

    def _why_no_child(self, origin: str, destination: str, cells: Cells) -> str:
        """Nothing, where the tree says the same: below this item, or at the top of the document."""
        is_document = not destination and cells.get("destinationnodeidentifier", "").lower() == self.document
        if destination == self.items.parents.get(origin, "") and (destination or is_document):
            return ""
        return _OTHER_PARENT if destination or is_document else _ELSEWHERE

    def _why_not_replaced(self, origin: str, by: str) -> str:
        id, cells = self.ids[origin], self.by_key[origin].cells
        known = self.found.retired.get(id)
        day = known.on if known else _day(cells.get("lastchangedatetime", ""))
        if day is None:
            return _NO_DAY
        if known and known.replaced_by:
            return "something else has taken its place already"
        if not known:
            self.guessed.append(id)
        self.found.retired[id] = Retired(day, by)
        return ""


def _day(text: str) -> date | None:
    """The day at the start of a date and time; nothing where there is none."""
    try:
        return date.fromisoformat(text[:10]) if len(text) >= 10 else None
    except ValueError:
        return None
