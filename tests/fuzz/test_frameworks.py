"""Tables that are nearly those of another system are read as a framework or refused in words, and what came in fits.

No exception leaves a reader. Whatever comes in can be written as sources, or it is said why not.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.exchange.format import ReadWish, Taken, WriteWish
from site_builder.exchange.formats import formats
from site_builder.exchange.into.take import take_into
from site_builder.problems import Problem, Severity
from tests.exchange.demonstration import demonstration
from tests.fuzz.kept import EXAMPLES, crashers

TABLES = [
    ("sheet", "grid"),
    ("sheet", "long"),
    ("sheet", "slate"),
    ("sheet", "opensalt"),
    ("canvas", "outcomes"),
    ("canvas", "rubric"),
    ("moodle", "framework"),
    ("moodle", "old"),
]
# What stands in cells of other systems, or should not.
CELLS = st.sampled_from(
    (
        *("", "x", "0", "1", "-1", "1,5", "99999999999999999999", "NaN", "null", "=1+1", "'", '"', "a b", "a.b", ".."),
        *("/", "é", "\u202e", "\x00", "\x07", "\ud800", "{}", "[]", "[{", '{"1":', '{"9": "x", "default": {}}', "<p>"),
        *("</dl>", "<dl><dt>", "&#0;", "1.2.3", "1..2", "2026-13-40", "active", "deleted", "group", "outcome", "con"),
        "__proto__",
    )
)
FUZZ = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
KEPT = crashers("frameworks")


def rows_of(format: str, variant: str) -> list[list[list[str]]]:
    """The demonstration's tables in this format: rows of cells."""
    write = formats()[format].write
    assert write is not None
    files = write(demonstration(), WriteWish(variant)).files
    texts = [files[name].decode("utf-8-sig") for name in sorted(files)]
    return [list(csv.reader(io.StringIO(text, newline=""))) for text in texts]


def taken(format: str, folder: Path, tables: list[bytes]) -> Taken:
    """What a reader makes of these files."""
    read = formats()[format].read
    assert read is not None
    paths = []
    for number, data in enumerate(tables):
        paths.append(folder / f"table-{number}.csv")
        paths[-1].write_bytes(data)
    return read(tuple(paths), ReadWish())


def is_told(problems: tuple[Problem, ...]) -> bool:
    """Whether everything that is wrong is said in words, and with what to do."""
    return all(it.message and (it.hint or it.severity is not Severity.ERROR) for it in problems)


def look_at(format: str, tables: list[bytes]) -> None:
    """Read files, and write what came of them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        found = taken(format, folder, tables)
        assert found.framework is not None or found.problems
        assert is_told(found.problems)
        made = take_into(folder / "school", found, None, fresh=lambda: UUID(int=7, version=4))
        assert made.framework is not None or made.problems
        assert is_told(made.problems)


@pytest.mark.parametrize(("format", "variant"), TABLES)
@FUZZ
@given(st.data())
def test_a_table_with_odd_cells_rows_and_columns_is_read_or_refused(
    format: str, variant: str, data: st.DataObject
) -> None:
    tables = [[list(row) for row in table[:25]] for table in rows_of(format, variant)]
    for _ in range(data.draw(st.integers(1, 6))):
        table = data.draw(st.sampled_from([it for it in tables if it]))
        _change(table, data)
    look_at(format, [_bytes(table) for table in tables])


def _change(table: list[list[str]], data: st.DataObject) -> None:
    """One slip: a cell, a row twice, a row gone, a row cut short, a column gone, a row in another place."""
    number = data.draw(st.integers(0, len(table) - 1))
    row = table[number]
    match data.draw(st.sampled_from(["cell", "cell", "cell", "twice", "gone", "short", "long", "column", "moved"])):
        case "cell" if row:
            row[data.draw(st.integers(0, len(row) - 1))] = data.draw(CELLS)
        case "twice":
            table.insert(number, list(row))
        case "gone" if len(table) > 1:
            del table[number]
        case "short":
            del row[data.draw(st.integers(0, len(row))) :]
        case "long":
            row.append(data.draw(CELLS))
        case "column" if row:
            place = data.draw(st.integers(0, len(row) - 1))
            for other in table:
                del other[place : place + 1]
        case "moved":
            table.append(table.pop(number))


def _bytes(table: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    return text.getvalue().encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("format", ["sheet", "canvas", "moodle", "case"])
@FUZZ
@given(data=st.binary(max_size=300))
def test_any_bytes_at_all_are_refused_or_read(format: str, data: bytes) -> None:
    look_at(format, [data])


@pytest.mark.parametrize("name", KEPT)
def test_what_once_broke_a_reader_is_read_or_refused(name: str) -> None:
    look_at(name.partition(".")[0], [KEPT[name]])
