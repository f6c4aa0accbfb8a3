"""Pictures on hand-written pages: shown in sizes that fit, with words, and made safe like every other picture."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from site_builder.model import PublishedMedium, Version
from site_builder.sources.markdown import PictureUse, block, pictures
from tests.project import Project

PAGE = "continuum/pages/families.md"
HOUSE = PublishedMedium(
    "house.jpg",
    True,
    (
        Version("house-480.webp", 480, 240, "a"),
        Version("house-1200.webp", 1200, 600, "b"),
        Version("h.jpg", 1200, 600, "c"),
    ),
)


def photo(width: int = 1200, height: int = 600) -> bytes:
    """A plain JPEG."""
    out = BytesIO()
    Image.new("RGB", (width, height), (200, 120, 60)).save(out, "JPEG")
    return out.getvalue()


def test_each_picture_is_listed_with_its_words_and_its_line() -> None:
    text = "First.\n\nA *text* with ![Our **house**](house.jpg)\nand ![](yard.png)"
    assert pictures(text) == [PictureUse("house.jpg", "Our house", 3), PictureUse("yard.png", "", 4)]


def test_a_published_picture_comes_in_the_sizes_that_there_are() -> None:
    html = block("![Our <house>](house.jpg)", lambda _: None, pictures={"house.jpg": HOUSE})
    assert 'srcset="house-480.webp 480w, house-1200.webp 1200w"' in html
    assert '<img src="h.jpg" width="1200" height="600" alt="Our &lt;house&gt;"' in html


def test_a_picture_that_is_not_published_leaves_its_words() -> None:
    assert block("See ![our house](https://elsewhere.example/x.png).", lambda target: target) == "<p>See our house.</p>"


def test_a_picture_beside_a_page_is_published_with_it(project: Project) -> None:
    project.write("continuum/pages/house.jpg", photo()).write(PAGE, project.read(PAGE) + "\n![Our house](house.jpg)\n")
    assert project.build().code == 0, project.output
    assert '<img src="house-1200-' in project.page("families/")
    assert len([file for file in project.tree() if file.startswith("families/house-")]) == 4


def test_a_picture_on_the_front_page_stands_at_the_root(project: Project) -> None:
    page = "continuum/pages/index.md"
    project.write("continuum/pages/house.jpg", photo(300, 200)).write(page, project.read(page) + "\n![Us](house.jpg)\n")
    assert project.build().code == 0, project.output
    assert [file for file in project.tree() if file.startswith("house-300-")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("![](house.jpg)", "error[alt-missing]: “house.jpg” has no words"),
        ("![Ours](other.jpg)", "error[link-broken]: the link “other.jpg” leads nowhere"),
        ("![Ours](../house.jpg)", "error[link-broken]"),
        (
            "![Ours](drawing.png)",
            "error[medium-kind]: “drawing.png” is not published: by its content it is an SVG drawing",
        ),
    ],
)
def test_what_cannot_be_shown_is_said_at_its_line(text: str, said: str, project: Project) -> None:
    project.write("continuum/pages/house.jpg", photo())
    project.write("continuum/pages/drawing.png", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    project.write(PAGE, f"{project.read(PAGE)}\n{text}\n")
    assert project.check().code == 1
    assert f"{PAGE}:10:1: {said}" in project.output
