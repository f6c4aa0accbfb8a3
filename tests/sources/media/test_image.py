"""Pictures made safe: their pixels alone, upright, in the sizes that readers need."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from PIL import Image

from site_builder.sources.media import Picture, Refusal, safe_image
from tests.sources.media.pictures import (
    SECRET,
    bomb,
    camera_notes,
    drawing_with_notes,
    opened,
    parts,
    photo,
    photo_with_notes,
    picture,
    profile,
    saved,
)

PIXELS_ONLY = {
    ".jpg": {"e0", "db", "c0", "c2", "c4", "da"},
    ".png": {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"},
    ".webp": {"VP8 ", "VP8L", "VP8X", "ALPH"},
}
NOTED = {
    "photo": photo_with_notes(photo()),
    "drawing in a photo": photo_with_notes(picture()),
    "drawing": drawing_with_notes(photo()),
    "clear drawing": drawing_with_notes(Image.new("RGBA", (9, 9), (1, 2, 3, 99))),
    "webp": saved(photo(), "WEBP", exif=camera_notes(), xmp=SECRET, icc_profile=profile()),
    "gif": saved(picture(), "GIF", comment=SECRET),
    "cmyk": photo_with_notes(photo().convert("CMYK")),
}
# How a camera lays a picture down that is held in one of the eight ways.
LAID_DOWN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def shown(data: bytes) -> Picture:
    """The picture, which is not refused."""
    made = safe_image(data)
    assert isinstance(made, Picture), made
    return made


def last(data: bytes) -> Image.Image:
    """The file for every browser."""
    return opened(shown(data).versions[-1].data)


@pytest.mark.parametrize("data", NOTED.values(), ids=NOTED)
def test_a_picture_keeps_its_pixels_and_nothing_else(data: bytes) -> None:
    assert SECRET in data or b"zTXt" in data
    for version in shown(data).versions:
        assert set(parts(version.data)) <= PIXELS_ONLY[version.suffix]
        assert SECRET not in version.data
        assert not set(opened(version.data).info) & {"exif", "xmp", "icc_profile", "comment", "photoshop"}


@pytest.mark.parametrize("orientation", LAID_DOWN)
@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG"])
def test_a_picture_stands_upright(kind: str, orientation: int) -> None:
    laid_down = picture().transpose(LAID_DOWN[orientation])
    upright = last(saved(laid_down, kind, exif=camera_notes(orientation), quality=100, subsampling=0, lossless=True))
    assert upright.size == (40, 20)
    for spot in ((2, 2), (2, 17), (37, 17)):
        assert upright.getpixel(spot) == pytest.approx(picture().getpixel(spot), abs=12)


@pytest.mark.parametrize(
    "notes", [b"Exif\x00\x00nothing", camera_notes(6)[:20], b"Exif\x00\x00II*\x00\xff\xff\xff\xff"]
)
def test_a_picture_with_damaged_notes_is_shown_as_it_lies(notes: bytes) -> None:
    made = last(saved(picture(), "WEBP", exif=notes, lossless=True))
    assert made.size == (40, 20)
    assert made.getpixel((0, 19)) == (200, 40, 40)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(2, [2]), (480, [480]), (500, [480, 500]), (960, [480, 960]), (1000, [480, 960, 1000]), (3000, [480, 960, 1600])],
)
def test_a_picture_comes_in_the_widths_that_screens_have(width: int, widths: list[int]) -> None:
    versions = shown(saved(photo((width, 30)), "JPEG")).versions
    assert [it.width for it in versions] == [*widths, widths[-1]]
    assert {it.suffix for it in versions[:-1]} == {".webp"}
    assert all(opened(it.data).size == (it.width, it.height) for it in versions)
    assert all(one.height <= other.height for one, other in pairwise(versions))


def test_a_drawing_of_few_colours_stays_sharp() -> None:
    assert shown(saved(picture(), "PNG")).versions[-1].suffix == ".png"
    assert last(saved(picture(), "PNG")).getpixel((0, 19)) == (200, 40, 40)
    assert shown(saved(photo(), "PNG")).versions[-1].suffix == ".jpg"


def test_a_picture_that_is_clear_in_places_stays_clear() -> None:
    image = photo().convert("RGBA")
    image.putpixel((3, 3), (9, 8, 7, 100))
    made = shown(saved(image, "PNG"))
    assert made.versions[-1].suffix == ".png"
    assert opened(made.versions[-1].data).getpixel((3, 3)) == (9, 8, 7, 100)
    assert opened(made.versions[0].data).mode == "RGBA"


def test_a_colour_that_stands_for_nothing_is_clear() -> None:
    made = last(saved(picture(), "PNG", transparency=(200, 40, 40)))
    assert made.getpixel((0, 19)) == (0, 0, 0, 0)
    assert made.getpixel((39, 19)) == (40, 40, 200, 255)


def test_a_photo_without_clear_places_is_a_jpeg_whatever_it_was() -> None:
    assert shown(saved(photo().convert("RGBA"), "PNG")).versions[-1].suffix == ".jpg"


def test_what_was_rubbed_out_cannot_be_brought_back() -> None:
    image = Image.new("RGBA", (60, 40), (250, 250, 250, 255))
    image.paste((200, 10, 10, 0), (10, 10, 50, 30))
    for version in shown(saved(image, "PNG")).versions:
        channels = opened(version.data).convert("RGBA").getpixel((30, 20))
        assert isinstance(channels, tuple)
        assert channels[3] == 0
        assert channels[0] == channels[1] == channels[2]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_a_picture_of_any_depth_shows_its_greys(mode: str) -> None:
    grey = Image.linear_gradient("L")
    image = grey.convert("I").point(lambda value: value * 257).convert("I;16") if mode == "I;16" else grey.convert(mode)
    upright = last(saved(image, "PNG")).convert("L")
    assert [upright.getpixel((0, place)) for place in (0, 255)] == [0, 255]
    assert mode == "1" or upright.getpixel((0, 128)) == 128


def test_a_picture_for_printing_is_shown_in_its_colours() -> None:
    upright = last(saved(picture().convert("CMYK"), "JPEG", quality=95))
    assert upright.mode == "RGB"
    assert upright.getpixel((5, 15)) == pytest.approx((200, 40, 40), abs=25)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_of_another_profile_become_those_of_browsers(mode: str) -> None:
    swapped = profile().replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    image = Image.new(mode, (4, 4), (200, 40, 40))
    plain, other = (
        last(saved(image, "PNG", icc_profile=it)).convert("RGB").getpixel((0, 0)) for it in (profile(), swapped)
    )
    assert plain == pytest.approx((200, 40, 40), abs=2)
    assert other == pytest.approx((40, 40, 200), abs=60)


def test_a_damaged_profile_is_not_asked() -> None:
    assert last(saved(picture(), "PNG", icc_profile=b"no profile")).getpixel((0, 19)) == (200, 40, 40)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_picture_that_moves_the_first_one_is_shown_and_that_is_said(kind: str) -> None:
    data = saved(picture(), kind, save_all=True, append_images=[picture().rotate(180)])
    made = shown(data)
    assert made.note == "it moves; only its first picture is shown"
    assert opened(made.versions[-1].data).getpixel((5, 15)) == pytest.approx((200, 40, 40), abs=40)
    assert shown(saved(picture(), kind)).note == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bomb(50_000, 50_000), "million pixels"),
        (bomb(9_000, 9_000), "9,000 by 9,000 pixels"),
        (bomb(16_001, 1), "16,001 by 1 pixels"),
    ],
    ids=["far too large", "too large", "too long"],
)
def test_a_picture_too_large_to_open_safely_is_refused_unopened(data: bytes, words: str) -> None:
    made = safe_image(data)
    assert isinstance(made, Refusal)
    assert made.code == "picture-large"
    assert words in made.message


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_that_breaks_off_is_refused(kind: str) -> None:
    data = saved(photo((200, 200)), kind)
    made = safe_image(data[: len(data) // 2])
    assert isinstance(made, Refusal)
    assert made.code == "picture-damaged"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "an SVG drawing"),
        (saved(picture(), "BMP"), "a BMP picture"),
        (saved(picture(), "TIFF"), "a TIFF picture"),
        (b"words", "of a kind that this site does not know"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(data: bytes, words: str) -> None:
    made = safe_image(data)
    assert isinstance(made, Refusal)
    assert made.code == "picture-kind"
    assert words in made.message
    assert made.hint


def test_the_same_bytes_give_the_same_files() -> None:
    assert safe_image(NOTED["photo"]) == safe_image(NOTED["photo"])


def test_without_pillow_a_school_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(picture(), "PNG")
    monkeypatch.delitem(sys.modules, "site_builder.sources.media.pixels")
    monkeypatch.delattr("site_builder.sources.media.pixels")
    monkeypatch.setitem(sys.modules, "PIL", None)
    made = safe_image(data)
    assert isinstance(made, Refusal)
    assert made.code == "pictures-need-pillow"
    assert "pip install" in made.hint
