"""Short names for texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.sources.digest import digest, digest_of_bytes


def test_a_digest_is_the_same_wherever_it_is_asked_for() -> None:
    assert digest("a", "b") == "065ab5741cdfad44687cf119c1eb4ec9"
    assert digest_of_bytes(b"a") == digest("a")


@given(st.lists(st.text("ab", max_size=3)), st.lists(st.text("ab", max_size=3)))
def test_texts_that_differ_have_digests_that_differ(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other or {tuple(one), tuple(other)} == {(), ("",)})


def test_half_a_letter_has_a_digest_too() -> None:
    assert digest("\ud800") != digest("\ud801")
