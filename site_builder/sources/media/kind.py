"""What a file is, by its content: a name can say anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from site_builder.sources.media.mp3 import starts_with_frames

NAMES: Mapping[str, str] = {
    "svg": "an SVG drawing",
    "html": "a web page",
    "pdf": "a PDF",
    "docx": "a Word document",
    "doc": "an old Office document",
    "xlsx": "an Excel workbook",
    "pptx": "a PowerPoint presentation",
    "odt": "an OpenDocument text",
    "zip": "a ZIP archive",
    "heic": "an HEIC photo",
    "avif": "an AVIF picture",
    "tiff": "a TIFF picture",
    "bmp": "a BMP picture",
    "mov": "a QuickTime film",
    "ogg": "an Ogg recording",
    "flac": "a FLAC recording",
    "webm": "a WebM film",
    "aiff": "an AIFF recording",
    "aac": "a bare AAC recording",
    "amr": "an AMR recording",
    "png": "a PNG picture",
    "jpeg": "a JPEG picture",
    "webp": "a WebP picture",
    "gif": "a GIF picture",
    "mp3": "an MP3 recording",
    "m4a": "an M4A recording",
    "mp4": "an MP4 film",
    "wav": "a WAV recording",
}

PICTURES = frozenset({"png", "jpg", "jpeg", "webp", "gif"})
RECORDINGS = frozenset({"mp3", "m4a", "mp4", "wav"})
_HEAD = 4096
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"\x1aE\xdf\xa3", "webm"),
    (b"#!AMR", "amr"),
    (b"ID3", "mp3"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"\xd0\xcf\x11\xe0", "doc"),
)
_RIFF = {b"WEBP": "webp", b"WAVE": "wav"}
_BRANDS = {
    b"M4A ": "m4a",
    b"M4B ": "m4a",
    b"qt  ": "mov",
    b"avif": "avif",
    b"avis": "avif",
    b"heic": "heic",
    b"heix": "heic",
    b"mif1": "heic",
    b"msf1": "heic",
    b"hevc": "heic",
}
_ZIPPED = {b"word/": "docx", b"xl/": "xlsx", b"ppt/": "pptx", b"opendocument.text": "odt"}
_SVG = re.compile(rb"<(?:\w+:)?svg[\s>]", re.IGNORECASE)
_TAGS = rb"!doctype html|html|head|body|script|iframe|meta|title|div|p|a|img"
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:" + _TAGS + rb")\b", re.IGNORECASE | re.DOTALL)


def kind_of(data: bytes) -> str | None:
    """The kind of a file ("png", "mp3", "docx" …), or None when nothing here knows it."""
    for look in _LOOKS:
        kind = look(data)
        if kind:
            return kind
    return None


def is_picture(file: str) -> bool:
    """Whether a file's name promises a picture."""
    return _ending(file) in PICTURES


def is_recording(file: str) -> bool:
    """Whether a file's name promises sound or film."""
    return _ending(file) in RECORDINGS


def name_of(kind: str | None) -> str:
    """A kind in words, with its article."""
    return NAMES.get(kind or "", "of a kind that this site does not know")


def _ending(file: str) -> str:
    return PurePosixPath(file).suffix.removeprefix(".").lower()


def _by_beginning(data: bytes) -> str | None:
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), None)


def _riff(data: bytes) -> str | None:
    return _RIFF.get(data[8:12]) if data[:4] == b"RIFF" else "aiff" if data[:4] == b"FORM" else None


def _film(data: bytes) -> str | None:
    return _BRANDS.get(data[8:12], "mp4") if data[4:8] == b"ftyp" else None


def _frames(data: bytes) -> str | None:
    if starts_with_frames(data):
        return "mp3"
    return "aac" if len(data) > 1 and data[0] == 0xFF and data[1] & 0xF6 == 0xF0 else None


def _zipped(data: bytes) -> str | None:
    if not data.startswith(b"PK\x03\x04"):
        return None
    # Names of the files within stand in the archive's directory at its end, and the first at its beginning.
    names = data[:_HEAD] + data[-65_536:]
    return next((kind for name, kind in _ZIPPED.items() if name in names), "zip")


def _written(data: bytes) -> str | None:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _HTML.match(head):
        return "html"
    return "svg" if head.lstrip().startswith(b"<") and _SVG.search(head) else None


_LOOKS: tuple[Callable[[bytes], str | None], ...] = (_by_beginning, _riff, _film, _zipped, _written, _frames)
