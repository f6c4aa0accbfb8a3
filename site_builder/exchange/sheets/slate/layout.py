"""The map of competencies that Slate takes: Code, Type, Descriptor, Statement, ER.

A skill (“Standard”) belongs to the competency with whose code its own begins, and an area is the beginning of codes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import Aside, ReadWish, Remark, Taken, WriteWish
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.cells import said
from site_builder.exchange.sheets.columns import set_aside, spelled
from site_builder.exchange.sheets.layout import Layout, Sheet
from site_builder.exchange.sheets.oddities import odd, place
from site_builder.exchange.sheets.own.read import unknown
from site_builder.exchange.sheets.slate.ratings import HINT, asked, er
from site_builder.exchange.sheets.slate.rows import Row, SlateRows, taken
from site_builder.exchange.sheets.write import is_own_only
from site_builder.model import Competency
from site_builder.tables.held import HeldTable

NAME = "slate"
HEADER = ("Code", "Type", "Descriptor", "Statement", "ER")
COMPETENCY, SKILL = "Competency Statement", "Standard"
_NEEDED = frozenset(map(spelled, HEADER[:4]))
_NOT_ASKED = "nothing is asked for there in Slate; here at least one piece of work is asked for at each level"
_NO_COLUMN = "no column of a continuum is called so"


def fits(tables: Sequence[HeldTable]) -> bool:
    """Whether one of the tables has Slate's columns."""
    return any(map(_is_slate, tables))


def read(tables: Sequence[HeldTable], wish: ReadWish) -> Taken:
    """The framework that Slate's map says, on twelve levels that nobody has described yet."""
    rows = SlateRows()
    for table in tables:
        if _is_slate(table):
            _read_table(table, rows)
        else:
            rows.aside.append(unknown(table))
        rows.remarks += [Remark(place(table), text) for text in table.notices]
    rows.join()
    return taken(rows, tables[0].file, wish.existing)


def write(framework: Framework, wish: WriteWish) -> tuple[Sheet, ...]:
    """Slate's map of a framework; what it has no column for stays behind."""
    rows = tuple(row for it in framework.competencies for row in _rows(it))
    return (Sheet("slate", HEADER, rows, frozenset({2, 3})),)


def _is_slate(table: HeldTable) -> bool:
    return {spelled(it) for it in table.header} >= _NEEDED


def _read_table(table: HeldTable, rows: SlateRows) -> None:
    names = [spelled(it) for it in table.header]
    places = {it: names.index(spelled(it)) for it in HEADER if spelled(it) in names}
    rest = [it for it in range(len(names)) if it not in places.values()]
    rows.aside += set_aside(table, rest, _NO_COLUMN)
    for number, cells in table.rows:
        _read_row(table, number, {name: said(cells[place]) for name, place in places.items()}, rows)


def _read_row(table: HeldTable, number: int, cells: Mapping[str, str], rows: SlateRows) -> None:
    code, type = cells["Code"], spelled(cells["Type"])
    evidence = asked(cells.get("ER", ""))
    trouble, hint = _trouble(cells, rows)
    if trouble or evidence.trouble:
        rows.problems.append(odd(table, number, trouble or evidence.trouble, hint or HINT))
        return
    if evidence.nothing_at:
        content = dict(evidence.nothing_at)
        rows.aside.append(Aside("levels without a rating", code, table.file, number, content, _NOT_ASKED))
    row = Row(table, number, code, cells["Descriptor"] or code, cells["Statement"], evidence.evidence)
    rows.add(row, is_skill=type == spelled(SKILL))


def _trouble(cells: Mapping[str, str], rows: SlateRows) -> tuple[str, str]:
    code, type = cells["Code"], cells["Type"]
    if not code:
        return "it has no code", "write one, as in ELA.1.2"
    if spelled(type) not in (spelled(COMPETENCY), spelled(SKILL)):
        return f"its type is “{type[:40]}”", f"it is “{COMPETENCY}” or “{SKILL}”"
    if code.casefold() in rows.seen:
        return f"the code “{code[:60]}” is in row {rows.seen[code.casefold()]} already", "give each row its own"
    return "", ""


def _rows(it: Competency) -> Iterator[tuple[str, ...]]:
    if is_own_only(it):
        yield it.id, COMPETENCY, it.title, it.statement, er(it.evidence)
        return
    yield it.id, COMPETENCY, it.title, it.statement, ""
    for skill in it.skills:
        yield skill.id, SKILL, skill.title, skill.statement, er(skill.evidence or it.evidence)


LAYOUT = Layout(
    NAME,
    "the map of competencies that Slate takes",
    NEEDED | {"competency.statement", "skill.statement"},
    fits,
    read,
    write,
)
