"""The records of a JSON file: an array of objects, or one object a line."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from site_builder.problems import Problem, Span

LARGEST = 200_000_000
LARGEST_LINE = 10_000_000
DEEPEST = 100
JsonRecord = tuple[int, dict[str, object]]

_HINT = "export the file again, or correct this place"
_BOM = b"\xef\xbb\xbf"
# A text that is never closed ends with the file, so that the search stays short.
_TEXTS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)', re.DOTALL)
_KEYS = re.compile(rf"({_TEXTS.pattern})(\s*:)?|[{{}}\[\]]", re.DOTALL)
_BRACKETS = re.compile(r"[\[{\]}]")
_NO_NUMBERS = re.compile("NaN|Infinity")


class _RefusedError(ValueError):
    """What this reader does not take, in a teacher's words, with its line."""

    def __init__(self, words: str, line: int = 1) -> None:
        super().__init__(words)
        self.line = line


def json_records(path: Path) -> Iterator[JsonRecord | Problem]:
    """Each record with its line (JSON lines) or its place in the array (from 1), and a problem for what is refused.

    Nothing follows a problem: what comes after it cannot be trusted.
    """
    try:
        yield from _lines(path) if _is_by_line(path) else _document(path)
    except _RefusedError as error:
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
                raise _RefusedError(f"line {number} is longer than {LARGEST_LINE // 1_000_000} MB", number)
            line = line.removeprefix(_BOM).strip()
            if line:
                yield number, _record(line, number)


def _record(line: bytes, number: int) -> dict[str, object]:
    try:
        value = _parsed(line)
    except _RefusedError as error:
        raise _RefusedError(f"line {number} is not a record: {error}", number) from None
    if not isinstance(value, dict):
        raise _RefusedError(f"line {number} is not a record in braces", number)
    return value


def _document(path: Path) -> Iterator[JsonRecord]:
    size = path.stat().st_size
    if size > LARGEST:
        most = LARGEST // 1_000_000
        raise _RefusedError(f"this file is {size / 1_000_000:.0f} MB; more than {most} MB must be one record a line")
    value = _parsed(path.read_bytes().removeprefix(_BOM))
    for number, record in enumerate(value if isinstance(value, list) else [value], start=1):
        if not isinstance(record, dict):
            raise _RefusedError(f"entry {number} of this file is not a record in braces")
        yield number, record


def _parsed(data: bytes) -> object:
    """A JSON value, or why it is refused, with the line in these bytes."""
    try:
        text = data.decode("utf-8")
        _refuse_deep_or_endless(_TEXTS.sub('""', text))
        return json.loads(text, object_pairs_hook=_object, parse_int=_whole, parse_float=_decimal)
    except UnicodeDecodeError as error:
        raise _RefusedError("it is not saved as UTF-8", data.count(10, 0, error.start) + 1) from None
    except json.JSONDecodeError as error:
        words = f"it is not JSON: {error.msg[0].lower()}{error.msg[1:]} in line {error.lineno}, column {error.colno}"
        raise _RefusedError(words, error.lineno) from None
    except _TwiceError as error:
        raise _RefusedError(f"it has the key “{error.key[:60]}” twice in one object", _line_of_twin(text)) from None


def _refuse_deep_or_endless(bare: str) -> None:
    """Refuse what would be parsed wrongly; `bare` has nothing within quotation marks, but the same lines."""
    found = _NO_NUMBERS.search(bare)
    if found:
        raise _RefusedError(f"it holds {found[0]}, which is no number in JSON", bare.count("\n", 0, found.start()) + 1)
    depth = 0
    for bracket in _BRACKETS.finditer(bare):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > DEEPEST:
            line = bare.count("\n", 0, bracket.start()) + 1
            raise _RefusedError(f"it is nested more than {DEEPEST} deep", line)


class _TwiceError(ValueError):
    """A key that stands twice in one object."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _line_of_twin(text: str) -> int:
    """The line of the first key that its object has already."""
    return text.count("\n", 0, next(_twins(text), 0)) + 1


def _twins(text: str) -> Iterator[int]:
    """Where keys stand that their objects have already."""
    open_objects: list[set[str]] = []
    for token in _KEYS.finditer(text):
        if token[0] in ("{", "["):
            open_objects.append(set())
        elif token[0] in ("}", "]"):
            open_objects.pop()
        elif token[2] is not None:
            key = json.loads(token[1])
            if key in open_objects[-1]:
                yield token.start()
            open_objects[-1].add(key)


def _whole(digits: str) -> int:
    if len(digits) > 100:
        raise _RefusedError("it has a number of more than 100 digits")
    return int(digits)


def _decimal(digits: str) -> float:
    if math.isinf(float(digits)):
        raise _RefusedError(f"it has a number that is too large: {digits[:20]}")
    return float(digits)
