"""What is written reads back as what it was, and looks as a careful person would write it."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.sources.text import CONTROL, decoded
from site_builder.sources.written import WIDTH, entry_lines, in_brackets, named_lines, quoted, written, written_scalar
from site_builder.sources.yaml import Value, read_yaml

LONG = "A tenant who wants the heating mended and a mechanic who says which part is worn have to show it to us all."
ODD = st.sampled_from(
    [
        *(
            "",
            " ",
            "null",
            "~",
            "Null",
            "true",
            "no",
            "010",
            "a: b",
            "a:",
            ":a",
            "a #b",
            "#",
            "- a",
            "-a",
            "---",
            "--- a",
        ),
        *(
            "...",
            "'",
            '"',
            "it's",
            'say "yes"',
            "{a}",
            "[b]",
            "a, b",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "?",
        ),
        *("? a", "a\tb", "\ta", "a\n", "\na", "a\n\nb", "a\n  b\nc", "a \nb", "  a\nb", "a\n\n", "\\", "\\n", "\u2028"),
        *("a\u2029b", "\u200b", "\ufeff", "\u00a0", "é", "e\u0301", "日本語", "🙂", "x" * 130, f"{LONG} {LONG}"),
        *(
            f"{LONG}  {LONG}",
            "word " * 60,
            ("word " * 60).strip(),
            f"{'x' * 200} {'y' * 200} # z: ",
            "a\r\nb",
            "<<",
            "=",
        ),
    ]
)
TEXTS = (st.text() | ODD | st.lists(ODD).map(" ".join) | st.lists(ODD).map("\n".join)).filter(
    lambda it: not CONTROL.search(it)
)
SCALARS = st.none() | TEXTS
KEYS = TEXTS.map(lambda it: normalize("NFC", it))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


def read(text: str) -> Value:
    """What a reader makes of a file with this text."""
    plain, _ = decoded("a.yml", text.encode())
    value, problems = read_yaml("a.yml", plain)
    assert problems == []
    return value


@given(VALUES)
@example({"a": "x" * 1100, "b" * 1100: ["c", None], "c" * 120: [], "d" * 120: {}})
def test_what_is_written_reads_back(value: Value) -> None:
    assert read(written(value)) == value


@given(SCALARS)
def test_a_text_reads_back_on_its_line_and_in_brackets(text: str | None) -> None:
    assert read(f"a: {written_scalar(text)}\n") == {"a": text}
    assert read(f"a: [{written_scalar(text, in_brackets=True)}, b]\n") == {"a": [text, "b"]}
    assert text is None or read(f"a: {quoted(text)}\n") == {"a": text}


@given(VALUES)
def test_anything_reads_back_in_brackets(value: Value) -> None:
    assert read(f"- {in_brackets(value)}\n") == [value]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("I can say it.", "a: I can say it."),
        ('Say "yes", it\'s (so) {a}.', 'a: Say "yes", it\'s (so) {a}.'),
        ("2026-08-01", "a: 2026-08-01"),
        ("https://example.org/#a", "a: https://example.org/#a"),
        ("-5 degrees", "a: -5 degrees"),
        ("…", "a: …"),
        ("One: two", 'a: "One: two"'),
        ("No #5", 'a: "No #5"'),
        ("- one", 'a: "- one"'),
        ("null", 'a: "null"'),
        ("", 'a: ""'),
        (None, "a: null"),
        ("a\u200bb\\", 'a: "a\\u200bb\\\\"'),
        ("\U000e0001", 'a: "\\U000e0001"'),
        (["LIT.ARG", "LIT.INF"], "a: [LIT.ARG, LIT.INF]"),
        ({"pieces": "2", "kinds": "2"}, "a: {pieces: 2, kinds: 2}"),
        ({"pieces": "2", "at": {"4": {"pieces": "3"}}}, "a: {pieces: 2, at: {4: {pieces: 3}}}"),
        ([], "a: []"),
        ({}, "a: {}"),
    ],
)
def test_what_fits_stands_on_one_line(value: Value, line: str) -> None:
    assert written({"a": value}) == f"{line}\n"


def test_sentences_stand_on_lines_of_their_own() -> None:
    value: Value = {"levels": {"1": "I can.", "2": ["I do it.", "I say why."]}}
    assert written(value) == "levels:\n  1: I can.\n  2:\n    - I do it.\n    - I say why.\n"


def test_a_level_of_a_scale_stands_on_one_line_while_it_fits() -> None:
    level: Value = {"id": "1", "name": "Emerging", "means": "I am starting, with help.", "target": "true"}
    line = '{id: 1, name: Emerging, means: "I am starting, with help.", target: true}'
    assert written({"scales": {"learning": [level]}}) == f"scales:\n  learning:\n    - {line}\n"
    long = written([{"id": "1", "means": LONG + " " + LONG}])
    assert long.startswith("- id: 1\n  means: >-\n    A tenant")


def test_entries_that_grow_have_lines_of_their_own() -> None:
    value: Value = {"skills": [{"id": "A.1", "title": "Claim"}], "standards": [{"code": "W", "framework": "Core"}]}
    assert written(value, frozenset({"skills"})) == (
        "skills:\n  - id: A.1\n    title: Claim\nstandards:\n  - {code: W, framework: Core}\n"
    )


def test_a_long_text_is_folded_between_words() -> None:
    text = written({"why": f"{LONG} {LONG} {LONG}"})
    assert text.startswith("why: >-\n  A tenant")
    assert max(map(len, text.splitlines())) <= WIDTH
    assert max(map(len, text.splitlines())) > WIDTH - 15


def test_a_text_of_several_lines_keeps_them() -> None:
    assert written({"about": "# Head\n\n- one\n  two"}) == "about: |-\n  # Head\n\n  - one\n    two\n"


@pytest.mark.parametrize("text", ["x" * 200, f" {LONG} {LONG}", f"{'word  ' * 40}end", f"{LONG}\u200b {LONG}"])
def test_what_cannot_be_folded_stays_on_its_line(text: str) -> None:
    assert len(written({"a": text}).splitlines()) == 1


def test_a_list_that_is_too_long_for_its_line_has_one_for_each_entry() -> None:
    ids: Value = [f"LIT.ARG.{number}" for number in range(30)]
    assert written({"of": ids}).startswith("of:\n  - LIT.ARG.0\n  - LIT.ARG.1\n")


def test_parts_are_written_at_their_indentation() -> None:
    assert named_lines("levels", {"1": "I can."}, 4) == ["    levels:", "      1: I can."]
    assert entry_lines({"id": "A", "levels": {"1": "I can."}}, 2) == ["  - id: A", "    levels:", "      1: I can."]
    assert entry_lines({"id": "A"}, 2) == ["  - {id: A}"]
    assert entry_lines({"id": "A"}, 2, is_spread=True) == ["  - id: A"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "null\n"), ("a", "a\n"), ([], "[]\n"), (["a", ["b", "c d"]], "- a\n- - b\n  - c d\n")],
)
def test_a_value_alone_is_a_document(value: Value, text: str) -> None:
    assert written(value) == text
