"""The search index."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.problems import Problem
from site_builder.site import search
from site_builder.site.search import index

PAGE = (
    "<!doctype html><html lang=en><title>{0}</title><body><main data-pagefind-body><h1>{0}</h1><p>Evidence.</p></main>"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name in ("Argue", "Retell"):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(PAGE.format(name), encoding="utf-8")
    return folder


def made(pages: Path, key: str, cache: Path) -> dict[str, Path]:
    found = index(pages, key, cache)
    assert not isinstance(found, Problem), found
    return found


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("nothing is to be run here")


def test_an_index_is_made_of_the_pages_and_kept(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(pages, "one", tmp_path)
    assert "pagefind/pagefind.js" in first
    assert sum(name.endswith(".pf_fragment") for name in first) == 2
    monkeypatch.setattr("subprocess.run", refuse)
    assert made(pages, "one", tmp_path) == first


def test_screens_that_nobody_uses_are_left_out(pages: Path, tmp_path: Path) -> None:
    assert not [name for name in made(pages, "one", tmp_path) if "-ui." in name or "highlight" in name]


def test_an_index_of_other_pages_is_made_anew_and_the_old_one_forgotten(pages: Path, tmp_path: Path) -> None:
    made(pages, "one", tmp_path)
    made(pages, "two", tmp_path)
    assert [it.name for it in (tmp_path / "search").iterdir()] == ["two"]


@pytest.mark.parametrize("damage", [b"", b"{", b"{}", b"[]", b"\xff"])
def test_a_damaged_index_is_made_again(pages: Path, tmp_path: Path, damage: bytes) -> None:
    first = made(pages, "one", tmp_path)
    fragment = next(path for name, path in first.items() if name.endswith(".pf_fragment"))
    whole = fragment.read_bytes()
    for path in (fragment, tmp_path / "search" / "one" / "list.json"):
        path.write_bytes(damage)
        assert made(pages, "one", tmp_path) == first
        assert fragment.read_bytes() == whole


def test_without_pagefind_the_message_says_what_to_do(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "find_spec", lambda _: None)
    found = index(pages, "one", tmp_path)
    assert isinstance(found, Problem)
    assert (found.code, found.message) == ("search-missing", "search needs Pagefind, which is not installed")
    assert "--no-search" in found.hint


def test_an_index_that_cannot_be_made_is_a_problem_and_no_bug(tmp_path: Path) -> None:
    found = index(tmp_path / "nowhere", "one", tmp_path)
    assert isinstance(found, Problem)
    assert found.code == "search-failed"
    assert not (tmp_path / "search" / "one").exists()
