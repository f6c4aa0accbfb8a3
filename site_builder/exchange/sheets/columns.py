"""What the columns of a sheet are for, by their names: ours, and other words that people use for the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_builder.exchange.format import Aside
from site_builder.exchange.sheets.cells import said
from site_builder.tables.held import HeldTable


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is for, its name in our own sheets, what of a continuum it carries, its other names.

    `sure` are names that can mean nothing else, where another column has one of the other names too.
    `is_wide` where it holds long texts; `is_usual` where it stands in every sheet, even if nobody has filled it.
    """

    noun: str
    header: str
    carries: str
    others: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    is_wide: bool = False
    is_usual: bool = False


OF_COMPETENCY = (
    Column("area", "Area", "", ("subject", "domain", "content area", "field", "discipline"), is_usual=True),
    Column("competency", "Competency", "", ("competence",), ("competency id", "competency code"), is_usual=True),
    Column("title", "Title", "", ("competency title", "competency name", "competence title"), is_usual=True),
    Column("statement", "Statement", "competency.statement", ("competency statement",), is_wide=True, is_usual=True),
    Column("why", "Why", "competency.why", ("why it matters", "rationale"), is_wide=True),
    Column("about", "About", "competency.about", ("more about it",), is_wide=True),
    Column("prerequisites", "Prerequisites", "competency.prerequisites", ("prerequisite", "builds on")),
    Column("target", "Target", "competency.target", ("target level", "goal level")),
    Column("competency_pieces", "Competency pieces", "competency.evidence"),
    Column("competency_kinds", "Competency kinds", "competency.evidence"),
    Column("retired_on", "Retired on", "competency.retired", ("retired",)),
    Column("replaced_by", "Replaced by", "competency.retired"),
)
OF_SKILL = (
    Column(
        "skill",
        "Skill",
        "",
        ("standard", "criterion", "criteria", "sub skill", "subskill", "indicator", "dimension"),
        ("skill id", "skill code", "standard id", "standard code"),
        is_usual=True,
    ),
    Column("skill_title", "Skill title", "", ("skill name", "standard title", "criterion title"), is_usual=True),
    Column("skill_statement", "Skill statement", "skill.statement", ("standard statement",), is_wide=True),
)
AFTER_LEVELS = (
    Column("not_used", "Not used", "skill.not_used", ("levels not used",)),
    Column("at_home", "At home", "skill.at_home", ("for families", "family"), is_wide=True),
    Column("pieces", "Pieces", "skill.evidence", ("pieces of work", "pieces of evidence")),
    Column("kinds", "Kinds", "skill.evidence", ("kinds of work", "kinds of evidence")),
)
OF_LEVEL = (
    Column("level", "Level", "", ("performance level", "rating"), is_usual=True),
    Column("descriptor", "Descriptor", "skill.levels", ("description", "i can"), is_wide=True, is_usual=True),
    Column("support", "Support", "skill.supports", ("supports", "what helps"), is_wide=True),
)
_SPLIT = re.compile(r"[\W_]+")
_CODE = re.compile(r"(?=.*[0-9.])[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_TITLES = {"competency": "title", "skill": "skill_title"}
_CODES = frozenset({"id", "code"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of the columns by what they are for, and the places of all others."""

    places: Mapping[str, int]
    others: tuple[int, ...]

    def row(self, cells: Sequence[str]) -> dict[str, str]:
        """What a row says, by what its columns are for."""
        return {noun: said(cells[place]) for noun, place in self.places.items()}

    def has(self, *nouns: str) -> bool:
        """Whether there is a column for any of these."""
        return any(it in self.places for it in nouns)


def spelled(header: str) -> str:
    """The name of a column in small letters, with one blank in place of all else between its words."""
    return " ".join(_SPLIT.sub(" ", header.casefold()).split())


def columns_of(table: HeldTable, known: Sequence[Column]) -> Columns:
    """What each column of a table is for, by its name and, for ids and titles, by what stands under it."""
    names = [spelled(it) for it in table.header]
    sure = {name: it.noun for it in known for name in it.sure}
    nouns = {name: it.noun for it in known for name in (spelled(it.header), *it.others)}
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        if name in sure:
            places.setdefault(sure[name], place)
    for place, name in enumerate(names):
        noun = nouns.get(name, "")
        noun = _TITLES.get(noun, noun) if noun in places else noun
        if noun:
            places.setdefault(noun, place)
    _tell_titles(table, places)
    for place, name in enumerate(names):
        if name in _CODES:
            places.setdefault("skill" if "skill_title" in places else "competency", place)
    used = set(places.values())
    return Columns(places, tuple(it for it in range(len(names)) if it not in used))


def set_aside(table: HeldTable, places: Sequence[int], why: str) -> list[Aside]:
    """Columns that have no place, each with what stands in its rows; empty ones say nothing."""
    found = []
    for place in places:
        content = {str(number): cells[place] for number, cells in table.rows if cells[place].strip()}
        if content:
            found.append(Aside("columns", table.header[place], table.file, 0, content, why))
    return found


def _tell_titles(table: HeldTable, places: dict[str, int]) -> None:
    """A column “Skill” without another for titles holds these, unless there are only codes in it."""
    for noun, title in _TITLES.items():
        if noun in places and title not in places and not _has_only_codes(table, places[noun]):
            places[title] = places.pop(noun)
    if "statement" in places and not {"competency", "title"} & places.keys():
        places.setdefault("skill_statement", places.pop("statement"))


def _has_only_codes(table: HeldTable, place: int) -> bool:
    cells = [cells[place].strip() for _, cells in table.rows]
    return any(cells) and all(_CODE.fullmatch(it) for it in cells if it)
