"""A student's own words, read from a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_builder.problems import Problem, Severity, Span
from site_builder.progress.voice import Voice, read_voice, strangers

WORDS = """---
said: 2026-05-18
goals:
  - To ask before I answer
help:
  - Finding sources
language: es
---

Me gusta *discutir*.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "words").mkdir()
    return tmp_path / "words"


def write(folder: Path, text: str | bytes, student: str = "s-1") -> Path:
    path = folder / f"{student}.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def line_of(it: Problem) -> int:
    assert isinstance(it.at, Span)
    return it.at.line


class TestReading:
    """What a student has written."""

    def test_all_that_a_file_says_is_kept(self, folder: Path) -> None:
        write(folder, WORDS)
        wanted = Voice(
            "Me gusta *discutir*.", date(2026, 5, 18), ("To ask before I answer",), ("Finding sources",), "es"
        )
        assert read_voice(folder, "s-1") == (wanted, [])

    def test_a_file_may_hold_words_alone(self, folder: Path) -> None:
        write(folder, "I like it.\n\nAnd more.\n")
        assert read_voice(folder, "s-1") == (Voice("I like it.\n\nAnd more."), [])

    def test_a_file_may_hold_nothing(self, folder: Path) -> None:
        write(folder, "")
        assert read_voice(folder, "s-1") == (Voice(""), [])

    def test_a_head_may_be_empty(self, folder: Path) -> None:
        write(folder, "---\n---\nI like it.")
        assert read_voice(folder, "s-1") == (Voice("I like it."), [])

    def test_a_file_from_windows_is_read_alike(self, folder: Path) -> None:
        write(folder, b"\xef\xbb\xbf" + WORDS.replace("\n", "\r\n").encode())
        voice, problems = read_voice(folder, "s-1")
        assert (voice and voice.text, problems) == ("Me gusta *discutir*.", [])

    def test_who_has_written_nothing_is_not_asked_why(self, folder: Path) -> None:
        assert read_voice(folder, "s-2") == (None, [])
        assert read_voice(folder / "nowhere", "s-2") == (None, [])

    def test_nobody_gets_the_words_of_another(self, folder: Path) -> None:
        write(folder, "Mine.", "s-1")
        write(folder, "Theirs.", "s-10")
        voice, _ = read_voice(folder, "s-1")
        assert voice == Voice("Mine.")


class TestProblems:
    """What is wrong with a file is said by its line, and the page does without it."""

    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            ("---\ngoals: [one]\nno end", "head-open", 1),
            ("---\nhobby: chess\n---\n", "key-unknown", 2),
            ("---\nsaid: soon\n---\n", "value", 2),
            ("---\ngoals: one\n---\n", "value", 2),
            ("---\nsaid: &a 2026-05-18\n---\n", "yaml", 2),
            (b"\xff\xfe\xd8", "text-unreadable", 1),
            (b"caf\xe9", "text-unreadable", 1),
        ],
    )
    def test_each_is_pointed_at(self, folder: Path, text: str | bytes, code: str, line: int) -> None:
        path = write(folder, text)
        voice, problems = read_voice(folder, "s-1")
        assert voice is None
        assert [(it.code, it.at.file, line_of(it)) for it in problems] == [(code, path.as_posix(), line)]

    @pytest.mark.parametrize("student", ["../secret", "/etc/passwd", "..\\secret", "%2e%2e/secret", "a\x00b", "C:\\x"])
    def test_an_id_does_not_lead_out_of_the_folder(self, folder: Path, student: str) -> None:
        (folder.parent / "secret.md").write_text("Not this.", encoding="utf-8")
        assert read_voice(folder, student) == (None, [])

    def test_a_link_does_not_lead_out_of_the_folder(self, folder: Path) -> None:
        (folder.parent / "secret.md").write_text("Not this.", encoding="utf-8")
        (folder / "s-1.md").symlink_to(folder.parent / "secret.md")
        assert read_voice(folder, "s-1") == (None, [])

    def test_a_folder_is_not_a_file(self, folder: Path) -> None:
        (folder / "s-1.md").mkdir()
        assert read_voice(folder, "s-1") == (None, [])


class TestStrangers:
    """Words that are on no page."""

    def test_a_file_for_nobody_is_warned_about(self, folder: Path) -> None:
        write(folder, "Mine.", "s-1")
        path = write(folder, "Whose?", "s-9")
        (problem,) = strangers(folder, frozenset({"s-1"}))
        assert (problem.code, problem.severity) == ("words-of-nobody", Severity.WARNING)
        assert problem.at == Span(path.as_posix())
        assert "“s-9”" in problem.message
        assert problem.hint

    def test_what_is_not_a_file_of_words_is_left_alone(self, folder: Path) -> None:
        (folder / "notes.txt").write_text("Mine.", encoding="utf-8")
        assert strangers(folder, frozenset()) == []

    def test_every_student_may_have_words(self, folder: Path) -> None:
        write(folder, "Mine.", "s.1")
        assert strangers(folder, frozenset({"s.1"})) == []

    def test_a_school_may_have_no_such_folder(self, folder: Path) -> None:
        assert strangers(folder / "nowhere", frozenset({"s-1"})) == []
