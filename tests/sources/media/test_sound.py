"""Recordings made safe, whatever they are."""

from __future__ import annotations

import pytest

from site_builder.sources.media import Refusal, Sound, safe_sound
from tests.sources.media.pictures import SECRET, picture, saved
from tests.sources.media.sounds import box, id3, m4a, mp3_frame, secret_box, wav, wav_chunk

RECORDINGS = {
    ".mp3": id3() + mp3_frame() * 3,
    ".m4a": m4a(notes=secret_box()),
    ".mp4": m4a(notes=secret_box(), brand=b"isom"),
    ".wav": wav() + wav_chunk(b"LIST", SECRET),
}


@pytest.mark.parametrize("suffix", RECORDINGS)
def test_a_recording_is_kept_without_the_words_beside_it(suffix: str) -> None:
    data = RECORDINGS[suffix]
    made = safe_sound(data)
    assert isinstance(made, Sound)
    assert made.suffix == suffix
    assert made.seconds > 0
    assert SECRET in data
    assert SECRET not in made.data
    assert safe_sound(made.data) == made


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"OggS", "an Ogg recording"),
        (b"fLaC", "a FLAC recording"),
        (m4a(brand=b"qt  "), "a QuickTime film"),
        (saved(picture(), "PNG"), "a PNG picture"),
        (b"", "of a kind that this site does not know"),
    ],
)
def test_a_kind_that_pages_cannot_play_is_refused_in_words(data: bytes, words: str) -> None:
    made = safe_sound(data)
    assert isinstance(made, Refusal)
    assert made.code == "sound-kind"
    assert words in made.message
    assert "MP3" in made.hint


@pytest.mark.parametrize(
    "data", [id3(), box(b"ftyp", b"M4A "), b"RIFF\x00\x00\x00\x00WAVE", m4a()[:-9], m4a().replace(b"stco", b"free")]
)
def test_a_recording_that_was_never_finished_is_refused_in_words(data: bytes) -> None:
    made = safe_sound(data)
    assert isinstance(made, Refusal)
    assert made.code == "sound-damaged"
    assert "never finished" in made.message
