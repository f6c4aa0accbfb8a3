"""Envelopes: whatever goes in comes out for its secret, and nothing for any other."""

from __future__ import annotations

import gzip
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.private.envelope import BLOCK, Press, opened, padded, seal
from site_builder.private.secret import Secret

SECRETS = st.binary(min_size=16, max_size=16).map(Secret)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
ONE = Secret(bytes(16))


@given(SECRETS, TEXTS, TEXTS)
def test_a_text_comes_out_as_it_went_in(secret: Secret, beginning: str, rest: str) -> None:
    assert opened(seal(Press(beginning).packed(rest), secret), secret) == beginning + rest


@given(SECRETS, SECRETS)
def test_another_secret_opens_nothing(one: Secret, other: Secret) -> None:
    assert one == other or opened(seal(Press().packed("x"), one), other) is None


def test_a_press_takes_up_the_same_beginning_again_and_again() -> None:
    press = Press("<style>a{}</style>")
    packed = [press.packed(f"<p>{number}</p>") for number in range(3)]
    assert [gzip.decompress(it).decode() for it in packed] == [f"<style>a{{}}</style><p>{it}</p>" for it in range(3)]
    assert press.packed("<p>0</p>") == packed[0]


def test_what_is_packed_has_no_date_in_it() -> None:
    assert Press().packed("x")[4:8] == bytes(4)


@given(st.binary(max_size=9000))
def test_padding_fills_blocks_and_says_where_it_begins(data: bytes) -> None:
    whole = padded(data)
    assert len(whole) % BLOCK == 0
    assert 1 <= len(whole) - len(data) <= BLOCK
    assert whole.rstrip(b"\0") == data + b"\x80"


def test_an_envelope_is_one_line_of_json_that_can_stand_in_a_page() -> None:
    envelope = seal(Press().packed("</script><!--"), ONE)
    assert list(json.loads(envelope)) == ["v", "id", "salt", "nonce", "ct"]
    assert not set(b"<>&\n") & set(envelope)


def test_salt_and_nonce_come_from_the_source_of_randomness_that_is_given() -> None:
    made = [seal(b"x", ONE, random=lambda length: b"r" * length) for _ in range(2)]
    assert made[0] == made[1]
    assert seal(b"x", ONE) != seal(b"x", ONE)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200)))
def test_no_text_upsets_the_reader(text: str | bytes) -> None:
    assert opened(text, ONE) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)


@given(st.fixed_dictionaries({}, optional={name: JSON for name in ("v", "id", "salt", "nonce", "ct", "more")}))
def test_no_table_upsets_the_reader(table: dict[str, object]) -> None:
    right = json.loads(seal(Press().packed("x"), ONE))
    assert opened(json.dumps(table), ONE) is None
    assert opened(json.dumps(right | table), ONE) in (None, "x")


@pytest.mark.parametrize("text", ["[" * 100_000, '{"v":' * 100_000, "9" * 10_000, '{"v":1e999}', '"\\ud800"'])
def test_json_that_is_made_to_hurt_is_refused(text: str) -> None:
    assert opened(text, ONE) is None


def test_a_body_of_100_kb_is_packed_and_sealed_in_a_few_milliseconds() -> None:
    press = Press("<style>a{}</style>")
    body = "".join(f"<article><h5>Task {number}</h5><p>Seen on day {number}</p></article>" for number in range(1700))
    started = time.perf_counter()
    for _ in range(20):
        seal(press.packed(body), ONE)
    # A third of this on the machine that it was written on; other work may go on beside it.
    assert (time.perf_counter() - started) / 20 < 0.012
