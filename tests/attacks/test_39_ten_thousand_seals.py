"""Many seals: nothing that has to be new is ever used again."""

from __future__ import annotations

import json

from site_builder.private.envelope import Press, seal
from site_builder.private.secret import new_secret
from tests.private.browsing import SECRET

MANY = 10_000


def test_of_ten_thousand_seals_no_salt_no_nonce_and_no_text_is_used_again() -> None:
    packed = Press().packed("<p>.</p>")
    found = [json.loads(seal(packed, SECRET)) for _ in range(MANY)]
    for name in ("salt", "nonce", "ct"):
        assert len({it[name] for it in found}) == MANY


def test_of_ten_thousand_secrets_no_two_are_alike_nor_have_one_address() -> None:
    secrets = [new_secret() for _ in range(MANY)]
    assert len({it.value for it in secrets}) == MANY
    assert len({it.page_id for it in secrets}) == MANY
