"""The texts that can be read in bytes."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.private.legible import legible

NAME = "Zoë Müller-Haddad"
NOISE = bytes([0, 1, 2, 255, 254, 0x80, 3]) * 5000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    it, *_ = legible(NAME.encode(encoding))
    assert (it.text, it.is_noise) == (NAME, False)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_a_text_amid_noise_is_picked_out(encoding: str) -> None:
    data = NOISE + b"\x00" + NAME.encode(encoding) + b"\x00" + NOISE
    assert any(it.is_noise and NAME in it.text for it in legible(data))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [b"\xff\x01", b"\xff\x01\x02"])
def test_english_letters_are_picked_out_of_noise_in_utf_16_too(encoding: str, before: bytes) -> None:
    data = NOISE + before + "Noor Haddad".encode(encoding) + b"\x01" + NOISE
    assert any("Noor Haddad" in it.text for it in legible(data, ascii_alone=True))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_other_letters_are_picked_out_of_small_parts(encoding: str) -> None:
    assert any("王小明" in it.text for it in legible(b"\xff\x00\x01" + "王小明".encode(encoding)))


def test_utf_16_without_a_mark_is_read_as_far_as_english_goes() -> None:
    assert [it.text for it in legible("Noor".encode("utf-16-le"))][-1] == "Noor"


def test_a_letter_cut_in_two_at_the_end_leaves_the_text_a_text() -> None:
    (it,) = legible(("a" * 10 + "ë").encode()[:-1])
    assert not it.is_noise


@given(st.binary(max_size=500))
def test_any_bytes_are_read(data: bytes) -> None:
    assert all(isinstance(it.text, str) for it in legible(data))


def test_noise_alone_gives_little() -> None:
    (main, *_) = legible(os.urandom(100_000), ascii_alone=True)
    assert len(main.text) < 10_000
