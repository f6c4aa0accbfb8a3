"""Finished files in brief."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from site_builder.site.finished import Finished
from site_builder.site.publish import Staging, staging, write_all


def with_files(root: Path, **files: bytes) -> Staging:
    (root / "cache").mkdir(parents=True, exist_ok=True)
    stage = staging(root / "site", root / "cache")
    stage.bring({name: f"key of {data!r}" for name, data in files.items()}, partial(write_all, files))
    return stage


def test_a_file_is_known_by_what_a_browser_can_work_out_too(tmp_path: Path) -> None:
    brief = Finished(with_files(tmp_path, page=b"words")).of("page")
    assert brief == (urlsafe_b64encode(sha256(b"words").digest()[:12]).decode(), 5)


def test_a_file_is_read_once_and_known_by_its_key_in_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = with_files(tmp_path, page=b"words", other=b"more")
    known = Finished(stage)
    first = [known.of("page"), known.of("other")]
    known.keep()
    monkeypatch.setattr(Path, "read_bytes", _refuse(stage.folder, Path.read_bytes))
    again = Finished(stage)
    assert [again.of("page"), again.of("other")] == first


def test_a_file_with_another_key_is_read_again(tmp_path: Path) -> None:
    known = Finished(with_files(tmp_path, page=b"words"))
    known.of("page")
    known.keep()
    assert Finished(with_files(tmp_path, page=b"other words")).of("page").size == len(b"other words")


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"page": 1}', b'{"page": ["k", "d"]}', b"\xff"])
def test_a_damaged_memory_is_forgotten(tmp_path: Path, damage: bytes) -> None:
    stage = with_files(tmp_path, page=b"words")
    known = Finished(stage)
    right = known.of("page")
    known.keep()
    (tmp_path / "cache" / "offline" / "files.json").write_bytes(damage)
    assert Finished(stage).of("page") == right


def test_what_is_not_asked_for_any_more_is_not_kept_for_ever(tmp_path: Path) -> None:
    stage = with_files(tmp_path, page=b"words", other=b"more")
    for names in (("page", "other"), ("page",)):
        known = Finished(stage)
        for name in names:
            known.of(name)
        known.keep()
    assert set(Finished(stage).known) == {"page"}


def _refuse(folder: Path, really: object) -> object:
    def read(path: Path) -> bytes:
        assert folder not in path.parents, "this file is known"
        return really(path)  # type: ignore[operator,no-any-return]

    return read
