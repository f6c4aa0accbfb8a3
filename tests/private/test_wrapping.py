"""A register locked with a passphrase."""

from __future__ import annotations

import json

import pytest

from site_builder.private.wrapping import is_wrapped, unwrapped, wrapped

DATA = b'{"format":"continuum/keys/v1"}'
LOCKED = wrapped(DATA, "five plain words in order")


def test_what_was_locked_opens_with_its_passphrase() -> None:
    assert is_wrapped(LOCKED)
    assert unwrapped(LOCKED, "five plain words in order") == DATA


def test_another_passphrase_opens_nothing() -> None:
    assert unwrapped(LOCKED, "five plain words in orde") is None
    assert unwrapped(LOCKED, "") is None


def test_a_passphrase_is_the_same_however_its_letters_are_composed() -> None:
    assert unwrapped(wrapped(DATA, "Zoë"), "Zoe\u0308") == DATA


def test_locking_twice_gives_two_different_files() -> None:
    assert wrapped(DATA, "x") != wrapped(DATA, "x")


def test_nothing_of_what_is_locked_can_be_read() -> None:
    assert b'continuum/keys/v1"' not in LOCKED


@pytest.mark.parametrize(
    "change",
    [{"n": 1 << 30}, {"r": 1 << 20}, {"p": 0}, {"salt": "AAAA"}, {"ct": "AAAA"}, {"nonce": ""}, {"ct": 1}, {"ct": "ä"}],
)
def test_a_changed_file_opens_nothing_and_asks_for_no_more_work(change: dict[str, object]) -> None:
    assert unwrapped(json.dumps(json.loads(LOCKED) | change).encode(), "five plain words in order") is None


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{}", b"[" * 100_000, DATA])
def test_what_is_not_locked_is_told_apart(data: bytes) -> None:
    assert not is_wrapped(data)
    assert unwrapped(data, "x") is None
