"""M4A and MP4: tracks written anew, without any box or byte that no player plays."""

from __future__ import annotations

import struct

import pytest

from site_builder.sources.media.boxes import boxes
from site_builder.sources.media.mp4 import only_tracks
from site_builder.sources.media.refusal import DamagedError
from tests.sources.media.pictures import SECRET
from tests.sources.media.sounds import (
    box,
    box_at,
    boxes_in,
    film_description,
    m4a,
    movie,
    secret_box,
    sound_description,
    track,
)

MADE_ON = bytes.fromhex("ddeeff01")
TABLE = (b"mdia", b"minf", b"stbl")


def samples(data: bytes, number: int = 0) -> list[bytes]:
    """What a player finds at the places that a track names."""
    table = b"".join(box(*it) for it in boxes_in(tracks(data)[number]))
    places, sizes = box_at(table, *TABLE, b"stco"), box_at(table, *TABLE, b"stsz")
    count = struct.unpack_from(">I", places, 4)[0]
    starts = struct.unpack_from(f">{count}I", places, 8)
    return [
        data[start : start + size]
        for start, size in zip(starts, struct.unpack_from(f">{count}I", sizes, 12), strict=True)
    ]


def tracks(data: bytes) -> list[bytes]:
    """The tracks of a recording."""
    return [content for name, content in boxes_in(box_at(data, b"moov")) if name == b"trak"]


def with_tracks(*kinds: bytes, description: bytes = b"") -> bytes:
    """A recording of four samples, in which its tracks take turns."""
    head = box(b"ftyp", b"isom", bytes(4))
    starts = [len(head) + 8 + 4 * number for number in range(4)]
    made = []
    for number, kind in enumerate(kinds):
        mine = starts[number :: len(kinds)]
        made.append(track(mine, [4] * len(mine), kind, description=description))
    return head + box(b"mdat", b"aaaabbbbccccdddd") + movie(*made)


def test_a_recording_keeps_its_samples_and_how_long_they_play() -> None:
    kept, seconds = only_tracks(m4a())
    assert samples(kept) == [b"one", b"three", b"five!"]
    assert seconds == 2.0
    assert [name for name, _ in boxes_in(kept)] == [b"ftyp", b"moov", b"mdat"]
    assert box_at(kept, b"mdat") == b"onethreefive!"


def test_every_other_box_is_left_out() -> None:
    assert only_tracks(m4a(notes=secret_box()))[0] == only_tracks(m4a())[0]


def test_names_and_days_are_left_out() -> None:
    data = m4a()
    assert SECRET in data
    assert MADE_ON in data
    kept, _ = only_tracks(data)
    assert SECRET not in kept
    assert MADE_ON not in kept


def test_a_header_with_long_dates_loses_them_too() -> None:
    long_header = struct.pack(">IQQIQ", 1 << 24, 0xDDEEFF01, 0xDDEEFF01, 1000, 3500) + bytes(80)
    head = box(b"ftyp", b"M4A ", bytes(4))
    made = box(b"moov", box(b"mvhd", long_header), track([len(head) + 8], [3]))
    kept, seconds = only_tracks(head + box(b"mdat", b"one") + made)
    assert MADE_ON not in kept
    assert seconds == 3.5


def test_places_of_eight_bytes_are_read() -> None:
    assert samples(only_tracks(m4a(wide=True))[0]) == [b"one", b"three", b"five!"]


def test_a_film_keeps_both_its_tracks_and_no_other() -> None:
    kept, _ = only_tracks(with_tracks(b"soun", b"meta", b"vide", b"text"))
    assert [samples(kept, number) for number in range(len(tracks(kept)))] == [[b"aaaa"], [b"cccc"]]
    assert box_at(kept, b"mdat") == b"aaaacccc"


@pytest.mark.parametrize(
    ("description", "kept"),
    [(sound_description(secret_box()), sound_description()), (film_description(secret_box()), None)],
    ids=["sound", "film"],
)
def test_nothing_is_noted_beside_how_samples_are_played(description: bytes, kept: bytes | None) -> None:
    data, _ = only_tracks(with_tracks(b"vide", description=description))
    made = box_at(tracks(data)[0], *TABLE, b"stsd")[8:]
    assert SECRET not in data
    assert len(made) == len(kept or film_description())
    assert kept in (None, made)


@pytest.mark.parametrize(("colour", "stays"), [(b"nclx" + bytes(7), True), (b"prof" + SECRET, False)])
def test_a_colour_profile_is_left_out_and_its_short_form_stays(colour: bytes, stays: bool) -> None:
    data, _ = only_tracks(with_tracks(b"vide", description=film_description(box(b"colr", colour))))
    assert (b"colr" in data) is stays


def test_several_samples_in_one_chunk_stay_together() -> None:
    head = box(b"ftyp", b"M4A ", bytes(4))
    made = track([len(head) + 8], [4, 4])
    made = made.replace(struct.pack(">IIIII", 0, 1, 1, 1, 1), struct.pack(">IIIII", 0, 1, 1, 2, 1))
    same = made.replace(struct.pack(">IIIII", 0, 0, 2, 4, 4), struct.pack(">IIIII", 0, 4, 2, 0, 0))
    for it in (made, same):
        assert box_at(only_tracks(head + box(b"mdat", b"aaaabbbbgone") + movie(it))[0], b"mdat") == b"aaaabbbb"


def test_a_box_may_say_its_length_in_eight_bytes_or_reach_to_the_end() -> None:
    long = struct.pack(">I4sQ", 1, b"mdat", 16 + 3) + b"one"
    head = box(b"ftyp", b"M4A ", bytes(4))
    made = movie(track([len(head) + 16], [3]))
    for data in (head + long + made, head + long + struct.pack(">I", 0) + made[4:]):
        assert samples(only_tracks(data)[0]) == [b"one"]


HEAD = box(b"ftyp", b"M4A ", bytes(4))


@pytest.mark.parametrize(
    "data",
    [
        HEAD + box(b"mdat", b"one"),
        HEAD + movie() + box(b"mdat", b"one"),
        HEAD + movie(track([20], [3])) + box(b"moof"),
        HEAD + movie(track([9_999_999], [3])),
        HEAD + movie(track([0] * 200, [100] * 200)),
        HEAD + movie(track([0], [3]).replace(b"stco\0\0\0\0\0\0\0\1", b"stco\0\0\0\0\0\0\0\x63")),
        HEAD + movie(track([0], [3]).replace(b"stsc", b"st??")),
        HEAD + movie(track([0], [3]).replace(b"stco", b"st??")),
        HEAD
        + movie(track([0], [3]).replace(struct.pack(">IIIII", 0, 1, 1, 1, 1), struct.pack(">IIIII", 0, 1, 2, 1, 1))),
        m4a()[:-20],
        HEAD[:4] + b"ftyp",
    ],
    ids=[
        "no movie",
        "no tracks",
        "in fragments",
        "samples beyond the end",
        "samples over each other",
        "a table longer than its box",
        "no chunks",
        "no places",
        "no first chunk",
        "broken off",
        "only a head",
    ],
)
def test_a_recording_that_does_not_hold_what_it_says_is_damaged(data: bytes) -> None:
    with pytest.raises((DamagedError, ValueError, struct.error)):
        only_tracks(data)


@pytest.mark.parametrize(
    "length", [struct.pack(">I4s", 2, b"free"), struct.pack(">I4s", 100, b"free"), b"\x00\x00\x00\x01free"]
)
def test_a_box_that_is_not_as_long_as_it_says_is_damaged(length: bytes) -> None:
    with pytest.raises(DamagedError):
        next(boxes(length + bytes(8)))
