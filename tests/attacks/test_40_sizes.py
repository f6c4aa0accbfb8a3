"""Pages of every size: what can be seen of the size is blocks."""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64decode

import pytest
from playwright.sync_api import Browser

from site_builder.private.envelope import BLOCK, Press, opened, seal
from tests.private.browsing import OPEN, SECRET, alone, hosted, sealed, state
from tools.vectors import gzip

TAG = 16
FRAME = len(gzip(b""))


def blocks(envelope: bytes) -> int:
    """How many blocks an envelope's text has."""
    length = len(urlsafe_b64decode(json.loads(envelope)["ct"] + "==")) - TAG
    assert length % BLOCK == 0
    return length // BLOCK


@pytest.mark.parametrize("size", [0, 1, 100, 4072, 4073, 4095, 4096, 4097, 5_000_000])
def test_a_body_of_any_size_opens_and_is_seen_in_blocks(size: int) -> None:
    body = "x" * size
    envelope = seal(gzip(body.encode("ascii")), SECRET)
    assert opened(envelope, SECRET) == body
    assert blocks(envelope) == len(gzip(body.encode("ascii"))) // BLOCK + 1


@pytest.mark.parametrize(("size", "expected"), [(0, 1), (4094, 1), (4095, 1), (4096, 2), (4097, 2)])
def test_the_padding_is_at_least_one_byte_and_at_most_a_block(size: int, expected: int) -> None:
    assert blocks(seal(bytes(size), SECRET)) == expected


def test_a_child_who_has_done_little_and_one_who_has_done_more_look_alike() -> None:
    little, more = (Press().packed(f"<p>{'word ' * count}</p>") for count in (1, 300))
    assert len(little) != len(more)
    assert len(seal(little, SECRET)) == len(seal(more, SECRET))


@pytest.mark.browser
@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 5_000_000])
def test_a_browser_opens_a_body_of_any_size(size: int, browser: Browser) -> None:
    text = os.urandom(size // 2 + 1).hex()[:size]
    with hosted({"/": sealed(f"<main>{text}</main>")}) as host, alone(browser) as page:
        page.goto(f"{host.address}/#{SECRET.link}")
        assert state(page) == OPEN
        assert page.evaluate("document.querySelector('main:not(.shell)').textContent.length") == size
