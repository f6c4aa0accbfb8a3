"""Where the code of a letter is typed, in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.progress.code_pages import code_pages, folder_for
from tests.look.words_of import po
from tests.site.markup import Element, read

OURS = ["open/index.html", *(f"open/{it}/index.html" for it in ("ar", "es", "fr", "ht", "vi", "zh-Hans"))]


def page(files: dict[str, bytes], way: str) -> Element:
    return read(files[way].decode("utf-8").removeprefix("<!doctype html>"))


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school that has put our words into Hmong, which we do not speak."""
    folder = tmp_path / "continuum" / "words"
    folder.mkdir(parents=True)
    (folder / "hmn.po").write_text(po("hmn", {"Code": "Zauv"}), encoding="utf-8")
    return tmp_path


def test_there_is_one_in_each_language_that_we_speak() -> None:
    assert sorted(code_pages(["en"])) == sorted(OURS)


def test_the_languages_of_the_site_come_first_and_its_own_at_the_root() -> None:
    files = code_pages(["fr", "ar"])
    choice = page(files, "open/index.html").one("nav").all("a")
    assert page(files, "open/index.html").one("html")["lang"] == "fr"
    assert [(it.words, it["href"]) for it in choice][:3] == [
        ("Français", "./"),
        ("العربية", "ar/"),
        ("English", "en/"),
    ]


def test_from_each_the_way_leads_to_every_other_and_to_the_pages() -> None:
    files = code_pages(["en", "ar"])
    for way in files:
        there = Path(way).parent
        it = page(files, way)
        found = {str(there / link["href"] / "index.html") for link in it.one("nav").all("a")}
        assert {re.sub(r"[^/]+/\.\./", "", one) for one in found} == set(files), way
        assert (there / it.one("form")["data-pages"]).parts.count("..") == len(there.parts), way
        (here,) = it.one("nav").all("a", aria_current="true")
        assert here["lang"] == it.one("html")["lang"]


def test_each_calls_the_others_by_their_own_names_in_their_own_direction() -> None:
    choice = page(code_pages(["en"]), "open/index.html").one("nav").all("a")
    said = {it["lang"]: (it.words, it["dir"], it["hreflang"]) for it in choice}
    assert said["ar"] == ("العربية", "rtl", "ar")
    assert said["es"] == ("Español", "ltr", "es")


def test_a_language_that_a_school_speaks_by_itself_has_one_too(school: Path) -> None:
    files = code_pages(["en"], school)
    assert page(files, "open/hmn/index.html").one("label").words == "Zauv"
    assert folder_for("hmn", ["en"], school) == "hmn/"
    assert folder_for("hmn", ["en"]) == ""


def test_a_site_language_that_nobody_speaks_has_none() -> None:
    assert sorted(code_pages(["en", "cy"])) == sorted(OURS)
    assert page(code_pages(["cy", "es"]), "open/index.html").one("html")["lang"] == "en"


@pytest.mark.parametrize(
    ("language", "folder"),
    [("en", ""), ("en-GB", ""), ("es", "es/"), ("es-MX", "es/"), ("zh", "zh-Hans/"), ("zh-TW", ""), ("cy", "")],
)
def test_a_reader_types_it_in_their_language_or_else_in_the_schools(language: str, folder: str) -> None:
    assert folder_for(language, ["en"]) == folder


def test_each_asks_nobody_for_anything_and_leads_to_nobody_else() -> None:
    for way, data in code_pages(["en", "es"]).items():
        it = page({way: data}, way)
        assert not [one.tag for one in it.walk() if one["src"] or one["style"] or one.tag in ("link", "img", "iframe")]
        assert not [link["href"] for link in it.all("a") if "//" in link["href"] or link["href"].startswith("/")]
        said = it.all("meta", http_equiv="Content-Security-Policy")[0]["content"]
        assert "default-src 'none'" in said and "connect-src 'none'" in said and "unsafe" not in said
