"""An envelope in which something has changed: every byte of it, and its length."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode

import pytest
from playwright.sync_api import Browser

from site_builder.private.envelope import Press, opened, seal
from site_builder.private.secret import base64url
from tests.private.browsing import MOULD, SECRET, WRONG, alone, hosted, state

BODY = "<p>Noor, who is invented, can say why.</p>"
ENVELOPE = seal(Press().packed(BODY), SECRET)
PARTS = json.loads(ENVELOPE)


def changed(name: str, data: bytes) -> str:
    """The envelope with other bytes in one of its parts."""
    return json.dumps(PARTS | {name: base64url(data).decode("ascii")})


def data_of(name: str) -> bytes:
    return urlsafe_b64decode(PARTS[name] + "==")


@pytest.mark.parametrize("name", ["salt", "nonce", "ct"])
def test_a_page_with_any_byte_changed_does_not_open(name: str) -> None:
    data = data_of(name)
    for place in range(len(data)):
        flipped = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        assert opened(changed(name, flipped), SECRET) is None, place


def test_a_page_with_any_letter_of_its_address_changed_does_not_open() -> None:
    for place, letter in enumerate(PARTS["id"]):
        other = "a" if letter != "a" else "b"
        id = PARTS["id"][:place] + other + PARTS["id"][place + 1 :]
        assert opened(json.dumps(PARTS | {"id": id}), SECRET) is None, place


@pytest.mark.parametrize("name", ["salt", "nonce", "ct"])
def test_a_page_cut_off_or_made_longer_does_not_open(name: str) -> None:
    data = data_of(name)
    for other in (b"", data[:1], data[:-1], data[1:], data[:-16], data + b"\0", data + bytes(16), data + bytes(4096)):
        assert opened(changed(name, other), SECRET) is None, len(other)


def test_an_envelope_cut_off_anywhere_does_not_open() -> None:
    for end in [*range(100), *range(100, len(ENVELOPE), 97)]:
        assert opened(ENVELOPE[:end], SECRET) is None, end


TAMPERED = {
    "salt": changed("salt", bytes(16)),
    "nonce": changed("nonce", bytes(12)),
    "text": changed("ct", bytes(4112)),
    "address": json.dumps(PARTS | {"id": "a" * 16}),
    "cut off": ENVELOPE[:200].decode("ascii"),
    "longer": ENVELOPE.decode("ascii") + "{}",
    "empty": "",
}


@pytest.mark.browser
@pytest.mark.parametrize("kind", TAMPERED)
def test_a_browser_says_the_same_of_each_and_shows_nothing(kind: str, browser: Browser) -> None:
    with hosted({"/": MOULD.page(TAMPERED[kind].encode("ascii"))}) as host, alone(browser) as page:
        page.goto(f"{host.address}/#{SECRET.link}")
        assert state(page) == WRONG
        assert page.locator("body > *").count() == 4, "the state, the shell and two scripts"
