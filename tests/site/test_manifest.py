"""The web manifest of each language, and the pictures that home screens show."""

from __future__ import annotations

import json
import posixpath
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from site_builder.site import icons
from site_builder.site.icons import icon, icon_names
from site_builder.site.manifest import manifest, short
from site_builder.site.tree import Tree
from tests.project import Project
from tests.site.continua import small_outline
from tests.site.markup import read


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("installed") / "school", "languages").build()
    assert made.code == 0, made.output
    return made


def said(project: Project, language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(project.read(f"site/offline/{language}.webmanifest"))
    return found


@pytest.mark.parametrize(
    ("language", "name", "start"), [("en", "School of two languages", ""), ("es", "Escuela de dos lenguas", "es/")]
)
def test_a_language_is_installed_under_its_own_name_and_opens_its_own_front_page(
    language: str, name: str, start: str, school: Project
) -> None:
    found = said(school, language)
    assert found["lang"] == language
    assert found["dir"] == "ltr"
    assert found["name"] == name
    assert posixpath.normpath(posixpath.join("offline", found["start_url"])) == (start.rstrip("/") or ".")
    assert posixpath.normpath(posixpath.join("offline", found["scope"])) == "."
    assert found["display"] == "minimal-ui"


def test_a_language_that_is_written_from_the_right_says_so() -> None:
    tree = Tree("ar", "ar/", small_outline())
    assert json.loads(manifest(tree, ()))["dir"] == "rtl"


def test_every_way_in_a_manifest_is_relative_and_leads_to_a_file(school: Project) -> None:
    found = said(school, "es")
    files = school.tree()
    for it in found["icons"]:
        assert "//" not in it["src"] and not it["src"].startswith("/")
        assert posixpath.normpath(posixpath.join("offline", it["src"])) in files
    assert {it["type"] for it in found["icons"]} == {"image/svg+xml", "image/png"}
    assert {it["purpose"] for it in found["icons"]} == {"any", "maskable"}


@pytest.mark.parametrize(
    ("address", "is_named"), [("", True), ("es/", True), ("es/offline/", True), ("levels/", False)]
)
def test_only_where_somebody_may_keep_the_site_a_page_names_its_manifest(
    address: str, is_named: bool, school: Project
) -> None:
    links = [it["href"] for it in read(school.page(address)).all("link") if it["rel"] == "manifest"]
    language = "es" if address.startswith("es/") else "en"
    found = [posixpath.normpath(posixpath.join(address or ".", it)) for it in links]
    assert found == ([f"offline/{language}.webmanifest"] if is_named else [])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Riverbend Learning Continuum", "Riverbend"),
        ("Our school", "Our school"),
        ("Schulgemeinschaftsbeschreibung", "Schulgemeins"),
        ("سُلَّم التعلّم في ريفربند", "سُلَّم"),
    ],
)
def test_a_home_screen_gets_as_many_words_as_it_has_room_for(title: str, name: str) -> None:
    assert short(title) == name


@pytest.mark.parametrize("size", [192, 512])
def test_an_icon_is_three_stones_on_paper_within_what_a_device_may_cut_away(size: int) -> None:
    image = pytest.importorskip("PIL.Image")
    data = icon(f"icon-{size}.png")
    picture = image.open(BytesIO(data)).convert("RGB")
    assert picture.size == (size, size)
    assert len(data) < 4000
    paper = picture.getpixel((0, 0))
    inked = [(x, y) for x in range(size) for y in range(size) if picture.getpixel((x, y)) != paper]
    assert len(inked) > size * size / 40
    assert max((x - size / 2) ** 2 + (y - size / 2) ** 2 for x, y in inked) ** 0.5 < 0.4 * size
    assert icon(f"icon-{size}.png") == data


def test_where_nothing_draws_pictures_the_drawing_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "find_spec", lambda _: None)
    assert icon_names() == ()
    made = Project(tmp_path / "school").build()
    assert made.code == 0, made.output
    assert [it["type"] for it in said(made, "en")["icons"]] == ["image/svg+xml"]
    assert not [it for it in made.tree() if it.startswith("offline/icon")]
