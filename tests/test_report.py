"""Problems as people and programs read them."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from site_builder import report
from site_builder.problems import Problem, Severity, Span
from site_builder.report import as_json, shown, summary
from tests.sources.findings import source

HERE = Span("continuum/a.yml", 2, 8)
ERROR = Problem(HERE, "level-missing", "“Claim” has level 1 but no 2", hint="add level 2")
WARNING = Problem(HERE, "deficit-word", "“fail” names a lack", Severity.WARNING)
NOTE = Problem(HERE, "moderation-open", "it is a draft", Severity.NOTE, "moderate it")


def plain(problems: list[Problem], root: Path, notes: bool = False) -> str:
    """What the terminal shows, without colours."""
    return click.unstyle(shown(problems, root, notes=notes))


def test_a_problem_is_shown_with_its_line_and_a_hint(tmp_path: Path) -> None:
    source(tmp_path, "continuum/a.yml", "id: A\ntitle: Claim\n")
    assert plain([ERROR], tmp_path) == (
        "continuum/a.yml:2:8: error[level-missing]: “Claim” has level 1 but no 2\n"
        "  2 | title: Claim\n"
        "    |        ^\n"
        "  hint: add level 2"
    )


def test_notes_are_shown_on_request(tmp_path: Path) -> None:
    assert plain([NOTE, WARNING], tmp_path) == "continuum/a.yml:2:8: warning[deficit-word]: “fail” names a lack"
    assert "note[moderation-open]" in plain([NOTE, WARNING], tmp_path, notes=True)
    assert plain([NOTE], tmp_path) == ""


@pytest.mark.parametrize("content", ["", "one line", "one\n\n", "one\n  \nthree"])
def test_a_line_that_is_empty_or_not_there_is_left_out(tmp_path: Path, content: str) -> None:
    source(tmp_path, "continuum/a.yml", content)
    assert len(plain([ERROR], tmp_path).splitlines()) == 2


def test_a_folder_in_place_of_a_file_has_no_line(tmp_path: Path) -> None:
    (tmp_path / "continuum" / "a.yml").mkdir(parents=True)
    assert len(plain([ERROR], tmp_path).splitlines()) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_those_that_an_editor_counts(tmp_path: Path, encoding: str, end: str) -> None:
    text = f"a: \u2028one\x0c two{end}Zoë: 日本{end}"
    source(tmp_path, "continuum/a.yml", text.encode(encoding))
    assert "  2 | Zoë: 日本\n    |        ^" in plain([ERROR], tmp_path)


def test_a_line_cannot_steer_the_terminal(tmp_path: Path) -> None:
    source(tmp_path, "continuum/a.yml", b"a\n\x1b[31mred\x07 \xff\t\xe2\x80\xae!\n")
    [_, line, *_] = plain([ERROR], tmp_path).splitlines()
    assert line == "  2 |  [31mred  \ufffd  !"


def test_a_message_stays_on_one_line_and_cannot_steer_the_terminal(tmp_path: Path) -> None:
    wild = Problem(Span("a\n\udcff.yml"), "value", "says\n\x1b[2Jboo", hint="a\rb")
    assert plain([wild], tmp_path) == "a  .yml:1:1: error[value]: says  [2Jboo\n  hint: a b"
    assert shown([wild], tmp_path, notes=True).encode()


def test_words_that_need_joiners_keep_them(tmp_path: Path) -> None:
    assert "می\u200cخواهم 👩\u200d🏫" in plain([Problem(HERE, "value", "می\u200cخواهم 👩\u200d🏫")], tmp_path)


def test_a_long_line_is_cut_and_its_mark_stays_in_view(tmp_path: Path) -> None:
    source(tmp_path, "continuum/a.yml", "x" * 500)
    [_, line, mark] = plain([Problem(Span("continuum/a.yml", 1, 400), "value", "wrong")], tmp_path).splitlines()
    assert line == f"  1 | {'x' * 160}"
    assert mark == f"    | {' ' * 160}^"


@pytest.mark.parametrize(
    ("problems", "said"),
    [
        ([], "no problems"),
        ([ERROR], "1 error"),
        ([NOTE, WARNING, NOTE, ERROR, ERROR], "2 errors, 1 warning, 2 notes"),
    ],
)
def test_a_summary_counts_each_kind(problems: list[Problem], said: str) -> None:
    assert summary(problems) == said


def test_problems_are_one_json_object_with_whatever_else_is_told() -> None:
    assert json.loads(as_json([ERROR, NOTE], pages=3)) == {
        "pages": 3,
        "problems": [
            {
                "file": "continuum/a.yml",
                "line": 2,
                "column": 8,
                "severity": "error",
                "code": "level-missing",
                "message": "“Claim” has level 1 but no 2",
                "hint": "add level 2",
            },
            {
                "file": "continuum/a.yml",
                "line": 2,
                "column": 8,
                "severity": "note",
                "code": "moderation-open",
                "message": "it is a draft",
                "hint": "moderate it",
            },
        ],
    }


def test_json_can_be_written_whatever_a_file_is_called() -> None:
    text = as_json([Problem(Span("\udcff.yml"), "file-name", "no")])
    assert json.loads(text.encode())["problems"][0]["file"] == "?.yml"


def test_github_puts_each_problem_beside_its_line() -> None:
    assert report.annotations([ERROR, WARNING, NOTE]).splitlines() == [
        "::error file=continuum/a.yml,line=2,col=8,title=level-missing::“Claim” has level 1 but no 2. add level 2",
        "::warning file=continuum/a.yml,line=2,col=8,title=deficit-word::“fail” names a lack",
        "::notice file=continuum/a.yml,line=2,col=8,title=moderation-open::it is a draft. moderate it",
    ]


def test_a_text_cannot_give_github_another_command() -> None:
    wild = Problem(Span("a:b,c%.yml"), "value", "50%\n::error::boo")
    assert report.annotations([wild]) == "::error file=a%3Ab%2Cc%25.yml,line=1,col=1,title=value::50%25 ::error::boo"


def test_a_mark_stands_under_its_letter(tmp_path: Path) -> None:
    source(tmp_path, "continuum/a.yml", "a: b")
    assert plain([Problem(Span("continuum/a.yml", 1, 1), "value", "wrong")], tmp_path).endswith("  1 | a: b\n    | ^")
