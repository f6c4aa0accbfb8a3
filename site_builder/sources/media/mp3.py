"""MP3 recordings: the frames that sound, and nothing that stands before, between or behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.sources.media.refusal import DamagedError

_KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_SUMMARIES = (b"Xing", b"Info", b"VBRI")


@dataclass(frozen=True, slots=True)
class _Frame:
    """One frame: how many bytes it takes and how long it sounds; `voice` is what all frames of a recording share."""

    length: int
    seconds: float
    voice: tuple[int, int]


def without_tags(data: bytes) -> tuple[bytes, float]:
    """The recording's frames, and how long they sound."""
    frames = list(_frames(data))
    if not frames:
        raise DamagedError("no frame")
    sounding = [frame for start, frame in frames if not _is_summary(data[start : start + frame.length])]
    kept = b"".join(data[start : start + frame.length] for start, frame in frames)
    return kept, round(sum(frame.seconds for frame in sounding), 3)


def starts_with_frames(data: bytes) -> bool:
    """Whether a file begins with two frames of one recording."""
    return _is_confirmed(data, 0)


def _frames(data: bytes) -> Iterator[tuple[int, _Frame]]:
    place = 0
    voice: tuple[int, int] | None = None
    while place < len(data):
        frame = _frame(data, place)
        if frame and (frame.voice == voice or (voice is None and _is_confirmed(data, place))):
            voice = frame.voice
            yield place, frame
            place += frame.length
        else:
            voice = None
            place = _next_start(data, place)


def _next_start(data: bytes, place: int) -> int:
    """Past a tag that says its length, else to the next byte with which a frame could begin."""
    tag = _tag_length(data[place : place + 32])
    found = data.find(b"\xff", place + max(tag, 1)) if tag < 10 else place + tag
    return len(data) if found < 0 else found


def _tag_length(head: bytes) -> int:
    if head.startswith(b"ID3") and len(head) >= 10 and not any(byte & 0x80 for byte in head[6:10]):
        size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
        return 10 + size
    if head.startswith(b"APETAGEX") and len(head) == 32:
        return 32 + int.from_bytes(head[12:16], "little")
    return 128 if head.startswith(b"TAG") else 0


def _is_confirmed(data: bytes, place: int) -> bool:
    """A frame that another one of the same voice follows: four bytes alone can look like one by chance."""
    frame = _frame(data, place)
    following = _frame(data, place + frame.length) if frame else None
    return bool(frame and following and frame.voice == following.voice)


def _frame(data: bytes, place: int) -> _Frame | None:
    head = data[place : place + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return None
    version, bits, rate = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or bits in (0, 15) or rate == 3:
        return None
    kbits = (_KBITS_1 if version == 3 else _KBITS_2)[bits]
    hertz = _RATES[version][rate]
    samples = 1152 if version == 3 else 576
    length = samples // 8 * kbits * 1000 // hertz + (head[2] >> 1 & 1)
    return _Frame(length, samples / hertz, (version, hertz)) if place + length <= len(data) else None


def _is_summary(frame: bytes) -> bool:
    return any(name in frame[4:48] for name in _SUMMARIES)
