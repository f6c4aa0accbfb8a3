"""Plans become files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.site.build import cache_of
from site_builder.site.config import Config
from site_builder.site.engine import Look
from site_builder.site.pages import PUT_TOGETHER
from site_builder.site.render import brief, plans, render
from site_builder.site.shell import shell
from site_builder.site.tree import trees
from site_builder.sources.crew import Crew
from site_builder.sources.load import Loaded, load
from tests.project import Project
from tests.site.markup import Element, read

SHELL = shell(
    '<html><head><title>%%title%%</title><meta name="description" content="%%description%%">%%canonical%%</head>'
    '<body><link href="../assets/a.css"><nav>%%tabs%%</nav><aside>%%nav%%</aside><div>%%search%%</div>'
    '<article data-kind="%%kind%%"%%indexed%%>%%article%%</article></body></html>'
)


def loaded(project: Project) -> Loaded:
    with Crew(1) as crew:
        found = load(project.root, cache_of(project.root), crew, date(2026, 9, 1), "make")
    assert found.outline and found.setting
    return found


def pages(project: Project, folder: Path, size: int = 1, site_url: str = "", **settings: object) -> dict[str, Element]:
    """Every page as it is written, by its file."""
    found = loaded(project)
    assert found.outline and found.setting
    outline = replace(found.outline, settings=replace(found.outline.settings, **settings))  # type: ignore[arg-type]
    grove = trees(outline, found.setting)
    wanted = [plan for tree in grove.values() for plan in plans(tree, "")]
    for plan in wanted:
        (folder / plan.file).parent.mkdir(parents=True, exist_ok=True)
    with Crew(size) as crew:
        brief(crew, grove, found.setting, SHELL, Config(Look(), site_url=site_url), has_search=True)
        for is_put_together in (False, True):
            render(crew, [it for it in wanted if (it.kind in PUT_TOGETHER) is is_put_together], outline, folder)
    return {plan.file: read((folder / plan.file).read_text(encoding="utf-8")) for plan in wanted}


def written(folder: Path) -> dict[str, bytes]:
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def test_every_page_is_written_where_it_is_planned(project: Project, tmp_path: Path) -> None:
    found = pages(project, tmp_path / "out")
    assert {"index.html", "404.html", "literacy/argue/index.html", "literacy/argue-with-evidence/index.html"} <= set(
        found
    )
    assert set(written(tmp_path / "out")) == set(found)


def test_several_workers_write_the_same_as_one(project: Project, tmp_path: Path) -> None:
    pages(project, tmp_path / "one")
    pages(project, tmp_path / "three", size=3)
    assert written(tmp_path / "one") == written(tmp_path / "three")


def test_the_head_names_the_page_and_the_site(project: Project, tmp_path: Path) -> None:
    found = pages(project, tmp_path / "out")
    assert found["literacy/argue/index.html"].one("title").words == "Argue from evidence - Small School"
    assert found["index.html"].one("title").words == "Small School"
    described = found["literacy/argue/index.html"].one("meta", name="description")["content"]
    assert described == "I can build a claim that others can test."


def test_words_in_the_head_cannot_leave_their_place(project: Project, tmp_path: Path) -> None:
    project.change("continuum/literacy/argue.yml", "title: Argue from evidence", "title: '</title><script>&\"x'")
    project.change("continuum/literacy/argue.yml", "statement: I can", "statement: '\"><script> I can")
    project.change("continuum/literacy/argue.yml", "others can test.", "others can test.'")
    page = pages(project, tmp_path / "out")["literacy/argue/index.html"]
    assert page.one("title").words == '</title><script>&"x - Small School'
    assert page.one("meta", name="description")["content"].startswith('"><script> I can')
    assert not page.one("head").all("script")


def test_a_long_description_ends_between_words(project: Project, tmp_path: Path) -> None:
    project.change("continuum/literacy/argue.yml", "others can test.", "others can test, " + "again and " * 40)
    said = pages(project, tmp_path / "out")["literacy/argue/index.html"].one("meta", name="description")["content"]
    assert len(said) <= 202
    assert said.removesuffix(" …").rsplit(" ", 1)[1] in ("again", "and")


def test_a_page_says_where_it_stands_when_the_site_knows(project: Project, tmp_path: Path) -> None:
    found = pages(project, tmp_path / "out", site_url="https://school.example/continuum/")
    links = {file: page.all("link", rel="canonical") for file, page in found.items()}
    assert links["literacy/argue/index.html"][0]["href"] == "https://school.example/continuum/literacy/argue/"
    assert links["index.html"][0]["href"] == "https://school.example/continuum/"
    assert links["404.html"] == []
    assert not any(page.all("link", rel="canonical") for page in pages(project, tmp_path / "other").values())


def test_the_way_to_the_root_fits_the_depth_of_the_page(project: Project, tmp_path: Path) -> None:
    found = pages(project, tmp_path / "out", site_url="https://school.example/continuum/")
    ways = {file: page.all("link")[-1]["href"] for file, page in found.items() if page.all("article")}
    assert ways["index.html"] == "./assets/a.css"
    assert ways["families/index.html"] == "../assets/a.css"
    assert ways["exemplars/literacy/lunch/index.html"] == "../../../assets/a.css"
    assert ways["404.html"] == "/continuum/assets/a.css"


def test_lists_of_other_pages_are_not_searched(project: Project, tmp_path: Path) -> None:
    found = pages(project, tmp_path / "out")
    searched = {file for file, page in found.items() if page.all("article", data_pagefind_body="")}
    assert "literacy/argue/index.html" in searched
    assert (
        not {"find/index.html", "exemplars/index.html", "map/index.html", "404.html", "standards/index.html"} & searched
    )


def test_a_page_that_moved_stands_without_the_frame(project: Project, tmp_path: Path) -> None:
    moved = pages(project, tmp_path / "out")["literacy/argue-with-evidence/index.html"]
    assert not moved.all("nav")


def test_a_page_is_never_written_over(project: Project, tmp_path: Path) -> None:
    pages(project, tmp_path / "out")
    with pytest.raises(FileExistsError):
        pages(project, tmp_path / "out")


def test_how_far_it_is_gets_told(project: Project, tmp_path: Path) -> None:
    found = loaded(project)
    assert found.outline and found.setting
    grove = trees(found.outline, found.setting)
    wanted = plans(grove["en"], "")
    told: list[tuple[str, int, int]] = []
    for plan in wanted:
        (tmp_path / "out" / plan.file).parent.mkdir(parents=True, exist_ok=True)
    with Crew(1) as crew:
        brief(crew, grove, found.setting, SHELL, Config(Look()), has_search=False)
        render(crew, wanted, found.outline, tmp_path / "out", lambda *it: told.append(it))
    assert told[-1] == ("pages", len(wanted), len(wanted))
