"""The boxes that an MP4 file is made of."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.sources.media.refusal import DamagedError


@dataclass(frozen=True, slots=True)
class Box:
    """A named box and what is in it."""

    name: bytes
    content: bytes


def boxes(content: bytes) -> Iterator[Box]:
    """The boxes that stand side by side in `content`."""
    place = 0
    while place + 8 <= len(content):
        size, name = struct.unpack_from(">I4s", content, place)
        head = 8
        if size == 1:
            size, head = struct.unpack_from(">Q", content, place + 8)[0], 16
        elif size == 0:
            size = len(content) - place
        if size < head or place + size > len(content):
            raise DamagedError("a box is longer than what holds it")
        yield Box(name, content[place + head : place + size])
        place += size


def packed(name: bytes, *contents: bytes) -> bytes:
    """A box around these contents."""
    content = b"".join(contents)
    return struct.pack(">I4s", 8 + len(content), name) + content


def inner(content: bytes, *path: bytes) -> bytes:
    """What is in the box at the end of this path of names."""
    for name in path:
        found = next((box for box in boxes(content) if box.name == name), None)
        if found is None:
            raise DamagedError(f"there is no box {name!r}")
        content = found.content
    return content
