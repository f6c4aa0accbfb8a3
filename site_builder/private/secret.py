"""A reader's secret: 16 random bytes, the address of the page and the keys that come of it."""

from __future__ import annotations

import os
import re
from base64 import b32encode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Random: TypeAlias = Callable[[int], bytes]
LENGTH = 16
LABEL = b"continuum/page/v1/"
# 16 bytes are 22 letters, of which the last stands for two bits: only four letters may stand there.
_LINK = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")
PAGE_ID = re.compile(r"[a-z2-7]{16}")


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens one reader's page; it never shows itself when it is printed."""

    value: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.value) != LENGTH:
            raise ValueError("a secret has 16 bytes")

    @property
    def link(self) -> str:
        """The 22 letters after # in the link."""
        return base64url(self.value).decode("ascii")

    @property
    def page_id(self) -> str:
        """The 16 letters that are the page's address: they say nothing about the secret, nor about whose it is."""
        return b32encode(_derived(self.value, None, b"id", 10)).decode("ascii").lower()

    def key(self, salt: bytes) -> bytes:
        """The key of one sealing."""
        return _derived(self.value, salt, b"content", 32)


def new_secret(random: Random = os.urandom) -> Secret:
    """A secret that nobody has had."""
    return Secret(random(LENGTH))


def read_link(text: str) -> Secret | None:
    """The secret at the end of a link, written exactly so; None for any other text."""
    return Secret(urlsafe_b64decode(f"{text}==")) if _LINK.fullmatch(text) else None


def link(site_url: str, secret: Secret) -> str:
    """The whole link to a reader's page below the address of the private site."""
    return f"{site_url.rstrip('/')}/p/{secret.page_id}/#{secret.link}"


def base64url(data: bytes) -> bytes:
    """Base64 in the letters of addresses, without padding."""
    return urlsafe_b64encode(data).rstrip(b"=")


def _derived(secret: bytes, salt: bytes | None, use: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=LABEL + use).derive(secret)
