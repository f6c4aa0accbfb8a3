"""The table of checks: each has a promise in words, and a test that is named after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.sources.checks import CHECKS

TESTS = {
    path.stem.removeprefix("test_"): path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py")
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_each_check_has_a_promise_and_a_test(check: object) -> None:
    name, module = getattr(check, "__name__", ""), getattr(check, "__module__", "")
    assert (check.__doc__ or "").endswith(".")
    assert f"def test_{name}" in TESTS[module.rpartition(".")[2]]


def test_each_check_stands_in_the_table_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)
