"""The frame of the pages, from either engine."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.problems import Problem
from site_builder.resources import templates
from site_builder.site import engine as engines
from site_builder.site.engine import Frame, Look, frame
from site_builder.site.shell import shell
from tests.site.markup import read

THEME = templates() / "theme"
LOOK = Look("material/school")
SLOTS = {
    "root",
    "home",
    "lang",
    "dir",
    "title",
    "topic",
    "site",
    "named",
    "foot",
    "description",
    "canonical",
    "alternates",
    "data",
    "manifest",
    "here",
    "keep",
    "script",
    "tabs",
    "nav",
    "search",
    "languages",
    "kind",
    "indexed",
    "article",
    *(f"say_{it}" for it in ("skip", "header", "nav", "tabs", "search", "footer", "dark", "light")),
}


def installed(engine: str) -> bool:
    return all(engines._version(package) for package in engines.PACKAGES[engine])


def framed(engine: str, cache: Path, look: Look = LOOK, theme: Path = THEME) -> Frame:
    if not installed(engine):
        pytest.skip(f"{engine} is not installed")
    made = frame(engine, look, theme, cache)
    assert isinstance(made, Frame), made
    return made


@pytest.fixture(scope="module")
def caches(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {engine: tmp_path_factory.mktemp(engine) for engine in engines.PACKAGES}


@pytest.fixture(params=list(engines.PACKAGES))
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    yield request.param


def test_the_frame_has_a_slot_for_all_that_varies(engine: str, caches: dict[str, Path]) -> None:
    assert set(shell(framed(engine, caches[engine]).html).slots) == SLOTS


def test_the_frame_is_a_sound_page_in_the_language_that_is_poured(engine: str, caches: dict[str, Path]) -> None:
    page = read(framed(engine, caches[engine]).html)
    assert (page.one("html")["lang"], page.one("body")["dir"]) == ("%%lang%%", "%%dir%%")
    assert page.one("title").words == "%%title%%"
    assert page.one("main").one("article")["id"] == "main"
    assert "%%named%%%%foot%%" in page.one("footer").words


def test_no_address_of_the_engine_is_left_when_a_page_is_poured(engine: str, caches: dict[str, Path]) -> None:
    poured = shell(framed(engine, caches[engine]).html).pour({slot: f"[{slot}]" for slot in SLOTS})
    page = read(poured.decode())
    addresses = [it[name] for it in page.walk() for name in ("href", "src") if it[name]]
    assert all(it.startswith(("[root]", "#")) or it == "[home]" for it in addresses), addresses
    assert page.one("a", "md-logo")["href"] == "[home]"


def test_the_frame_says_nothing_in_a_language_of_its_own(engine: str, caches: dict[str, Path]) -> None:
    page = read(framed(engine, caches[engine]).html)
    names = ("title", "aria-label", "placeholder", "alt", "data-menu", "data-search")
    said = [it[name] for it in page.one("body").walk() for name in names if it[name]]
    said += [page.one("body").words, page.one("title").words]
    assert not re.search(r"[^\W\d_]", re.sub(r"%%[a-z_]+%%", "", " ".join(said))), said


def test_every_asset_that_the_frame_names_comes_with_it(engine: str, caches: dict[str, Path]) -> None:
    made = framed(engine, caches[engine])
    page = read(made.html)
    named = {it["href"] for it in page.all("link", rel="stylesheet")} | {it["src"] for it in page.all("script")}
    theirs = {it.removeprefix("../") for it in named if it.startswith("../")}
    assert theirs == set(made.assets)
    assert all(made.assets.values())


def test_assets_lead_to_no_map_of_their_sources(engine: str, caches: dict[str, Path]) -> None:
    assert not [name for name, data in framed(engine, caches[engine]).assets.items() if b"sourceMappingURL" in data]


def test_no_text_of_the_school_reaches_the_engine(engine: str, caches: dict[str, Path]) -> None:
    """The theme writes a site's name as it is; ours is poured, and escaped by us."""
    page = framed(engine, caches[engine]).html
    assert page.count("%%site%%") >= 3
    assert page.count("%%named%%") == 3


class TestCache:
    """The engine is asked once."""

    def test_a_frame_is_made_once(self, caches: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
        first = framed("mkdocs", caches["mkdocs"])
        monkeypatch.setattr("subprocess.Popen", _refuse)
        assert framed("mkdocs", caches["mkdocs"]) == first

    def test_a_changed_template_makes_the_frame_anew(self, tmp_path: Path, caches: dict[str, Path]) -> None:
        shutil.copytree(THEME, tmp_path / "theme")
        file = tmp_path / "theme" / "shell.html"
        file.write_text(file.read_text(encoding="utf-8").replace('class="foot"', 'class="feet"'), encoding="utf-8")
        assert 'class="feet"' in framed("mkdocs", caches["mkdocs"], theme=tmp_path / "theme").html

    @pytest.mark.parametrize(
        ("file", "damage"),
        [
            ("shell.html", b"<script>"),
            ("list.json", b"<script>"),
            ("list.json", b"[]"),
            ("list.json", b"{}"),
            ("*.css", b""),
        ],
    )
    def test_a_damaged_frame_is_not_trusted(
        self, tmp_path: Path, caches: dict[str, Path], file: str, damage: bytes
    ) -> None:
        framed("mkdocs", caches["mkdocs"])
        kept = next((caches["mkdocs"] / "engine").iterdir())
        copy = shutil.copytree(kept, tmp_path / "kept")
        assert engines._kept(copy) is not None
        next(copy.rglob(file)).write_bytes(damage)
        assert engines._kept(copy) is None

    def test_nothing_is_left_of_the_work(self, caches: dict[str, Path]) -> None:
        framed("mkdocs", caches["mkdocs"])
        assert not [
            it.name for it in (caches["mkdocs"] / "engine").iterdir() if it.name.startswith("run-") or "." in it.name
        ]


class TestRefusals:
    """What goes wrong is said, and nothing is kept of it."""

    def test_an_engine_that_is_not_installed_says_how_to_get_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(engines, "_version", lambda _: "")
        found = frame("zensical", LOOK, THEME, tmp_path)
        assert isinstance(found, Problem)
        assert (found.code, found.message) == ("engine-missing", "the engine “zensical” is not installed")
        assert found.hint == "install it: pip install 'transparent-continuum[zensical]'"

    def test_a_package_that_is_not_there_has_no_version(self) -> None:
        assert engines._version("no-package-of-this-name") == ""

    def test_an_engine_that_fails_is_quoted(self, tmp_path: Path) -> None:
        found = frame("mkdocs", Look(icon="material/nothing-of-the-kind"), THEME, tmp_path)
        assert isinstance(found, Problem)
        assert found.code == "engine-failed"
        assert "material/nothing-of-the-kind" in found.message
        assert list((tmp_path / "engine").iterdir()) == []


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("nothing is to be run here")
