"""Arrays of records in a JSON file as tables: names within a record are columns, with dots where it is nested."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.problems import Problem, Span
from site_builder.tables.json_records import LARGEST
from site_builder.tables.json_value import JsonRefused, json_value

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class JsonTable:
    """The records at a key of a file, each with its place in the array, counted from 1."""

    file: str
    at: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]


def json_tables(path: Path, keys: Sequence[str]) -> tuple[list[JsonTable], dict[str, object], list[Problem]]:
    """The table at each of these keys, what else the file holds by its names, and what is wrong.

    The key of an array that is the whole file is empty.
    """
    size = path.stat().st_size
    if size > LARGEST:
        message = f"this file is {size / 1_000_000:.0f} MB, and up to {LARGEST // 1_000_000} MB are read"
        return [], {}, [Problem(Span(path.name), "json-unreadable", message, hint="export it in several parts")]
    try:
        value = json_value(path.read_bytes().removeprefix(_BOM))
    except JsonRefused as error:
        hint = "export the file again, or correct this place"
        return [], {}, [Problem(Span(path.name, error.line), "json-unreadable", str(error), hint=hint)]
    tables: list[JsonTable] = []
    problems: list[Problem] = []
    for key in keys:
        array = _taken(value, key)
        wrong = _not_records(array, key, path.name)
        if wrong or not isinstance(array, list):
            problems += wrong
        else:
            tables.append(_table(path.name, key, array))
    rest = {name: it for name, it in value.items() if it not in ({}, [])} if isinstance(value, dict) else {}
    return tables, rest, problems


def _taken(value: object, key: str) -> object:
    """What stands at a key, out of the value; at an empty key, the value."""
    if not key:
        return value
    *way, last = [key] if isinstance(value, dict) and key in value else key.split(".")
    for name in way:
        value = value.get(name) if isinstance(value, dict) else None
    return value.pop(last, None) if isinstance(value, dict) else None


def _not_records(array: object, key: str, file: str) -> list[Problem]:
    where = f"at “{key}”" if key else "in this file"
    if not isinstance(array, list):
        hint = "say with “at” which key holds the records"
        return [Problem(Span(file), "import-unreadable", f"there is no array of records {where}", hint=hint)]
    odd = next((number for number, it in enumerate(array, 1) if not isinstance(it, dict)), None)
    if odd is None:
        return []
    message = f"entry {odd} {where} is not a record in braces"
    return [Problem(Span(file, odd), "import-unreadable", message, hint="export the file again")]


def _table(file: str, key: str, array: Sequence[dict[str, object]]) -> JsonTable:
    rows = tuple((number, dict(_cells(it))) for number, it in enumerate(array, 1))
    header = tuple(dict.fromkeys(name for _, row in rows for name in row))
    return JsonTable(file, key, header, rows)


def _cells(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Each name with its text, a record within it with dots; a list of one as that one, a longer one as JSON."""
    waiting: list[tuple[str, object]] = list(record.items())[::-1]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{name}.{key}", it) for key, it in list(value.items())[::-1]]
        elif isinstance(value, list) and len(value) == 1:
            waiting.append((name, value[0]))
        else:
            yield name, _text(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)
