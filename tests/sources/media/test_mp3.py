"""MP3 recordings: their frames, and nothing before, between or behind them."""

from __future__ import annotations

import pytest

from site_builder.sources.media.mp3 import starts_with_frames, without_tags
from site_builder.sources.media.refusal import DamagedError
from tests.sources.media.pictures import SECRET, photo_with_notes, picture
from tests.sources.media.sounds import ape, id3, mp3_frame

FRAMES = b"".join(mp3_frame(bytes([number])) for number in range(4))
OLD_TAG = b"TAG" + SECRET.ljust(125)
SUMMARY = mp3_frame(b"Xing" + bytes(100))
SECOND = 1152 / 44100


def test_frames_alone_stay_as_they_are() -> None:
    assert without_tags(FRAMES) == (FRAMES, round(4 * SECOND, 3))


@pytest.mark.parametrize(
    "data",
    [
        id3() + FRAMES,
        id3() + id3(b"") + bytes(300) + FRAMES,
        id3(photo_with_notes(picture())) + FRAMES,
        FRAMES + OLD_TAG,
        FRAMES + ape() + OLD_TAG,
        FRAMES + SECRET,
        SECRET + FRAMES,
        FRAMES + b"LYRICSBEGIN" + SECRET + b"LYRICS200" + OLD_TAG,
    ],
    ids=["ID3", "two ID3", "a cover", "ID3v1", "APE", "words behind", "words before", "lyrics"],
)
def test_tags_are_left_out(data: bytes) -> None:
    assert without_tags(data)[0] == FRAMES


def test_words_between_frames_are_left_out() -> None:
    half = FRAMES[: len(FRAMES) // 2]
    assert without_tags(half + id3() + SECRET + half)[0] == half * 2


def test_a_tag_with_a_footer_is_left_out_whole() -> None:
    tag = id3(FRAMES)
    assert without_tags(tag[:5] + b"\x10" + tag[6:] + SECRET[:10] + FRAMES)[0] == FRAMES


def test_a_frame_that_breaks_off_is_left_out() -> None:
    assert without_tags(FRAMES + mp3_frame()[:300])[0] == FRAMES


def test_a_summary_of_the_frames_stays_and_does_not_sound() -> None:
    assert without_tags(SUMMARY + FRAMES) == (SUMMARY + FRAMES, round(4 * SECOND, 3))


@pytest.mark.parametrize(
    ("head", "length", "seconds"),
    [
        (b"\xff\xfb\x90\xc4", 417, SECOND),
        (b"\xff\xfb\x92\xc4", 418, SECOND),
        (b"\xff\xf3\x84\xc4", 192, 576 / 24000),
        (b"\xff\xe3\x18\xc4", 72, 576 / 8000),
    ],
    ids=["44,100 Hz", "padded", "24,000 Hz", "8,000 Hz"],
)
def test_frames_of_every_rate_are_measured(head: bytes, length: int, seconds: float) -> None:
    frames = (head.ljust(length, b"\x01")) * 50
    assert without_tags(SECRET + frames + SECRET) == (frames, round(50 * seconds, 3))


@pytest.mark.parametrize(
    "head",
    [
        b"\xff\xeb\x90\xc4",
        b"\xff\xfd\x90\xc4",
        b"\xff\xfb\x00\xc4",
        b"\xff\xfb\xf0\xc4",
        b"\xff\xfb\x9c\xc4",
        b"\xfe\xfb\x90\xc4",
    ],
    ids=["unknown version", "layer 2", "free rate", "bad rate", "bad hertz", "no sync"],
)
def test_what_is_not_a_frame_is_none(head: bytes) -> None:
    assert not starts_with_frames(mp3_frame(head=head) * 3)


@pytest.mark.parametrize("data", [b"", id3(), mp3_frame(), SECRET * 100, b"ID3\x03\x00\x00\x7f\x7f\x7f\x7f" + FRAMES])
def test_a_file_without_frames_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        without_tags(data)
