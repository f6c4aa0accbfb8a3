"""What a file is, by its content and not by its name."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.sources.media.kind import NAMES, is_picture, is_recording, kind_of, name_of
from tests.sources.media.pictures import picture, saved
from tests.sources.media.sounds import box, id3, m4a, mp3_frame, wav


def archive(*names: str) -> bytes:
    """A ZIP file with these files in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "words" * 2000)
    return out.getvalue()


KINDS = {
    "png": saved(picture(), "PNG"),
    "jpeg": saved(picture(), "JPEG"),
    "webp": saved(picture(), "WEBP"),
    "gif": saved(picture(), "GIF"),
    "bmp": saved(picture(), "BMP"),
    "tiff": saved(picture(), "TIFF"),
    "heic": box(b"ftyp", b"heic", bytes(4)),
    "avif": box(b"ftyp", b"avif", bytes(4)),
    "svg": b'\xef\xbb\xbf<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg"/>',
    "html": b"  <!-- a -->\n<!DOCTYPE html><p>",
    "pdf": b"\n%PDF-1.7\n",
    "docx": archive("[Content_Types].xml", "word/document.xml"),
    "xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "pptx": archive("ppt/presentation.xml"),
    "odt": archive("mimetype.opendocument.text"),
    "zip": archive("a.txt"),
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "wav": wav(),
    "aiff": b"FORM\x00\x00\x00\x04AIFF",
    "mp3": mp3_frame() * 2,
    "m4a": m4a(),
    "mp4": m4a(brand=b"isom"),
    "mov": m4a(brand=b"qt  "),
    "aac": b"\xff\xf1\x50\x80\x01\x7f\xfc",
    "ogg": b"OggS\x00",
    "flac": b"fLaC\x00",
    "webm": b"\x1aE\xdf\xa3",
    "amr": b"#!AMR\n",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_known_by_its_content(kind: str) -> None:
    assert kind_of(KINDS[kind]) == kind


def test_every_kind_has_words_and_an_example() -> None:
    assert set(NAMES) == set(KINDS)
    assert all(name_of(kind).startswith(("a ", "an ")) for kind in KINDS)


def test_a_kind_that_nobody_knows_is_said_so() -> None:
    assert kind_of(b"just words") is None
    assert name_of(None) == "of a kind that this site does not know"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (id3() + mp3_frame(), "mp3"),
        (mp3_frame(), None),
        (b"\xff\xfb", None),
        (b'<SVG:svg xmlns:SVG="x">', "svg"),
        ('<svg xmlns="x"/>'.encode("utf-16"), None),
        (b"RIFF\x00\x00\x00\x00AVI ", None),
        (b"", None),
    ],
)
def test_the_edges_of_kinds(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize("name", ["a.png", "a.JPG", "b.c.jpeg", "a.webp", "a.gif"])
def test_a_name_can_promise_a_picture(name: str) -> None:
    assert is_picture(name)
    assert not is_recording(name)


@pytest.mark.parametrize("name", ["a.mp3", "a.M4A", "a.mp4", "a.wav"])
def test_a_name_can_promise_a_recording(name: str) -> None:
    assert is_recording(name)
    assert not is_picture(name)


@pytest.mark.parametrize("name", ["a.svg", "a.docx", "png", "a.png.exe", ""])
def test_a_name_can_promise_nothing(name: str) -> None:
    assert not is_picture(name)
    assert not is_recording(name)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_every_file_is_of_a_known_kind_or_of_none(data: bytes) -> None:
    assert kind_of(data) in {None, *NAMES}
