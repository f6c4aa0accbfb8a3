"""A map of sheets: what a school says of its own tables, so that nothing in them has to be guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from site_builder.model import Kind
from site_builder.problems import Problem, Span, Spot
from site_builder.sources.places import placed_in
from site_builder.sources.settings import LevelShape
from site_builder.sources.shape import Count, Id, Shape, Text, Uuid, shaped
from site_builder.sources.text import decoded
from site_builder.sources.yaml import read_yaml
from site_builder.tables.dialect import Dialect

PLACE = re.compile(r"\{([^{}]+)\}")
"""A name in braces, for which a row has the words."""


def _pattern(text: str) -> str:
    try:
        groups = re.compile(text).groups
    except (re.error, OverflowError, RecursionError):
        raise ValueError("this is no pattern that can be read") from None
    if groups > 1:
        raise ValueError("a pattern has one part in ( ) at most; write (?: ) for the others")
    return text


def _of_competency(text: str) -> str:
    if set(PLACE.findall(text)) != {"competency"}:
        raise ValueError("“{competency}” is expected in it, and nothing else in braces, as in “{competency}.K”")
    return text


Pattern = Annotated[Text, AfterValidator(_pattern)]
Target: TypeAlias = Literal[
    "area",
    "area.title",
    "area.about",
    "area.kind",
    "area.identifier",
    "competency",
    "competency.title",
    "competency.statement",
    "competency.why",
    "competency.about",
    "competency.prerequisites",
    "competency.target",
    "competency.identifier",
    "skill",
    "skill.title",
    "skill.statement",
    "skill.identifier",
    "descriptor",
    "level",
    "level.name",
    "level.means",
    "text",
    "term",
    "term.title",
    "term.means",
    "term.also",
]
RowWord: TypeAlias = Literal["levels", "areas", "competencies", "skills", "descriptors", "terms"]
_NEEDS: dict[str, str] = {
    "levels": "level",
    "areas": "area",
    "competencies": "competency",
    "skills": "skill",
    "terms": "term",
}


class ValueShape(Shape):
    """Where a value comes from: a column, several of them, or the map itself."""

    column: Text | None = None
    """The column that holds it."""
    made_of: Text | None = None
    """Several columns in one text, each in braces: “`{Code}` {Text}”. Names under “parts” may stand in braces, too."""
    always: Text | None = None
    """The same for each row."""
    pattern: Pattern | None = None
    """A regular expression; its part in ( ) is the value."""
    values: dict[Text, Text] = {}  # noqa: RUF012  a model's own default
    """What each value of the table means here. A value that is not in the list is a problem."""

    @model_validator(mode="after")
    def comes_from_one_place(self) -> ValueShape:
        """It cannot be two things, nor nothing."""
        if sum(it is not None for it in (self.column, self.made_of, self.always)) != 1:
            raise ValueError("a value has one of “column”, “made_of” and “always”")
        return self


class PatternShape(Shape):
    """A condition that a pattern states."""

    pattern: Pattern
    """A regular expression that is to be found in the cell."""


# What is said of a value that fits neither is what the first of the two says.
Said: TypeAlias = Annotated[ValueShape | Text, Field(union_mode="left_to_right")]
NameOrLevel: TypeAlias = Annotated[LevelShape | Text, Field(union_mode="left_to_right")]
Condition: TypeAlias = Annotated[
    PatternShape | Annotated[tuple[Text, ...], Field(min_length=1)] | Text, Field(union_mode="left_to_right")
]


class TableShape(Shape):
    """What is said of one table, or of some of its rows."""

    file: Text = "*"
    """The name of its file; * stands for any letters, as in outcomes-*.csv."""
    sheet: Text | None = None
    """The sheet of a workbook; without it, all that are not hidden."""
    at: Text | None = None
    """The key of a JSON file that holds the array of records, as in "@graph"; a path has dots between its keys."""
    header_row: Count = 1
    """The row that names the columns."""
    delimiter: Annotated[str, Field(min_length=1, max_length=3)] | None = None
    """What stands between cells, as in “;”, or “tab”."""
    encoding: Text | None = None
    """How letters are written, as in cp1252."""
    where: dict[Text, Condition] = {}  # noqa: RUF012
    """Only rows whose columns say this: one value, one of several, or a pattern."""
    rows: RowWord | None = None
    """What a row is."""
    aside: Text | None = None
    """Why its rows have no place. They are counted and kept in the report, unless another table takes them."""
    for_each: Literal["competency"] | None = None
    """Each row holds for each competency; “{competency}” in “made_of” is its id."""
    parts: dict[Text, Said] = {}  # noqa: RUF012
    """Values that only serve in “made_of”."""
    columns: dict[Target, Said] = {}  # noqa: RUF012
    """Which column is what, as in text: Description."""
    texts: dict[Text, Said] = {}  # noqa: RUF012
    """Where each level has a column of its own: the level, and the column of its descriptors."""

    @model_validator(mode="after")
    def says_what_a_row_is(self) -> TableShape:
        """A row is something, or it is set aside for a reason."""
        if (self.rows is None) == (self.aside is None):
            raise ValueError("say what a row is with “rows”, or why it has no place with “aside”")
        needed = _NEEDS.get(self.rows or "", "")
        if needed and needed not in self.columns and not (needed == "competency" and self.for_each):
            raise ValueError(f"rows that are {self.rows} need “{needed}” under “columns”")
        if self.rows == "descriptors" and not (self.texts or self.columns.keys() & {"text", "descriptor"}):
            raise ValueError("rows that are descriptors need “text” under “columns”, or “texts”")
        return self

    def dialect(self) -> Dialect:
        """How the table is to be read."""
        delimiter = "\t" if self.delimiter == "tab" else self.delimiter or ""
        return Dialect(delimiter, self.encoding or "", self.sheet or "", self.header_row)


class AreaOfMap(Shape):
    """An area that no table has."""

    id: Text
    """What tables call it."""
    title: Text
    """What readers see."""
    about: Text = ""
    """What is learned here."""
    kind: Kind | None = None
    """knowledge, transferable or lifelong; without it, the map's own “kind”."""


