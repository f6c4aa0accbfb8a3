"""The files of a site that are not pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.model import Medium, Page, PublishedMedium, Version
from site_builder.site.config import Config
from site_builder.site.engine import Frame, Look
from site_builder.site.pieces import fixed, media, write_all
from site_builder.site.plan import Plan
from tests.site.continua import exemplar, small_outline

FRAMED = Frame("", {"assets/theme.css": b"theme"})
PAGES = [
    Plan("levels/", "levels", "", "k"),
    Plan("", "home", "", "k"),
    Plan("404.html", "not_found", "", "k"),
    Plan("old/", "redirect", "", "k"),
]


def made(site_url: str = "", *, has_search: bool = True) -> dict[str, bytes]:
    return fixed(small_outline(), FRAMED, Config(Look(), site_url=site_url), PAGES, has_search=has_search)


def test_a_site_has_the_assets_of_the_theme_and_ours() -> None:
    assert made()["assets/theme.css"] == b"theme"
    assert {"assets/continuum.css", "assets/continuum.js", "assets/favicon.svg", ".nojekyll"} <= set(made())


def test_what_searches_comes_only_with_a_search() -> None:
    assert "assets/continuum-search.js" in made()
    assert "assets/continuum-search.js" not in made(has_search=False)


def test_levels_and_filters_get_the_rules_of_this_continuum() -> None:
    rules = made()["assets/continuum-levels.css"].decode()
    assert ".n4.k4{" in rules
    assert "#f-l4:checked" in rules


def test_a_site_map_lists_the_pages_that_one_can_read() -> None:
    listed = made("https://school.example/a&b/")["sitemap.xml"].decode()
    assert listed.count("<loc>") == 2
    assert "<loc>https://school.example/a&amp;b/</loc>" in listed
    assert "<loc>https://school.example/a&amp;b/levels/</loc>" in listed


def test_crawlers_are_led_to_the_site_map() -> None:
    assert made("https://school.example/")["robots.txt"].endswith(b"Sitemap: https://school.example/sitemap.xml\n")


def test_a_site_without_an_address_has_no_site_map() -> None:
    assert "sitemap.xml" not in made()
    assert b"Sitemap" not in made()["robots.txt"]


def test_pictures_stand_beside_the_page_that_shows_them(tmp_path: Path) -> None:
    outline = small_outline(exemplars=[exemplar(media=(Medium("table.png", "A table"), Medium("talk.mp3")))])
    assert media(outline, tmp_path) == {
        "exemplars/literacy/lunch/table-0.webp": ("table.png 0", tmp_path / "table.png 0"),
        "exemplars/literacy/lunch/table-1.webp": ("table.png 1", tmp_path / "table.png 1"),
        "exemplars/literacy/lunch/table-2.jpg": ("table.png 2", tmp_path / "table.png 2"),
        "exemplars/literacy/lunch/talk-0.mp3": ("talk.mp3 0", tmp_path / "talk.mp3 0"),
    }


def test_pictures_of_a_hand_written_page_stand_beside_it(tmp_path: Path) -> None:
    board = PublishedMedium("board.png", True, (Version("board-640.png", 640, 90, "d"),))
    pages = [
        Page("families", "", "", "continuum/pages/families.md", media=(board,)),
        Page("index", "", "", "continuum/pages/index.md", media=(board,)),
    ]
    found = media(small_outline(pages=pages), tmp_path)
    assert sorted(found) == ["board-640.png", "families/board-640.png"]


def test_pieces_are_bytes_or_files_to_copy(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"two")
    write_all({"one.txt": b"one", "two.txt": tmp_path / "kept", "three.txt": b""}, ["one.txt", "two.txt"], tmp_path)
    assert [(tmp_path / name).read_bytes() for name in ("one.txt", "two.txt")] == [b"one", b"two"]
    assert not (tmp_path / "three.txt").exists()


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_all({"one.txt": b"new"}, ["one.txt"], tmp_path)
    assert (tmp_path / "one.txt").read_bytes() == b"mine"
