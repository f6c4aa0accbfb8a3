"""The house: imports point down, from what people see to the nouns, and rooms beside each other do not meet."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import site_builder

PACKAGE = Path(site_builder.__file__).parent
# Lowest first.
FLOORS = (
    ("site_builder",),
    ("problems", "model", "resources"),
    ("outline",),
    ("addresses", "identifiers"),
    ("sources",),
    ("look", "tables"),
    ("evidence", "exchange", "private"),
    ("make", "report", "new"),
    ("site", "progress"),
    ("cli",),
)
# The public site never sees a student.
APART = (
    {"site", "progress"},
    {"site", "evidence"},
    {"evidence", "exchange"},
    {"evidence", "private"},
    {"exchange", "private"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def name_of(path: Path) -> str:
    """site/pages/home.py as site.pages.home"""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "site_builder"


def imports(path: Path) -> Iterator[str]:
    """The modules of the package that a file imports, also those that it imports late."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("site_builder"):
            module = node.module.removeprefix("site_builder").lstrip(".")
            for alias in node.names:
                longer = f"{module}.{alias.name}".lstrip(".")
                yield longer if longer in MODULES else module or "site_builder"


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py")) if "starter" not in path.parts}


def room(module: str) -> str:
    """The room of a module: its folder, or the file itself."""
    return module.partition(".")[0]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    mine = room(module)
    for other in imports(MODULES[module]):
        theirs = room(other)
        is_below = FLOOR[theirs] < FLOOR[mine] or theirs == mine
        assert is_below, f"{module} imports {other}, which stands above it"
        assert not any({mine, theirs} <= rooms for rooms in APART if mine != theirs), f"{module} imports {other}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    steps = {module: set(imports(path)) - {module} for module, path in MODULES.items()}
    try:
        TopologicalSorter(steps).prepare()
    except CycleError as error:
        pytest.fail(f"these import each other: {' → '.join(error.args[1])}")


def test_every_room_has_a_floor() -> None:
    assert {room(module) for module in MODULES} <= set(FLOOR)
