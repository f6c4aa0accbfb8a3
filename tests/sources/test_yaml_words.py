"""The parser's complaints in words that a teacher knows."""

from __future__ import annotations

import pytest
import yaml

from site_builder.sources.yaml_words import explained, is_left_open

BROKEN = [
    "a: b: c",
    "a: [b",
    "a: 'b",
    "a: ]",
    "a: @b",
    "\ta: b",
    "- a\nb: c",
    "a: - b",
    'a: "\\q"',
    "a: >x",
    "%x",
    "a: * b",
]
JARGON = ("token", "scalar", "mapping", "sequence", "node", "parsing", "scanning", "block", "flow", "collection")


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize("text", BROKEN)
def test_a_complaint_is_said_without_the_words_of_the_parser(text: str, loader: type[yaml.SafeLoader]) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as raised:
        list(yaml.parse(text, loader))
    message, hint = explained(raised.value.problem, raised.value.context)
    assert message != explained(None, None)[0]
    assert hint
    assert not [word for word in JARGON if word in f"{message} {hint}"]


def test_a_complaint_that_nobody_foresaw_still_gets_an_answer() -> None:
    message, hint = explained("something new", None)
    assert message == "this cannot be read as YAML"
    assert hint


def test_what_has_no_end_is_looked_for_at_its_beginning() -> None:
    assert is_left_open("found unexpected end of stream")
    assert is_left_open("did not find expected ',' or ']'")
    assert not is_left_open("mapping values are not allowed in this context")
    assert not is_left_open(None)
