"""Frameworks of Moodle, row by row, as items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.html.levels import levels_in
from site_builder.exchange.html.text import html_of, markdown_of, markdown_of_plain
from site_builder.exchange.items.planted import Whole
from site_builder.exchange.items.ragged import RaggedTable
from site_builder.exchange.items.scale import Step
from site_builder.exchange.items.tree import Item
from site_builder.exchange.moodle import columns as at
from site_builder.exchange.moodle.scale import steps_of, target_of
from site_builder.identifiers import as_uuid
from site_builder.problems import Problem, Span

_PLAIN, _MARKDOWN = "2", "4"
_WHOLE_TITLE = re.compile(r"<p><strong>([^<]+)</strong></p>\s*")
_CUT = ("…", "...")
_YES = frozenset({"1", "true", "yes"})
_RULES = "a rule of Moodle gives a level by itself; here a level rests on evidence"
_CROSSED = "they say that two belong together, and not which of them comes first"
_NUMBERS = "these are Moodle's own numbers, by which its rules name competencies"
_WORDS = "a continuum has areas, competencies and skills, whatever Moodle calls the items of each depth"


class MoodleRows:
    """The items of files, the whole that they are of, and what there is to tell of them."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.whole = Whole("")
        self.counts: Counter[str] = Counter({"competencies": 0, "scales": 0, "cross-references": 0})
        self.problems: list[Problem] = []
        self.aside: list[Aside] = []
        self.remarks: list[Remark] = []
        self.seen: dict[str, Item] = {}

    def read(self, table: RaggedTable) -> list[Problem]:
        """Take in the rows of one file, or say why it is none of Moodle's."""
        if len(table.header) not in (at.WIDTH, at.OLD_WIDTH):
            return [_unknown(table)]
        heads, is_ours = _looked_over(table)
        if not heads:
            return [_unknown(table)]
        self.remarks += [Remark(table.file, it) for it in table.notices]
        rated = _Ratings(is_ours)
        usual = rated.of(heads[0][1])
        self._head(table.file, *heads[0])
        for number, cells in heads[1:]:
            content = {"id": cells[at.ID], "shortname": cells[at.SHORTNAME], "description": cells[at.DESCRIPTION]}
            why = "a file has one framework; what stands below came in with the first"
            self.aside.append(Aside("further frameworks", cells[at.SHORTNAME], table.file, number, content, why))
        numbers: dict[str, str] = {}
        for number, cells in _rows(table):
            if not _is_head(cells):
                self._row(table.file, number, cells, rated.of(cells) if cells[at.SCALE] else usual)
                if cells[at.EXPORTED]:
                    numbers[cells[at.ID]] = cells[at.EXPORTED]
        if numbers:
            self.aside.append(Aside("exported ids", table.file, table.file, 0, numbers, _NUMBERS))
        self.counts["scales"] += rated.count
        return []

    def _head(self, file: str, number: int, cells: Sequence[str]) -> None:
        id, (title, html) = cells[at.ID], _whole_title(cells[at.SHORTNAME], _html(cells))
        uuid = as_uuid(id)
        if not self.whole.title:
            self.whole = Whole(title or file, markdown_of(html), uuid)
        if not uuid and id != at.NO_ID:
            why = "a continuum is known by a UUID, which it gets when it is begun"
            self.aside.append(Aside("ids of frameworks", title, file, number, id, why))
        if cells[at.TAXONOMY] not in ("", at.TAXONOMIES):
            self.aside.append(Aside("taxonomies", title, file, number, cells[at.TAXONOMY], _WORDS))
        self._note_configuration(file, number, cells)

    def _row(self, file: str, number: int, cells: Sequence[str], rated: _Rated) -> None:
        id = cells[at.ID]
        trouble, hint = self._trouble(id, cells[at.SHORTNAME])
        if trouble:
            self.problems.append(Problem(Span(file, number), "import-odd", f"row {number}: {trouble}", hint=hint))
            return
        self.counts["competencies"] += 1
        title, html = _whole_title(cells[at.SHORTNAME], _html(cells))
        uuid = as_uuid(id)
        item = Item(id, title, cells[at.PARENT], html, "" if uuid else id, uuid)
        item.steps, item.target, item.file, item.line = rated.steps, rated.target, file, number
        self.items.append(item)
        self.seen[id] = item
        self._note_configuration(file, number, cells)
        self._note_rest(file, number, cells)

    def _trouble(self, id: str, shortname: str) -> tuple[str, str]:
        if not id:
            return f"“{shortname[:60]}” has no id number", "write one, as in LIT.ARG.1"
        if not shortname:
            return f"“{id[:60]}” has no short name", "write one"
        if id in self.seen:
            return (
                f"the id number “{id[:60]}” is in row {self.seen[id].line} of {self.seen[id].file} already",
                "give each row its own",
            )
        return "", ""

    def _note_rest(self, file: str, number: int, cells: Sequence[str]) -> None:
        """Keep what is said of a competency besides, and has no place."""
        id, rule = cells[at.ID], cells[at.RULE_TYPE : at.RULE + 1]
        related = [it.strip().replace("%2C", ",") for it in cells[at.CROSS].split(",") if it.strip()]
        self.counts["cross-references"] += len(related)
        if related:
            self.aside.append(Aside("cross-references", id, file, number, related, _CROSSED))
        if rule[0] or rule[1] not in ("", "0") or rule[2] not in ("", "null"):
            content = {"type": rule[0], "outcome": rule[1], "config": rule[2]}
            self.aside.append(Aside("rules", id, file, number, content, _RULES))

    def _note_configuration(self, file: str, number: int, cells: Sequence[str]) -> None:
        if target_of(cells[at.CONFIGURATION], is_ours=False) is None:
            why = "it is not JSON as Moodle writes it, so no level could be told to be proficient"
            name, content = cells[at.ID], cells[at.CONFIGURATION]
            self.aside.append(Aside("scale configurations", name, file, number, content, why))


