"""Small recordings, made here byte by byte, with notes wherever a test wants them."""

from __future__ import annotations

import io
import struct
import wave
from collections.abc import Sequence

from tests.sources.media.pictures import SECRET

_MATRIX = struct.pack(">9I", 65536, 0, 0, 0, 65536, 0, 0, 0, 0x40000000)
_MADE_ON = 0xDDEEFF01


def wav(seconds: float = 0.5, rate: int = 8000) -> bytes:
    """A WAV recording of silence."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(bytes(int(seconds * rate) * 2))
    return out.getvalue()


def wav_chunk(name: bytes, content: bytes) -> bytes:
    """One chunk of a WAV file."""
    return name + struct.pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)


def mp3_frame(filling: bytes = b"", head: bytes = b"\xff\xfb\x90\xc4") -> bytes:
    """One frame of an MP3: 417 bytes that sound for 1152/44100 of a second."""
    return (head + bytes(32) + filling).ljust(417, b"\x55")


def id3(content: bytes = SECRET) -> bytes:
    """An ID3 tag as it stands before an MP3."""
    size = len(content)
    return b"ID3\x03\x00\x00" + bytes((size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127)) + content


def ape(content: bytes = SECRET) -> bytes:
    """An APE tag as it stands behind an MP3."""
    head = b"APETAGEX" + struct.pack("<III8x", 2000, len(content) + 32, 1)
    return head + content + head


def box(name: bytes, *contents: bytes) -> bytes:
    """A box of an MP4."""
    content = b"".join(contents)
    return struct.pack(">I4s", len(content) + 8, name) + content


def boxes_in(data: bytes) -> list[tuple[bytes, bytes]]:
    """The boxes side by side in these bytes."""
    found = []
    place = 0
    while place < len(data):
        size, name = struct.unpack_from(">I4s", data, place)
        found.append((name, data[place + 8 : place + size]))
        place += size
    return found


def box_at(data: bytes, *path: bytes) -> bytes:
    """The content of the first box at this path."""
    for name in path:
        data = next(content for found, content in boxes_in(data) if found == name)
    return data


def sound_description(*notes: bytes) -> bytes:
    """How the samples of a track are to be played, with more boxes than a player needs."""
    head = bytes(6) + struct.pack(">HHHIHHHHI", 1, 0, 0, 0, 1, 16, 0, 0, 8000 << 16)
    return box(b"mp4a", head, box(b"esds", bytes(4)), *notes)


def film_description(*notes: bytes) -> bytes:
    """The same for a film, with the name of the program that made it."""
    head = bytes(6) + struct.pack(">H16xHHIIIH", 1, 32, 16, 0x480000, 0x480000, 0, 1)
    return box(
        b"avc1", head, SECRET[:31].rjust(32, b"\x1f"), struct.pack(">HH", 24, 0xFFFF), box(b"avcC", b"\x01"), *notes
    )


def track(
    offsets: Sequence[int],
    sizes: Sequence[int],
    kind: bytes = b"soun",
    notes: bytes = b"",
    description: bytes = b"",
    wide: bool = False,
) -> bytes:
    """A track with one sample a chunk; `notes` stand in each of its boxes."""
    count = len(offsets)
    places = struct.pack(f">II{count}{'Q' if wide else 'I'}", 0, count, *offsets)
    table = box(
        b"stbl",
        box(b"stsd", struct.pack(">II", 0, 1), description or sound_description()),
        box(b"stts", struct.pack(">IIII", 0, 1, count, 1000)),
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1)),
        box(b"stsz", struct.pack(f">III{len(sizes)}I", 0, 0, len(sizes), *sizes)),
        box(b"co64" if wide else b"stco", places),
        notes,
    )
    header = box(b"mdhd", struct.pack(">IIIIIHH", 0, _MADE_ON, _MADE_ON, 8000, count * 1000, 0, 0))
    handler = box(b"hdlr", bytes(8), kind, bytes(12), SECRET, b"\x00")
    media = box(
        b"mdia", header, handler, box(b"minf", box(b"smhd", bytes(8)), box(b"dinf", notes), table, notes), notes
    )
    return box(b"trak", box(b"tkhd", struct.pack(">IIIII", 7, _MADE_ON, _MADE_ON, 1, 0), bytes(60)), media, notes)


def movie(*tracks: bytes, notes: bytes = b"", seconds: int = 2) -> bytes:
    """The box that says what is in a recording."""
    header = struct.pack(">IIIII", 0, _MADE_ON, _MADE_ON, 1000, seconds * 1000) + bytes(16) + _MATRIX + bytes(28)
    return box(b"moov", box(b"mvhd", header), *tracks, notes)


def m4a(
    samples: Sequence[bytes] = (b"one", b"three", b"five!"),
    notes: bytes = b"",
    brand: bytes = b"M4A ",
    wide: bool = False,
) -> bytes:
    """A recording whose samples stand in chunks of their own, words between them, the movie behind."""
    head = box(b"ftyp", brand, bytes(4), brand, b"isom") + notes
    offsets: list[int] = []
    held = b""
    for sample in samples:
        held += b"gap"
        offsets.append(len(head) + 8 + len(held))
        held += sample
    sizes = [len(sample) for sample in samples]
    return head + box(b"mdat", held) + movie(track(offsets, sizes, notes=notes, wide=wide), notes=notes) + notes


def secret_box() -> bytes:
    """A box with words in it that no player plays."""
    return box(b"udta", box(b"meta", bytes(4), SECRET)) + box(b"uuid", bytes(16), SECRET) + box(b"free", SECRET)
