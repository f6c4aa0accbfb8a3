"""A folder for copies, which is gone afterwards."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from site_builder.evidence.spool import private_folder


def test_the_folder_can_be_opened_by_its_owner_only() -> None:
    with private_folder() as folder:
        assert folder.is_dir()
        if os.name == "posix":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_two_folders_are_apart() -> None:
    with private_folder() as one, private_folder() as other:
        assert one != other


def test_the_folder_is_gone_afterwards_with_all_that_is_in_it() -> None:
    with private_folder() as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "copy.csv").write_text("student", encoding="utf-8")
    assert not folder.exists()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_the_folder_is_gone_after_a_failure_too(error: type[BaseException]) -> None:
    left: list[Path] = []
    with pytest.raises(error), private_folder() as folder:
        left.append(folder)
        (folder / "copy.csv").write_text("student", encoding="utf-8")
        raise error
    assert not left[0].exists()
