"""A picture made safe to publish: its pixels alone, upright, in the sizes that a phone and a desk want."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.sources.media.kind import kind_of, name_of
from site_builder.sources.media.refusal import Refusal

_SHOWN = ("png", "jpeg", "webp", "gif")


@dataclass(frozen=True, slots=True)
class Version:
    """One file of a picture; `suffix` begins with a dot."""

    width: int
    height: int
    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True)
class Picture:
    """WebP files from narrow to wide, and last a JPEG or PNG for every browser; `note` says what was left out."""

    versions: tuple[Version, ...]
    note: str = ""


def safe_image(data: bytes) -> Picture | Refusal:
    """The picture's pixels as new files, or why it is not published; the same bytes give the same files."""
    kind = kind_of(data)
    if kind not in _SHOWN:
        hint = "take a screenshot of it, or save it as PNG" if kind == "svg" else "save it as JPEG or PNG"
        return Refusal("picture-kind", f"this file is {name_of(kind)}, not a picture that a page can show", hint)
    try:
        # Pillow is an extra: a school without pictures does not need it.
        from site_builder.sources.media import pixels
    except ImportError:
        return Refusal(
            "pictures-need-pillow",
            "pictures need a part that is not installed: Pillow",
            'run: pip install "transparent-continuum[images]"',
        )
    read = pixels.read(data, kind)
    if isinstance(read, Refusal):
        return read
    versions = tuple(Version(*version) for version in pixels.written(read.image))
    return Picture(versions, read.note)
