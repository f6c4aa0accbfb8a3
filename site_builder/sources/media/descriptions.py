"""How the samples of an MP4 track are to be played: what a player asks for, and nothing noted beside it."""

from __future__ import annotations

import struct

from site_builder.sources.media.boxes import Box, boxes, packed

_FILM = frozenset({b"avc1", b"avc3", b"hvc1", b"hev1", b"av01", b"vp08", b"vp09", b"mp4v"})
_FILM_HEAD = 78
_PROGRAM = slice(42, 74)  # the name of the program that made the film
_SOUND_HEAD = 28
_LONGER = {1: 16, 2: 36}  # sound described as QuickTime does
_ASKED_FOR = frozenset({
    b"esds", b"wave", b"alac", b"dOps", b"dfLa", b"dac3", b"dec3",
    b"avcC", b"hvcC", b"vpcC", b"av1C", b"pasp", b"colr",
})  # fmt: skip


def plain_descriptions(content: bytes) -> bytes:
    """The descriptions of a track's samples without names, notes and colour profiles."""
    return content[:8] + b"".join(_plain(it) for it in boxes(content[8:]))


def _plain(description: Box) -> bytes:
    if description.name in _FILM:
        head = bytearray(description.content[:_FILM_HEAD])
        head[_PROGRAM] = bytes(32)
    else:
        version = struct.unpack_from(">H", description.content, 8)[0]
        head = bytearray(description.content[: _SOUND_HEAD + _LONGER.get(version, 0)])
    kept = (packed(it.name, it.content) for it in boxes(description.content[len(head) :]) if _is_asked_for(it))
    return packed(description.name, bytes(head), *kept)


def _is_asked_for(box: Box) -> bool:
    # A colour profile can carry a text; the short form has numbers alone.
    return box.name in _ASKED_FOR and (box.name != b"colr" or box.content[:4] in (b"nclx", b"nclc"))
