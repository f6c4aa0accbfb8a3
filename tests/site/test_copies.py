"""Which files a family gets that keeps the site in one language."""

from __future__ import annotations

import json
import re
import shutil
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.project import Project
from tests.site.pictured import with_pictures

LANGUAGES = ("en", "es")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A school in two languages with pictures, a recording and a search."""
    made = with_pictures(Project(tmp_path_factory.mktemp("copies") / "school", "languages")).build("--search")
    assert made.code == 0, made.output
    return made


@pytest.fixture(scope="module")
def files(school: Project) -> dict[str, bytes]:
    return school.tree()


def listed(project: Project, language: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(project.read(f"site/offline/{language}.json"))
    return said


def site(project: Project) -> dict[str, Any]:
    """What the worker is told of the site."""
    said: dict[str, Any] = json.loads(project.read("site/sw.js").rpartition("const SITE = ")[2].rstrip(";\n"))
    return said


def file_of(address: str) -> str:
    return unquote(f"{address}index.html" if address.endswith("/") or not address else address)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_of_a_list_is_there_with_this_digest_and_size(
    language: str, school: Project, files: dict[str, bytes]
) -> None:
    said = listed(school, language)
    assert len(said["files"]) > 40 and len(said["pictures"]) == 3
    for address, digest, size in said["files"] + said["pictures"]:
        data = files[file_of(address)]
        assert (urlsafe_b64encode(sha256(data).digest()[:12]).decode(), len(data)) == (digest, size), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_all_pages_of_its_language_and_none_of_another(
    language: str, school: Project, files: dict[str, bytes]
) -> None:
    folder = "es/" if language == "es" else ""
    pages = {it for it in files if it.endswith(".html") and it.startswith("es/") == (language == "es")}
    left_out = {it for it in pages if "booklets/" in it or "/calibrate/" in it or it == "404.html"}
    kept = {file_of(row[0]) for row in listed(school, language)["files"]}
    assert {it for it in kept if it.endswith(".html")} == pages - left_out
    assert f"{folder}literacy/argue/index.html" in kept
    assert listed(school, language)["folder"] == folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_the_search_of_its_language(language: str, school: Project) -> None:
    names = [row[0].rpartition("/")[2] for row in listed(school, language)["files"] if row[0].startswith("pagefind/")]
    other = next(it for it in LANGUAGES if it != language)
    assert {"pagefind.js", "pagefind-entry.json", f"wasm.{language}.pagefind"} <= set(names)
    for ending in ("pf_meta", "pf_index", "pf_filter", "pf_fragment"):
        assert [it for it in names if it.endswith(ending)], ending
    assert not [it for it in names if it.startswith((f"{other}_", f"pagefind.{other}")) or "worker" in it]


def test_everything_that_a_page_asks_for_is_in_its_list(school: Project, files: dict[str, bytes]) -> None:
    for language in LANGUAGES:
        said = listed(school, language)
        kept = {row[0] for row in said["files"] + said["pictures"]} | set(said["same"])
        page = files[f"{'es/' if language == 'es' else ''}exemplars/literacy/table/index.html"].decode()
        up = "../../../" + ("../" if language == "es" else "")
        asked = set(re.findall(rf'(?:src|href)="(?:{re.escape(up)})(assets/[^"]+)"', page))
        assert len(asked) > 5
        assert asked <= kept
        pictures = [it for it in re.findall(r"[^\"\s]*table-\d+-\w+\.\w+", page)]
        assert len(pictures) > 2
        assert {f"exemplars/literacy/table/{it.rpartition('/')[2]}" for it in pictures} <= kept


def test_one_size_of_a_picture_stands_for_all_of_them(school: Project, files: dict[str, bytes]) -> None:
    said = listed(school, "en")
    kept = [row[0] for row in said["pictures"]]
    assert set(said["same"].values()) <= set(kept)
    assert not set(said["same"]) & set(kept)
    assert {file_of(it) for it in said["same"]} <= set(files)
    assert all(it.endswith(".webp") for it in kept)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_other_hosts_and_nothing_that_leaves_the_site_is_listed(language: str, school: Project) -> None:
    said = listed(school, language)
    for address in [row[0] for row in said["files"] + said["pictures"]] + list(said["same"]):
        assert re.fullmatch(r"(?:[\w.%~-]+/)*(?:[\w.%~-]+)?", address), address
        assert ".." not in address.split("/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_recordings_and_data_for_programs_are_in_no_copy(language: str, school: Project) -> None:
    kept = [row[0] for row in listed(school, language)["files"] + listed(school, language)["pictures"]]
    assert not [it for it in kept if it.endswith((".mp3", ".wav", ".mp4")) or it.startswith(("api/", "ims/", "llms"))]
    assert {"wav", "csv", "json"} <= {it.rpartition(".")[2] for it in site(school)["aside"]}


def test_the_worker_knows_every_page_of_the_site_and_nothing_else(school: Project, files: dict[str, bytes]) -> None:
    said = site(school)
    pages = {it.removesuffix("index.html") for it in files if it.endswith("index.html") and not it.startswith("es/")}
    assert set(said["pages"]) == pages
    assert said["languages"] == [{"language": "en", "folder": ""}, {"language": "es", "folder": "es/"}]
    assert said["folders"] == ["assets/", "pagefind/"]
    assert {file_of(it) for it in said["files"] + said["aside"]} <= set(files)


def test_a_list_is_the_same_however_often_it_is_made(school: Project, tmp_path: Path) -> None:
    again = Project.at(Path(shutil.copytree(school.root, tmp_path / "again", ignore=shutil.ignore_patterns("site"))))
    shutil.rmtree(again.root / ".continuum")
    again.build("--search")
    for language in LANGUAGES:
        assert again.read(f"site/offline/{language}.json") == school.read(f"site/offline/{language}.json")
    assert again.read("site/sw.js") == school.read("site/sw.js")


def test_names_with_letters_of_the_world_are_listed_as_browsers_ask_for_them(school: Project, tmp_path: Path) -> None:
    made = Project(tmp_path / "school").write("continuum/pages/été.md", "---\ntitle: Summer\n---\nHi.\n").build()
    assert made.code == 0, made.output
    assert "%C3%A9t%C3%A9/" in [row[0] for row in listed(made, "en")["files"]]
    assert "%C3%A9t%C3%A9/" in site(made)["pages"]


def test_a_page_called_offline_would_stand_in_its_place_and_is_refused(tmp_path: Path) -> None:
    made = Project(tmp_path / "school").write("continuum/pages/offline.md", "---\ntitle: Mine\n---\nHi.\n").check()
    assert made.code == 1
    assert "error[address-repeated]" in made.output


def test_without_a_search_a_copy_has_none(tmp_path: Path) -> None:
    made = Project(tmp_path / "school").build()
    assert not [row for row in listed(made, "en")["files"] if "pagefind" in row[0] or "search" in row[0]]
    assert "search" not in made.page("offline/").partition("<article")[2].partition("</article>")[0]
