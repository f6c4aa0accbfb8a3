"""One run at a time on a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.problems import Problem
from site_builder.progress.turn import in_turn, unwritable


def code_of(it: object) -> str:
    assert isinstance(it, Problem)
    return it.code


def test_what_the_work_gives_is_given_on(tmp_path: Path) -> None:
    assert in_turn(tmp_path / "new/private", lambda: 7) == 7


def test_who_comes_second_is_told_to_wait_and_then_has_their_turn(tmp_path: Path) -> None:
    out = tmp_path / "private"
    assert code_of(in_turn(out, lambda: in_turn(out, lambda: 7))) == "run-running"
    assert in_turn(out, lambda: in_turn(tmp_path / "plain", lambda: 7)) == 7
    assert in_turn(out, lambda: 7) == 7


@pytest.mark.parametrize(
    ("error", "code"),
    [(EOFError(), "run-cut-off"), (BrokenPipeError(), "run-cut-off"), (OSError(28, "full"), "private-unwritable")],
)
def test_what_the_machine_does_is_said_in_words(tmp_path: Path, error: Exception, code: str) -> None:
    def work() -> None:
        raise error

    assert code_of(in_turn(tmp_path / "private", work)) == code
    assert in_turn(tmp_path / "private", lambda: 7) == 7


def test_a_bug_is_not_taken_for_the_machine(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        in_turn(tmp_path / "private", lambda: 1 // 0)


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert code_of(in_turn(tmp_path / "file/private", lambda: 7)) == "private-unwritable"


def test_an_error_without_words_has_some(tmp_path: Path) -> None:
    assert "does not say why" in unwritable(tmp_path, OSError()).message
