"""Maps as schools write them."""

from __future__ import annotations

import pytest

from site_builder.evidence.mapping import read_map


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("colums: {student: A}", "key-unknown", 1),
        ("columns: {student: A}\ndates: {formats: [DD]}", "value", 2),
        ("format: excel", "value", 1),
        ("marks: {M: absent}", "value", 1),
        ("scores: [{level: 4}]", "key-missing", 1),
        ("scores: [{level: 4, points: nan}]", "value", 1),
        ("columns: {student: [A, B, C, D]}", "value", 1),
        ("outcomes: {a: b c}", "value", 1),
        ("outcomes: &a {a: b}", "yaml", 1),
        ("[1]", "shape", 1),
    ],
)
def test_a_slip_is_pointed_at(text: str, code: str, line: int) -> None:
    said, problems = read_map("map.yml", text.encode())
    assert said is None
    assert (problems[0].code, problems[0].at.line) == (code, line)  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "outcomes:\n  # a: b\n"])
def test_a_map_may_say_nothing_yet(text: str) -> None:
    said, problems = read_map("map.yml", text.encode())
    assert said is not None and problems == []


def test_an_entry_has_what_stands_above_it_and_its_own_words_come_first() -> None:
    text = "levels: {Top: 4, Low: 1}\nencoding: cp1252\ntables: [{levels: {Low: 2}, delimiter: tab}]"
    said, _ = read_map("map.yml", text.encode())
    assert said is not None
    entry = said.tables[0]
    assert entry.levels == {"Top": "4", "Low": "2"}
    assert (entry.dialect().encoding, entry.dialect().delimiter, said.common.dialect().delimiter) == (
        "cp1252",
        "\t",
        "",
    )