class SkillOfMap(Shape):
    """A skill that every competency has."""

    id: Annotated[Text, AfterValidator(_of_competency)]
    """Its id, in which “{competency}” stands for that of the competency."""
    title: Text
    """What readers see."""


class MapShape(Shape):
    """A map of sheets: what the tables of a school mean"""

    title: Text | None = None
    """The name of the continuum."""
    description: Text | None = None
    """One sentence on it."""
    version: Text = ""
    """Which version it is."""
    language: Id | None = None
    """The code of the language that the tables are written in."""
    identifier: Uuid | None = None
    """The UUID by which other systems know the framework."""
    scale: Id | None = None
    """The name of the scale; without it, the only one of the school, or “levels”."""
    levels: Annotated[tuple[NameOrLevel, ...], Field(max_length=12)] = ()
    """The levels in the order of growth: their names, or each with its id, name and meaning."""
    target: Text | None = None
    """The level to reach, by its id or name."""
    kind: Kind | None = None
    """The kind of all areas that do not say their own: knowledge, transferable or lifelong."""
    areas: tuple[AreaOfMap, ...] = ()
    """The areas, where no table has them."""
    skills: tuple[SkillOfMap, ...] = ()
    """Skills that every competency has, in this order."""
    tables: Annotated[tuple[TableShape, ...], Field(min_length=1)]
    """One entry for each kind of table, or of rows in it."""


@dataclass(frozen=True, slots=True)
class SheetMap:
    """A map as it was read, with its file's name and text, so that a problem found later points at its line."""

    shape: MapShape
    file: str
    text: str

    def problem(self, message: str, hint: str, *path: str | int) -> Problem:
        """Something that is wrong with the map, at a value in it."""
        [placed] = placed_in([Problem(Spot(self.file, path), "import-unreadable", message, hint=hint)], self.text, 1)
        return placed


def read_map(path: Path) -> tuple[SheetMap | None, list[Problem]]:
    """The map in a file, or what is wrong with it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}"
        return None, [Problem(Span(path.name), "file-unreadable", message, hint="check its name and its permissions")]
    text, problems = decoded(path.name, data)
    value, wrong = (None, problems) if problems else read_yaml(path.name, text)
    if wrong:
        return None, wrong
    shape, misfits = shaped(MapShape, path.name, value)
    if shape is None:
        return None, placed_in(misfits, text, 1)
    return SheetMap(shape, path.name, text), []
