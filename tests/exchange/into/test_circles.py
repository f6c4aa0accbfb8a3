"""Prerequisites that lead round in a circle."""

from __future__ import annotations

from graphlib import TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.exchange.into.circles import closing_steps

IDS = st.sampled_from("abcdef")


@pytest.mark.parametrize(
    ("steps", "closing"),
    [
        ({"a": ["b"], "b": ["c"], "c": []}, []),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["a"]}, [("a", "a")]),
        ({"a": ["b"], "b": ["a"]}, [("b", "a")]),
        ({"a": ["b"], "b": ["c"], "c": ["a", "b"]}, [("c", "a"), ("c", "b")]),
        ({"a": ["unknown"]}, []),
    ],
)
def test_the_step_that_closes_a_circle_is_found(steps: dict[str, list[str]], closing: list[tuple[str, str]]) -> None:
    assert closing_steps(steps) == closing


@given(st.dictionaries(IDS, st.lists(IDS, max_size=4)))
def test_without_these_steps_nothing_leads_back(steps: dict[str, list[str]]) -> None:
    closing = closing_steps(steps)
    assert all(before in steps[id] for id, before in closing)
    left = {id: [it for it in before if (id, it) not in closing] for id, before in steps.items()}
    TopologicalSorter(left).prepare()


def test_a_chain_may_be_long() -> None:
    steps = {str(number): [str(number + 1)] for number in range(50_000)} | {"50000": ["0"]}
    assert closing_steps(steps) == [("50000", "0")]