class _Rated(NamedTuple):
    """By what a row is rated, and the step to reach."""

    steps: tuple[Step, ...]
    target: str


class _Ratings:
    """Ratings as rows say them; the same for all that say the same."""

    def __init__(self, is_ours: bool) -> None:
        self.is_ours = is_ours
        self.known: dict[tuple[str, str], _Rated] = {}

    @property
    def count(self) -> int:
        """How many scales the rows name."""
        return len({values for values, _ in self.known if values})

    def of(self, cells: Sequence[str]) -> _Rated:
        """By what a row is rated."""
        said = cells[at.SCALE], cells[at.CONFIGURATION]
        if said not in self.known:
            steps = steps_of(said[0])
            target = target_of(said[1], is_ours=self.is_ours) or ""
            self.known[said] = _Rated(steps, target if any(it.id == target for it in steps) else "")
        return self.known[said]


def _rows(table: RaggedTable) -> Iterator[tuple[int, list[str]]]:
    return ((number, _placed(cells, table)) for number, cells in table.rows())


def _looked_over(table: RaggedTable) -> tuple[list[tuple[int, list[str]]], bool]:
    """The rows of frameworks in a table, and whether this builder wrote it."""
    heads: list[tuple[int, list[str]]] = []
    is_ours = False
    for number, cells in _rows(table):
        if _is_head(cells):
            heads.append((number, cells))
        html = cells[at.DESCRIPTION]
        is_ours = is_ours or ("</dl>" in html and bool(levels_in(html)[1]))
    return heads, is_ours


def _is_head(cells: Sequence[str]) -> bool:
    return cells[at.IS_FRAMEWORK].casefold() in _YES


def _placed(cells: Sequence[str], table: RaggedTable) -> list[str]:
    """The cells of a row in the places of the newer layout."""
    texts = [it.strip() for it in cells]
    if len(table.header) == at.OLD_WIDTH:
        texts[at.CROSS : at.CROSS] = ["", ""] if len(texts) > at.CROSS else []
    return [*texts, *[""] * at.WIDTH][: max(at.WIDTH, len(texts))]


def _html(cells: Sequence[str]) -> str:
    """The description as HTML, in whichever of Moodle's formats it is."""
    text = cells[at.DESCRIPTION]
    if cells[at.FORMAT] == _PLAIN:
        return html_of(markdown_of_plain(text))
    return html_of(text) if cells[at.FORMAT] == _MARKDOWN else text


def _whole_title(shortname: str, html: str) -> tuple[str, str]:
    """The title, in whole where the description begins with what the short name has cut, and the rest of that."""
    found = _WHOLE_TITLE.match(html) if shortname.endswith(_CUT) else None
    if found and unescape(found[1]).startswith(shortname.rstrip("….").rstrip()):
        return unescape(found[1]), html[found.end() :]
    return shortname, html


def _unknown(table: RaggedTable) -> Problem:
    shown = ", ".join(table.header[:8])[:200]
    message = f"these are not the columns of a framework of Moodle ({len(table.header)} columns: {shown})"
    hint = "it has 14 columns, or 12 in old versions, and one row says 1 under “Is framework”"
    return Problem(Span(table.file), "import-unreadable", message, hint=hint)
