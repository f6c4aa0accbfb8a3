"""Every row of every table, read by the entries of a map: it says something, is set aside, or is a problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.exchange.format import Aside
from site_builder.exchange.sheets.maps.shape import RowWord, SheetMap, TableShape
from site_builder.exchange.sheets.maps.tables import MappedTable, counted
from site_builder.exchange.sheets.maps.things import Odd, Place, Things
from site_builder.exchange.sheets.maps.values import OddValue, Row, columns_of, made_of, takes, value_of
from site_builder.problems import Problem

NOUN: Mapping[RowWord, str] = {
    "levels": "level",
    "areas": "area",
    "competencies": "competency",
    "skills": "skill",
    "descriptors": "descriptor",
    "terms": "term",
}
MOST_REPEATED = 1_000_000
"""How often rows may hold, each for each competency."""
_UNNAMED = "the map gives this column no place"


@dataclass(slots=True)
class Rows:
    """What the rows say, what of them is set aside, how many there are, and what is wrong with some.

    `unread` are cells with characters that no text can hold.
    """

    odd: Odd = field(default_factory=Odd)
    things: Things = field(init=False)
    aside: list[Aside] = field(default_factory=list)
    unread: list[Aside] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    came_in: int = 0
    set_aside: int = 0
    repeated: list[tuple[int, Place, Row]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.things = Things(self.odd)


def read_rows(tables: Sequence[MappedTable], map: SheetMap) -> Rows:
    """What all rows of all tables say."""
    found = Rows()
    for table in tables:
        found.problems += _missing_columns(table, map)
    if found.problems:
        return found
    _areas_of_map(map, found.things)
    for table in tables:
        _Reading(table, map, found).read()
    _skills_of_map(map, found.things)
    _repeat(map, found)
    return found


def _areas_of_map(map: SheetMap, things: Things) -> None:
    for it in map.shape.areas:
        kind = it.kind.value if it.kind else ""
        values = {"area": it.id, "area.title": it.title, "area.about": it.about, "area.kind": kind}
        things.row("area", values, {}, Place(map.file, 0))


def _skills_of_map(map: SheetMap, things: Things) -> None:
    for competency in [it.name for it in things.of("competency")]:
        for it in map.shape.skills:
            id = made_of(it.id, {"competency": competency})
            values = {"competency": competency, "skill": id, "skill.title": it.title}
            things.row("skill", values, {}, Place(map.file, 0))


def _missing_columns(table: MappedTable, map: SheetMap) -> Iterator[Problem]:
    for entry in table.entries:
        missing = sorted(columns_of(map.shape.tables[entry]) - {*table.header})
        if missing:
            named = ", ".join(f"“{it}”" for it in missing)
            has = ", ".join(f"“{it}”" for it in table.header[:20])
            yield map.problem(f"{table.name} has no column {named}", f"it has {has}", "tables", entry)


class _Reading:
    """One table on its way: which of its rows are set aside, and which columns no entry reads."""

    def __init__(self, table: MappedTable, map: SheetMap, found: Rows) -> None:
        self.table = table
        self.found = found
        self.entries = [map.shape.tables[it] for it in table.entries]
        self.kept: dict[str, list[object]] = {}
        self.unread: dict[str, dict[str, str]] = {}
        self._left: dict[tuple[int, ...], frozenset[str]] = {}

    def read(self) -> None:
        """Read all rows, and keep what has no place."""
        for number, row in self.table.rows():
            self._row(number, row)
        file, found = self.table.file, self.found
        for why, content in self.kept.items():
            found.aside.append(
                Aside(f"{counted(len(content), 'row')} of {self.table.name}", why, file, 0, content, why)
            )
        for column, by_row in self.unread.items():
            found.aside.append(Aside(f"columns of {self.table.name}", column, file, 0, by_row, _UNNAMED))

    def _row(self, number: int, row: Row) -> None:
        place = Place(self.table.file, number, self.table.part)
        mine = [n for n, it in enumerate(self.entries) if takes(it, row)]
        says = tuple(n for n in mine if self.entries[n].rows)
        if not mine:
            hint = "change a “where”, or add an entry with “aside” that says why such rows have no place"
            self.found.odd.note(place, "rows of no table", f"{place.here} fits no table of the map", hint)
        elif not says:
            self.found.set_aside += 1
            self.kept.setdefault(self.entries[mine[0]].aside or "", []).append({"row": number, **_filled(row)})
        else:
            self.found.came_in += 1
            for n in says:
                self._entry(n, place, row)
            for column in self._left_by(says):
                if row.get(column):
                    self.unread.setdefault(column, {})[str(number)] = row[column]

    def _entry(self, n: int, place: Place, row: Row) -> None:
        if self.entries[n].for_each:
            self.found.repeated.append((self.table.entries[n], place, row))
        else:
            _say(self.entries[n], place, row, {}, self.found)

    def _left_by(self, says: tuple[int, ...]) -> frozenset[str]:
        """The columns that none of these entries reads; few sets of entries take the rows of a table."""
        if says not in self._left:
            read = frozenset().union(*(columns_of(self.entries[n]) for n in says))
            self._left[says] = frozenset(self.table.header) - read
        return self._left[says]


def _filled(row: Row) -> dict[str, str]:
    return {name: it for name, it in row.items() if it}


def _repeat(map: SheetMap, found: Rows) -> None:
    """Rows that hold for each competency, now that all are known; in the order of the map's entries."""
    competencies = [it.name for it in found.things.of("competency")]
    if len(competencies) * len(found.repeated) > MOST_REPEATED:
        message = (
            f"{len(found.repeated)} rows cannot hold for each of {len(competencies)} competencies: that is too much"
        )
        found.problems.append(map.problem(message, "narrow the rows with “where”", "tables"))
        return
    ordered = sorted(found.repeated, key=lambda it: it[0])
    for id in competencies:
        for entry, place, row in ordered:
            _say(map.shape.tables[entry], place, row, {"competency": id}, found)


def _say(entry: TableShape, place: Place, row: Row, known: Row, found: Rows) -> None:
    """What a row says by an entry; or what is odd about it."""
    try:
        parts = {**known, **{name: value_of(said, row, known) for name, said in entry.parts.items()}}
        values: dict[str, str] = dict(known)
        values |= {target: value_of(said, row, parts) for target, said in entry.columns.items()}
        texts = {level: value_of(said, row, parts) for level, said in entry.texts.items()}
        assert entry.rows
        _needed(NOUN[entry.rows], values)
    except OddValue as odd:
        found.odd.note(place, "values that do not fit", f"{place.here}: {odd}", odd.hint)
        return
    found.things.row(NOUN[entry.rows], values, texts, place)


def _needed(noun: str, values: Row) -> None:
    """A row must say which thing it is about."""
    if noun != "descriptor" and not values.get(noun):
        raise OddValue(f"it names no {noun}", "fill it in, or leave such rows out with “where”")
    if noun == "descriptor" and not any(values.get(it) for it in ("descriptor", "skill", "competency")):
        raise OddValue("it names neither a competency nor a skill", "fill it in, or leave such rows out with “where”")
