"""Any bytes at all are a safe picture or recording, or are refused: nothing is raised."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.sources.media import Picture, Refusal, Sound, kind_of, safe_image, safe_sound
from tests.fuzz.kept import EXAMPLES, crashers
from tests.sources.media.pictures import drawing_with_notes, opened, parts, photo_with_notes, picture, saved
from tests.sources.media.sounds import ape, id3, m4a, mp3_frame, secret_box, wav, wav_chunk

PICTURES = (
    drawing_with_notes(picture((12, 8))),
    photo_with_notes(picture((12, 8)), 6),
    saved(picture((12, 8), "P"), "GIF"),
    saved(picture((12, 8), "RGBA"), "WEBP", lossless=True),
    saved(picture((12, 8), "LA"), "PNG"),
    saved(picture((12, 8)), "PNG", save_all=True, append_images=[picture((12, 8))]),
)
RECORDINGS = (
    m4a(notes=secret_box()),
    m4a(wide=True, brand=b"isom"),
    id3() + mp3_frame() * 3 + ape(),
    wav(0.01) + wav_chunk(b"LIST", b"words"),
)
LEFT_OUT = {"e1", "e2", "ed", "fe", "tEXt", "zTXt", "iTXt", "iCCP", "eXIf", "ICCP", "EXIF", "XMP ", "?"}


@st.composite
def harmed(draw: st.DrawFn, files: tuple[bytes, ...]) -> bytes:
    """A file in which some bytes were changed, added or lost."""
    data = bytearray(draw(st.sampled_from(files)))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(data)))
        lost = draw(st.integers(0, 4) | st.integers(0, len(data)))
        data[place : place + lost] = draw(st.binary(max_size=8))
    return bytes(data)


@given(harmed(PICTURES) | harmed(RECORDINGS) | st.binary(max_size=200))
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_bytes_are_safe_or_refused(data: bytes) -> None:
    check(data)


def test_bytes_that_once_broke_a_reader_no_longer_do() -> None:
    for data in crashers("media").values():
        check(data)


def check(data: bytes) -> None:
    """Everything that must hold of a file."""
    image, sound = safe_image(data), safe_sound(data)
    for made in (image, sound):
        assert not isinstance(made, Refusal) or (made.message and made.hint)
    if isinstance(image, Picture):
        for version in image.versions:
            assert opened(version.data).size == (version.width, version.height)
            assert not set(parts(version.data)) & LEFT_OUT
    if isinstance(sound, Sound):
        assert sound.suffix == f".{kind_of(sound.data)}"
        assert sound.seconds >= 0
        assert len(sound.data) <= len(data) + 200
