"""M4A and MP4: sound and picture tracks written anew, with no other box and no byte that these tracks do not play."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from site_builder.sources.media.boxes import Box, boxes, inner, packed
from site_builder.sources.media.descriptions import plain_descriptions
from site_builder.sources.media.refusal import DamagedError

# What a player needs. Everything else is left out: tags, places, covers, chapters, thumbnails, the name of a program.
_KEPT: Mapping[bytes, tuple[bytes, ...]] = {
    b"moov": (b"mvhd", b"trak"),
    b"trak": (b"tkhd", b"edts", b"mdia"),
    b"edts": (b"elst",),
    b"mdia": (b"mdhd", b"hdlr", b"minf"),
    b"minf": (b"smhd", b"vmhd", b"dinf", b"stbl"),
    b"stbl": (
        b"stsd",
        b"stts",
        b"stss",
        b"ctts",
        b"cslg",
        b"sdtp",
        b"sgpd",
        b"sbgp",
        b"stsc",
        b"stsz",
        b"stco",
        b"co64",
    ),
}
_PLAYED = (b"soun", b"vide")
_BRANDS = b"isomiso2mp41mp42"
_SAMPLES_IN_THIS_FILE = packed(b"dref", struct.pack(">II", 0, 1), packed(b"url ", struct.pack(">I", 1)))


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A run of samples in the old file, and the track it belongs to."""

    start: int
    size: int
    track: int
    number: int


def only_tracks(data: bytes) -> tuple[bytes, float]:
    """The recording with its sound and picture tracks alone, and how long it plays."""
    top = {box.name: box for box in boxes(data)}
    if b"moov" not in top or b"moof" in top:
        raise DamagedError("not one whole recording")
    movie = top[b"moov"].content
    tracks = [box.content for box in boxes(movie) if box.name == b"trak" and _handler(box.content) in _PLAYED]
    chunks = [chunk for number, track in enumerate(tracks) for chunk in _chunks(track, number)]
    chunks.sort(key=lambda chunk: chunk.start)
    reach = max((chunk.start + chunk.size for chunk in chunks), default=len(data) + 1)
    # Chunks that overlap could write a small file out as an endless one.
    if reach > len(data) or sum(chunk.size for chunk in chunks) > len(data):
        raise DamagedError("samples that are not in the file")
    first = packed(b"ftyp", top[b"ftyp"].content[:4], bytes(4), _BRANDS)
    # The table of places has the same length whatever is in it, so a first writing tells where the samples will begin.
    begin = len(first) + len(_movie(movie, tracks, chunks, 0)) + 8
    samples = packed(b"mdat", *(data[chunk.start : chunk.start + chunk.size] for chunk in chunks))
    return first + _movie(movie, tracks, chunks, begin) + samples, _seconds(inner(movie, b"mvhd"))


def _movie(movie: bytes, tracks: Sequence[bytes], chunks: Sequence[_Chunk], begin: int) -> bytes:
    places: list[dict[int, int]] = [{} for _ in tracks]
    for chunk in chunks:
        places[chunk.track][chunk.number] = begin
        begin += chunk.size
    tables = [[at[number] for number in sorted(at)] for at in places]
    written = (packed(b"trak", *_written(track, b"trak", table)) for track, table in zip(tracks, tables, strict=True))
    return packed(b"moov", _written_box(Box(b"mvhd", inner(movie, b"mvhd")), []), *written)


def _written(content: bytes, name: bytes, places: Sequence[int]) -> Iterator[bytes]:
    for box in boxes(content):
        if box.name in _KEPT[name]:
            yield _written_box(box, places)


def _written_box(box: Box, places: Sequence[int]) -> bytes:
    if box.name in _KEPT:
        return packed(box.name, *_written(box.content, box.name, places))
    if box.name in (b"stco", b"co64"):
        return packed(b"stco", struct.pack(f">II{len(places)}I", 0, len(places), *places))
    if box.name == b"stsd":
        return packed(box.name, plain_descriptions(box.content))
    if box.name in (b"mvhd", b"tkhd", b"mdhd"):
        return packed(box.name, _undated(box.content))
    if box.name == b"hdlr":
        return packed(box.name, bytes(8), box.content[8:12], bytes(13))
    return packed(b"dinf", _SAMPLES_IN_THIS_FILE) if box.name == b"dinf" else packed(box.name, box.content)


def _undated(content: bytes) -> bytes:
    """Without the day and time at which it was made."""
    dates = 16 if content[:1] == b"\x01" else 8
    return content[:4] + bytes(dates) + content[4 + dates :]


def _handler(track: bytes) -> bytes:
    return inner(track, b"mdia", b"hdlr")[8:12]


def _seconds(header: bytes) -> float:
    form, place = (">IQ", 20) if header[:1] == b"\x01" else (">II", 12)
    scale, duration = struct.unpack_from(form, header, place)
    return round(duration / scale, 3) if scale else 0.0


def _chunks(track: bytes, track_number: int) -> Iterator[_Chunk]:
    """Where the samples of a track lie in the old file."""
    table = inner(track, b"mdia", b"minf", b"stbl")
    starts = _starts(table)
    sizes = _chunk_sizes(table, len(starts))
    for number, (start, size) in enumerate(zip(starts, sizes, strict=True)):
        yield _Chunk(start, size, track_number, number)


def _starts(table: bytes) -> tuple[int, ...]:
    found = {box.name: box.content for box in boxes(table)}
    wide = b"co64" in found
    content = found.get(b"co64") or found.get(b"stco") or b""
    count = _count(content, 4, 8 if wide else 4)
    return struct.unpack_from(f">{count}{'Q' if wide else 'I'}", content, 8)


def _chunk_sizes(table: bytes, chunks: int) -> Iterator[int]:
    content = inner(table, b"stsz")
    same = struct.unpack_from(">I", content, 4)[0]
    count = 0 if same else _count(content, 8, 4)
    each = iter(struct.unpack_from(f">{count}I", content, 12))
    for samples in _samples_per_chunk(table, chunks):
        yield samples * same if same else sum(islice(each, samples))


def _samples_per_chunk(table: bytes, chunks: int) -> Iterator[int]:
    content = inner(table, b"stsc")
    runs = [struct.unpack_from(">II", content, 8 + 12 * run) for run in range(_count(content, 4, 12))]
    ends = [first for first, _ in runs[1:]] + [chunks + 1]
    for (first, samples), end in zip(runs, ends, strict=True):
        yield from (samples for _ in range(first, min(end, chunks + 1)))


def _count(content: bytes, place: int, width: int) -> int:
    """How many entries a table has: never more than its box can hold."""
    count: int = struct.unpack_from(">I", content, place)[0]
    if count * width > len(content) - place - 4:
        raise DamagedError("a table is longer than its box")
    return count
