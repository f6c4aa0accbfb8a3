"""A JSON value, parsed with care: nothing deep, nothing twice, no number that is none."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence

DEEPEST = 100
# A text that is never closed ends with the file, so that the search stays short.
_TEXTS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)', re.DOTALL)
_KEYS = re.compile(rf"({_TEXTS.pattern})(\s*:)?|[{{}}\[\]]", re.DOTALL)
_BRACKETS = re.compile(r"[\[{\]}]")
_NO_NUMBERS = re.compile("NaN|Infinity")


class JsonRefused(ValueError):  # noqa: N818  it says what becomes of the text
    """What this reader does not take, in a teacher's words, with its line."""

    def __init__(self, words: str, line: int = 1) -> None:
        super().__init__(words)
        self.line = line


def json_value(data: bytes) -> object:
    """A JSON value, or why it is refused, with the line in these bytes."""
    try:
        text = data.decode("utf-8")
        _refuse_deep_or_endless(_TEXTS.sub('""', text))
        return json.loads(text, object_pairs_hook=_object, parse_int=_whole, parse_float=_decimal)
    except UnicodeDecodeError as error:
        raise JsonRefused("it is not saved as UTF-8", data.count(10, 0, error.start) + 1) from None
    except json.JSONDecodeError as error:
        words = f"it is not JSON: {error.msg[0].lower()}{error.msg[1:]} in line {error.lineno}, column {error.colno}"
        raise JsonRefused(words, error.lineno) from None
    except _TwiceError as error:
        raise JsonRefused(f"it has the key “{error.key[:60]}” twice in one object", _line_of_twin(text)) from None


def _refuse_deep_or_endless(bare: str) -> None:
    """Refuse what would be parsed wrongly; `bare` has nothing within quotation marks, but the same lines."""
    found = _NO_NUMBERS.search(bare)
    if found:
        raise JsonRefused(f"it holds {found[0]}, which is no number in JSON", bare.count("\n", 0, found.start()) + 1)
    depth = 0
    for bracket in _BRACKETS.finditer(bare):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > DEEPEST:
            line = bare.count("\n", 0, bracket.start()) + 1
            raise JsonRefused(f"it is nested more than {DEEPEST} deep", line)


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
        raise JsonRefused("it has a number of more than 100 digits")
    return int(digits)


def _decimal(digits: str) -> float:
    if math.isinf(float(digits)):
        raise JsonRefused(f"it has a number that is too large: {digits[:20]}")
    return float(digits)
