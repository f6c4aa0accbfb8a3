"""The site's mark as square pictures, for home screens that take no drawings: three stones on paper."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO

from site_builder.site.manifest import INK, PAPER

SIZES = (192, 512)
# The drawing of favicon.svg, in units of its 24: corner, width and radius of each stone.
_STONES = ((2.5, 14.5, 6.3, 0.0), (8.7, 8.7, 6.6, 1.8), (14.8, 2.5, 7.0, 3.5))
# A device may cut away all but a circle of four fifths, so the stones stand well within.
_ROOM = 0.56
_FINE = 4
_TONES = 16


def icon_names() -> tuple[str, ...]:
    """The pictures that can be made here: none where nothing draws them."""
    return tuple(f"icon-{size}.png" for size in SIZES) if find_spec("PIL") else ()


def icon(name: str) -> bytes:
    """A picture by its name, as in icon-192.png."""
    from PIL import Image, ImageDraw

    size = int(name.removesuffix(".png").rpartition("-")[2])
    large = size * _FINE
    ink = Image.new("L", (large, large))
    draw = ImageDraw.Draw(ink)
    scale, edge = large * _ROOM / 24, large * (1 - _ROOM) / 2
    for x, y, width, radius in _STONES:
        left, top = edge + x * scale, edge + y * scale
        box = (left, top, left + width * scale, top + width * scale)
        draw.rounded_rectangle(box, radius * scale, fill=255)
    tones = ink.resize((size, size), Image.Resampling.BOX).point([it * (_TONES - 1) // 255 for it in range(256)])
    picture = Image.frombytes("P", tones.size, tones.tobytes())
    picture.putpalette([part for tone in range(_TONES) for part in _tone(tone / (_TONES - 1))])
    out = BytesIO()
    picture.save(out, "PNG", optimize=True, bits=4)
    return out.getvalue()


def _tone(share: float) -> tuple[int, int, int]:
    """The colour between paper and ink."""
    first, last = (tuple(bytes.fromhex(it.removeprefix("#"))) for it in (PAPER, INK))
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, last, strict=True))
    return red, green, blue
