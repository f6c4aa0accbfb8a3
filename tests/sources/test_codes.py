"""Every code by which a problem can be named is named in a test too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "site_builder").rglob("*.py"))}
TESTS = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("*.py")) if path != Path(__file__)
)
# Where a code stands in a call, and where another function chooses it.
PLACES = {"Problem": 1, "Refusal": 0}
CHOSEN = {"made.code": "Refusal", "code": "_words"}


def calls() -> Iterator[ast.expr]:
    """What stands in the place of the code wherever a problem is made."""
    for tree in SOURCES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PLACES:
                yield node.args[PLACES[node.func.id]]


def chosen() -> Iterator[str]:
    """The codes that a shape's words begin with."""
    tree = SOURCES[ROOT / "site_builder" / "sources" / "shape.py"]
    words = next(it for it in tree.body if isinstance(it, ast.FunctionDef) and it.name == "_words")
    for node in ast.walk(words):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            yield ast.literal_eval(node.value.elts[0])


CODES = sorted({str(it.value) for it in calls() if isinstance(it, ast.Constant)} | set(chosen()))


def test_every_code_is_a_plain_name_where_a_problem_is_made() -> None:
    assert {ast.unparse(it) for it in calls() if not isinstance(it, ast.Constant)} == set(CHOSEN)
    assert len(CODES) > 60


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_lower_case_and_appears_in_a_test(code: str) -> None:
    assert code == code.lower()
    is_named = any(form in TESTS for form in (f'"{code}"', f"[{code}]", f": {code}: "))
    assert is_named, f"write a test that ends in the problem “{code}”"
