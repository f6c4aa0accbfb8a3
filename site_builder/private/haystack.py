"""What a file holds, however it is packed: itself, what is compressed or archived in it, what is written as base64."""

from __future__ import annotations

import binascii
import re
import zlib
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias
from zipfile import BadZipFile, ZipFile, ZipInfo

DEEPEST = 3
LARGEST = 64 << 20
_ROOM = 256 << 20
_GZIP, _ZIP, _PNG, _JPEG = b"\x1f\x8b\x08", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PACKED = (_GZIP, _ZIP, _PNG, _JPEG, b"RIFF")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_SPARE = 4096


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes to be searched, and where in the file they are, in words; empty for the file itself."""

    where: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """Something within a file that could not be searched, and why."""

    where: str
    why: str


@dataclass(slots=True)
class _Room:
    left: int = _ROOM


_Inner: TypeAlias = tuple[str, bytes] | Unread


def parts(data: bytes) -> Iterator[Part | Unread]:
    """The bytes themselves and everything packed in them, up to three times within each other."""
    return _parts(data, "", 0, _Room())


def _parts(data: bytes, where: str, depth: int, room: _Room) -> Iterator[Part | Unread]:
    yield Part(where, data)
    if depth == DEEPEST:
        if data.startswith((_GZIP, _ZIP)):
            yield Unread(where, f"it is packed more than {DEEPEST} times")
        return
    for it in _inside(data, room):
        if isinstance(it, Unread):
            yield Unread(_within(where, it.where), it.why)
        else:
            yield from _parts(it[1], _within(where, it[0]), depth + 1, room)


def _within(where: str, inner: str) -> str:
    return f"{where}, {inner}" if where else inner


def _inside(data: bytes, room: _Room) -> Iterator[_Inner]:
    if data.startswith(_GZIP):
        yield from _gzip(data, room)
    elif data.startswith(_ZIP):
        yield from _zip(data, room)
    elif data.startswith(_PNG):
        yield from _png(data, room)
    elif data.startswith(_JPEG):
        yield from _jpeg(data)
    elif data.startswith(b"RIFF"):
        yield from _riff(data)
    else:
        yield from _base64(data)


def _gzip(data: bytes, room: _Room) -> Iterator[_Inner]:
    number = 0
    while data.startswith(_GZIP):
        number += 1
        where = "compressed" if number == 1 else f"compressed, part {number}"
        said, data = _inflated(data, 31, where, room)
        yield from said


def _inflated(data: bytes, window: int, where: str, room: _Room) -> tuple[list[_Inner], bytes]:
    """What compressed data holds as far as it can be read, and the bytes after it."""
    press = zlib.decompressobj(window)
    most = max(1, min(LARGEST, room.left))
    try:
        inner = press.decompress(data, most)
    except zlib.error:
        return [*_salvaged(data, window, most, where), Unread(where, "it is damaged")], b""
    room.left -= len(inner)
    if press.eof:
        return [(where, inner)], press.unused_data
    why = "it is too large when unpacked" if len(inner) == most else "its end is missing"
    return [(where, inner), Unread(where, why)], b""


def _salvaged(data: bytes, window: int, most: int, where: str) -> Iterator[_Inner]:
    """What stands before the damage: fed in small pieces, so that no more than one of them is lost."""
    press, found = zlib.decompressobj(window), bytearray()
    try:
        for at in range(0, len(data), 64):
            found += press.decompress(data[at : at + 64], max(1, most - len(found)))
    except zlib.error:
        pass
    if found:
        yield where, bytes(found)


def _zip(data: bytes, room: _Room) -> Iterator[_Inner]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            yield "the note of the archive", archive.comment
            for number, entry in enumerate(archive.infolist(), start=1):
                yield from _entry(archive, entry, f"entry {number} of the archive", room)
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        yield Unread("the archive", "it is damaged")


def _entry(archive: ZipFile, entry: ZipInfo, where: str, room: _Room) -> Iterator[_Inner]:
    yield f"the name of {where}", entry.filename.encode("utf-8", "replace") + b"\n" + entry.comment
    most = max(1, min(LARGEST, room.left))
    try:
        with archive.open(entry) as source:
            inner = source.read(most)
            rest = source.read(1)
    except (BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        yield Unread(where, "it is damaged, or closed with a password")
        return
    room.left -= len(inner)
    yield where, inner
    if rest:
        yield Unread(where, "it is too large when unpacked")


def _png(data: bytes, room: _Room) -> Iterator[_Inner]:
    at = len(_PNG)
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP"):
            yield from _chunk(kind.decode("ascii"), body, room)
        at += length + 12


def _chunk(kind: str, body: bytes, room: _Room) -> Iterator[_Inner]:
    where = f"{kind} of the picture"
    yield where, body
    if kind in ("tEXt", "eXIf"):
        return
    # Where the compressed text begins depends on the kind and on texts before it; so each NUL is tried.
    for found in re.finditer(rb"\x00(?=[\x08\x18\x28\x38\x48\x58\x68\x78][\x01\x5e\x9c\xda])", body[:_SPARE]):
        yield from _inflated(body[found.end() :], 15, where, room)[0]


def _jpeg(data: bytes) -> Iterator[_Inner]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xE0 <= kind <= 0xEF or kind == 0xFE:
            yield "what the picture says of itself", data[at + 4 : at + 2 + length]
        at += 2 + max(2, length)


def _riff(data: bytes) -> Iterator[_Inner]:
    at = 12
    while at + 8 <= len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind in (b"EXIF", b"XMP ", b"ICCP", b"LIST"):
            yield "what the picture or recording says of itself", data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _base64(data: bytes) -> Iterator[_Inner]:
    seen: set[bytes] = set()
    for found in _BASE64.finditer(data):
        run = found[0]
        is_named = data[max(0, found.start() - 7) : found.start()] == b"base64,"
        if run not in seen and (is_named or run != run.lower()):
            seen.add(run)
            inner = _decoded(run)
            if inner and (is_named or inner.startswith(_PACKED) or _is_text(inner)):
                yield "written as base64", inner


def _decoded(run: bytes) -> bytes:
    run = run.rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
    try:
        return b64decode(run[: len(run) - (len(run) % 4 == 1)] + b"==")
    except binascii.Error:
        return b""


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not _CONTROL.search(data)
