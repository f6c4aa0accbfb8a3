"""Secrets: how they are written and read, and what comes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.private.secret import PAGE_ID, Secret, link, new_secret, read_link

SECRETS = st.binary(min_size=16, max_size=16).map(Secret)


@given(SECRETS)
def test_a_secret_is_read_as_it_is_written(secret: Secret) -> None:
    assert len(secret.link) == 22
    assert read_link(secret.link) == secret


@given(st.text(max_size=30))
def test_whatever_is_read_is_written_in_the_same_way(text: str) -> None:
    found = read_link(text)
    assert found is None or found.link == text


@given(SECRETS)
def test_an_address_is_sixteen_plain_letters(secret: Secret) -> None:
    assert PAGE_ID.fullmatch(secret.page_id)


def test_a_secret_does_not_show_itself_when_it_is_printed() -> None:
    assert repr(Secret(b"0123456789abcdef")) == "Secret()"


def test_a_secret_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        Secret(b"short")


def test_each_sealing_has_a_key_of_its_own() -> None:
    secret = new_secret()
    assert len({secret.key(bytes([number]) * 16) for number in range(9)}) == 9


def test_a_new_secret_is_what_the_source_of_randomness_gives() -> None:
    assert new_secret(lambda length: b"x" * length) == Secret(b"x" * 16)


@pytest.mark.parametrize("site", ["https://school.example/private", "https://school.example/private/"])
def test_a_link_leads_to_the_address_and_ends_with_the_secret(site: str) -> None:
    secret = Secret(bytes(16))
    assert link(site, secret) == f"https://school.example/private/p/{secret.page_id}/#{'A' * 22}"
