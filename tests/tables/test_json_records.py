"""JSON arrays and JSON lines as records with their places."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from site_builder.problems import Problem
from site_builder.tables import json_records as reader
from site_builder.tables.json_records import json_records
from site_builder.tables.json_value import DEEPEST


def read(folder: Path, data: bytes | str) -> list[tuple[int, object]]:
    """The records, and last what is refused."""
    path = folder / "statements.json"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return [_said(it) if isinstance(it, Problem) else it for it in json_records(path)]


def _said(problem: Problem) -> tuple[int, object]:
    assert problem.code == "json-unreadable"
    assert problem.hint
    return getattr(problem.at, "line", 0), problem.message


@pytest.mark.parametrize("data", ['[{"a": 1}, {"a": 2}]', '\ufeff [\n{"a":1},\n\n{"a":2}]\n'])
def test_an_array_is_numbered_by_its_entries(tmp_path: Path, data: str) -> None:
    assert read(tmp_path, data) == [(1, {"a": 1}), (2, {"a": 2})]


@pytest.mark.parametrize(
    "data", ['\n{"a": 1}\n\n{"a": 2}\n', '\r\n{"a": 1}\r\n\r\n{"a": 2}', '\n\ufeff{"a":1}\n\n{"a":2}']
)
def test_json_lines_are_numbered_by_their_lines(tmp_path: Path, data: str) -> None:
    assert read(tmp_path, data) == [(2, {"a": 1}), (4, {"a": 2})]


@pytest.mark.parametrize("data", ['{"a": {"b": [1.5, null]}}', '{"a":\n {"b": [1.5, null]}\n}\n'])
def test_one_object_is_one_record(tmp_path: Path, data: str) -> None:
    assert read(tmp_path, data) == [(1, {"a": {"b": [1.5, None]}})]


@pytest.mark.parametrize("data", ["[]", "[ ]\n"])
def test_an_empty_array_has_no_records(tmp_path: Path, data: str) -> None:
    assert read(tmp_path, data) == []


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused_with_its_line(tmp_path: Path, number: str) -> None:
    word = number.removeprefix("-")
    said = f"it holds {word}, which is no number in JSON"
    assert read(tmp_path, f'{{"a": 1}}\n{{"a": {number}}}\n{{"a": 3}}') == [
        (1, {"a": 1}),
        (2, f"line 2 is not a record: {said}"),
    ]
    assert read(tmp_path, f'[{{"a": "NaN"}},\n{{"a": {number}}}]') == [(2, said)]


def test_a_number_too_large_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, '[{"a": 1e999}]') == [(1, "it has a number that is too large: 1e999")]
    assert read(tmp_path, f'[{{"a": {"9" * 5000}}}]') == [(1, "it has a number of more than 100 digits")]
    assert read(tmp_path, f'{{"a": {"9" * 5000}}}') == [(1, "it has a number of more than 100 digits")]


def test_a_key_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    said = "it has the key “a” twice in one object"
    assert read(tmp_path, '{"b": 1}\n{"a": 1, "\\u0061": 2}') == [(1, {"b": 1}), (2, f"line 2 is not a record: {said}")]
    assert read(tmp_path, '[{"a": "a", "b": {"a": [{"a": 1}]}},\n{"a": 1,\n"a": 2}]') == [(3, said)]


@pytest.mark.parametrize("depth", [DEEPEST + 1, 5_000, 200_000])
@pytest.mark.parametrize("bracket", ["[", '{"a":'])
def test_deep_nesting_is_refused_with_its_line(tmp_path: Path, depth: int, bracket: str) -> None:
    closing = "]" if bracket == "[" else "}"
    deep = bracket * depth + "1" + closing * depth
    assert read(tmp_path, f'[{{"a": "[["}},\n{{"b": {deep}}}]') == [(2, f"it is nested more than {DEEPEST} deep")]
    assert read(tmp_path, f'{{"a": 1}}\n{{"b": {deep}}}')[1][0] == 2


def test_nesting_up_to_the_limit_is_read(tmp_path: Path) -> None:
    deep = "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    assert read(tmp_path, f'{{"a": {deep}}}') == [(1, {"a": json.loads(deep)})]


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        ("", 1, "it is not JSON: expecting value in line 1, column 1"),
        ('[{"a": 1},\n{"a": }]', 2, "it is not JSON: expecting value in line 2, column 7"),
        ('[{"a": "\x01"}]', 1, "it is not JSON: invalid control character at in line 1, column 9"),
        ('"text"', 1, "entry 1 of this file is not a record in braces"),
        ('[{"a": 1}, 2]', 1, "entry 2 of this file is not a record in braces"),
        ('{"a": 1}\n[1]', 2, "line 2 is not a record in braces"),
        ('{"a": 1}\n"{}"', 2, "line 2 is not a record in braces"),
        ('[{"a": "never closed\\"\\"\\', 1, "it is not JSON"),
    ],
)
def test_what_is_no_json_is_refused_with_its_line(tmp_path: Path, data: str, line: int, said: str) -> None:
    last = read(tmp_path, data)[-1]
    assert last[0] == line
    assert str(last[1]).startswith(said)


def test_other_encodings_are_refused_with_their_line(tmp_path: Path) -> None:
    assert read(tmp_path, b'{"a": 1}\n{"a": "Zo\xeb"}')[1] == (2, "line 2 is not a record: it is not saved as UTF-8")
    assert read(tmp_path, '[{"a": 1}]'.encode("utf-16"))[-1] == (1, "it is not saved as UTF-8")


def test_a_large_document_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST", 5_000_000)
    path = tmp_path / "statements.json"
    path.write_text("[\n" + '{"a": 1},\n' * 500_000 + '{"a": 1}]', encoding="utf-8")
    [refused] = json_records(path)
    assert isinstance(refused, Problem)
    assert refused.message == "this file is 5 MB; more than 5 MB must be one record a line"


def test_a_long_line_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST_LINE", 1_000)
    data = '{"a": 1}\n{"a": "' + "x" * 1_000 + '"}\n'
    assert read(tmp_path, data)[-1] == (2, "line 2 is longer than 0 MB")


def test_lines_are_given_before_the_last_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "statements.jsonl"
    path.write_text('{"a": 1}\n' * 10_000 + "broken", encoding="utf-8")
    records = json_records(path)
    assert next(records) == (1, {"a": 1})
    assert isinstance(list(records)[-1], Problem)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    [problem] = json_records(tmp_path / "missing.json")
    assert isinstance(problem, Problem)
    assert problem.message == f"missing.json cannot be read: {os.strerror(2)}"
