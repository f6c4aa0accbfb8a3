"""What travels shows nothing on its way, and nothing else is taken for it."""

from __future__ import annotations

import pickle

import pytest
from cryptography.exceptions import InvalidTag

from site_builder.private.secret import Secret
from site_builder.progress.parcel import unwrapped, wrapped

SECRET, OTHER = Secret(bytes(range(16))), Secret(bytes(range(1, 17)))
SAID = {"student": "Ada Quill", "pieces": [1, 2]}


def test_what_was_wrapped_comes_back() -> None:
    assert unwrapped(wrapped(SAID, SECRET), SECRET) == SAID


def test_a_parcel_says_nothing_and_is_never_the_same_twice() -> None:
    parcel = wrapped(SAID, SECRET)
    assert b"Quill" not in parcel
    assert wrapped(SAID, SECRET) != parcel


@pytest.mark.parametrize(
    "parcel", [wrapped(SAID, OTHER), wrapped(SAID, SECRET)[:-1], pickle.dumps(SAID) * 2, bytes(60)]
)
def test_bytes_of_somebody_else_are_not_even_read(parcel: bytes) -> None:
    with pytest.raises(InvalidTag):
        unwrapped(parcel, SECRET)
