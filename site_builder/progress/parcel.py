"""What travels between machines, wrapped so that a disk, a log or a dashboard on its way shows nothing of it."""

from __future__ import annotations

import os
import pickle
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from site_builder.private.secret import Secret

_SALT, _NONCE = 16, 12
_LABEL = b"continuum/parcel/v1"


def wrapped(value: object, secret: Secret) -> bytes:
    """A value as bytes that say nothing to anybody without the secret."""
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    return salt + nonce + AESGCM(secret.key(salt)).encrypt(nonce, pickle.dumps(value), _LABEL)


def unwrapped(parcel: bytes, secret: Secret) -> Any:
    """The value again; it was wrapped with the same secret, and nobody else's bytes are ever taken for a value."""
    salt, nonce, rest = parcel[:_SALT], parcel[_SALT : _SALT + _NONCE], parcel[_SALT + _NONCE :]
    return pickle.loads(AESGCM(secret.key(salt)).decrypt(nonce, rest, _LABEL))  # noqa: S301
