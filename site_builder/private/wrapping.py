"""A register of keys locked with a passphrase, for where it has to travel or to lie with others."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from site_builder.private.secret import Random

FORMAT = "continuum/keys/v1/wrapped"
# Fixed, so that no file can ask for years of work.
_COST = {"n": 1 << 15, "r": 8, "p": 1}


def wrapped(data: bytes, passphrase: str, *, random: Random = os.urandom) -> bytes:
    """The same data, locked: people choose passphrases, so guessing one is made slow."""
    salt, nonce = random(16), random(12)
    locked = AESGCM(_key(passphrase, salt)).encrypt(nonce, data, FORMAT.encode("ascii"))
    parts = {"salt": salt, "nonce": nonce, "ct": locked}
    texts = {name: b64encode(value).decode("ascii") for name, value in parts.items()}
    return json.dumps({"format": FORMAT, "kdf": "scrypt", **_COST, **texts}, indent=1).encode("ascii") + b"\n"


def is_wrapped(data: bytes) -> bool:
    """Whether this is locked with a passphrase."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, Mapping) and found.get("format") == FORMAT


def unwrapped(data: bytes, passphrase: str) -> bytes | None:
    """What was locked; None for another passphrase, or where a byte has changed."""
    try:
        found: Any = json.loads(data)
        if {name: found[name] for name in _COST} != _COST:
            return None
        salt, nonce, locked = (b64decode(found[name], validate=True) for name in ("salt", "nonce", "ct"))
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, locked, FORMAT.encode("ascii"))
    except (ValueError, KeyError, TypeError, RecursionError, InvalidTag):
        return None


def _key(passphrase: str, salt: bytes) -> bytes:
    # One passphrase, however the keyboard composes its letters.
    return Scrypt(salt=salt, length=32, **_COST).derive(normalize("NFKC", passphrase).encode("utf-8"))
