"""Canvas' outcomes, row by row, as items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from site_builder.exchange.canvas.points import number_of, step_at, steps_of
from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.items.ragged import RaggedTable
from site_builder.exchange.items.scale import Step
from site_builder.exchange.items.tree import Item, listed
from site_builder.exchange.names import as_id
from site_builder.identifiers import as_uuid
from site_builder.problems import Problem, Span

NEEDED = frozenset({"vendor_guid", "object_type", "title"})
_KNOWN = NEEDED | {
    *("canvas_id", "description", "display_name", "calculation_method", "calculation_int", "parent_guids"),
    *("workflow_state", "mastery_points"),
}
_AVERAGES = frozenset({"average", "decaying_average", "standard_decaying_average", "weighted_average"})
_NO_AVERAGE = "a continuum never averages: continuum.yml says how a level is decided"


def column_names(table: RaggedTable) -> list[str]:
    """The names of a table's columns as they are compared."""
    return ["_".join(it.casefold().split()) for it in table.header]


class _Ratings(NamedTuple):
    """Ratings from the fewest points on, and the steps that they are."""

    points: tuple[float, ...]
    steps: tuple[Step, ...]


class Outcomes:
    """Outcomes and groups as they come out of files, and what there is to tell of them."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.seen: dict[str, Item] = {}
        self.counts: Counter[str] = Counter({"groups": 0, "outcomes": 0, "ratings": 0})
        self.problems: list[Problem] = []
        self.aside: list[Aside] = []
        self.remarks: list[Remark] = []
        self.averaged: list[str] = []
        self.methods: Counter[tuple[str, str]] = Counter()
        self.rated: dict[tuple[str, ...], _Ratings | None] = {}

    def read(self, table: RaggedTable) -> None:
        """Take in the rows of one file."""
        names = column_names(table)
        end = names.index("ratings") if "ratings" in names else len(names)
        numbers: dict[str, str] = {}
        for number, cells in table.rows():
            row = dict(zip(names[:end], (it.strip() for it in cells), strict=False))
            self._row(table.file, number, row, cells[end:], numbers)
        if numbers:
            why = "these are Canvas' own numbers; a map of outcomes can name them, so that its reports are understood"
            self.aside.append(Aside("numbers of Canvas", table.file, table.file, 0, numbers, why))

    def tell(self, own: tuple[str, str]) -> None:
        """Say once what is so of many outcomes; `own` is the way of Canvas that is closest to the school's."""
        if self.averaged:
            self.remarks.append(Remark(listed(self.averaged), f"average in Canvas, and {_NO_AVERAGE}"))
        others = {
            f"{method} {count}".strip(): n for (method, count), n in self.methods.items() if (method, count) != own
        }
        if others:
            words = ", ".join(f"{it} ({n} outcomes)" for it, n in others.items())
            self.remarks.append(Remark(words, "is how Canvas decides levels; here continuum.yml says it for all"))

    def _row(
        self, file: str, number: int, row: Mapping[str, str], ratings: Sequence[str], numbers: dict[str, str]
    ) -> None:
        kind, guid = row.get("object_type", "").casefold(), row.get("vendor_guid", "")
        key = f"{kind}:{guid}"
        trouble, hint = self._trouble(kind, guid, row, key)
        if trouble:
            self.problems.append(Problem(Span(file, number), "import-odd", f"row {number}: {trouble}", hint=hint))
            return
        self.counts[f"{kind}s"] += 1
        self.seen[key] = item = Item(key, row["title"], file=file, line=number)
        if row.get("workflow_state", "").casefold() == "deleted":
            self.counts["deleted"] += 1
            content = {**row, "ratings": list(ratings)}
            self.aside.append(Aside("deleted in Canvas", guid, file, number, content, "Canvas offers it no more"))
            return
        if row.get("canvas_id"):
            numbers[guid] = row["canvas_id"]
        self._fill(item, row)
        if kind == "outcome":
            self._rate(item, ratings, row)
            self._note_method(item, row)
        self.items.append(item)

    def _trouble(self, kind: str, guid: str, row: Mapping[str, str], key: str) -> tuple[str, str]:
        if kind not in ("outcome", "group"):
            return f"its object_type is “{kind[:40]}”", "it is “outcome” or “group”"
        if not guid:
            return "it has no vendor_guid", "write one, as in LIT.ARG.1"
        if not row.get("title"):
            return f"“{guid[:60]}” has no title", "write one"
        if key in self.seen:
            return (
                f"the vendor_guid “{guid[:60]}” is in row {self.seen[key].line} of {self.seen[key].file} already",
                "give each row its own",
            )
        return "", ""

    def _fill(self, item: Item, row: Mapping[str, str]) -> None:
        """What a row says of an item besides its ratings."""
        guid, parents = row["vendor_guid"], row.get("parent_guids", "").split()
        file, number = item.file, item.line
        item.title = self._title(file, number, row)
        item.parent = f"group:{parents[0]}" if parents else ""
        item.html = row.get("description", "")
        item.is_group = item.key.startswith("group:")
        item.identifier, is_called_so = as_uuid(guid), as_id(row["title"]) == row["title"]
        item.code = guid if not item.identifier or guid == row["title"] else row["title"] if is_called_so else ""
        if parents[1:]:
            why = "a competency or a skill has one place; it came into the first of its groups"
            self.aside.append(Aside("other groups", guid, file, number, parents[1:], why))
        rest = {name: it for name, it in row.items() if name and name not in _KNOWN and it}
        if rest:
            self.aside.append(Aside("columns", guid, file, number, rest, "no column of Canvas is called so"))

    def _title(self, file: str, number: int, row: Mapping[str, str]) -> str:
        """The title; where that is the id, as this builder writes it, the friendly name."""
        title, friendly = row["title"], row.get("display_name", "")
        if friendly and title == row["vendor_guid"]:
            return friendly
        if friendly and friendly != title:
            why = "a competency or a skill has one title, which Canvas shows to teachers"
            self.aside.append(Aside("friendly names", row["vendor_guid"], file, number, friendly, why))
        return title

    def _rate(self, item: Item, cells: Sequence[str], row: Mapping[str, str]) -> None:
        """The ratings of an outcome as steps; set aside where they are none that can be told apart."""
        texts = [" ".join(it.split()) for it in cells]
        while texts and not texts[-1]:
            texts.pop()
        self.counts["ratings"] += (len(texts) + 1) // 2
        ratings = self._ratings(tuple(texts))
        if ratings is None:
            why = "the points of each rating must be a number, and no two the same"
            self.aside.append(Aside("ratings", item.code, item.file, item.line, texts, why))
            return
        mastery = number_of(row.get("mastery_points", ""))
        item.steps = ratings.steps
        item.or_target = step_at(ratings.points, ratings.steps, mastery)
        item.target = str(int(mastery)) if mastery is not None and mastery.is_integer() else item.or_target

    def _ratings(self, texts: tuple[str, ...]) -> _Ratings | None:
        """What the cells of an outcome rate it by; the same for all that have the same cells."""
        if texts not in self.rated:
            pairs = list(zip(texts[::2], [*texts[1::2], ""], strict=False))
            said = sorted((number, name) for points, name in pairs if (number := number_of(points)) is not None)
            are_apart = len({points for points, _ in said}) == len(pairs)
            self.rated[texts] = _Ratings(tuple(it for it, _ in said), steps_of(tuple(said))) if are_apart else None
        return self.rated[texts]

    def _note_method(self, item: Item, row: Mapping[str, str]) -> None:
        method, count = row.get("calculation_method", "").casefold(), row.get("calculation_int", "")
        if method in _AVERAGES:
            self.averaged.append(item.code or item.title)
            content = {"calculation_method": method, "calculation_int": count}
            self.aside.append(
                Aside("ways to average", item.code or item.title, item.file, item.line, content, _NO_AVERAGE)
            )
        elif method:
            self.methods[method, count] += 1
