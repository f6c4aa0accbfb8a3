"""A sealed text: packed, padded and encrypted so that only the holder of one secret can read it.

The format is described in docs/reference/private-page/README.md; what it is tested with lies beside it.
"""

from __future__ import annotations

import json
import os
import zlib
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from zlib_ng import zlib_ng

from site_builder.private.secret import LABEL, Random, Secret, base64url

VERSION = 1
BLOCK = 4096
_SALT = 16
_NONCE = 12
_GZIP = 31
_LEVEL = 7
_KEYS = {"v", "id", "salt", "nonce", "ct"}


class Press:
    """Packs texts that all begin alike: their beginning is packed once, and taken up again for each."""

    def __init__(self, beginning: str = "") -> None:
        # Smaller costs far more time, and faster far more bytes; a gzip of zlib's own has no date in it.
        self._start = zlib_ng.compressobj(_LEVEL, zlib_ng.DEFLATED, _GZIP)
        self._begun = self._start.compress(beginning.encode("utf-8"))

    def packed(self, rest: str = "") -> bytes:
        """The gzip of the beginning and the rest."""
        page: Any = self._start.copy()  # type: ignore[attr-defined]  # the library's stubs lack it
        return b"".join((self._begun, page.compress(rest.encode("utf-8")), page.flush()))


def seal(packed: bytes, secret: Secret, *, random: Random = os.urandom) -> bytes:
    """The envelope of a packed text, as JSON; no two are alike, even of the same text."""
    salt, nonce = random(_SALT), random(_NONCE)
    page_id = secret.page_id.encode("ascii")
    sealed = AESGCM(secret.key(salt)).encrypt(nonce, padded(packed), LABEL + page_id)
    parts = (page_id, base64url(salt), base64url(nonce), base64url(sealed))
    return b'{"v":1,"id":"%b","salt":"%b","nonce":"%b","ct":"%b"}' % parts


def opened(envelope: str | bytes, secret: Secret) -> str | None:
    """The text that an envelope holds for this secret; None for a wrong secret and for whatever else is wrong."""
    try:
        found = json.loads(envelope)
        salt, nonce, sealed = _parts(found, secret.page_id)
        unlocked = AESGCM(secret.key(salt)).decrypt(nonce, sealed, LABEL + secret.page_id.encode("ascii"))
        return _unpacked(_unpadded(unlocked)).decode("utf-8")
    except (ValueError, TypeError, RecursionError, InvalidTag, zlib.error):
        return None


def padded(packed: bytes) -> bytes:
    """With 0x80 and zeros up to whole blocks, so that the length says little."""
    return packed + b"\x80" + bytes(-(len(packed) + 1) % BLOCK)


def _parts(found: Any, page_id: str) -> tuple[bytes, bytes, bytes]:
    if not isinstance(found, Mapping) or found.keys() != _KEYS:
        raise ValueError("not an envelope")
    if found["v"] is True or found["v"] != VERSION or found["id"] != page_id:
        raise ValueError("another version or another page")
    salt, nonce, sealed = (_bytes(found[name]) for name in ("salt", "nonce", "ct"))
    if len(salt) != _SALT or len(nonce) != _NONCE:
        raise ValueError("a salt or nonce of another length")
    return salt, nonce, sealed


def _bytes(text: Any) -> bytes:
    """The bytes of a base64url text, which has to be the one way of writing them."""
    if not isinstance(text, str):
        raise ValueError("not a text")
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64url(data) != text.encode("ascii"):
        raise NotBase64("another way of writing it")
    return data


def _unpadded(unlocked: bytes) -> bytes:
    packed = unlocked.rstrip(b"\0")
    padding = len(unlocked) - len(packed) + 1
    if len(unlocked) % BLOCK or padding > BLOCK or not packed.endswith(b"\x80"):
        raise ValueError("not padded")
    return packed[:-1]


def _unpacked(packed: bytes) -> bytes:
    reader = zlib.decompressobj(_GZIP)
    data = reader.decompress(packed) + reader.flush()
    if not reader.eof or reader.unused_data:
        raise ValueError("not one gzip")
    return data
