"""How a table is written, as far as somebody has said so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a mapping declares of a table's file; what is empty is found out from the file.

    `sheet` names the one sheet of a workbook to read, also when it is hidden. `header_row` is the row of the names.
    """

    delimiter: str = ""
    encoding: str = ""
    sheet: str = ""
    header_row: int = 1
