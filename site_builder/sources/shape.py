"""The shape of a source file: what may stand in it, and what is said when something else does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails

from site_builder.problems import Problem, Spot


class Shape(BaseModel):
    """A group of named values; names that are not listed are refused.

    What stands below a field is said of it to editors.
    """

    # Not use_attribute_docstrings: every command would look for them, and only the schemas tell them.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def plain_number(value: object) -> object:
    """The value, unless it is a text that is no number as people write it."""
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise ValueError("a number is expected here, as in 2 or 12.5")
    return value


def _day(value: object) -> object:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a date is expected here, as in 2026-09-01")
    return value


def _identifier(value: object) -> object:
    if isinstance(value, str) and not _ID.fullmatch(value):
        raise ValueError("an id has letters, digits, “.”, “-” and “_” only, as in LIT.ARG.1")
    return value


def _uuid(value: object) -> object:
    if isinstance(value, str) and not _UUID.fullmatch(value):
        raise ValueError("a UUID in small letters is expected here, as in 0b6e1f52-54a5-4d3b-9b1d-0d2f1c3a9e77")
    return value


# To an editor `2026` and `true` are no texts, and here they are: a source is read as it is written.
_WRITTEN = ["string", "number", "boolean"]
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    WithJsonSchema({"type": _WRITTEN, "minLength": 1}),
]
Id = Annotated[
    str,
    BeforeValidator(_identifier),
    WithJsonSchema({"type": _WRITTEN, "pattern": f"^{_ID.pattern}$"}),
]
Uuid = Annotated[str, BeforeValidator(_uuid), WithJsonSchema({"type": "string", "pattern": f"^{_UUID.pattern}$"})]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Number = Annotated[float, Field(ge=0), BeforeValidator(plain_number)]
Percent = Annotated[float, Field(ge=0, le=100), BeforeValidator(plain_number)]
Count = Annotated[int, Field(ge=1, le=100), BeforeValidator(plain_number)]
Statements = Annotated[Text | Annotated[tuple[Text, ...], Field(min_length=1)], Field(union_mode="left_to_right")]

S = TypeVar("S", bound=Shape)


def shaped(shape: type[S], file: str, value: object) -> tuple[S | None, list[Problem]]:
    """The value in its shape, or every way in which it does not fit."""
    if not isinstance(value, Mapping):
        names = [name for name, field in shape.model_fields.items() if field.is_required()]
        hint = f"start with {', '.join(f'“{name}:”' for name in names)}"
        if value is None:
            return None, [Problem(Spot(file), "file-empty", "this file is empty", hint=hint)]
        held = "a list" if isinstance(value, list) else "a text without a name"
        message = f"this file holds {held}, and named values are expected"
        return None, [Problem(Spot(file), "shape", message, hint=hint)]
    try:
        return shape.model_validate(value), []
    except ValidationError as error:
        return None, list(_problems(shape, file, value, error.errors(include_url=False, include_context=True)))


def listed(statements: str | tuple[str, ...]) -> tuple[str, ...]:
    """One statement or several, always as several."""
    return (statements,) if isinstance(statements, str) else statements


def _problems(shape: type[Shape], file: str, value: Any, errors: list[ErrorDetails]) -> Iterator[Problem]:
    at: dict[tuple[str | int, ...], ErrorDetails] = {}
    for error in errors:
        at.setdefault(_path(error, value), error)
    for path, error in at.items():
        if any(other[: len(path)] == path for other in at if other != path):
            continue  # it could be one text or several, and one of the several is wrong: that one is told
        on_key = error["type"] == "extra_forbidden" or error["loc"][-1:] == ("[key]",)
        code, message, hint = _words(shape, path, error)
        yield Problem(Spot(file, path, on_key), code, message, hint=hint)


def _path(error: ErrorDetails, value: Any) -> tuple[str | int, ...]:
    """The steps of pydantic's location that lead somewhere in the data; names of union members do not."""
    path: list[str | int] = []
    for step in error["loc"]:
        is_name = isinstance(value, Mapping) and step in value
        is_number = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if is_name or is_number:
            value = value[step]
            path.append(step)
    return (*path, error["loc"][-1]) if error["type"] == "missing" else tuple(path)


def _words(shape: type[Shape], path: tuple[str | int, ...], error: ErrorDetails) -> tuple[str, str, str]:
    name = _name(path)
    kind, given = error["type"], error["input"]
    if kind == "missing":
        return "key-missing", f"“{name}” is missing", f"add “{name}: …”"
    if kind == "extra_forbidden":
        return "key-unknown", f"“{name}” is not a name that is known here", _did_you_mean(shape, path)
    if given is None or kind == "string_too_short":
        return "value-empty", f"“{name}” has no value", "write one, or leave the line out"
    if kind == "value_error":
        return "value", f"“{name}” says “{_short(given)}”: {error['ctx']['error']}", "write it in that form"
    if kind in ("literal_error", "enum"):
        return "value", f"“{name}” says “{_short(given)}”", f"it is one of {error['ctx']['expected']}"
    for sign, expected in _EXPECTED:
        if kind.startswith(sign):
            return "value", f"“{name}” says “{_short(given)}”, and {expected} is expected here", _MANUAL
    return "value", f"“{name}” says “{_short(given)}”, which does not fit here", _MANUAL


_MANUAL = "see “Source files” in the manual"
_EXPECTED = (
    ("string", "a text"),
    ("int", "a whole number"),
    ("float", "a number"),
    ("bool", "true or false"),
    ("date", "a date as in 2026-09-01"),
    ("greater_than", "a larger number"),
    ("less_than", "a smaller number"),
    ("list", "a list"),
    ("tuple", "a list"),
    ("too_short", "a longer list"),
    ("too_long", "a shorter list"),
    ("dict", "a group of names and values"),
    ("model", "a group of names and values"),
)


def _name(path: tuple[str | int, ...]) -> str:
    if not path:
        return "this file"
    if isinstance(path[-1], int):
        return f"{_name(path[:-1])}, number {path[-1] + 1}"
    return path[-1]


def _short(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: …" for key in list(value)[:3])
    said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(said.split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _did_you_mean(shape: type[Shape], path: tuple[str | int, ...]) -> str:
    names = _names_at(shape, path[:-1])
    close = get_close_matches(str(path[-1]), names, n=1, cutoff=0.6)
    if close:
        return f"did you mean “{close[0]}”?"
    return f"known here: {', '.join(names)}"


def _names_at(shape: type[Shape], path: tuple[str | int, ...]) -> list[str]:
    here: type[Shape] | None = shape
    for step in path:
        if here and isinstance(step, str) and step in _fields(here):
            here = next(iter(_shapes_in(here.model_fields[_fields(here)[step]].annotation)), None)
    return sorted(_fields(here)) if here else []


def _fields(shape: type[Shape]) -> dict[str, str]:
    return {field.alias or name: name for name, field in shape.model_fields.items()}


def _shapes_in(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for inner in get_args(annotation):
        yield from _shapes_in(inner)
