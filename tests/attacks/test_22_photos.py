"""Photos that say more than they show: who, where and when; and pictures too large to open."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.safe_html import Reader
from tests.sources.media.pictures import (
    SECRET,
    bomb,
    drawing_with_notes,
    opened,
    parts,
    photo,
    photo_with_notes,
    picture,
    saved,
)

WORK = "exemplars/literacy/lunch/"
PHOTOS = {
    "photo.jpg": photo_with_notes(photo((600, 400)), orientation=6),
    "print.jpg": photo_with_notes(photo().convert("CMYK")),
    "drawing.png": drawing_with_notes(picture()),
}


def with_media(project: Project, **media: bytes) -> Project:
    """The letter about lunch with these pictures, `__` for the dot in their names."""
    names = {name.replace("__", "."): data for name, data in media.items()}
    for name, data in names.items():
        project.write(WORK + name, data)
    listed = "".join(f"  - {{file: {name}, alt: A table.}}\n" for name in names)
    return project.change(f"{WORK}index.md", "why:", f"media:\n{listed}why:")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site with such photos, in a piece of work and on a hand-written page."""
    project = Project(tmp_path_factory.mktemp("photos"))
    project.write("continuum/pages/photo.jpg", PHOTOS["photo.jpg"])
    project.write("continuum/pages/families.md", "---\ntitle: For families\n---\n![Our table](photo.jpg)\n")
    with_media(project, **{name.replace(".", "__"): data for name, data in PHOTOS.items()})
    assert project.build().code == 0, project.output
    return project


def published(site: Project) -> dict[str, bytes]:
    """The pictures of the letter and of the page as they are published."""
    kinds = (".webp", ".jpg", ".png")
    return {file: it for file, it in site.tree().items() if file.endswith(kinds) and not file.startswith("offline/")}


def test_what_a_photo_does_not_show_is_in_no_file_of_the_site(site: Project) -> None:
    assert all(SECRET in data for data in PHOTOS.values())
    for file, data in site.tree().items():
        assert SECRET not in data, file


def test_a_published_picture_has_no_notes_of_any_kind(site: Project) -> None:
    assert len(published(site)) == 2 * (len(PHOTOS) + 1)
    for file, data in published(site).items():
        noted = {"e1", "e2", "ed", "fe", "tEXt", "zTXt", "iTXt", "iCCP", "eXIf", "tIME", "ICCP", "EXIF", "XMP ", "?"}
        assert not noted & set(parts(data)), file
        assert not set(opened(data).info) & {"exif", "xmp", "icc_profile", "comment"}, file
        assert opened(data).mode in ("RGB", "RGBA"), file


def test_a_photo_that_was_held_upright_stands_upright(site: Project) -> None:
    sizes = {opened(data).size for file, data in published(site).items() if "/photo-" in file}
    assert sizes == {(400, 600)}
    shown = [attributes for tag, attributes in Reader(site.page(WORK)).elements if tag == "img"]
    assert ("400", "600") in [(it.get("width"), it.get("height")) for it in shown]


def test_each_page_names_the_published_pictures_and_no_others(site: Project) -> None:
    for address in (WORK, "families/"):
        names = [file.removeprefix(address) for file in published(site) if file.startswith(address)]
        assert names
        assert all(name in site.page(address) for name in names)
        assert not [name for name in PHOTOS if name in site.page(address)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (PHOTOS["photo.jpg"][:9000], "picture-damaged"),
        (saved(photo((300, 300)), "PNG")[:5000], "picture-damaged"),
        (bomb(50_000, 50_000), "picture-large"),
    ],
    ids=["a photo that breaks off", "a drawing that breaks off", "50,000 by 50,000 pixels"],
)
def test_a_picture_that_cannot_be_opened_safely_is_refused_at_its_line(
    project: Project, data: bytes, code: str
) -> None:
    assert with_media(project, table__png=data).build().code == 1
    assert f"{WORK}index.md:15:12: error[{code}]: “table.png” is not published" in project.output
    assert not (project.root / "site").exists()
