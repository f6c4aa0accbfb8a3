"""The pixels of a picture, read from a file nobody trusts and written to new ones."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from site_builder.sources.media.refusal import Refusal

_WIDTHS = (480, 960, 1600)
_MOST_PIXELS = 64_000_000
_LONGEST_SIDE = 16_000  # WebP ends at 16,383
_DAMAGED = Refusal(
    "picture-damaged",
    "this picture breaks off or is damaged, and cannot be shown",
    "open it, and save it again as JPEG or PNG",
)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture upright and in sRGB, with or without transparency; `note` says what was left out."""

    image: Image.Image
    note: str = ""


def read(data: bytes, kind: str) -> Pixels | Refusal:
    """The pixels of a file of this kind; its size is judged before anything is unpacked."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=[kind.upper()]) as opened:
                return _too_large(*opened.size) or _pixels(opened, kind)
    except Image.DecompressionBombError:
        return _large(f"more than {_MOST_PIXELS // 1_000_000} million pixels large")
    except Exception:  # The decoders raise whatever a damaged file makes them stumble over.
        return _DAMAGED


def written(image: Image.Image) -> Iterator[tuple[int, int, bytes, str]]:
    """Width, height, bytes and suffix of each file: WebP in each width, then one for every browser."""
    sized = image
    for width in sorted({min(width, image.width) for width in _WIDTHS}):
        sized = _resized(image, width)
        yield sized.width, sized.height, _saved(sized, "WEBP", quality=80, method=4), ".webp"
    if image.mode == "RGBA" or image.getcolors(256):
        yield sized.width, sized.height, _saved(sized, "PNG", optimize=True), ".png"
    else:
        yield sized.width, sized.height, _saved(sized, "JPEG", quality=85, optimize=True, progressive=True), ".jpg"


def _too_large(width: int, height: int) -> Refusal | None:
    if width * height <= _MOST_PIXELS and max(width, height) <= _LONGEST_SIDE:
        return None
    return _large(f"{width:,} by {height:,} pixels large")


def _large(size: str) -> Refusal:
    hint = "make it smaller: 2,000 pixels on its longer side are plenty"
    return Refusal("picture-large", f"this picture is {size}, more than can be opened safely", hint)


def _pixels(opened: Image.Image, kind: str) -> Pixels:
    moves = kind != "jpeg" and getattr(opened, "is_animated", False)
    profile = opened.info.get("icc_profile", b"")
    colours = _in_srgb(_eight_bits(_upright(opened)), profile)
    # Painting onto new paper leaves everything behind that is not a pixel, also colours under what was rubbed out.
    paper = Image.new(colours.mode, colours.size)
    paper.paste(colours, mask=_seen(colours))
    return Pixels(paper, "it moves; only its first picture is shown" if moves else "")


def _upright(opened: Image.Image) -> Image.Image:
    opened.load()
    try:
        return ImageOps.exif_transpose(opened)
    except Exception:  # Notes that cannot be read do not say which side is up.
        return opened


def _seen(image: Image.Image) -> Image.Image | None:
    return image.getchannel("A").point(lambda alpha: 255 if alpha else 0) if image.mode == "RGBA" else None


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("RGB", "RGBA", "CMYK", "L"):
        return image if "transparency" not in image.info else image.convert("RGBA")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Colours as browsers understand them, whatever the file's profile was; transparency only where there is some."""
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        opaque = _in_srgb(image.convert("RGB"), profile)
        if alpha.getextrema() != (255, 255):
            opaque.putalpha(alpha)
        return opaque
    if profile:
        try:
            own, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, own, srgb, outputMode="RGB") or image.convert("RGB")
        except (ImageCms.PyCMSError, OSError):
            return image.convert("RGB")
    return image.convert("RGB")


def _resized(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image if width == image.width else image.resize((width, height), Image.Resampling.LANCZOS)


def _saved(image: Image.Image, kind: str, **options: int) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
