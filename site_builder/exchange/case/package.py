"""Files as CASE packages: one package, a list of them, a document alone, rubrics alone, or parts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from site_builder.exchange.format import Aside
from site_builder.problems import Problem, Span
from site_builder.tables.json_records import LARGEST
from site_builder.tables.json_value import JsonRefused, json_value

_BOM = b"\xef\xbb\xbf"
_AGAIN = "export the framework again as a CASE package: in most systems the address ends in /CFPackages/ and a number"
# A bracket takes much more memory than the byte that it is written with; no framework has so many of them for its size.
_SMALL = 1_000_000
_BYTES_FOR_A_VALUE = 12
_VALUES_OF_A_BRACKET = 3
_LISTS = ("CFItems", "CFAssociations", "CFRubrics")
_WRAPPERS = ("CFPackages", "CFPackage", "CFDocuments")


@dataclass(slots=True)
class Package:
    """What one package holds, as its file says it; only its outermost shape has been looked at."""

    file: str
    document: Mapping[str, Any] = field(default_factory=dict)
    items: list[Any] = field(default_factory=list)
    associations: list[Any] = field(default_factory=list)
    rubrics: list[Any] = field(default_factory=list)
    definitions: object = None
    more: dict[str, Any] = field(default_factory=dict)


def packages_in(path: Path) -> tuple[list[Package], list[Aside], list[Problem]]:
    """The packages of a file, what in it is none, and why it cannot be read."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"this file is {size / 1_000_000:.0f} MB, and up to {LARGEST // 1_000_000} MB are read"
            return [], [], [_unreadable(path, message, "export the framework in several parts")]
        value = _value(path)
    except JsonRefused as error:
        return [], [], [_unreadable(path, str(error), "export the file again, or correct this place", error.line)]
    except OSError as error:
        message = f"this file cannot be read: {error.strerror or error}"
        return [], [], [_unreadable(path, message, "check its name and its permissions")]
    found, odd = _packages(value, path.name)
    if not found:
        message = "this file has no CFDocument, no CFItems and no CFRubrics, so it is no CASE package"
        return [], [], [Problem(Span(path.name), "import-unreadable", message, hint=_AGAIN)]
    return found, odd, []


def _value(path: Path) -> object:
    data = path.read_bytes().removeprefix(_BOM)
    if len(data) > _SMALL:
        values = data.count(b",") + _VALUES_OF_A_BRACKET * (data.count(b"{") + data.count(b"["))
        if values * _BYTES_FOR_A_VALUE > len(data):
            raise JsonRefused("it is made of brackets and commas more than of words, as no framework is")
    return json_value(data)


def _unreadable(path: Path, message: str, hint: str, line: int = 1) -> Problem:
    return Problem(Span(path.name, line), "json-unreadable", message, hint=hint)


def _packages(value: object, file: str) -> tuple[list[Package], list[Aside]]:
    """Whole packages, and one more for parts that stand beside them."""
    loose = Package(file)
    found: list[Package] = []
    odd: list[Aside] = []
    for it in _pieces(value):
        if not isinstance(it, dict):
            odd.append(_odd(it, file))
        elif "CFDocument" in it or any(name in it for name in _LISTS):
            found.append(_package(it, file))
        elif not _loose(it, loose):
            odd.append(_odd(it, file))
    if loose.document or loose.items or loose.associations or loose.rubrics:
        found.append(loose)
    return found, odd


def _pieces(value: object) -> Iterator[object]:
    """What stands in a file on its own, out of lists and of the wrappers that services put around it."""
    waiting = [value]
    while waiting:
        it = waiting.pop()
        if isinstance(it, list):
            waiting += reversed(it)
        elif isinstance(it, dict) and (name := next((name for name in _WRAPPERS if name in it), "")):
            waiting.append(it[name])
        else:
            yield it


def _loose(it: dict[str, Any], loose: Package) -> bool:
    """Put a thing where things of its kind belong, if that can be told."""
    if "CFRubricCriteria" in it:
        loose.rubrics.append(it)
    elif "associationType" in it:
        loose.associations.append(it)
    elif "fullStatement" in it:
        loose.items.append(it)
    elif "creator" in it and "title" in it and not loose.document:
        loose.document = it
    else:
        return False
    return True


def _package(it: dict[str, Any], file: str) -> Package:
    made = Package(file)
    document = it.pop("CFDocument", None)
    made.document = document if isinstance(document, dict) else {}
    if not isinstance(document, dict) and document is not None:
        made.more["CFDocument"] = document
    for name, there in zip(_LISTS, (made.items, made.associations, made.rubrics), strict=True):
        value = it.pop(name, None)
        if isinstance(value, list):
            there += value
        elif isinstance(value, dict):  # one thing where a list of one was meant
            there.append(value)
        elif value is not None:
            made.more[name] = value
    made.definitions = it.pop("CFDefinitions", None)
    made.more |= {name: value for name, value in it.items() if value not in (None, "", [], {})}
    return made


def _odd(it: object, file: str) -> Aside:
    return Aside("other things in files", file, file, 0, it, "it is no part of a CASE package")
