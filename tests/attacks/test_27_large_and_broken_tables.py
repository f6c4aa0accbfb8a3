"""A NUL byte, a cell without end, one column only, two million rows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.evidence.tables import Dialect
from site_builder.tables.csv_text import LARGEST_FIELD
from tests.evidence.tabled import Exports, rows_of

H = "student,skill,level\n"
PEAK = """
import resource, sys
from pathlib import Path
from site_builder.evidence import tables
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found, problems = getattr(tables, sys.argv[1])(Path(sys.argv[2]), Path(sys.argv[3]))
assert len(found) == 1 and not problems, problems
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return Exports(tmp_path)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_nul_byte_is_refused_with_its_row(exports: Exports, end: str) -> None:
    text = (H + 'Ana,"two\nlines",3\nBo,Cla\0im,2\n').replace("\n", end)
    assert exports.refused(text) == "3: table-row: row 3 holds a NUL character, which no text has"


@pytest.mark.parametrize("marks", ["", '"'])
def test_a_cell_is_refused_at_131_073_characters(exports: Exports, marks: str) -> None:
    cell = "é" * LARGEST_FIELD
    assert exports.rows(f"{H}Ana,Claim,1\nBo,{marks}{cell}{marks},2\n")[1][2] == cell
    said = exports.refused(f"{H}Ana,Claim,1\nBo,{marks}{cell}é{marks},2\n")
    assert said == "3: table-row: row 3 has a cell of more than 131,072 characters"


def test_many_long_cells_in_one_row_are_read(exports: Exports) -> None:
    text = "a,b,c,d\n" + ",".join(['"' + '""' * 100_000 + '"'] * 4) + "\n"
    assert exports.rows(text) == [(2, *['"' * 100_000] * 4)]


def test_a_row_of_more_than_a_million_characters_is_refused(exports: Exports) -> None:
    row = ",".join(["x" * 130_000] * 9)
    said = exports.refused(f"{','.join('abcdefghi')}\n{row}\n")
    assert said == "2: table-row: row 2 is longer than a million characters"


def test_a_row_of_many_lines_is_measured_whole(exports: Exports) -> None:
    row = ",".join(['"' + "xy\n" * 40_000 + '"'] * 9)
    said = exports.refused(f"{','.join('abcdefghi')}\n{','.join('123456789')}\n{row}\n")
    assert said == "3: table-row: row 3 is longer than a million characters"


def test_a_file_without_line_ends_is_refused(exports: Exports) -> None:
    assert exports.refused("a,b" * 2_000_000).startswith("1: table-row: row 1 is longer than a million characters")


def test_a_file_with_one_column_is_refused(exports: Exports) -> None:
    said = exports.refused("student\nAna\nBo\n")
    assert said.startswith("1: table-header: this file has one column only")


def test_a_file_with_one_column_is_read_where_the_mapping_says_the_separator(exports: Exports) -> None:
    assert exports.rows("student\nAna\n\nBo\n", Dialect(delimiter=",")) == [(2, "Ana"), (4, "Bo")]


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is counted in other units elsewhere")
@pytest.mark.parametrize("way", ["clean_tables", "cleaned"])
def test_two_million_rows_take_no_more_memory_than_a_few(exports: Exports, way: str) -> None:
    path = exports.write(H + "s1,Claim,3\ns2,Claim,2\n" * 1_000_000)
    command = [sys.executable, "-c", PEAK, way, str(path), str(exports.spool)]
    grown = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert int(grown) < 40_000  # kilobytes; the file has 22 MB


def test_the_last_of_many_rows_has_its_number(exports: Exports) -> None:
    [table] = exports.tables(H + "s1,Claim,3\n" * 300_000)
    assert table.is_original
    assert rows_of(table)[-1] == (300_001, "s1", "Claim", "3")
