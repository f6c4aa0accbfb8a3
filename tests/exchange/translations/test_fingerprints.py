"""What texts were made from, each in a line of its own."""

from __future__ import annotations

import pytest

from site_builder.exchange.translations.fingerprints import line_by_line, with_fingerprints
from site_builder.sources.yaml import read_yaml

ORDER = ["title", "why", "skills/A/title", "body"]


def test_fingerprints_come_last_and_in_the_order_of_texts() -> None:
    said = with_fingerprints({"title": "T", "made_from": {"skills/A/title": "3", "gone": "0"}, "why": "W"},
                             {"why": "2", "title": "1", "strange": "9", "skills/A/title": "4"}, ORDER)  # fmt: skip
    assert isinstance(said, dict)
    made = said["made_from"]
    assert isinstance(made, dict)
    assert list(made.items()) == [
        ("title", "1"),
        ("why", "2"),
        ("skills/A/title", "4"),
        ("gone", "0"),
        ("strange", "9"),
    ]
    assert with_fingerprints(None, {"title": "1"}, ORDER) == {"made_from": {"title": "1"}}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fingerprints_in_brackets_come_below_each_other(end: str) -> None:
    text = f"# Ana{end}made_from: {{title: 1a, body: 2b}}  # eight letters{end}title: T{end}"
    new = line_by_line(text)
    assert new == f"# Ana{end}made_from:{end}  title: 1a{end}  body: 2b  # eight letters{end}title: T{end}"
    assert read_yaml("", new) == read_yaml("", text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "title: T\n",
        "made_from:\n  title: 1a\n",
        "made_from: {}\n",
        "{title: T, made_from: {title: 1a}}\n",
        "made_from: {title: 1a,  # mine\n  body: 2b}\n",
        "- made_from\n",
    ],
)
def test_what_is_not_in_brackets_or_has_a_comment_in_them_stays(text: str) -> None:
    assert line_by_line(text) == text
