"""A source says something else, and all that nobody changed stays byte for byte."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.exchange.into.amend import Amended, amended
from site_builder.exchange.into.page import Page
from site_builder.sources.text import CONTROL
from site_builder.sources.yaml import Value, read_yaml

TEXT = """\
# The first competency that we wrote.
id: LIT.ARG   # never changes
title: "Argue"

statement: 'It''s mine.'
# Asked for by the teachers of history.
why: >-
  Because it is good
  for everyone.
prerequisites: [LIT.INF,   LIT.SRC]
evidence: {pieces: 2,  kinds: 2}

# Skills follow.
skills:
  # The first one.
  - id: LIT.ARG.1
    title: Claim      # a short one
    levels:
      1: I can say it.
      2:
        - One.   # of two
        - Two.
  - id: LIT.ARG.2
    title: Evidence
    levels: {1: I can find it., 2: I can weigh it.}

# The end.
"""


def unexpected() -> str:
    raise AssertionError("it was to be amended, not written anew")


def said(text: str) -> Any:
    value, problems = read_yaml("a.yml", Page(text).plain)
    assert problems == []
    return value


def changed(path: str, value: Value, text: str = TEXT) -> Amended:
    """The text with another value at a path; None takes it out."""
    wanted = deepcopy(said(text))
    *way, last = path.split("/")
    at = wanted
    for step in way:
        at = at[step] if isinstance(at, dict) else at[int(step)]
    if value is None:
        del at[last if isinstance(at, dict) else int(last)]
    else:
        at[last] = value
    new = amended(text, wanted, unexpected)
    assert said(new.text) == wanted
    return new


def test_nothing_is_touched_where_nothing_changes() -> None:
    assert amended(TEXT, said(TEXT), unexpected) == Amended(TEXT)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("id", "LIT.ARG2", "id: LIT.ARG   # never", "id: LIT.ARG2   # never"),
        ("title", "Argue well", 'title: "Argue"', 'title: "Argue well"'),
        ("statement", "It's: ours", "'It''s mine.'", '"It\'s: ours"'),
        ("why", "Short", ">-\n  Because it is good\n  for everyone.", "Short"),
        ("prerequisites", ["LIT.INF"], "[LIT.INF,   LIT.SRC]", "[LIT.INF]"),
        ("evidence/pieces", "3", "{pieces: 2,  kinds", "{pieces: 3,  kinds"),
        ("skills/0/title", "Claim: it", "title: Claim      #", 'title: "Claim: it"      #'),
        ("skills/0/levels/1", "I can.", "1: I can say it.", "1: I can."),
        ("skills/0/levels/2", ["One.", "Three."], "        - Two.", "        - Three."),
        ("skills/0/levels/2", ["One.", "Two.", "Three."], "        - Two.\n", "        - Two.\n        - Three.\n"),
        ("skills/0/levels/2", "Both.", "2:\n        - One.   # of two\n        - Two.", "2: Both."),
        ("skills/0/levels/1", ["A", "B"], "1: I can say it.", "1: [A, B]"),
        ("skills/0/levels/1", ["A b", "B c"], "1: I can say it.", "1:\n        - A b\n        - B c"),
        ("skills/0/at_home", "Ask.", "        - Two.\n", "        - Two.\n    at_home: Ask.\n"),
        ("skills/1/levels/2", "I, too, can.", "2: I can weigh it.}", '2: "I, too, can."}'),
        ("skills/1/levels/3", "More.", "2: I can weigh it.}", "2: I can weigh it., 3: More.}"),
        ("skills/1/levels/1", None, "{1: I can find it., 2", "{2"),
        ("was", ["old"], "weigh it.}\n", "weigh it.}\nwas: [old]\n"),
        ("prerequisites", None, "prerequisites: [LIT.INF,   LIT.SRC]\n", ""),
        ("why", "a\nb", ">-\n  Because it is good\n  for everyone.", "|-\n  a\n  b"),
        (
            "why",
            None,
            "# Asked for by the teachers of history.\nwhy: >-\n  Because it is good\n  for everyone.\n",
            "",
        ),
        ("skills/1", None, "  - id: LIT.ARG.2\n    title: Evidence\n", ""),
    ],
)
def test_only_what_changes_is_changed(path: str, value: Value, old: str, new: str) -> None:
    assert old in TEXT
    expected = TEXT.replace(old, new)
    if path == "skills/1":
        expected = expected.replace("    levels: {1: I can find it., 2: I can weigh it.}\n", "")
    assert changed(path, value).text == expected


def test_ends_of_lines_stay_as_they_are() -> None:
    text = TEXT.replace("\n", "\r\n")
    new = changed("skills/0/levels/1", ["A b", "B c"], text).text
    assert new == text.replace("1: I can say it.", "1:\r\n        - A b\r\n        - B c")


def test_invisible_signs_elsewhere_stay() -> None:
    text = TEXT.replace("title: Evidence", "title: Evi\u200bdence")
    assert changed("skills/1/levels/2", "It.", text).text == text.replace("I can weigh it.}", "It.}")


def test_comments_that_go_are_named() -> None:
    assert changed("why", None).lost == ("# Asked for by the teachers of history.",)
    assert changed("skills/0/levels/2", "Both.").lost == ("# of two",)
    assert changed("title", "It").lost == ()


def test_a_text_without_an_end_of_line_gets_one_before_something_is_added() -> None:
    assert changed("b", "2", "a: 1").text == "a: 1\nb: 2\n"


def test_a_skill_is_put_where_it_belongs() -> None:
    wanted = deepcopy(said(TEXT))
    wanted["skills"].insert(1, {"id": "LIT.ARG.3", "title": "Voice"})
    assert amended(TEXT, wanted, unexpected).text == TEXT.replace(
        "  - id: LIT.ARG.2\n", "  - id: LIT.ARG.3\n    title: Voice\n  - id: LIT.ARG.2\n"
    )


def test_skills_in_another_order_are_so_in_the_text() -> None:
    wanted = deepcopy(said(TEXT))
    wanted["skills"].reverse()
    new = amended(TEXT, wanted, unexpected)
    assert said(new.text) == wanted
    assert [it["id"] for it in said(new.text)["skills"]] == ["LIT.ARG.2", "LIT.ARG.1"]
    assert new.text.startswith(TEXT.partition("skills:")[0])


@pytest.mark.parametrize("text", ["", "a: [", "only a text", "- a\n- b"])
def test_what_cannot_be_amended_is_written_anew(text: str) -> None:
    assert amended(text, {"a": "b"}, lambda: "a: b\n").text == "a: b\n"


def test_all_comments_of_a_text_that_is_written_anew_are_named() -> None:
    new = amended("# one\n- a # two\n# three", {"a": "# no comment"}, lambda: 'a: "# no comment"\n')
    assert new.lost == ("# one", "# two", "# three")


WORDS = st.sampled_from(
    ["a", "b c", "d: e", "# f", "null", "x" * 130, "one\ntwo", "it's", "word " * 30 + "end", "é", "[g]"]
)
NAMES = st.sampled_from(["id", "title", "a", "1", "b c", "d: e"])
VALUES = st.recursive(
    WORDS | st.none(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(NAMES, inner, min_size=1, max_size=4)
        | st.lists(
            st.fixed_dictionaries({"id": st.sampled_from("ABCD"), "t": inner}),
            max_size=3,
            unique_by=lambda it: it["id"],
        )
    ),
    max_leaves=10,
)
GROUPS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=4)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A document as somebody may have written it: with comments, empty lines, brackets and quotes of any kind."""
    lines: list[str] = []
    _group(draw, draw(GROUPS), 0, lines)
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from(["", end, end * 2, f"{end}# the end{end}"]))


