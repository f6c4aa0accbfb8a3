"""The small YAML: what is read, what is refused, and where each value stands."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.problems import Span
from site_builder.sources import yaml
from site_builder.sources.yaml import DEEPEST, Path, Value, place, read_yaml

NAMES = st.text("abcdefgh éß日", min_size=1, max_size=5).map(str.strip).filter(bool)
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" \t"), max_size=20)
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.none() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


@pytest.fixture(params=["with libyaml", "without libyaml"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser that PyYAML has from libyaml, and its own."""
    if request.param == "without libyaml":
        monkeypatch.setattr(yaml, "Parser", pyyaml.SafeLoader)


WRITTEN = ["NO", "on", "yes", "010", "0o17", "0x1F", "3:25", "1e3", "1_000", "2026-09-01", ".inf", "=", "<<", "true"]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", WRITTEN)
def test_every_value_stays_the_text_that_was_written(text: str) -> None:
    assert read_yaml("a.yml", f"a: {text}\n{text}: b\n") == ({"a": text, text: "b"}, [])


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_only_an_empty_value_is_none(nothing: str) -> None:
    assert read_yaml("a.yml", f"a: {nothing}\nb: '{nothing}'\nc: [{nothing}, d]\n" if nothing else "a:\nb: ''\n") == (
        {"a": None, "b": nothing, "c": [None, "d"]} if nothing else {"a": None, "b": ""},
        [],
    )


@pytest.mark.usefixtures("parser")
def test_lists_groups_and_long_texts_are_read() -> None:
    text = "a: [b, {c: d}]\ne:\n  - f\n  -\n    g: h\ni: |\n  one\n  two\nj: >-\n  three\n  four\n? k\n"
    assert read_yaml("a.yml", text) == (
        {"a": ["b", {"c": "d"}], "e": ["f", {"g": "h"}], "i": "one\ntwo\n", "j": "three four", "k": None},
        [],
    )


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "---\n", "---\n# a comment\n", "%YAML 1.2\n---\n"])
def test_a_file_without_values_is_none(text: str) -> None:
    assert read_yaml("a.yml", text) == (None, [])


REFUSED = {
    "a: 1\nb: 2\na: 3": (3, 1, "“a” stands here twice: it was already given on line 1"),
    "a: {b: 1,\n    b: 2}": (2, 5, "“b” stands here twice: it was already given on line 1"),
    "é: 1\ne\u0301: 2": (2, 1, "“é” stands here twice: it was already given on line 1"),
    "a: &x 1": (1, 4, "anchors (&)"),
    "a: &x [1]": (1, 4, "anchors (&)"),
    "&x a: 1": (1, 1, "anchors (&)"),
    "a: *x": (1, 4, "aliases (*)"),
    "*x : a": (1, 1, "aliases (*)"),
    "a: !!str b": (1, 4, "tags"),
    "a: !ENV b": (1, 4, "tags"),
    "a: ! b": (1, 4, "tags"),
    "a: !x [b]": (1, 4, "tags"),
    "!x a: b": (1, 1, "tags"),
    "a: !e!x b": (1, 4, "tags"),
    "a: 1\n---\nb: 2": (2, 1, "a second document starts here"),
    "? [a]\n: b": (1, 3, "a name is expected here"),
    "{a: b}: c": (1, 1, "a name is expected here"),
    "a: b: c": (1, 5, "a “: ” stands here within a text"),
    "a: b\n  c: d": (2, 4, "a “: ” stands here within a text"),
    "a:\n\t- b": (2, 1, "or with a tab"),
    "a: @b": (1, 4, "a sign that YAML keeps for itself"),
    "a: b\n c\nd": (3, 1, "a “:” is expected after this name"),
    "a:\n  - b\n c: d": (3, 2, "does not line up"),
    "a: 'b' c": (1, 8, "does not line up"),
    "x: 1\na: 'b\n\nc: d\n": (2, 4, "a quotation mark that opens here is never closed"),
    'a: "b\nc: d\n': (1, 4, "a quotation mark that opens here is never closed"),
    "x: 1\na: [b, c\nd: e\n": (2, 4, "a list or group in brackets, which opens here, is not finished"),
    "a: {b: c\n": (1, 4, "a list or group in brackets, which opens here, is not finished"),
    "a: ]": (1, 4, "a value is expected here"),
    "a: - b": (1, 4, "a list begins here on the line of its name"),
    "a: >-b": (1, 6, "a text after “|” or “>” begins on the next line"),
    "a: b\n...\nc": (3, 1, "this line does not belong to the values above it"),
    'a: "\\d"': (1, None, "a backslash"),
    'a: "\\uZZZZ"': (1, None, "a backslash"),
    'a: "\\0"': (1, 4, "a control character"),
    'a: "\\x1b[31m"': (1, 4, "a control character"),
    '"\\a": b': (1, 1, "a control character"),
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_taken_is_refused_in_words_at_its_place(text: str) -> None:
    line, column, message = REFUSED[text]
    value, [problem] = read_yaml("a.yml", text)
    assert value is None
    assert problem.code == "yaml"
    assert message in problem.message
    assert problem.hint
    assert isinstance(problem.at, Span)
    assert (problem.at.line, problem.at.column) == (line, problem.at.column if column is None else column)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text", ['a: "\\ud800"', 'a: "\\UFFFFFFFF"', "!<tag:x,%ff> b", "%YAML 9.9\n---\na: b", "a: \ud800"]
)
def test_letters_that_are_none_are_refused(text: str) -> None:
    value, [problem] = read_yaml("a.yml", text)
    assert value is None
    assert problem.code == "yaml"


