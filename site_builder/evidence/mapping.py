"""A map: what a school says of its exports, so that nothing has to be guessed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field

from site_builder.evidence.dates import pattern
from site_builder.problems import Problem
from site_builder.sources.places import placed_in
from site_builder.sources.shape import Count, Day, Id, Shape, Text, shaped
from site_builder.sources.text import decoded
from site_builder.sources.yaml import read_yaml
from site_builder.tables.dialect import Dialect


def _pattern(text: str) -> str:
    if pattern(text) is None:
        raise ValueError("a pattern of a day is expected here, as in DD.MM.YYYY or MM/DD/YYYY")
    return text


def _or_none(value: object) -> object:
    """Proposals of which nobody has confirmed one yet are no outcomes, and no mistake."""
    return {} if value is None else value


Columns = Annotated[tuple[Text, ...], Field(min_length=1, max_length=3)]
Pattern = Annotated[Text, AfterValidator(_pattern)]
MarkWord: TypeAlias = Literal["missed", "override", "baseline", "judgement"]
FormatWord: TypeAlias = Literal[
    "canvas-outcome-results",
    "canvas-outcome-results-17",
    "canvas-student-competency",
    "canvas-mastery-gradebook",
    "slate-ratings",
    "slate-progress",
    "sheet",
    "table",
]


class DatesShape(Shape):
    """How days are written."""

    formats: tuple[Pattern, ...] = ()
    """Patterns of days besides 2026-09-01, as in [DD.MM.YYYY]."""
    missing: Day | None = None
    """The day of rows that have none, as in 2026-06-01; without it they are set aside."""


class ScoreShape(Shape):
    """A level, and the fewest points at which it is reached."""

    level: Id
    """The level's id."""
    points: Annotated[float, Field(allow_inf_nan=False)]
    """The fewest points, as in 85."""


class TableShape(Shape):
    """What is said of one kind of table."""

    format: FormatWord = "table"
    """The format, where a table's header is in another language and does not tell."""
    delimiter: Annotated[str, Field(min_length=1, max_length=3)] | None = None
    """What stands between cells, as in “;”, or “tab”."""
    encoding: Text | None = None
    """How letters are written, as in cp1252."""
    sheet: Text | None = None
    """The sheet of a workbook."""
    header_row: Count = 1
    """The row that names the columns."""
    columns: dict[Text, Text | Columns] = {}  # noqa: RUF012  a model's own default
    """Which column is what, as in student: Pupil no."""
    constants: dict[Text, Text] = {}  # noqa: RUF012
    """What all rows have in common, as in kind: observation."""
    wide: Literal["all"] | tuple[Text, ...] = ()
    """The columns that are about one skill each; “all” means each column that “columns” does not name."""
    outcomes: Annotated[dict[Text, Id], BeforeValidator(_or_none)] = {}  # noqa: RUF012
    """The skill that each outcome of the export means."""
    students: dict[Text, Text] = {}  # noqa: RUF012
    """The id in the roster that each id of the export means."""
    names: bool = False
    """Whether students may be found by their names, where nobody shares one."""
    levels: dict[Text, Id] = {}  # noqa: RUF012
    """The level that each word or number of the export means."""
    marks: dict[Text, MarkWord] = {}  # noqa: RUF012
    """The mark that each word of the export means, as in M: missed."""
    scores: tuple[ScoreShape, ...] = ()
    """The levels of scores: the highest whose points are reached."""
    kinds: dict[Text, Text] = {}  # noqa: RUF012
    """What a kind of the export is called here."""
    purposes: dict[Text, Literal["formative", "summative"]] = {}  # noqa: RUF012
    """The words that mean practice, as in practice: formative."""
    dates: DatesShape = DatesShape.model_construct()
    """How days are written."""

    def dialect(self) -> Dialect:
        """How the table's file is to be read."""
        delimiter = "\t" if self.delimiter == "tab" else self.delimiter or ""
        return Dialect(delimiter, self.encoding or "", self.sheet or "", self.header_row)


class MapShape(TableShape):
    """A map: what a school's exports mean"""

    tables: tuple[TableShape, ...] = ()
    """One entry for each kind of table, where there are several; each has what stands above them, too."""


@dataclass(frozen=True, slots=True)
class Map:
    """A map as it was read: what holds for all tables, and one entry for each kind that is declared.

    `text` is the file's own, so that a problem found later can point at its line.
    """

    common: TableShape = field(default_factory=TableShape.model_construct)
    tables: tuple[TableShape, ...] = ()
    file: str = ""
    text: str = ""


NO_MAP = Map()


_ADDED_UP = frozenset({"outcomes", "students", "levels", "marks", "kinds", "purposes"})


def read_map(file: str, data: bytes) -> tuple[Map | None, list[Problem]]:
    """The map in a file, or what is wrong with it."""
    text, problems = decoded(file, data)
    value, wrong = (None, problems) if problems else read_yaml(file, text)
    if wrong:
        return None, wrong
    shape, misfits = shaped(MapShape, file, value if value is not None else {})
    if shape is None:
        return None, placed_in(misfits, text, 1)
    said = {name: getattr(shape, name) for name in shape.model_fields_set & set(TableShape.model_fields)}
    common = TableShape.model_construct(**said)
    tables = tuple(_with(common, it) for it in shape.tables)
    return Map(common, tables, file, text), []


def _with(common: TableShape, table: TableShape) -> TableShape:
    """An entry with what holds for all; its own words come first."""
    merged = {name: getattr(common, name) for name in common.model_fields_set}
    for name in table.model_fields_set:
        own = getattr(table, name)
        merged[name] = {**merged.get(name, {}), **own} if name in _ADDED_UP else own
    return TableShape.model_construct(**merged)