def _group(draw: st.DrawFn, value: Any, indent: int, lines: list[str]) -> None:
    for name, inner in value.items():
        _above(draw, indent, lines)
        _after(draw, f"{' ' * indent}{_scalar(draw, name)}:", inner, indent, lines)


def _above(draw: st.DrawFn, indent: int, lines: list[str]) -> None:
    what = draw(st.integers(0, 5))
    if what == 0:
        lines.append("")
    elif what == 1:
        lines.append(" " * indent + f"# note {len(lines)}")


def _after(draw: st.DrawFn, start: str, value: Any, indent: int, lines: list[str]) -> None:
    if not isinstance(value, dict | list) or not value or draw(st.integers(0, 2)) == 0:
        lines.append(f"{start} {_inline(draw, value)}" + (f"  # note {len(lines)}" if draw(st.booleans()) else ""))
        return
    lines.append(start)
    step = draw(st.integers(1, 3))
    if isinstance(value, dict):
        _group(draw, value, indent + step, lines)
        return
    for inner in value:
        _above(draw, indent + step, lines)
        _after(draw, " " * (indent + step) + "-", inner, indent + step, lines)


def _inline(draw: st.DrawFn, value: Any) -> str:
    blank = draw(st.sampled_from(["", " "]))
    if isinstance(value, dict):
        return (
            "{" + blank + ", ".join(f"{_scalar(draw, name)}: {_inline(draw, it)}" for name, it in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + f",{blank} ".join(_inline(draw, it) for it in value) + blank + "]"
    return _scalar(draw, value)


def _scalar(draw: st.DrawFn, text: str | None) -> str:
    if text is None:
        return draw(st.sampled_from(["null", "~"]))
    if text.isalnum() and text != "null" and draw(st.booleans()):
        return text
    if "\n" not in text and draw(st.booleans()):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\n", "\\n") + '"'


@st.composite
def edits(draw: st.DrawFn, value: Any) -> Any:
    """The value with some of it changed, taken out, or added to."""
    what = draw(st.integers(0, 6))
    if what == 0 or not isinstance(value, dict | list) or not value:
        return draw(VALUES)
    if isinstance(value, dict):
        changed = {name: draw(edits(it)) if draw(st.booleans()) else it for name, it in value.items()}
        if what == 1:
            changed.pop(next(iter(changed)))
        return changed | (draw(GROUPS) if what == 2 else {})
    entries = [draw(edits(it)) if draw(st.booleans()) else it for it in value]
    if what == 1:
        entries = draw(st.permutations(entries))
    return [*entries[what == 3 :], *(draw(st.lists(VALUES, max_size=1)))]


@given(st.data())
def test_any_change_of_any_text_says_what_it_should(data: st.DataObject) -> None:
    text = data.draw(pages())
    before = said(text)
    wanted = data.draw(edits(before))
    new = amended(text, wanted, lambda: "anew: 1\n")
    if wanted == before:
        assert new.text == text
    if new.text.replace("\r", "") != "anew: 1\n":
        assert said(new.text) == wanted
        assert not CONTROL.search(new.text)


@given(st.data())
def test_a_change_of_one_value_leaves_all_other_lines(data: st.DataObject) -> None:
    text = data.draw(pages())
    before = said(text)
    name = data.draw(st.sampled_from(sorted(before)))
    new = amended(text, {**before, name: "another text"}, unexpected)
    assert said(new.text) == {**before, name: "another text"}
    for other in before:
        if other != name:
            assert said(new.text)[other] == before[other]
    lost = set(new.lost)
    kept = [line for line in text.splitlines() if line.lstrip().startswith("#") and line.strip() not in lost]
    assert [line for line in new.text.splitlines() if line.lstrip().startswith("#")] == kept
