"""Bringing a folder to a state, without anybody seeing the state between."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.site.publish import MARKER, Counts, Staging, refusal, staging, write_all

ONE = {"index.html": "first", "literacy/index.html": "a", "literacy/argue/index.html": "b"}


class Folder:
    """An output folder with its cache; `make` brings it to a state as a build does."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "site"
        self.cache = root / ".continuum"
        self.written: list[str] = []

    def stage(self) -> Staging:
        return staging(self.out, self.cache)

    def bring(self, stage: Staging, files: Mapping[str, str]) -> None:
        def write(lacking: list[str], folder: Path) -> None:
            self.written += lacking
            write_all({file: files[file].encode() for file in lacking}, lacking, folder)

        stage.bring({file: f"key of {text}" for file, text in files.items()}, write)

    def make(self, files: Mapping[str, str]) -> Counts:
        self.written = []
        stage = self.stage()
        self.bring(stage, files)
        return stage.exchange()

    def tree(self, folder: Path | None = None) -> dict[str, str]:
        top = folder or self.out
        files = (it for it in sorted(top.rglob("*")) if it.is_file() and it.name != MARKER)
        return {it.relative_to(top).as_posix(): it.read_text(encoding="utf-8") for it in files}

    @property
    def beside(self) -> set[str]:
        """The names of all folders beside the cache."""
        return {it.name for it in self.root.iterdir()} - {".continuum"}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_first_build_writes_everything(folder: Folder) -> None:
    assert folder.make(ONE) == Counts(kept=1, made=3, removed=0)
    assert folder.tree() == ONE
    assert folder.beside == {"site", ".site.spare"}
    assert (folder.out / "index.html").stat().st_nlink == 2


def test_a_second_build_of_the_same_writes_nothing(folder: Folder) -> None:
    folder.make(ONE)
    assert folder.make(ONE) == Counts(kept=4, made=0, removed=0)
    assert folder.written == []
    assert folder.tree() == ONE


def test_after_a_change_only_what_changed_is_written(folder: Folder) -> None:
    folder.make(ONE)
    two = {**ONE, "index.html": "second"}
    assert folder.make(two).made == 1
    assert folder.written == ["index.html"]
    assert folder.tree() == two


def test_the_spare_is_used_again_and_again(folder: Folder) -> None:
    states = [{**ONE, "index.html": text} for text in ("first", "second", "first", "second", "third")]
    made = []
    for state in states:
        folder.make(state)
        made.append(folder.written)
        assert folder.tree() == state
        assert folder.beside <= {"site", ".site.spare"}
    assert [len(it) for it in made] == [3, 1, 0, 0, 1]


def test_what_is_no_longer_wanted_is_taken_away_with_its_folders(folder: Folder) -> None:
    folder.make(ONE)
    assert folder.make({"index.html": "first"}).removed == 2
    assert folder.tree() == {"index.html": "first"}
    folder.make({"index.html": "first"})
    assert folder.tree() == {"index.html": "first"}
    assert not (folder.out / "literacy").exists()


def test_the_live_folder_is_not_touched_before_the_exchange(folder: Folder) -> None:
    folder.make(ONE)
    folder.make({**ONE, "index.html": "second"})
    before = folder.tree()
    stage = folder.stage()
    folder.bring(stage, {"index.html": "third", "new/index.html": "new"})
    assert folder.tree() == before
    stage.exchange()
    assert folder.tree() == {"index.html": "third", "new/index.html": "new"}


def test_a_shared_file_is_never_written_through(folder: Folder) -> None:
    folder.make(ONE)
    folder.make({**ONE, "index.html": "second"})
    shared = folder.out / "literacy" / "index.html"
    assert shared.stat().st_nlink == 2
    stage = folder.stage()
    folder.bring(stage, {**ONE, "literacy/index.html": "changed"})
    assert shared.read_text(encoding="utf-8") == "a"


