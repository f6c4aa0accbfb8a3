"""Small pictures, some with notes in every place where a file can hide one."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

SECRET = b"Zoe Quill, 12 Mill Lane"


def picture(size: tuple[int, int] = (40, 20), mode: str = "RGB") -> Image.Image:
    """A picture whose four corners differ: two colours side by side, and a dark stripe along the top."""
    image = Image.new("RGB", size, (200, 40, 40))
    image.paste((40, 40, 200), (size[0] // 2, 0, *size))
    image.paste((0, 0, 0), (0, 0, size[0], size[1] // 4))
    return image.convert(mode)


def photo(size: tuple[int, int] = (64, 48)) -> Image.Image:
    """A picture of more colours than a drawing has."""
    channels = (Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L").rotate(90))
    return Image.merge("RGB", channels).resize(size)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """A file as a picture, all of it read."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def profile() -> bytes:
    """A colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def camera_notes(orientation: int = 1) -> bytes:
    """What a camera writes into a photo: which side is up, who took it, where, and a small copy of it."""
    thumbnail = saved(picture((8, 8)), "JPEG", comment=SECRET)
    where = struct.pack(">HHHI4sI", 1, 1, 2, 2, b"N", 0)
    artist = 8 + 2 + 3 * 12 + 4
    place = artist + len(SECRET) + 1
    second = place + len(where)
    small = second + 2 + 2 * 12 + 4
    first = struct.pack(">H", 3) + b"".join((
        struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0),
        struct.pack(">HHII", 0x013B, 2, len(SECRET) + 1, artist),
        struct.pack(">HHII", 0x8825, 4, 1, place),
        struct.pack(">I", second),
    ))  # fmt: skip
    copy = struct.pack(">HHHIIHHIII", 2, 0x0201, 4, 1, small, 0x0202, 4, 1, len(thumbnail), 0)
    return b"Exif\x00\x00MM\x00*" + struct.pack(">I", 8) + first + SECRET + b"\x00" + where + copy + thumbnail


def segment(marker: int, content: bytes) -> bytes:
    """One part of a JPEG file."""
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def photo_with_notes(image: Image.Image, orientation: int = 1) -> bytes:
    """A JPEG with camera notes, XMP, IPTC, a colour profile, a comment, and words behind its end."""
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>' + SECRET + b"</a></x:xmpmeta>"
    data = saved(image, "JPEG", quality=95, icc_profile=profile(), comment=SECRET)
    notes = (
        segment(0xE1, camera_notes(orientation)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + packet),
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(SECRET)) + SECRET),
    )
    return data[:2] + b"".join(notes) + data[2:] + SECRET


def drawing_with_notes(image: Image.Image) -> bytes:
    """A PNG with words in every kind of text chunk, camera notes, a colour profile, and words behind its end."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    notes.add_text("Comment", SECRET.decode(), zip=True)
    notes.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
    notes.add(b"tIME", b"\x07\xea\x05\x0c\x00\x00\x00")
    return saved(image, "PNG", pnginfo=notes, exif=camera_notes(), icc_profile=profile()) + SECRET


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that unpacks to a picture of this size."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )


def parts(data: bytes) -> list[str]:
    """What a picture's file consists of: segments of a JPEG, chunks of a PNG or WebP; `?` for anything behind."""
    read = _segments if data[:2] == b"\xff\xd8" else _png_chunks if data[:4] == b"\x89PNG" else riff_chunks
    return list(read(data))


def _segments(data: bytes) -> Iterator[str]:
    place = 2
    while data[place : place + 2] != b"\xff\xd9":
        marker, length = data[place + 1], struct.unpack_from(">H", data, place + 2)[0]
        yield f"{marker:02x}"
        place += 2 + length
        while marker == 0xDA and (data[place] != 0xFF or data[place + 1] == 0 or 0xD0 <= data[place + 1] <= 0xD7):
            place += 1
    if place + 2 != len(data):
        yield "?"


def _png_chunks(data: bytes) -> Iterator[str]:
    place = 8
    while place + 8 <= len(data):
        yield data[place + 4 : place + 8].decode("latin-1")
        place += 12 + int(struct.unpack_from(">I", data, place)[0])


def riff_chunks(data: bytes) -> Iterator[str]:
    """The names of the chunks of a WebP or WAV file."""
    assert struct.unpack_from("<I", data, 4)[0] + 8 == len(data)
    place = 12
    while place + 8 <= len(data):
        size = struct.unpack_from("<I", data, place + 4)[0]
        yield data[place : place + 4].decode("latin-1")
        place += 8 + size + size % 2
