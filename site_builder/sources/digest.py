"""Short names for texts, by which a change is noticed."""

from __future__ import annotations

from hashlib import blake2b


def digest(*parts: str) -> str:
    """A short name for these texts together, the same wherever and whenever it is asked for."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_of_bytes(data: bytes) -> str:
    """A short name for these bytes."""
    return blake2b(data, digest_size=16).hexdigest()
