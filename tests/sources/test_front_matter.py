"""The head and the body of a Markdown source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.problems import Span
from site_builder.sources.front_matter import Halves, halves

LINES = st.lists(st.text("ab:- ", max_size=6).filter(lambda line: line.rstrip() != "---"), max_size=4)


def test_a_source_has_a_head_and_a_body_that_know_their_lines() -> None:
    assert halves("a.md", "---\ntitle: A\n---\n\nText\n") == (Halves("title: A", "\nText\n", body_line=4), [])


@pytest.mark.parametrize("text", ["---\n---\nText", "---  \n--- \nText"])
def test_a_head_may_be_empty_and_its_rules_may_have_spaces_behind_them(text: str) -> None:
    assert halves("a.md", text) == (Halves("", "Text", body_line=3), [])


def test_only_the_first_rule_closes_the_head() -> None:
    parts, _ = halves("a.md", "---\na: 1\n---\none\n---\ntwo")
    assert parts is not None
    assert parts.body == "one\n---\ntwo"


@pytest.mark.parametrize("text", ["", "Text", "\n---\na: 1\n---\n", "title: A\n---\n", " ---\n---\n", "----\n---\n"])
def test_a_file_without_a_head_is_told_how_to_begin(text: str) -> None:
    parts, [problem] = halves("a.md", text)
    assert parts is None
    assert (problem.code, problem.at) == ("head-missing", Span("a.md"))
    assert "begin the file with “---”" in problem.hint


@pytest.mark.parametrize("text", ["---", "---\n", "---\ntitle: A\nText\n", "---\ntitle: A\n ---\n"])
def test_a_head_that_is_never_closed_is_said(text: str) -> None:
    parts, [problem] = halves("a.md", text)
    assert parts is None
    assert problem.code == "head-open"


@settings(deadline=None, max_examples=100)
@given(LINES, st.lists(st.text("ab:- ", max_size=6), max_size=4))
def test_head_and_body_together_are_the_file(head: list[str], body: list[str]) -> None:
    lines = ["---", *head, "---", *body]
    parts, _ = halves("a.md", "\n".join(lines))
    assert parts is not None
    assert parts.head.split("\n") == (head or [""])
    assert parts.body.split("\n") == (body or [""])
    assert lines[parts.body_line - 1 :] == body
    assert lines[parts.head_line - 1 :] == [*head, "---", *body]
