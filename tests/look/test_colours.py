"""The colours of pages and levels keep the contrasts that they promise, computed again from the stylesheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest

from site_builder.look.colours import EARTH, RIVER, Ramp, colour, contrast, ink_on, places, plain_stylesheet, stylesheet
from site_builder.look.styles import shared_styles
from site_builder.resources import templates
from tests.site.continua import habits, learning

COUNTS = range(1, 13)
RAMPS = {
    f"{name}-{scheme}": ramp for name, both in (("river", RIVER), ("earth", EARTH)) for scheme, ramp in both.items()
}
SCHEMES = ("light", "dark-plain", "dark")
GROUNDS = ("ground", "card", "band", "voice")
TOKENS = {"ground": "md-default-bg-color", "ink": "md-default-fg-color"}
# How eyes without one kind of cones see linear light (Machado, Oliveira and Fernandes, 2009).
EYES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@cache
def tokens(scheme: str) -> Mapping[str, str]:
    """The colours that the stylesheet names, as they are in one scheme."""
    site = (templates() / "assets" / "continuum.css").read_text(encoding="utf-8")
    css = shared_styles().decode() + site
    blocks = re.findall(r"\{(color-scheme:(?:light|dark);[^}]*)\}", css)
    assert len(blocks) == len(SCHEMES)
    found = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})\b", blocks[SCHEMES.index(scheme)]))
    return {name: "#" + "".join(2 * digit for digit in it[1:]) if len(it) == 4 else it for name, it in found.items()}


def token(scheme: str, name: str) -> str:
    return tokens(scheme)[TOKENS.get(name, name)]


def levels(ramp: Ramp, count: int) -> list[str]:
    return [colour(ramp, place) for place in places(count)]


def linear(hex_colour: str) -> list[float]:
    parts = [int(hex_colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts]


def brightness(hex_colour: str, eye: str = "") -> float:
    """How bright a colour is to an eye, between 0 and 1."""
    light = linear(hex_colour)
    if eye:
        light = [sum(part * it for part, it in zip(row, light, strict=True)) for row in EYES[eye]]
    return sum(part * min(max(it, 0), 1) for part, it in zip((0.2126, 0.7152, 0.0722), light, strict=True))


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, worked out here by itself."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_texts_and_edges_stand_out_on_every_ground(scheme: str, ground: str) -> None:
    on = token(scheme, ground)
    assert ratio(token(scheme, "ink"), on) >= 7
    for name in ("soft", "link", "clay"):
        assert ratio(token(scheme, name), on) >= 4.5, name
    for name in ("edge", "mark-edge", "focus"):
        assert ratio(token(scheme, name), on) >= 3, name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_marked_can_be_read(scheme: str) -> None:
    assert ratio(token(scheme, "ink"), token(scheme, "mark")) >= 7
    assert ratio(token(scheme, "on-btn"), token(scheme, "link")) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_focus_is_seen_whatever_it_stands_on(scheme: str) -> None:
    assert ratio(token(scheme, "focus"), token(scheme, "halo")) >= 3


def test_the_two_ways_to_be_dark_are_the_same() -> None:
    assert tokens("dark") == tokens("dark-plain")


@pytest.mark.parametrize("ramp", RAMPS.values(), ids=RAMPS)
@pytest.mark.parametrize("count", COUNTS)
def test_the_mark_on_a_badge_can_be_read(ramp: Ramp, count: int) -> None:
    for ground in levels(ramp, count):
        ink = {"#000": "#000000", "#fff": "#ffffff"}[ink_on(ground)]
        assert ratio(ink, ground) >= 4.5, ground


@pytest.mark.parametrize("eye", ["", *EYES])
@pytest.mark.parametrize("ramp", RAMPS.values(), ids=RAMPS)
@pytest.mark.parametrize("count", COUNTS)
def test_levels_go_from_pale_to_deep_for_every_eye(ramp: Ramp, count: int, eye: str) -> None:
    seen = [brightness(it, eye) for it in levels(ramp, count)]
    is_light = ramp.lightness[0] > ramp.lightness[1]
    assert seen == sorted(seen, reverse=is_light)
    assert len(set(seen)) == count


@pytest.mark.parametrize("ramp", RAMPS.values(), ids=RAMPS)
def test_no_level_is_red_or_green(ramp: Ramp) -> None:
    river, earth = (195, 265), (50, 90)
    assert any(low <= min(ramp.hue) <= max(ramp.hue) <= high for low, high in (river, earth))


def test_black_on_white_is_the_strongest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#0b5680", "#fdfbf7") == pytest.approx(ratio("#0b5680", "#fdfbf7"))
    assert contrast("#777777", "#777777") == 1


def test_known_colours_come_out_as_they_should() -> None:
    assert colour(Ramp((1, 1), (0, 0), (0, 0)), 0) == "#ffffff"
    assert colour(Ramp((0.6279554, 0), (0.2576833, 0), (29.2338851, 0)), 0) == "#ff0000"
    assert colour(Ramp((0.4520137, 0), (0.3132143, 0), (264.0520209, 0)), 0) == "#0000ff"


def test_the_only_level_of_a_scale_stands_in_the_middle() -> None:
    assert places(1) == (0.5,)
    assert places(3) == (0, 0.5, 1)


def test_a_badge_grows_from_a_square_to_a_circle() -> None:
    radii = [float(it) for it in re.findall(r"--r:([\d.]+)%", stylesheet([learning(5)]))]
    assert (radii[0], radii[-1]) == (14, 50)
    assert radii == sorted(radii)


def test_each_scale_is_drawn_once_by_its_kind_and_length() -> None:
    css = stylesheet([learning(), learning(4), learning(3), habits()])
    assert [css.count(f"{family}{{--n:") for family in (".n4", ".n3", ".e3")] == [1, 1, 1]
    assert css.count("{") == css.count("}")


def test_pages_outside_the_theme_have_the_same_levels_light_and_dark() -> None:
    scales = [learning(), habits()]
    plain, site = plain_stylesheet(scales), stylesheet(scales)
    assert "slate" not in plain
    drawn = re.findall(r"(?<!slate\] )\.[en]\d+\.k\d+\{[^}]*\}", site)
    assert re.findall(r"\.[en]\d+\.k\d+\{[^}]*\}", plain) == drawn
    assert plain.count("{") == plain.count("}")


def test_outside_the_theme_the_reader_s_own_system_says_when_it_is_dark() -> None:
    light, dark = plain_stylesheet([learning()]).split("@media screen and (prefers-color-scheme:dark)")
    assert light.count(".n4.k4{") == dark.count(".plain .n4.k4{") == 1
    assert ".plain" not in light


def test_dark_colours_are_for_screens_alone() -> None:
    light, *dark = stylesheet([learning()]).split("@media screen")
    assert "slate" not in light
    assert len(dark) == 2
    assert all(part.count(".n4.k4{") == 1 for part in (light, *dark))
