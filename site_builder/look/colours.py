"""The colours and shapes of levels: one ramp from pale to deep, computed, never red to green.

In OKLCH (Björn Ottosson's space of even lightness) a level at place p between 0 and 1 has the lightness, chroma and hue
of its family there. Academic scales are a river, habits are earth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians, sin
from typing import TypeAlias

from site_builder.model import Scale

Range: TypeAlias = tuple[float, float]
# Colourfulness grows faster at the pale end, where the eye tells less apart.
_CHROMA_POWER = 0.8


@dataclass(frozen=True, slots=True)
class Ramp:
    """Lightness, chroma and hue at the first level and at the last."""

    lightness: Range
    chroma: Range
    hue: Range


RIVER = {
    "light": Ramp((0.945, 0.375), (0.022, 0.095), (200, 262)),
    "dark": Ramp((0.335, 0.885), (0.045, 0.075), (255, 205)),
}
EARTH = {
    "light": Ramp((0.945, 0.395), (0.030, 0.085), (88, 52)),
    "dark": Ramp((0.345, 0.885), (0.040, 0.075), (55, 85)),
}


def stylesheet(scales: Iterable[Scale]) -> str:
    """The part of the stylesheet that draws these scales' levels, light and dark."""
    scales = list(scales)
    slate = "".join(f"[data-md-color-scheme=slate] {rule}" for rule in _rules(scales, _dark))
    return f"{''.join(_rules(scales, _shapes))}@media screen{{{slate}}}{_plain(scales)}\n"


def plain_stylesheet(scales: Iterable[Scale]) -> str:
    """The same for pages that stand outside the theme."""
    scales = list(scales)
    return "".join(_rules(scales, _shapes)) + _plain(scales)


def _plain(scales: Iterable[Scale]) -> str:
    dark = "".join(f".plain {rule}" for rule in _rules(scales, _dark))
    return f"@media screen and (prefers-color-scheme:dark){{{dark}}}"


def _rules(scales: Iterable[Scale], draw: Callable[[bool, int], Iterator[str]]) -> list[str]:
    """The rules of each family of levels once."""
    families = sorted({(scale.is_habit, len(scale.levels)) for scale in scales})
    return [rule for is_habit, count in families for rule in draw(is_habit, count)]


def colour(ramp: Ramp, place: float) -> str:
    """The colour at a place of a ramp, as #rrggbb."""
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in _srgb(*_oklch(ramp, place)))


def ink_on(ground: str) -> str:
    """Black or white, whichever stands out more on this ground."""
    return "#000" if contrast("#000000", ground) >= contrast("#ffffff", ground) else "#fff"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def places(count: int) -> tuple[float, ...]:
    """Where the levels of a scale stand on its ramp; a single level stands in the middle."""
    return (0.5,) if count == 1 else tuple(number / (count - 1) for number in range(count))


def _shapes(is_habit: bool, count: int) -> Iterator[str]:
    ramp = (EARTH if is_habit else RIVER)["light"]
    yield f".{_family(is_habit, count)}{{--n:{count}}}"
    for number, place in enumerate(places(count), 1):
        # From a square to a circle: a level is known by its shape before its colour.
        yield f"{_level(is_habit, count, number)}{{--k:{number};--r:{14 + 36 * place:.4g}%;{_paint(ramp, place)}}}"


def _dark(is_habit: bool, count: int) -> Iterator[str]:
    ramp = (EARTH if is_habit else RIVER)["dark"]
    for number, place in enumerate(places(count), 1):
        yield f"{_level(is_habit, count, number)}{{{_paint(ramp, place)}}}"


def _family(is_habit: bool, count: int) -> str:
    return f"{'e' if is_habit else 'n'}{count}"


def _level(is_habit: bool, count: int, number: int) -> str:
    return f".{_family(is_habit, count)}.k{number}"


def _paint(ramp: Ramp, place: float) -> str:
    ground = colour(ramp, place)
    return f"--b:{ground};--o:{ink_on(ground)}"


def _oklch(ramp: Ramp, place: float) -> tuple[float, float, float]:
    return (
        _between(ramp.lightness, place),
        _between(ramp.chroma, place**_CHROMA_POWER),
        _between(ramp.hue, place),
    )


def _between(ends: Range, place: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * place


def _srgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _encoded(linear: float) -> float:
    linear = min(1.0, max(0.0, linear))
    return 12.92 * linear if linear <= 0.0031308 else float(1.055 * linear ** (1 / 2.4) - 0.055)


def _luminance(hex_colour: str) -> float:
    digits = hex_colour.removeprefix("#")
    red, green, blue = (_linear(int(digits[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(encoded: float) -> float:
    return encoded / 12.92 if encoded <= 0.04045 else float(((encoded + 0.055) / 1.055) ** 2.4)
