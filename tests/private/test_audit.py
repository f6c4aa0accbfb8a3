"""The leak check as a report."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from site_builder.private import audit as module
from site_builder.private.audit import audit
from site_builder.problems import Severity, Span
from tests.private.people import SECRET, all_needles


def test_a_leak_is_an_error_with_its_place_and_without_the_name(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("\n<p>Haddad, Noor</p>", encoding="utf-8")
    (problem,) = audit([tmp_path], all_needles()).problems
    assert problem.code == "leak"
    assert problem.severity is Severity.ERROR
    assert problem.at == Span((tmp_path / "a.html").as_posix(), 2)
    assert problem.message == "the name of somebody on the roster (H… N…) stands here"


def test_a_key_is_named_without_any_of_its_letters(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(SECRET.link.encode()))
    assert [it.message for it in audit([tmp_path], all_needles()).problems] == [
        "the key of a private page stands here, compressed"
    ]


def test_what_could_not_be_searched_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(b"\x1f\x8b\x08 damaged")
    (problem,) = audit([tmp_path], all_needles()).problems
    assert (problem.code, problem.severity) == ("leak-unsearched", Severity.WARNING)
    assert problem.message == "something here could not be searched (compressed): it is damaged"


def test_a_folder_that_is_not_there_is_not_taken_for_clean(tmp_path: Path) -> None:
    assert [it.code for it in audit([tmp_path / "none"], all_needles()).problems] == ["leak-no-folder"]


def test_the_summary_says_how_much_was_searched(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"x" * 2_000_000)
    clock = iter([10.0, 11.5])
    done = audit([tmp_path], all_needles(), clock=lambda: next(clock))
    assert str(done) == f"searched 1 files (2.0 MB) for {all_needles().count} texts in 1.5 s"


def test_a_hundred_leaks_are_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    (tmp_path / "a.html").write_text("Noor Haddad\nand\n" * 10, encoding="utf-8")
    problems = audit([tmp_path], all_needles()).problems
    assert len(problems) == 4
    assert problems[-1].message == "and 7 more places like those before"
