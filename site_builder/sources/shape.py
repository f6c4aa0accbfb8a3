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
    """A group of named values; names that are not listed are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def _day(value: object) -> object:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a date is expected here, as in 2026-09-01")
    return value


def _identifier(value: object) -> object:
    if isinstance(value, str) and not _ID.fullmatch(value):
        raise ValueError("an id has letters, digits, “.”, “-” and “_” only, as in LIT.ARG.1")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[
    str,
    BeforeValidator(_identifier),
    WithJsonSchema({"type": ["string", "integer"], "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"}),
]
Label = Annotated[Text, WithJsonSchema({"type": ["string", "number"]})]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Count = Annotated[int, Field(ge=1, le=100)]
Statements = Annotated[Text | list[Text], Field(union_mode="left_to_right")]

S = TypeVar("S", bound=Shape)


def shaped(shape: type[S], file: str, value: object) -> tuple[S | None, list[Problem]]:
    """The value in its shape, or every way in which it does not fit."""
    if not isinstance(value, Mapping):
        names = [name for name, field in shape.model_fields.items() if field.is_required()]
        hint = f"start with {', '.join(f'“{name}:”' for name in names)}"
        message = "this file is empty" if value is None else "this file holds a list, and named values are expected"
        return None, [Problem(Spot(file), "file-empty" if value is None else "shape", message, hint=hint)]
    try:
        return shape.model_validate(value), []
    except ValidationError as error:
        return None, list(_problems(shape, file, value, error.errors(include_url=False, include_context=True)))


def listed(statements: str | list[str]) -> tuple[str, ...]:
    """One statement or several, always as several."""
    return (statements,) if isinstance(statements, str) else tuple(statements)


def _problems(shape: type[Shape], file: str, value: Any, errors: list[ErrorDetails]) -> Iterator[Problem]:
    told: set[tuple[str | int, ...]] = set()
    for error in errors:
        path = _path(error["loc"], value)
        missing = error["type"] == "missing"
        if missing:
            path = (*path, error["loc"][-1])
        if path in told:
            continue
        told.add(path)
        on_key = error["type"] == "extra_forbidden"
        code, message, hint = _words(shape, path, error)
        yield Problem(Spot(file, path, on_key), code, message, hint=hint)


def _path(loc: tuple[str | int, ...], value: Any) -> tuple[str | int, ...]:
    """The part of pydantic's location that leads somewhere in the data; names of union members do not."""
    path: list[str | int] = []
    for step in loc:
        if (
            isinstance(value, Mapping)
            and step in value
            or isinstance(value, list)
            and isinstance(step, int)
            and step < len(value)
        ):
            value = value[step]
        else:
            break
        path.append(step)
    return tuple(path)


def _words(shape: type[Shape], path: tuple[str | int, ...], error: ErrorDetails) -> tuple[str, str, str]:
    name = _name(path)
    kind, given = error["type"], error["input"]
    if kind == "missing":
        return "key-missing", f"“{name}” is missing", f"add “{name}: …”"
    if kind == "extra_forbidden":
        return "key-unknown", f"“{name}” is not a name that is known here", _did_you_mean(shape, path)
    if given is None:
        return "value-empty", f"“{name}” has no value", "write one, or leave the line out"
    if kind == "value_error":
        return "value", f"“{name}” says “{_short(given)}”: {error['ctx']['error']}", "write it in that form"
    if kind in ("literal_error", "enum"):
        return "value", f"“{name}” says “{_short(given)}”", f"it is one of {error['ctx']['expected']}"
    for sign, expected in _EXPECTED:
        if kind.startswith(sign):
            return (
                "value",
                f"“{name}” says “{_short(given)}”, and {expected} is expected here",
                "see “Source files” in the manual",
            )
    return "value", f"“{name}” says “{_short(given)}”, which does not fit here", "see “Source files” in the manual"


_EXPECTED = (
    ("string_too_short", "a text"),
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
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
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
