"""The list of texts that are known to be something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.private.allowed import Allowed, read_allowed
from site_builder.problems import Span


def test_a_text_has_a_reason_after_it(tmp_path: Path) -> None:
    file = tmp_path / "allowed.txt"
    file.write_text("# our list\n\nRose  Garden  # a park\nWill Marsh\nC#m  # a chord\n", encoding="utf-8")
    allowed, (problem,) = read_allowed(file)
    assert allowed.texts == ("Rose Garden", "C#m")
    assert (problem.code, problem.at) == ("allow-list-reason", Span(str(file), 4))


def test_a_list_that_is_not_there_is_said(tmp_path: Path) -> None:
    allowed, (problem,) = read_allowed(tmp_path / "none.txt")
    assert allowed == Allowed()
    assert problem.code == "allow-list-unread"


@pytest.mark.parametrize(
    ("found", "before", "after", "is_covered"),
    [
        ("Rose\nGarden", "the ", " is", True),
        ("rose garden", "the ", " is", False),
        ("Will Marsh", "at  ", " \n School today", True),
        ("Will Marsh", "at ", " Street", False),
        ("Will Marsh", "at ", "School", False),
    ],
)
def test_a_text_is_allowed_letter_for_letter_with_what_stands_around_it(
    found: str, before: str, after: str, is_covered: bool
) -> None:
    assert Allowed(("Rose Garden", "Will Marsh School")).covers(found, before, after) == is_covered
