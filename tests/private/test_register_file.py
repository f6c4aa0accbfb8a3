"""The file of the register: for its owner alone, whole or not at all, and never guessed at."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.private.register import Entry, Register
from site_builder.private.register_file import read_register, register_of, text_of, write_register
from site_builder.private.secret import Secret
from site_builder.problems import Problem

ONE, TWO = Secret(bytes(16)), Secret(b"2" * 16)
REGISTER = Register(
    {"s1": Entry(ONE, date(2026, 9, 1), ("a" * 16,)), "Zoë": Entry(None, date(2026, 9, 1), ("b" * 16,))},
    {"g1": Entry(TWO, date(2026, 11, 24))},
)
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has other ways of keeping a file to oneself")


def code(found: Register | Problem) -> str:
    """The code of the problem, which it has to be."""
    assert isinstance(found, Problem)
    return found.code


def test_a_register_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "own" / "keys.json"
    assert write_register(REGISTER, file) is None
    assert read_register(file) == REGISTER
    assert list(file.parent.iterdir()) == [file]


@posix
def test_a_register_and_its_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "own" / "keys.json"
    write_register(REGISTER, file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    file.chmod(0o644)
    write_register(REGISTER, file)
    assert file.stat().st_mode & 0o777 == 0o600


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o602, 0o610])
def test_a_register_that_others_can_open_is_not_read(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "keys.json"
    write_register(REGISTER, file)
    file.chmod(mode)
    found = read_register(file)
    assert code(found) == "key-file-open"
    assert isinstance(found, Problem)
    assert "chmod 600" in found.hint


def test_a_register_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert code(read_register(tmp_path / "keys.json")) == "key-file-missing"


def test_a_register_that_cannot_be_written_is_said_so_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    problem = write_register(REGISTER, tmp_path / "file" / "keys.json")
    assert problem is not None
    assert problem.code == "key-file-unwritable"


def test_the_old_register_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "keys.json"
    write_register(REGISTER, file)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    problem = write_register(Register(), file)
    assert problem is not None
    assert "No space left" in problem.message
    assert read_register(file) == REGISTER
    assert list(tmp_path.iterdir()) == [file]


def test_a_wrapped_register_is_read_with_its_passphrase_only(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    write_register(REGISTER, file, "five plain words")
    assert read_register(file, "five plain words") == REGISTER
    assert code(read_register(file)) == "key-file-locked"
    assert code(read_register(file, "other words")) == "key-file-locked"
    assert ONE.link.encode() not in file.read_bytes()


ENTRY = {"secret": ONE.link, "since": "2026-09-01", "retired": []}
WHOLE = {"format": "continuum/keys/v1", "students": {"s1": ENTRY}, "groups": {}}


def whole(**changes: Any) -> bytes:
    """A register with another entry of its only student."""
    return json.dumps(WHOLE | {"students": {"s1": ENTRY | changes}}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"[" * 100_000,
        json.dumps(WHOLE | {"format": "continuum/keys/v2"}).encode(),
        json.dumps(WHOLE | {"more": 1}).encode(),
        json.dumps(WHOLE | {"students": []}).encode(),
        json.dumps(WHOLE | {"groups": {"g1": 1}}).encode(),
        whole(secret="A" * 21 + "B"),
        whole(secret=1),
        whole(secret=""),
        whole(since="1 September"),
        whole(since=20260901),
        whole(retired="a"),
        whole(retired=["A" * 16]),
        whole(more=1),
        b'{"format":"continuum/keys/v1","students":{"s1":{},"s1":{}},"groups":{}}',
    ],
)
def test_a_damaged_register_is_refused_and_no_secret_is_shown(data: bytes) -> None:
    found = register_of(data, "keys.json")
    assert code(found) == "key-file-damaged"
    assert isinstance(found, Problem)
    assert "AAAAAAA" not in found.message


def test_what_is_not_json_is_pointed_at() -> None:
    found = register_of(text_of(REGISTER).replace(b'"since"', b"since", 1), "keys.json")
    assert isinstance(found, Problem)
    assert str(found.at).startswith("keys.json:6:")


@given(st.binary(max_size=300))
def test_no_bytes_upset_the_reader(data: bytes) -> None:
    assert isinstance(register_of(data, "keys.json", "x"), Problem)
