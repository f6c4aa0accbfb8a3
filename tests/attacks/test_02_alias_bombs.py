"""A few lines that a YAML parser swells to gigabytes: aliases of aliases, merges of merges."""

from __future__ import annotations

import time

import pytest

from site_builder.sources.yaml import read_yaml
from tests.attacks.refused import refused
from tests.project import Project

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a0: &a0 {x: y}\n" + "".join(
    f"a{number}: &a{number}\n  <<: [*a{number - 1}, *a{number - 1}]\n" for number in range(1, 40)
)
LOOP = "a: &a [*a]\n"
KEYS = "a: &a b\n*a : c\n"


@pytest.mark.parametrize("bomb", [LAUGHS, MERGES, LOOP, KEYS], ids=["laughs", "merges", "loop", "keys"])
def test_a_bomb_is_refused_at_its_first_alias_before_it_goes_off(bomb: str) -> None:
    start = time.perf_counter()
    value, [problem] = read_yaml("a.yml", bomb)
    took = time.perf_counter() - start
    assert value is None
    assert str(problem.at).startswith("a.yml:1:")
    assert "anchors (&)" in problem.message
    assert took < 0.5  # ten times what it may take


def test_a_source_with_a_bomb_is_refused(project: Project) -> None:
    project.write("continuum/literacy/argue.yml", LAUGHS)
    refused(project, "continuum/literacy/argue.yml:1:4: error[yaml]: anchors (&) and aliases (*) are not used here")
