"""A table of an export, as DuckDB can read it without guessing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CleanTable:
    """A CSV file in UTF-8 with a header, where every row has as many fields as the header.

    `path` is the export itself where it is like that already (then `is_original`), or a copy made of it in a folder
    that is deleted afterwards. A copy is separated by commas and has one column before the others, `row`: its number
    in the export as a spreadsheet shows it (the header is row 1). In an original, rows follow each other from 2.
    `header` has the names of the columns as the export has them, without `row`. `sheet` names the sheet of a workbook.
    `notices` say what a person should know, in words: an encoding other than UTF-8, for instance.
    """

    name: str
    path: Path
    header: tuple[str, ...]
    is_original: bool
    delimiter: str = ","
    sheet: str = ""
    notices: tuple[str, ...] = ()
