"""The order of things, and what stops them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.site import search
from site_builder.site.build import Search, Wish, build, cache_of, check
from site_builder.site.publish import Counts
from site_builder.sources.crew import Crew
from tests.project import Project

TODAY = date(2026, 9, 1)


def wish(school: Project, **changes: Any) -> Wish:
    return Wish(school.root, school.root / "site", TODAY, **{"search": Search.NONE, **changes})


def test_a_build_says_how_many_pages_there_are_and_what_it_did(school: Project) -> None:
    made = build(wish(school))
    assert made.counts is not None
    assert made.pages == len([file for file in school.tree() if file.endswith(".html")])
    assert made.counts.made > made.pages
    assert build(wish(school)).counts == Counts(kept=made.counts.made + 1)


def test_a_site_goes_where_it_is_wanted(school: Project, tmp_path: Path) -> None:
    build(replace(wish(school), out=tmp_path / "deep" / "public"))
    assert (tmp_path / "deep" / "public" / "index.html").is_file()
    assert not (school.root / "site").exists()


def test_an_error_stops_the_build_and_leaves_the_last_good_site(school: Project) -> None:
    build(wish(school))
    before = school.tree()
    school.change("continuum/literacy/argue.yml", "id: LIT.ARG\n", "id: LIT.ARG\nunknown: x\n")
    made = build(wish(school))
    assert made.counts is None
    assert "key-unknown" in [it.code for it in made.problems]
    assert school.tree() == before


def test_a_warning_stops_only_a_strict_build(school: Project) -> None:
    school.change("continuum/continuum.yml", "areas: [literacy, agency]", "areas: [literacy]")
    for file in ("exemplars/agency/alone/index.md", "exemplars/agency/two-bells/index.md"):
        school.remove(file)
    school.change("continuum/pathways/first.yml", ", {competency: AGE.GOA, level: self}", "")
    assert build(wish(school, strict=True)).counts is None
    assert build(wish(school)).counts is not None


def test_a_place_that_is_not_ours_is_refused_before_anything_is_read(school: Project) -> None:
    school.write("site/mine.txt", "mine")
    made = build(wish(school))
    assert [it.code for it in made.problems] == ["output-refused"]
    assert school.read("site/mine.txt") == "mine"


def test_without_pagefind_a_build_with_search_stops_and_says_so(
    school: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "find_spec", lambda _: None)
    made = build(wish(school, search=Search.FRESH))
    assert made.counts is None
    assert made.problems[-1].code == "search-missing"
    assert not (school.root / "site").exists()


def test_without_its_engine_a_build_stops_and_says_so(school: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.site.engine._version", lambda _: "")
    made = build(wish(school))
    assert made.counts is None
    assert "engine-missing" in [it.code for it in made.problems]
    assert not (school.root / "site").exists()


def test_workers_that_are_given_do_the_work_and_keep_what_they_read(school: Project) -> None:
    crew = Crew(1)
    assert build(wish(school), crew).counts is not None
    assert "continuum/literacy/argue.yml" in crew.memory["things"]


def test_a_kept_index_goes_with_the_pages_that_change(school: Project) -> None:
    build(wish(school, search=Search.FRESH))
    before = {file for file in school.tree() if file.startswith("pagefind/")}
    school.change("continuum/literacy/argue.yml", "weigh what they are told", "weigh what they hear")
    build(wish(school, search=Search.KEPT))
    assert {file for file in school.tree() if file.startswith("pagefind/")} == before
    assert "weigh what they hear" in school.page("literacy/argue/")
    assert "continuum-search.js" in school.page()


def test_an_address_that_is_given_wins_over_the_one_in_the_file(school: Project) -> None:
    build(wish(school, site_url="http://127.0.0.1:8000/", repo_url="https://git.example/other"))
    assert '<link rel="canonical" href="http://127.0.0.1:8000/literacy/argue/">' in school.page("literacy/argue/")
    assert "https://git.example/other/edit/main/continuum/literacy/argue.yml" in school.page("literacy/argue/")


def test_the_guard_is_held_while_folders_change_their_names_and_no_longer(school: Project) -> None:
    seen: list[bool] = []

    @contextmanager
    def guard() -> Iterator[None]:
        seen.append((school.root / "site").exists())
        yield
        seen.append((school.root / "site").exists())

    build(wish(school), guard=guard())
    assert seen == [False, True]


def test_a_folder_without_a_continuum_says_where_to_begin(tmp_path: Path) -> None:
    made = build(Wish(tmp_path, tmp_path / "site", TODAY))
    assert [it.code for it in made.problems] == ["settings-missing"]
    assert [it.code for it in check(tmp_path, TODAY).problems] == ["settings-missing"]
    assert not (tmp_path / "site").exists()


def test_settings_that_cannot_be_read_stop_the_build(school: Project) -> None:
    school.write("continuum/continuum.yml", "title: [")
    made = build(wish(school))
    assert made.counts is None
    assert made.problems


def test_a_check_writes_no_site(school: Project) -> None:
    assert check(school.root, TODAY).counts is None
    assert not (school.root / "site").exists()


def test_the_cache_is_kept_out_of_git_and_may_be_deleted(school: Project) -> None:
    build(wish(school))
    before = school.tree()
    assert (cache_of(school.root) / ".gitignore").read_text(encoding="utf-8") == "*\n"
    for file in sorted(cache_of(school.root).rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    made = build(wish(school))
    assert made.counts is not None
    assert school.tree() == before
