"""What a source says, with the differences of two readings carried over."""

from __future__ import annotations

from site_builder.exchange.into.patched import is_by_id, patched
from site_builder.sources.yaml import Value


def test_what_did_not_change_is_said_as_it_was() -> None:
    said: Value = {"levels": {"1": ["one"], "2": "two"}, "evidence": {}}
    before: Value = {"levels": {"1": "one", "2": "two"}, "evidence": {"pieces": "1"}}
    after: Value = {"levels": {"1": "one", "2": "other"}, "evidence": {"pieces": "1"}}
    assert patched(said, before, after) == {"levels": {"1": ["one"], "2": "other"}, "evidence": {}}


def test_a_new_name_comes_behind_the_one_that_it_follows() -> None:
    made = patched({"id": "1", "was": "2", "title": "3"}, {}, {"id": "1", "title": "3", "why": "w", "was": "2"})
    assert isinstance(made, dict) and list(made) == ["id", "was", "title", "why"]
    made = patched({"b": "1"}, {"b": "1"}, {"a": "0", "b": "1"})
    assert isinstance(made, dict) and list(made) == ["a", "b"]


def test_a_name_is_gone_only_if_it_was_read() -> None:
    assert patched({"a": "1", "b": "2"}, {"a": "1"}, {}) == {"b": "2"}


def test_entries_are_matched_by_their_ids() -> None:
    said: Value = [{"id": "A", "t": ["x"]}, {"id": "B", "t": "y"}]
    before: Value = [{"id": "A", "t": "x"}, {"id": "B", "t": "y"}]
    after: Value = [{"id": "C", "t": "z"}, {"id": "A", "t": "x"}]
    assert patched(said, before, after) == [{"id": "C", "t": "z"}, {"id": "A", "t": ["x"]}]


def test_only_groups_with_an_id_each_are_known_by_it() -> None:
    assert is_by_id([{"id": "A"}, {"id": "B"}])
    others: list[Value] = [[], ["A"], [{"id": "A"}, {"id": "A"}], [{"a": "b"}], {"id": "A"}, [{"id": None}]]
    assert [is_by_id(it) for it in others] == [False] * len(others)
