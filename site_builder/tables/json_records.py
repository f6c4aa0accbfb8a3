"""The records of a JSON file: an array of objects, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from site_builder.problems import Problem, Span
from site_builder.tables.json_value import JsonRefused, json_value

LARGEST = 200_000_000
LARGEST_LINE = 10_000_000
JsonRecord = tuple[int, dict[str, object]]

_HINT = "export the file again, or correct this place"
_BOM = b"\xef\xbb\xbf"


def json_records(path: Path) -> Iterator[JsonRecord | Problem]:
    """Each record with its line (JSON lines) or its place in the array (from 1), and a problem for what is refused.

    Nothing follows a problem: what comes after it cannot be trusted.
    """
    try:
        yield from _lines(path) if _is_by_line(path) else _document(path)
    except JsonRefused as error:
        yield Problem(Span(path.name, error.line), "json-unreadable", str(error), hint=_HINT)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}"
        yield Problem(Span(path.name), "json-unreadable", message, hint="check its name and its permissions")


def _is_by_line(path: Path) -> bool:
    """Whether the first line that is not empty is an object by itself."""
    with path.open("rb") as file:
        while line := file.readline(LARGEST_LINE):
            if line.removeprefix(_BOM).strip():
                try:
                    return isinstance(json.loads(line.removeprefix(_BOM)), dict)
                except (ValueError, RecursionError):
                    return False
    return False


def _lines(path: Path) -> Iterator[JsonRecord]:
    number = 0
    with path.open("rb") as file:
        while line := file.readline(LARGEST_LINE):
            number += 1
            if len(line) == LARGEST_LINE:
                raise JsonRefused(f"line {number} is longer than {LARGEST_LINE // 1_000_000} MB", number)
            line = line.removeprefix(_BOM).strip()
            if line:
                yield number, _record(line, number)


def _record(line: bytes, number: int) -> dict[str, object]:
    try:
        value = json_value(line)
    except JsonRefused as error:
        raise JsonRefused(f"line {number} is not a record: {error}", number) from None
    if not isinstance(value, dict):
        raise JsonRefused(f"line {number} is not a record in braces", number)
    return value


def _document(path: Path) -> Iterator[JsonRecord]:
    size = path.stat().st_size
    if size > LARGEST:
        most = LARGEST // 1_000_000
        raise JsonRefused(f"this file is {size / 1_000_000:.0f} MB; more than {most} MB must be one record a line")
    value = json_value(path.read_bytes().removeprefix(_BOM))
    for number, record in enumerate(value if isinstance(value, list) else [value], start=1):
        if not isinstance(record, dict):
            raise JsonRefused(f"entry {number} of this file is not a record in braces")
        yield number, record
