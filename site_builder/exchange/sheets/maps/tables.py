"""The tables of files, each with the entries of a map that are about it; what no entry is about is a problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from site_builder.exchange.format import Aside
from site_builder.exchange.sheets.illegible import illegible, legible, words
from site_builder.exchange.sheets.maps.json_tables import JsonTable, json_tables
from site_builder.exchange.sheets.maps.shape import SheetMap, TableShape
from site_builder.exchange.sheets.maps.workbook import lines_of, sheet_names
from site_builder.problems import Problem, Severity, Span
from site_builder.tables.csv_text import careful_rows
from site_builder.tables.dialect import Dialect
from site_builder.tables.findings import Findings
from site_builder.tables.held import HeldTable, held_tables, too_large
from site_builder.tables.kinds import Kind, kind_of

ABOVE = "lines above the names of columns have no place in a continuum"


@dataclass(frozen=True, slots=True)
class MappedTable:
    """A table, and the places in the map of the entries that are about it."""

    table: HeldTable | JsonTable
    entries: tuple[int, ...]

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.table.file

    @property
    def part(self) -> str:
        """The sheet or the key that it stands in, where there are such."""
        return self.table.sheet if isinstance(self.table, HeldTable) else self.table.at

    @property
    def name(self) -> str:
        """How messages call it: by its file, and its sheet or key where it has one."""
        return f"{self.table.file} › {self.part}" if self.part else self.table.file

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns."""
        return self.table.header

    def rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Each row with its number, what it says by the names of its columns."""
        read = legible if isinstance(self.table, JsonTable) else words
        for number, row in self._raw():
            yield number, {name: read(cell) for name, cell in row.items()}

    def illegible(self) -> Iterator[Aside]:
        """Cells with characters that no text can hold."""
        return illegible(self.file, self._raw())

    def _raw(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        if isinstance(self.table, JsonTable):
            yield from self.table.rows
            return
        for number, cells in self.table.rows:
            yield number, dict(zip(self.table.header, cells, strict=True))


@dataclass(slots=True)
class Tables:
    """The tables of files, what of these is no table, and what is wrong; `lines` of sheets are kept unread."""

    tables: list[MappedTable] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)
    lines: int = 0

    def keep_sheet(self, path: Path, title: str, why: str) -> None:
        """Keep a sheet just as it stands, and count its lines."""
        lines, problems = lines_of(path, title)
        count = sum(any(it) for it in lines)
        self.lines += count
        self.problems += problems
        self.aside.append(Aside(f"{counted(count, 'line')} of the sheet “{title}”", title, path.name, 0, lines, why))


def tables_of(paths: Sequence[Path], map: SheetMap) -> Tables:
    """All tables of all files that the map is about."""
    found = Tables()
    for path in paths:
        _file(path, map, found)
    return found


def _file(path: Path, map: SheetMap, found: Tables) -> None:
    entries = [n for n, it in enumerate(map.shape.tables) if fnmatchcase(path.name.casefold(), it.file.casefold())]
    if not entries:
        hint = "add an entry under “tables”, or one with “aside” that says why the file has no place"
        found.problems.append(_unread(path, f"no table of the map is about {path.name}", hint))
        return
    try:
        if _is_json(path):
            _json(path, map, entries, found)
        elif refused := too_large(path):
            found.problems.append(refused)
        elif kind_of(path)[0] is Kind.WORKBOOK:
            _workbook(path, map, entries, found)
        else:
            _table(path, map, [n for n in entries if not map.shape.tables[n].at], "", found)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}"
        found.problems.append(Problem(Span(path.name), "table-unreadable", message, hint="check its permissions"))


def _unread(path: Path, message: str, hint: str) -> Problem:
    return Problem(Span(path.name), "import-unreadable", message, hint=hint)


def _is_json(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith((b"{", b"[{")) or path.suffix.casefold() in (".json", ".jsonld")


def _json(path: Path, map: SheetMap, entries: Sequence[int], found: Tables) -> None:
    by_key: dict[str, list[int]] = {}
    for entry in entries:
        by_key.setdefault(map.shape.tables[entry].at or "", []).append(entry)
    tables, rest, problems = json_tables(path, tuple(by_key))
    found.tables += [MappedTable(it, tuple(by_key[it.at])) for it in tables]
    found.problems += problems
    if rest:
        why = "no table of the map is about it"
        found.aside += [Aside("other parts of a file", name, path.name, 0, it, why) for name, it in rest.items()]


def _workbook(path: Path, map: SheetMap, entries: Sequence[int], found: Tables) -> None:
    sheets, problems = sheet_names(path)
    found.problems += problems
    for sheet in sheets:
        mine = [n for n in entries if _is_about(map.shape.tables[n], sheet.title, sheet.is_hidden)]
        if mine:
            _table(path, map, mine, sheet.title, found)
        else:
            _kept_or_refused(path, sheet.title, sheet.is_hidden, found)


def _is_about(entry: TableShape, title: str, is_hidden: bool) -> bool:
    return not entry.at and (entry.sheet == title.strip() if entry.sheet else not is_hidden)


def _kept_or_refused(path: Path, title: str, is_hidden: bool, found: Tables) -> None:
    """A hidden sheet is kept aside unread; one that people see must be in the map."""
    if is_hidden:
        found.keep_sheet(path, title, "it is hidden: nobody who opens the workbook sees it")
        return
    message = f"no table of the map is about the sheet “{title}”"
    hint = "add an entry with its name under “tables”, or one with “aside” that says why it has no place"
    found.problems.append(_unread(path, message, hint))


def _table(path: Path, map: SheetMap, entries: Sequence[int], sheet: str, found: Tables) -> None:
    """One sheet or text, read in the way that its entries declare."""
    shapes = [map.shape.tables[n] for n in entries]
    if not shapes:
        found.problems.append(_unread(path, f"{path.name} is no JSON", "leave “at” out for a table"))
        return
    if sheet and all(it.aside and not it.where for it in shapes):
        found.keep_sheet(path, sheet, shapes[0].aside or "")
        return
    dialects = {Dialect(it.delimiter, it.encoding, sheet, it.header_row) for it in (one.dialect() for one in shapes)}
    if len(dialects) > 1:
        message = f"two tables of the map want {path.name} to be read in different ways"
        hint = "give them the same header_row, delimiter and encoding"
        found.problems.append(map.problem(message, hint, "tables", entries[1]))
        return
    [dialect] = dialects
    tables, problems = held_tables(path, dialect)
    found.problems += problems
    found.tables += [MappedTable(it, tuple(entries)) for it in tables]
    found.notices += [(path.name, notice) for it in tables for notice in it.notices]
    if dialect.header_row > 1 and tables:
        _lines_above(path, dialect, found)


def _lines_above(path: Path, dialect: Dialect, found: Tables) -> None:
    """What stands above the names of the columns is kept, too."""
    if dialect.sheet:
        lines, _ = lines_of(path, dialect.sheet)
    else:
        rows = careful_rows(path, dialect, Findings(path.name))
        lines = [cells for _, cells in zip(range(dialect.header_row - 1), (cells for _, cells in rows), strict=False)]
    content = [it for it in lines[: dialect.header_row - 1] if any(it)]
    if content:
        found.aside.append(Aside("lines above a table", dialect.sheet or path.name, path.name, 1, content, ABOVE))


def counted(count: int, noun: str) -> str:
    """How many there are, in words: “1 row”, “12 rows”."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def is_wrong(problems: Sequence[Problem]) -> bool:
    """Whether one of these forbids to go on."""
    return any(it.severity is Severity.ERROR for it in problems)
