"""What a file holds, however it is packed."""

from __future__ import annotations

import base64
import gzip
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.private import haystack
from site_builder.private.haystack import Part, Unread, parts

TEXT = b"Noor Haddad was here"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A picture of nothing with these chunks."""
    body = b"".join(struct.pack(">I", len(data)) + kind + data + b"CRC " for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


def zipped(name: str = "a.txt", data: bytes = TEXT, comment: bytes = b"") -> bytes:
    """An archive of one file."""
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        archive.writestr(name, data)
    return sink.getvalue()


def jpeg(kind: int, data: bytes) -> bytes:
    """The beginning of a photo with one remark."""
    return b"\xff\xd8\xff" + bytes([kind]) + struct.pack(">H", len(data) + 2) + data + b"\xff\xda\x00\x02"


def riff(kind: bytes, data: bytes) -> bytes:
    """A WebP with one chunk."""
    return b"RIFF\x00\x00\x00\x00WEBP" + kind + struct.pack("<I", len(data)) + data


def found(data: bytes) -> list[str]:
    """Where the text stands."""
    return [it.where for it in parts(data) if isinstance(it, Part) and TEXT in it.data]


def unread(data: bytes) -> list[str]:
    """What could not be read, and why."""
    return [f"{it.where}: {it.why}" for it in parts(data) if isinstance(it, Unread)]


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (TEXT, ""),
        (gzip.compress(TEXT), "compressed"),
        (gzip.compress(b"first") + gzip.compress(TEXT), "compressed, part 2"),
        (zipped(), "entry 1 of the archive"),
        (zipped(TEXT.decode(), b""), "the name of entry 1 of the archive"),
        (zipped(comment=TEXT, data=b""), "the note of the archive"),
        (png((b"tEXt", b"Author\x00" + TEXT)), "tEXt of the picture"),
        (png((b"zTXt", b"Author\x00\x00" + zlib.compress(TEXT))), "zTXt of the picture"),
        (png((b"iTXt", b"A\x00\x01\x00en\x00B\x00" + zlib.compress(TEXT))), "iTXt of the picture"),
        (png((b"eXIf", b"II*\x00" + TEXT)), "eXIf of the picture"),
        (jpeg(0xE1, b"Exif\x00\x00" + TEXT), "what the picture says of itself"),
        (jpeg(0xFE, TEXT), "what the picture says of itself"),
        (riff(b"XMP ", TEXT), "what the picture or recording says of itself"),
        (b'<img src="data:text/plain;base64,' + base64.b64encode(TEXT) + b'">', "written as base64"),
        (b"x = '" + base64.urlsafe_b64encode(TEXT).rstrip(b"=") + b"'", "written as base64"),
    ],
)
def test_what_is_packed_is_found(data: bytes, where: str) -> None:
    assert where in found(data)


def test_three_times_packed_is_read_and_four_times_is_said() -> None:
    packed = gzip.compress(zipped("a.gz", gzip.compress(TEXT)))
    assert found(packed) == ["compressed, entry 1 of the archive, compressed"]
    assert unread(gzip.compress(packed)) == [
        "compressed, compressed, entry 1 of the archive: it is packed more than 3 times"
    ]


def test_what_stands_before_the_damage_is_read() -> None:
    whole = gzip.compress(TEXT + bytes(range(256)) * 40, compresslevel=0)
    assert "compressed" in found(whole[:4000])
    assert unread(whole[:4000]) == ["compressed: its end is missing"]
    stored = whole[:2000] + b"\xff" * 200 + whole[2000:-8] + b"\x00" * 8
    assert "compressed" in found(stored)
    assert unread(stored) == ["compressed: it is damaged"]


def test_a_bomb_is_unpacked_so_far_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(haystack, "LARGEST", 100_000)
    for bomb in (gzip.compress(bytes(10_000_000)), zipped(data=bytes(10_000_000))):
        assert max(len(it.data) for it in parts(bomb) if isinstance(it, Part)) <= 100_000
        assert unread(bomb)[0].endswith("it is too large when unpacked")


def test_a_damaged_archive_is_said() -> None:
    assert unread(zipped()[:40]) == ["the archive: it is damaged"]


def test_an_archive_with_a_password_is_said() -> None:
    data = bytearray(zipped())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1
    assert unread(bytes(data)) == ["entry 1 of the archive: it is damaged, or closed with a password"]


@pytest.mark.parametrize("begin", [b"\x1f\x8b\x08", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b""])
def test_no_bytes_stop_the_search(begin: bytes) -> None:
    @given(st.binary(max_size=300))
    def try_it(data: bytes) -> None:
        assert next(iter(list(parts(begin + data)))) == Part("", begin + data)

    run: Callable[[], None] = try_it
    run()
