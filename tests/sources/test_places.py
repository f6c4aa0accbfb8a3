"""From paths of keys to lines: in the file itself, when somebody asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.sources.places import placed, placed_in, span_of
from tests.sources.findings import source


def problem(at: Span | Spot, message: str = "it is wrong") -> Problem:
    """A problem at a place."""
    return Problem(at, "wrong", message)


def test_a_spot_becomes_a_line_of_its_file(tmp_path: Path) -> None:
    source(tmp_path, "a.yml", "id: A\nwas: [b, c]\n")
    [found] = placed([problem(Spot("a.yml", ("was", 1)))], tmp_path)
    assert found.at == Span("a.yml", 2, 10)


def test_lines_of_a_markdown_source_count_from_the_top_of_the_file(tmp_path: Path) -> None:
    source(tmp_path, "a.md", "\ufeff---\r\nid: A\r\ntitle: B\r\n---\r\nText")
    found = placed([problem(Spot("a.md", ("title",), on_key=True)), problem(Spot("a.md", ("id",)))], tmp_path)
    assert [it.at for it in found] == [Span("a.md", 2, 5), Span("a.md", 3, 1)]


def test_problems_come_in_the_order_of_the_files_and_once_each(tmp_path: Path) -> None:
    source(tmp_path, "a.yml", "x: 1\ny: 2\n")
    source(tmp_path, "b.yml", "x: 1\n")
    spots = [Spot("b.yml"), Spot("a.yml", ("y",)), Spot("a.yml", ("x",)), Spot("a.yml", ("x",))]
    found = placed([problem(at) for at in spots] + [problem(Span("a.yml", 2, 1), "another")], tmp_path)
    assert [str(it.at) for it in found] == ["a.yml:1:4", "a.yml:2:1", "a.yml:2:4", "b.yml:1:1"]


@pytest.mark.parametrize("content", [b"\xff\x00", b"a: [", b"no head", b""])
@pytest.mark.parametrize("file", ["a.yml", "a.md"])
def test_a_file_that_cannot_be_read_still_has_a_first_line(tmp_path: Path, file: str, content: bytes) -> None:
    source(tmp_path, file, content)
    [found] = placed([problem(Spot(file, ("id",)))], tmp_path)
    assert isinstance(found.at, Span)
    assert found.at.line == 1


def test_a_file_that_is_not_there_has_a_first_line_too(tmp_path: Path) -> None:
    [found] = placed([problem(Spot("gone.yml", ("id",)))], tmp_path)
    assert found.at == Span("gone.yml", 1, 1)


def test_a_text_at_hand_is_not_read_again() -> None:
    here = Problem(Span("a.md", 9, 9), "wrong", "as it is", Severity.NOTE)
    found = placed_in([problem(Spot("a.md", ("b",))), here], "a: 1\nb: 2", first_line=2)
    assert [it.at for it in found] == [Span("a.md", 3, 4), Span("a.md", 9, 9)]
    assert found[1] is here
    assert span_of(Spot("a.md", ("a",), on_key=True), "a: 1", first_line=5) == Span("a.md", 5, 1)
