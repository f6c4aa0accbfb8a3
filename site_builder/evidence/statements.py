"""Files of xAPI statements as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.formats import xapi
from site_builder.evidence.tables import spooled
from site_builder.problems import Problem, Span
from site_builder.tables.json_records import json_records

_HEAD = 4_096
_NEEDED = {"actor", "verb", "object"}


def is_json(path: Path) -> bool:
    """Whether a file begins as JSON does: with a record, or a list of them."""
    try:
        with path.open("rb") as file:
            head = b"".join(file.read(_HEAD).removeprefix(b"\xef\xbb\xbf").split())
    except OSError:
        return False
    return head.startswith((b"{", b"[{", b"[]"))


def statement_table(path: Path, folder: Path) -> tuple[list[CleanTable], list[Problem]]:
    """The statements of a file as a table, those that were taken back marked as deleted; or what is refused."""
    problems: list[Problem] = []
    taken_back = {xapi.voided(it) for _, it in _each(path, [])} - {""}
    table = spooled(path.name, xapi.COLUMNS, _rows(path, taken_back, problems), folder)
    return ([] if problems else [table]), problems


def _rows(path: Path, taken_back: set[str], problems: list[Problem]) -> Iterator[tuple[int, Sequence[str]]]:
    for number, statement in _each(path, problems):
        for row in xapi.rows_of(statement):
            yield number, ((*row[:-1], "deleted") if row[-2] in taken_back else row)


def _each(path: Path, problems: list[Problem]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each statement with its place; also those in the wrapping in which a record store returns them."""
    for record in json_records(path):
        if isinstance(record, Problem):
            problems.append(record)
            return
        number, value = record
        listed = value.get("statements")
        for at, statement in enumerate(listed, 1) if isinstance(listed, list) else [(number, value)]:
            if not isinstance(statement, dict) or not statement.keys() >= _NEEDED:
                message = f"record {at} of this file is no statement of xAPI: actor, verb or object is missing"
                hint = "export statements, or turn the file into CSV and say in a map what its columns are"
                problems.append(Problem(Span(path.name, at), "xapi-statement", message, hint=hint))
                return
            yield at, statement
