"""The texts that can be read in bytes, whatever their encoding; also amid bytes that are no text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SMALL = 16 << 10
# Six letters in a row are seldom by chance, and no fewer than that are believed amid noise.
_ASCII = re.compile(rb"[\x20-\x7e]{6,}")
_LATIN = re.compile(rb"[\x20-\x7e\xc0-\xff]{8,}")
_UTF8 = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}")


@dataclass(frozen=True, slots=True)
class Legible:
    """A text, and whether it was picked out of bytes that are none."""

    text: str
    is_noise: bool = False


def legible(data: bytes, ascii_alone: bool = False) -> Iterator[Legible]:
    """The texts in these bytes; `ascii_alone` leaves out what only somebody with other letters in mind would need."""
    encoding = _MARKS.get(data[:2])
    text = data.decode(encoding, "replace") if encoding else _utf8(data)
    if text is not None:
        yield Legible(text)
        if not encoding and _CONTROL.search(data):  # UTF-16 without a mark, or a program's own table, may be UTF-8 too
            yield Legible(text.replace("\x00", ""), is_noise=True)
    elif not _CONTROL.search(data):
        yield Legible(data.decode("cp1252", "replace"))
        yield Legible(data.decode("ascii", "replace"), is_noise=True)
    else:
        yield from _amid_noise(data, ascii_alone)


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The last letter of a piece of a file may be cut in two.
        return data[: error.start].decode("utf-8-sig") if 0 < len(data) - error.start < 4 < len(data) else None


def _amid_noise(data: bytes, ascii_alone: bool) -> Iterator[Legible]:
    for view in (data, data[::2], data[1::2]):  # every other byte: UTF-16
        yield _joined(_ASCII, view, "ascii")
    if not ascii_alone:
        yield _joined(_LATIN, data, "latin-1")
        yield _joined(_UTF8, data, "utf-8")
    if len(data) <= _SMALL:
        for view in (data, data[1:]):
            yield Legible(view.decode("utf-16-le", "replace"), is_noise=True)
            yield Legible(view.decode("utf-16-be", "replace"), is_noise=True)


def _joined(run: re.Pattern[bytes], data: bytes, encoding: str) -> Legible:
    return Legible(b"\n".join(run.findall(data)).decode(encoding, "replace"), is_noise=True)
