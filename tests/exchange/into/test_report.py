"""What is said of an import and of an export: in plain words, complete, and without a sign that steers anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.exchange.fields import FIELDS, NEEDED, left_behind
from site_builder.exchange.format import Aside, Remark, Taken
from site_builder.exchange.into.outcome import Into
from site_builder.exchange.into.plain_names import PLAIN
from site_builder.exchange.into.report import REPORT, SET_ASIDE, left_behind_lines, report_files, report_lines
from site_builder.exchange.into.said_safely import in_markdown, one_line
from site_builder.exchange.into.take import take_into
from site_builder.model import Skill
from site_builder.sources.markdown import plain
from tests.exchange.schools import competency, framework, school_at, skill
from tests.project import Project

COMING = framework(competency("A", skill("A.1"), skill("A.2")), competency("B"))
DONE = Into(
    came=COMING,
    made=("a.yml", "b.yml"),
    same=("c.yml",),
    counts={"items": 5, "relations": 0},
    aside=(
        Aside("notes", "N*1", "a.csv", 3, {"a": "b"}, "there is no place for it"),
        Aside("notes", "N2", "a.csv", 4, None, "there is no place for it"),
        Aside("rubrics", "R", "a.csv", 5, [], "a level has one text"),
    ),
    remarks=(Remark("A", "looks odd"), Remark("B", "looks odd"), Remark("C", "is new")),
    carries=FIELDS - {"skill.at_home"},
)


def report(done: Into) -> str:
    return report_files(done)[REPORT].decode()


def test_it_says_how_much_came_in() -> None:
    text = report(DONE)
    assert "| items | 5 |\n| relations | 0 |\n" in text
    assert "| areas | 1 |\n| competencies | 2 |\n| skills | 2 |\n| descriptors | 4 |\n" in text
    assert "| made | 2 |\n| changed | 0 |\n| moved | 0 |\n| left as they are | 1 |\n" in text


def test_what_is_set_aside_stands_by_kind_with_its_reason() -> None:
    text = report(DONE)
    assert "- **notes** (2): there is no place for it\n  Names: N\\*1, N2\n" in text
    assert "- **rubrics** (1): a level has one text\n  Names: R\n" in text
    assert "[set-aside.json](set-aside.json)" in text


def test_remarks_that_say_the_same_stand_together() -> None:
    assert "- A, B: looks odd\n- C: is new\n" in report(DONE)


def test_of_many_the_first_are_named_and_the_others_counted() -> None:
    many = replace(DONE, remarks=tuple(Remark(f"A{number}", "looks odd") for number in range(50)))
    assert "A18, A19 and 30 more: looks odd\n" in report(many)


def test_it_says_what_the_files_could_not_say() -> None:
    assert "## What these files could not say\n" in report(DONE)
    assert "\n- what a family can do at home\n" in report(DONE)
    assert "could not say" not in report(replace(DONE, carries=FIELDS))


def test_where_all_is_well_it_says_so() -> None:
    bare = report(replace(DONE, aside=(), remarks=(), counts={}))
    assert "Nothing: all that the files hold has found a place." in bare
    assert "in the files" not in bare
    assert SET_ASIDE not in report_files(replace(DONE, aside=()))


def test_the_same_import_gives_the_same_report(tmp_path: Path) -> None:
    for name in ("one", "two"):
        take_into(tmp_path / name, Taken(COMING, aside=DONE.aside, remarks=DONE.remarks), None)
    for file in (REPORT, SET_ASIDE):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_in_brief_for_a_terminal() -> None:
    assert report_lines(DONE) == [
        "Came in: 1 area, 2 competencies, 2 skills, 4 descriptors.",
        "The files hold: 5 items, 0 relations.",
        "Sources: 2 made, 1 left as they are.",
        "Set aside: notes (2): there is no place for it.",
        "Set aside: rubrics (1): a level has one text.",
        "To look at: 3 things, which imported/report.md lists.",
    ]


def test_in_brief_where_there_is_little_to_say() -> None:
    done = Into(came=COMING, remarks=(Remark("A", "is new"),))
    assert report_lines(done)[1:] == ["Sources: nothing.", "To look at: 1 thing, which imported/report.md lists."]
    assert report_lines(Into()) == ["Sources: nothing."]


HOSTILE = "\x1b[31mred\x07 \u202eevil \r\n# [x](javascript:a) | <b>&amp;</b> `c` *d* _e_ ~f~ !g"


@pytest.mark.parametrize("place", ["kind", "name", "why"])
def test_texts_of_files_steer_no_terminal_and_make_no_markdown(place: str) -> None:
    aside = replace(DONE.aside[0], **{place: HOSTILE})  # type: ignore[arg-type]  # all three are texts
    done = replace(DONE, aside=(aside,), counts={HOSTILE: 1}, remarks=(Remark(HOSTILE, HOSTILE),))
    for text in (report(done), "\n".join(report_lines(done))):
        assert not {"\x1b", "\x07", "\u202e", "\r"} & set(text)
    assert "[x](" not in report(done) and "<b>" not in report(done)


def test_a_text_reads_in_markdown_as_it_is() -> None:
    assert plain(in_markdown("a*b* [c](d) <e> `f` _g_ \\ h & i ~j~ k|l")) == "a*b* [c](d) <e> `f` _g_ \\ h & i ~j~ k|l"


def test_a_long_text_is_cut() -> None:
    assert one_line("x" * 500) == "x" * 159 + "…"


class TestLeftBehind:
    """What an export says about what stays in the sources."""

    def test_every_name_has_words(self) -> None:
        assert set(PLAIN) == FIELDS
        assert len(set(PLAIN.values())) == len(PLAIN)

    def test_it_counts_what_has_no_place(self, project: Project) -> None:
        lines = left_behind_lines(school_at(project.root), FIELDS - {"skill.at_home", "exemplars"})
        assert lines == ["This format has no place for:", "  student work (4)", "  what a family can do at home (1)"]

    def test_it_says_nothing_where_all_is_carried(self, project: Project) -> None:
        assert left_behind_lines(school_at(project.root), FIELDS) == []

    def test_what_goes_out_in_part_is_told_apart(self, project: Project) -> None:
        lines = left_behind_lines(
            school_at(project.root), FIELDS - {"skill.levels", "exemplars"}, frozenset({"exemplars"})
        )
        assert [line for line in lines if not line.startswith(" ")] == [
            "This format has no place for:",
            "This goes out, and comes back in another form or not at all:",
        ]
        assert lines[1].startswith("  descriptors") and lines[-1].startswith("  student work")

    def test_what_nobody_has_said_is_not_left_behind(self) -> None:
        bare = framework(competency("A", Skill("A", "About A", {})))
        assert [name for name in left_behind(bare, NEEDED) if name.startswith("skill")] == []
