"""WAV recordings: their format and samples, no other chunk."""

from __future__ import annotations

import io
import struct
import wave

import pytest

from site_builder.sources.media.refusal import DamagedError
from site_builder.sources.media.wav import only_samples
from tests.sources.media.pictures import SECRET, riff_chunks
from tests.sources.media.sounds import wav, wav_chunk

LIST = wav_chunk(b"LIST", b"INFOIART" + SECRET)
PLAIN = wav()
FORMAT, SAMPLES = PLAIN[12:36], PLAIN[36:]


def riff(*chunks: bytes) -> bytes:
    """A WAV file of these chunks."""
    content = b"WAVE" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content


def frames(data: bytes) -> int:
    """How many samples a player reads."""
    with wave.open(io.BytesIO(data)) as sound:
        return int(sound.getnframes())


def test_a_plain_recording_stays_as_it_is() -> None:
    assert only_samples(PLAIN) == (PLAIN, 0.5)


@pytest.mark.parametrize(
    "data",
    [
        riff(LIST, FORMAT, SAMPLES),
        riff(FORMAT, wav_chunk(b"bext", SECRET * 9), SAMPLES, LIST, wav_chunk(b"id3 ", SECRET)),
        riff(FORMAT, SAMPLES) + SECRET,
        riff(FORMAT, SAMPLES, FORMAT, wav_chunk(b"data", SECRET)),
    ],
    ids=["before", "between and behind", "after the end", "twice"],
)
def test_other_chunks_are_left_out(data: bytes) -> None:
    assert only_samples(data) == (PLAIN, 0.5)


def test_an_odd_number_of_bytes_is_filled_up() -> None:
    kept, _ = only_samples(riff(wav_chunk(b"abc ", b"x"), FORMAT, wav_chunk(b"data", b"123")))
    assert list(riff_chunks(kept)) == ["fmt ", "data"]
    assert len(kept) % 2 == 0


@pytest.mark.parametrize("length", [0, 0xFFFFFFFF, 100_000])
@pytest.mark.parametrize("whole", [0, 36, 0xFFFFFFFF])
def test_a_recorder_that_was_switched_off_left_a_recording_all_the_same(whole: int, length: int) -> None:
    data = b"RIFF" + struct.pack("<I", whole) + PLAIN[8:40] + struct.pack("<I", length) + PLAIN[44:]
    assert only_samples(data) == (PLAIN, 0.5)


def test_words_behind_a_recording_of_nothing_are_not_its_samples() -> None:
    with pytest.raises(DamagedError):
        only_samples(riff(FORMAT, wav_chunk(b"data", b""), LIST))


def test_a_long_format_is_cut_to_what_it_can_hold() -> None:
    kept, _ = only_samples(riff(wav_chunk(b"fmt ", FORMAT[8:24] + bytes(24) + SECRET), SAMPLES))
    assert SECRET not in kept
    assert list(riff_chunks(kept)) == ["fmt ", "data"]


def test_a_recording_without_a_rate_has_no_length() -> None:
    assert only_samples(riff(wav_chunk(b"fmt ", bytes(16)), SAMPLES))[1] == 0


@pytest.mark.parametrize(
    "data", [riff(), riff(SAMPLES), riff(FORMAT), riff(wav_chunk(b"fmt ", b"short"), SAMPLES), PLAIN[:30]]
)
def test_a_recording_without_format_or_samples_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        only_samples(data)


def test_what_is_kept_plays() -> None:
    assert frames(only_samples(riff(LIST, FORMAT, SAMPLES))[0]) == 4000
