"""Tables with a row for each skill or for each descriptor, gathered into a framework."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Protocol

from site_builder.exchange.format import Aside, ReadWish, Remark, Taken
from site_builder.exchange.sheets.columns import AFTER_LEVELS, OF_COMPETENCY, OF_LEVEL, OF_SKILL, Columns, set_aside
from site_builder.exchange.sheets.oddities import place
from site_builder.exchange.sheets.own.beside import Beside, read_beside, small_table
from site_builder.exchange.sheets.own.build import Build
from site_builder.exchange.sheets.own.drafts import Drafted, Drafts, Entry
from site_builder.model import Scale
from site_builder.tables.held import HeldTable

_CARRIES = {it.noun: it.carries for it in (*OF_COMPETENCY, *OF_SKILL, *OF_LEVEL, *AFTER_LEVELS)}
_NO_COLUMN = "no column of a continuum is called so"


class Lines(Protocol):
    """How the rows of a table are read: what its columns are for, and what a row says at levels."""

    @property
    def table(self) -> HeldTable:
        """The table itself."""
        ...

    @property
    def columns(self) -> Columns:
        """What its columns are for."""
        ...

    @property
    def words(self) -> Sequence[str]:
        """The words for levels, in their order."""
        ...

    @property
    def rest(self) -> Sequence[int]:
        """The places of columns that have no place here."""
        ...

    def entries(self) -> Iterable[Entry]:
        """The rows as entries."""
        ...


def scales_of(tables: Sequence[HeldTable], wish: ReadWish) -> tuple[Scale, ...]:
    """The scales that are described in a table of levels, or else at the school that the tables are read into."""
    said = read_beside([it for it in tables if small_table(it) == "levels"]).scales
    if said or wish.existing is None:
        return tuple(said.values())
    return tuple(wish.existing.settings.scales.values())


def naming(columns: Columns) -> bool:
    """Whether some column says what a row is about."""
    return columns.has("competency", "title", "skill", "skill_title")


def gathered(lines: Sequence[Lines], others: Sequence[HeldTable], wish: ReadWish, *, a_row_a_skill: bool) -> Taken:
    """The framework that tables say; `others` are the small tables beside them, and those that nobody knows."""
    beside = read_beside([it for it in others if small_table(it)])
    carries: set[str] = set()
    for it in lines:
        beside.aside += set_aside(it.table, it.rest, _NO_COLUMN)
        carries |= {_CARRIES[noun] for noun in it.columns.places}
        carries |= {"skill.levels", "skill.not_used"} if it.words else set()
    beside.aside += [unknown(it) for it in others if not small_table(it)]
    drafts = _drafted(lines, a_row_a_skill=a_row_a_skill)
    build = Build(
        drafts, beside, wish.existing, _whole(beside, lines, others), {id(it.table): it.words for it in lines}
    )
    build.notes.aside += _headings_of_nothing(drafts)
    build.notes.remarks += [Remark(place(it), text) for it in _tables(lines, others) for text in it.notices]
    file = next(iter(_tables(lines, others))).file
    return build.taken(file, _counts(lines), carries - {""})


def _drafted(lines: Sequence[Lines], *, a_row_a_skill: bool) -> Drafted:
    drafts = Drafts(a_row_a_skill=a_row_a_skill)
    for it in lines:
        drafts.begin_table()
        for entry in it.entries():
            drafts.add(entry, _name(it.table))
    return drafts.drafted()


def unknown(table: HeldTable) -> Aside:
    """A table that has no place, whole."""
    content = {"header": list(table.header), "rows": {str(number): list(cells) for number, cells in table.rows}}
    return Aside("sheets", place(table), table.file, 0, content, "its columns are not those of a continuum")


def title_of(file: str) -> str:
    """A title made of the name of a file."""
    return _spoken(PurePath(file).stem)


def _tables(lines: Sequence[Lines], others: Sequence[HeldTable]) -> list[HeldTable]:
    return [*(it.table for it in lines), *others]


def _counts(lines: Sequence[Lines]) -> Mapping[str, int]:
    """How many rows there are, and how many cells among them describe a level."""
    rows = sum(len(it.table.rows) for it in lines)
    descriptors = sum(bool(cell) for it in lines for entry in it.entries() for cell in entry.levels.values())
    return {"rows": rows, "descriptors": descriptors}


def _whole(beside: Beside, lines: Sequence[Lines], others: Sequence[HeldTable]) -> str:
    """What the continuum is called where nothing else names it: as its file."""
    return beside.continuum.get("title") or title_of(_tables(lines, others)[0].file)


def _name(table: HeldTable) -> str:
    """What a table is called: as its sheet, unless that has the name that every new sheet has."""
    is_new = table.sheet.rstrip("0123456789 ").casefold() in ("", "sheet", "table", "tabelle", "hoja", "feuil", "blad")
    return _spoken(PurePath(table.file).stem if is_new else table.sheet)


def _spoken(name: str) -> str:
    words = " ".join(name.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:] or "Continuum"


def _headings_of_nothing(drafts: Drafted) -> list[Aside]:
    """Rows that name an area only, where no competency stands in it."""
    used = {it.area for it in drafts.competencies}
    why = "it stands in the column of areas, and no competency follows"
    headings = [(it, it.said.get("area", "")) for it in drafts.headings]
    return [
        Aside("rows", area, it.table.file, it.line, area, why) for it, area in headings if area and area not in used
    ]
