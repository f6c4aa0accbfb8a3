"""WAV recordings: how they sound and their samples, no other chunk."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from site_builder.sources.media.refusal import DamagedError

_LONGEST_FORMAT = 40


def only_samples(data: bytes) -> tuple[bytes, float]:
    """The recording with its format and samples alone, and how long it sounds."""
    chunks: dict[bytes, bytes] = {}
    for name, content in _chunks(data):
        chunks.setdefault(name, content)
    form, samples = chunks.get(b"fmt ", b"")[:_LONGEST_FORMAT], chunks.get(b"data", b"")
    if len(form) < 16 or not samples:
        raise DamagedError("no samples")
    rate = struct.unpack_from("<I", form, 8)[0]
    body = b"WAVE" + _chunk(b"fmt ", form) + _chunk(b"data", samples)
    return _chunk(b"RIFF", body), round(len(samples) / rate, 3) if rate else 0.0


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Chunks in order; a recorder that was switched off writes a length that is too long, or none."""
    place = 12
    end = struct.unpack_from("<I", data, 4)[0] + 8
    while place + 8 <= len(data):
        name, size = data[place : place + 4], struct.unpack_from("<I", data, place + 4)[0]
        was_switched_off = not place + 8 < end <= len(data)
        if name == b"data" and size == 0 and was_switched_off:
            size = len(data) - place - 8
        yield name, data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)
