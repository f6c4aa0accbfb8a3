"""How DuckDB is asked for a table: nothing is left for it to guess."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.evidence.clean_table import CleanTable
from site_builder.tables.csv_text import LARGEST_FIELD, LARGEST_ROW
from site_builder.tables.header import ROW

# In bytes. A row of an original that is longer is read with care, where every cell is measured. In a copy a character
# has four bytes at most, and a quotation mark two.
_LONGEST_IN_ORIGINAL = LARGEST_FIELD
_LONGEST_IN_COPY = 4 * LARGEST_ROW + 500_000
_BUFFER = 4_000_000
"""What one thread reads at a time: small enough that two threads find work in a file of ten megabytes."""


def duckdb_source(table: CleanTable) -> str:
    """The call of `read_csv` that reads a table's file; its columns are c1, c2 and so on (c0: the row, in a copy)."""
    columns = _columns(table)
    types = ", ".join(f"{it}: 'VARCHAR'" for it in columns)
    longest = _LONGEST_IN_ORIGINAL if table.is_original else _LONGEST_IN_COPY
    options = {
        "auto_detect": "false",
        "header": "true",
        "delim": quoted(table.delimiter),
        "quote": quoted('"'),
        "escape": quoted('"'),
        "comment": "''",
        "columns": f"{{{types}}}",
        "force_not_null": f"[{', '.join(quoted(it) for it in columns)}]",
        "strict_mode": "true",
        "null_padding": "false",
        "ignore_errors": "false",
        "max_line_size": str(longest),
        "buffer_size": str(max(2 * longest, _BUFFER)),
        "compression": "'none'",
        "hive_partitioning": "false",
    }
    said = ", ".join(f"{name} = {value}" for name, value in options.items())
    return f"read_csv({quoted(table.path.resolve().as_posix())}, {said})"


def rows_sql(table: CleanTable) -> str:
    """A SELECT over a table: the column `row` (BIGINT), then the header's columns as text, '' where a cell is empty."""
    number = "row_number() OVER () + 1" if table.is_original else "CAST(c0 AS BIGINT)"
    chosen = [f"{number} AS {_name(ROW)}", *(f"c{n} AS {_name(it)}" for n, it in enumerate(table.header, start=1))]
    return f"SELECT {', '.join(chosen)} FROM {duckdb_source(table)}"  # noqa: S608 (every part is quoted here)


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def _columns(table: CleanTable) -> Sequence[str]:
    return [f"c{n}" for n in range(1 if table.is_original else 0, len(table.header) + 1)]


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'