def test_lines_are_those_of_the_file_where_the_yaml_is_its_head() -> None:
    _, [problem] = read_yaml("a.md", "a: 1\nb: 2\na: 3", first_line=2)
    assert problem.at == Span("a.md", 4, 1)
    assert "already given on line 2" in problem.message


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "- - "])
def test_values_nested_too_deeply_are_refused(bracket: str) -> None:
    _, [problem] = read_yaml("a.yml", bracket * 5_000)
    assert "nested too deeply" in problem.message


def test_values_may_be_nested_as_deeply_as_a_source_needs() -> None:
    assert read_yaml("a.yml", "[" * DEEPEST + "]" * DEEPEST)[1] == []
    assert read_yaml("a.yml", "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))[1] != []


@settings(deadline=None, max_examples=100)
@given(VALUES)
def test_values_that_were_written_are_the_values_that_are_read(value: Value) -> None:
    assert read_yaml("a.yml", json.dumps(value, ensure_ascii=False)) == (value, [])


@settings(deadline=None, max_examples=100)
@given(VALUES)
def test_every_value_knows_where_it_stands(value: Value) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    for path, inner in _inside(value, ()):
        line, column = place(text, path)
        assert text.split("\n")[line - 1][column - 1 :].startswith(json.dumps(inner, ensure_ascii=False)[0])


def _inside(value: Value, path: Path) -> Iterator[tuple[Path, Value]]:
    yield path, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from _inside(inner, (*path, step))


SOURCE = "title: A\nskills:\n  - id: X.1\n    levels:\n      1: one\n      2: [two, three]\nwas: [a, b]\n"


@pytest.mark.parametrize(
    ("path", "on_key", "found"),
    [
        ((), False, (1, 1)),
        (("title",), False, (1, 8)),
        (("title",), True, (1, 1)),
        (("skills", 0), False, (3, 5)),
        (("skills", 0, "levels", "1"), False, (5, 10)),
        (("skills", 0, "levels", "2"), True, (6, 7)),
        (("skills", 0, "levels", "2", 1), False, (6, 16)),
        (("was", 1), False, (7, 10)),
        (("skills", 0, "title"), False, (3, 5)),
        (("skills", 0, "levels", "3"), False, (4, 5)),
        (("skills", 7, "id"), False, (2, 1)),
        (("nowhere",), False, (1, 1)),
    ],
)
def test_a_value_that_is_not_there_is_looked_for_at_its_parent(
    path: Path, on_key: bool, found: tuple[int, int]
) -> None:
    assert place(SOURCE, path, on_key=on_key) == found


def test_in_a_text_that_cannot_be_read_every_place_is_that_of_the_fault() -> None:
    assert place("a: 1\nb: [", ("a",)) == (2, 5)
    assert place("", ("a",)) == (1, 1)


def test_a_name_with_two_spellings_is_one_name() -> None:
    assert read_yaml("a.yml", "e\u0301: 1") == ({"é": "1"}, [])
    assert place("x: 1\ne\u0301: 2", ("é",)) == (2, 5)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("name", ["~", "null", "NO", "''"])
def test_a_name_is_the_text_that_was_written(name: str) -> None:
    assert read_yaml("a.yml", f"{name}: a") == ({name.strip("'"): "a"}, [])