def test_files_are_copied_where_the_disk_has_no_links(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    folder.make(ONE)
    two = {**ONE, "index.html": "second"}
    folder.make(two)
    assert folder.written == ["index.html"]
    assert folder.tree() == two
    assert (folder.out / "literacy" / "index.html").stat().st_nlink == 1
    folder.make(two)
    assert folder.written == []


def test_a_file_that_somebody_changed_in_the_site_is_made_again(folder: Folder) -> None:
    folder.make(ONE)
    (folder.out / "index.html").write_text("changed by hand", encoding="utf-8")
    folder.make(ONE)
    folder.make(ONE)
    assert folder.tree() == ONE


def test_a_file_that_somebody_deleted_from_the_site_is_made_again(folder: Folder) -> None:
    folder.make(ONE)
    (folder.out / "index.html").unlink()
    folder.make(ONE)
    assert folder.tree() == ONE


def test_a_file_that_somebody_put_into_the_site_does_not_come_back(folder: Folder) -> None:
    folder.make(ONE)
    (folder.out / "literacy" / "mine.txt").write_text("mine", encoding="utf-8")
    for _ in range(3):
        folder.make(ONE)
        assert folder.tree() == ONE


def test_what_an_index_is_made_of_holds_no_page_from_before(folder: Folder) -> None:
    folder.make({**ONE, "pagefind/index": "old"})
    folder.make({"index.html": "second"})
    stage = folder.stage()
    folder.bring(stage, {"index.html": "third"})
    stage.tidy(keep="pagefind/")
    assert folder.tree(stage.folder) == {"index.html": "third", "pagefind/index": "old"}


def test_a_link_that_somebody_put_into_the_site_is_never_written_through(folder: Folder, tmp_path: Path) -> None:
    outside, further = tmp_path / "outside", tmp_path / "further"
    for place in (outside, further):
        place.mkdir()
        (place / "index.html").write_text("mine", encoding="utf-8")
    (outside / "argue").symlink_to(further)
    folder.make({"literacy/argue/deep/index.html": "a"})
    shutil.rmtree(folder.out / "literacy")
    (folder.out / "literacy").symlink_to(outside)
    for text in ("c", "d", "e"):
        folder.make({"literacy/argue/deep/index.html": text})
        assert folder.tree(outside) == folder.tree(further) == {"index.html": "mine"}
        assert (outside / "argue").is_symlink()
        assert not (folder.out / "literacy").is_symlink()


def cut_off_before_the_new_site_took_its_place(folder: Folder) -> None:
    stage = folder.stage()
    folder.bring(stage, {"index.html": "second"})
    folder.out.rename(folder.root / ".site.old")


def cut_off_before_the_lists_were_written(folder: Folder) -> None:
    cut_off_before_the_new_site_took_its_place(folder)
    (folder.root / ".site.spare").rename(folder.out)


def cut_off_before_the_old_site_became_the_spare(folder: Folder) -> None:
    folder.make({**ONE, "index.html": "second"})
    (folder.root / ".site.spare").rename(folder.root / ".site.old")
    for file in (folder.cache / "trees").glob("*-spare.json"):
        file.unlink()


def cut_off_while_pages_were_written(folder: Folder) -> None:
    stage = folder.stage()
    folder.bring(stage, {"index.html": "second"})
    (stage.folder / "literacy").mkdir()
    (stage.folder / "literacy" / "index.html").write_text("half a pa", encoding="utf-8")


@pytest.mark.parametrize(
    ("cut_off", "live"),
    [
        (cut_off_before_the_new_site_took_its_place, ONE),
        (cut_off_before_the_lists_were_written, {"index.html": "second"}),
        (cut_off_before_the_old_site_became_the_spare, {**ONE, "index.html": "second"}),
        (cut_off_while_pages_were_written, ONE),
    ],
)
def test_a_build_that_was_cut_off_is_mended_by_the_next(folder: Folder, cut_off: object, live: dict[str, str]) -> None:
    folder.make({"index.html": "zero"})
    folder.make(ONE)
    assert callable(cut_off)
    cut_off(folder)
    folder.stage()
    assert folder.tree() == live
    for text in ("third", "fourth"):
        wanted = {**ONE, "index.html": text}
        folder.make(wanted)
        assert folder.tree() == wanted
        assert folder.beside <= {"site", ".site.spare"}


def test_an_exchange_that_fails_puts_the_last_good_site_back(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.make(ONE)
    stage = folder.stage()
    folder.bring(stage, {"index.html": "second"})
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == ".site.spare":
            raise PermissionError("in use")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(PermissionError):
            stage.exchange()
    assert folder.tree() == ONE
    folder.make({"index.html": "third"})
    assert folder.tree() == {"index.html": "third"}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"index.html": 3}', b'{"index.html": ["a"]}', b"\xff\xfe"])
def test_a_damaged_list_is_not_trusted(folder: Folder, damage: bytes) -> None:
    folder.make(ONE)
    folder.make({**ONE, "index.html": "second"})
    for file in (folder.cache / "trees").iterdir():
        file.write_bytes(damage)
    folder.make(ONE)
    assert folder.tree() == ONE


def test_a_cache_that_was_deleted_is_made_again(folder: Folder) -> None:
    folder.make(ONE)
    for file in (folder.cache / "trees").iterdir():
        file.unlink()
    folder.make({"index.html": "second"})
    assert folder.tree() == {"index.html": "second"}


class TestRefusal:
    """Where a site may not go."""

    def test_a_new_or_an_empty_folder_is_fine(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        assert refusal(tmp_path / "empty", tmp_path) is None
        assert refusal(tmp_path / "deep" / "site", tmp_path) is None

    def test_a_folder_that_a_build_made_is_fine(self, folder: Folder) -> None:
        folder.make(ONE)
        assert refusal(folder.out, folder.root) is None

    def test_a_folder_with_files_of_others_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "photos").mkdir()
        (tmp_path / "photos" / "me.jpg").write_bytes(b"")
        found = refusal(tmp_path / "photos", tmp_path)
        assert found is not None
        assert "holds files that no build made" in found.message

    def test_a_folder_among_the_sources_is_refused(self, tmp_path: Path) -> None:
        found = refusal(tmp_path / "continuum" / "site", tmp_path)
        assert found is not None
        assert "lies among your sources" in found.message

    def test_a_file_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "site").write_text("", encoding="utf-8")
        found = refusal(tmp_path / "site", tmp_path)
        assert found is not None
        assert found.message.endswith("is a file")

    @pytest.mark.parametrize("place", [".", "..", "school/..", "school"])
    def test_a_folder_that_holds_the_sources_is_refused(self, tmp_path: Path, place: str) -> None:
        root = tmp_path / "school"
        root.mkdir()
        assert refusal(root / place if place.startswith(".") else tmp_path / place, root) is not None

    def test_the_home_folder_and_what_holds_it_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "people" / "me").mkdir(parents=True)
        monkeypatch.setenv("HOME", str(tmp_path / "people" / "me"))
        for place in ("people/me", "people"):
            assert refusal(tmp_path / place, tmp_path / "school") is not None

    @pytest.mark.parametrize("name", ["site", ".site.spare", ".site.old"])
    def test_a_link_is_refused_in_all_places_that_a_build_writes_to(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / name).symlink_to(tmp_path / "elsewhere")
        found = refusal(tmp_path / "site", tmp_path)
        assert found is not None
        assert name in found.message
        assert "a link to somewhere else" in found.message

    def test_a_link_on_the_way_there_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "public").symlink_to(tmp_path / "elsewhere")
        assert refusal(tmp_path / "public" / "site", tmp_path) is not None
