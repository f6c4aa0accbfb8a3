"""Which sources have changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue

import pytest

from site_builder.site.preview.watch import watching


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "continuum" / "literacy").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    return tmp_path


@pytest.fixture
def changes(root: Path) -> Iterator[Queue[str]]:
    queue: Queue[str] = Queue()
    with watching(root, queue):
        yield queue


def heard(changes: Queue[str], until: str) -> set[str]:
    """All places that are named until this one is."""
    found: set[str] = set()
    while until not in found:
        found.add(changes.get(timeout=10))
    return found


def test_a_source_that_is_saved_is_named_by_its_place(root: Path, changes: Queue[str]) -> None:
    (root / "continuum" / "literacy" / "argue.yml").write_text("id: LIT.ARG", encoding="utf-8")
    assert "continuum/literacy/argue.yml" in heard(changes, "continuum/literacy/argue.yml")


def test_the_configuration_is_a_source_too(root: Path, changes: Queue[str]) -> None:
    (root / "mkdocs.yml").write_text("site_url: https://school.example", encoding="utf-8")
    assert heard(changes, "mkdocs.yml")


def test_a_source_that_is_renamed_is_named_by_both_names(root: Path, changes: Queue[str]) -> None:
    old = root / "continuum" / "literacy" / "argue.yml"
    old.write_text("id: LIT.ARG", encoding="utf-8")
    heard(changes, "continuum/literacy/argue.yml")
    old.rename(old.with_name("reason.yml"))
    assert heard(changes, "continuum/literacy/reason.yml")


def test_a_folder_that_is_made_later_is_followed(root: Path, changes: Queue[str]) -> None:
    (root / "exemplars").mkdir()
    heard(changes, "exemplars")
    assert is_followed(root, "exemplars/index.md", changes)


def test_a_folder_that_is_deleted_and_made_again_is_followed(root: Path, changes: Queue[str]) -> None:
    assert is_followed(root, "continuum/continuum.yml", changes)
    shutil.rmtree(root / "continuum")
    heard(changes, "continuum")
    (root / "continuum").mkdir()
    assert is_followed(root, "continuum/continuum.yml", changes)


def is_followed(root: Path, file: str, changes: Queue[str]) -> bool:
    """Whether a file that changes is named, maybe a moment after its folder was made."""
    while not changes.empty():
        changes.get()
    for number in range(20):
        (root / file).write_text(str(number), encoding="utf-8")
        with suppress(Empty):
            if changes.get(timeout=0.1) == file:
                return True
    return False


def test_what_builds_leave_is_not_looked_at(root: Path, changes: Queue[str]) -> None:
    for folder in ("site", ".continuum", "notes"):
        (root / folder).mkdir()
        (root / folder / "a.txt").write_text("a", encoding="utf-8")
    (root / "mkdocs.yml").write_text("changed", encoding="utf-8")
    assert heard(changes, "mkdocs.yml") == {"mkdocs.yml"}


def test_reading_is_no_change(root: Path, changes: Queue[str]) -> None:
    (root / "mkdocs.yml").read_text(encoding="utf-8")
    with pytest.raises(Empty):
        changes.get(timeout=0.3)
