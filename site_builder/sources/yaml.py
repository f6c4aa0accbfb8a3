"""A small, strict YAML: plain data from a text, and the place of each value when somebody asks.

Every scalar stays text, just as it was written: `NO`, `010` and `2026-09-01` mean what they say, and the model turns
text into numbers and dates where it asks for them. Only an empty value, `~` and `null` are None. Anchors, aliases,
tags, repeated keys, deep nesting and second documents are refused (docs/decisions/0003-yaml-subset.md).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from site_builder.problems import Problem, Span
from site_builder.sources.text import CONTROL, line_and_column
from site_builder.sources.yaml_words import explained, is_left_open

try:
    from yaml import CSafeLoader as Parser
except ImportError:  # a PyYAML built without libyaml reads the same, more slowly
    from yaml import SafeLoader as Parser  # type: ignore[assignment]

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = "tuple[str | int, ...]"
Places: TypeAlias = "dict[Path, tuple[tuple[int, int], tuple[int, int]]]"
DEEPEST = 20
_EMPTY = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Refused(Exception):  # noqa: N818  it says what becomes of the text
    """A text that this YAML does not take; line and column count from 1 within the text."""

    line: int
    column: int
    message: str
    hint: str


def read_yaml(file: str, text: str, first_line: int = 1) -> tuple[Value, list[Problem]]:
    """The data in a text, or one problem; `first_line` is where the text starts in its file."""
    try:
        return _read(text, first_line), []
    except Refused as no:
        at = Span(file, no.line + first_line - 1, no.column)
        return None, [Problem(at, "yaml", no.message, hint=no.hint)]


def place(text: str, path: Path, *, on_key: bool = False) -> tuple[int, int]:
    """Line and column of the value (or key) at a path; of its nearest parent where the path leads nowhere."""
    places: Places = {}
    try:
        _read(text, places=places)
    except Refused as no:
        return no.line, no.column
    for length in range(len(path), -1, -1):
        found = places.get(path[:length])
        if found:
            return found[0] if on_key or length < len(path) else found[1]
    return 1, 1


def _read(text: str, first_line: int = 1, places: Places | None = None) -> Value:
    try:
        return _Reader(text, first_line, places).document()
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark if is_left_open(error.problem) else None
        spot = min(_spot(mark or error.problem_mark), line_and_column(text))  # libyaml may look beyond the end
        raise Refused(*spot, *explained(error.problem, error.context)) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # what Python says of a letter that is none
        raise Refused(1, 1, *explained(str(error), None)) from None


class _Reader:
    """One pass over the parser's events; with `places`, also where each key and value stands."""

    def __init__(self, text: str, first_line: int, places: Places | None) -> None:
        self.next_event: Any = Parser(text).get_event
        self.first_line = first_line
        self.places = places

    def document(self) -> Value:
        next_event = self.next_event
        next_event()
        start = next_event()
        if type(start) is StreamEndEvent:
            return None
        value = self._value(next_event(), (), None)
        next_event()
        after = next_event()
        if type(after) is DocumentStartEvent:
            raise _refused(after, "a second document starts here", "keep one document in a file: delete this line")
        return value

    def _value(self, event: Any, path: Path, key: Any) -> Value:
        kind = type(event)
        if self.places is not None:
            spot = _spot(event.start_mark)
            self.places[path] = (_spot(key.start_mark) if key else spot, spot)
        if kind is ScalarEvent:
            return _scalar(event)
        if kind is AliasEvent or event.anchor is not None:
            raise _refused(event, "anchors (&) and aliases (*) are not used here", "quote the text, or write it out")
        if event.tag is not None:
            raise _tagged(event)
        if len(path) >= DEEPEST:
            raise _refused(event, "these values are nested too deeply", "a source never needs more than a few levels")
        return self._mapping(path) if kind is MappingStartEvent else self._sequence(path)

    def _mapping(self, path: Path) -> dict[str, Value]:
        values: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while type(event := self.next_event()) is not MappingEndEvent:
            name = _key(event)
            if name in lines:
                message = f"“{name}” stands here twice: it was already given on line {lines[name]}"
                raise _refused(event, message, "keep one of the two")
            lines[name] = event.start_mark.line + self.first_line
            values[name] = self._value(self.next_event(), (*path, name), event)
        return values

    def _sequence(self, path: Path) -> list[Value]:
        values: list[Value] = []
        while type(event := self.next_event()) is not SequenceEndEvent:
            values.append(self._value(event, (*path, len(values)), None))
        return values


def _scalar(event: Any) -> str | None:
    if event.anchor is not None:
        raise _refused(event, "anchors (&) are not used here", "put the text in quotes")
    if event.tag is not None:
        raise _tagged(event)
    text: str = event.value
    if event.style == '"' and CONTROL.search(text):  # only double quotes can write one with a backslash
        raise _refused(event, "this text holds a control character, which no text should hold", "take it out")
    return None if not event.style and text in _EMPTY else text


def _key(event: Any) -> str:
    if type(event) is AliasEvent:
        raise _refused(event, "aliases (*) are not used here", "put the text in quotes")
    if type(event) in (MappingStartEvent, SequenceStartEvent):
        raise _refused(event, "a name is expected here, not a list or a group", "write “name: value”")
    name = _scalar(event) or event.value
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _tagged(event: Any) -> Refused:
    return _refused(event, "tags (words that start with “!”) are not used here", "put the text in quotes")


def _refused(event: Any, message: str, hint: str) -> Refused:
    return Refused(*_spot(event.start_mark), message, hint)


def _spot(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
