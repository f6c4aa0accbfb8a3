"""Texts of other systems: HTML becomes Markdown where it is simple, formulas stay, nothing hidden comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.exchange.case.texts import has_html, line, said, without_html
from site_builder.sources.text import CONTROL
from tests.exchange.case.packages import framework, small, taken, words


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("I <b>can</b> <i>count</i>", "I **can** *count*"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One<br/>Two<BR>Three", "One\n\nTwo\n\nThree"),
        ("Do:<ul><li>this</li><li>that</li></ul>Then", "Do:\n\n- this\n- that\n\nThen"),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n    - b\n1. c"),
        ("x<sup>2</sup> and H<sub>2</sub>O", "x² and H₂O"),
        ("2<sup>ab</sup> 2<sup>k</sup> a<sub>i</sub>", "2^(ab) 2^k a_i"),
        ("<span style='x'>a</span> &amp; b&nbsp;c &#233;", "a & b c é"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("<script>alert(1)</script><img src=x><b>x</b>", "<script>alert(1)</script><img src=x>**x**"),
        ("</li></ul><li>x", "- x"),
    ],
)
def test_simple_html_becomes_markdown(html: str, markdown: str) -> None:
    assert has_html(html)
    assert without_html(html) == markdown


@pytest.mark.parametrize(
    "text", ["3 < 5", "$x < y$ and $a>b$", "| a | b |\n| - | - |", "<https://x.example>", "R&D", "a <x> b"]
)
def test_text_that_is_no_html_stays(text: str) -> None:
    assert not has_html(text)
    assert said(text) == text


def test_line_ends_are_made_one_kind_and_blanks_at_the_ends_go() -> None:
    assert said(" a\r\nb\rc\u2028d \n") == "a\nb\nc d"
    assert line(" a\r\n b\tc  d") == "a b c d"


def test_hidden_and_control_characters_go_and_broken_formulas_are_mended() -> None:
    assert said("a\u202eb\u200b\x00\x1b[31m\ud800") == "ab[31m"
    assert said("$\x0crac{1}{2} \x08eta$ \x0c") == "$\\frac{1}{2} \\beta$"


@pytest.mark.parametrize(
    ("value", "text"), [(7, "7"), (1.5, "1.5"), (True, ""), (None, ""), (["x"], ""), ({"a": 1}, "")]
)
def test_numbers_are_texts_and_other_things_are_none(value: object, text: str) -> None:
    assert said(value) == text


@given(st.text(st.sampled_from("<>/bilpus &;#x3\n\x00é“"), max_size=60))
def test_what_came_of_any_text_can_stand_in_a_source(text: str) -> None:
    for it in (said(text), without_html(text)):
        assert it == it.strip() and "\r" not in it and not CONTROL.search(it)


def test_html_of_items_is_counted_once_for_all(tmp_path: Path) -> None:
    made = small()
    made["CFItems"][1]["fullStatement"] = "I can <b>do</b>"
    made["CFItems"][2]["abbreviatedStatement"] = "<i>Claim</i>"
    found = taken(tmp_path, made)
    assert found.framework and found.framework.by_id["One"].statement == "I can **do**"
    assert found.framework.by_id["One"].skills[0].title == "*Claim*"
    assert [it for it in words(found) if "held HTML" in it] == [
        "A framework: 2 texts held HTML; it is Markdown now where Markdown has a simple form of it"
    ]


def test_a_title_that_holds_html_of_no_simple_form_is_a_text(tmp_path: Path) -> None:
    made = small()
    made["CFItems"][1]["abbreviatedStatement"] = "<script>alert(1)</script>"
    assert framework(tmp_path, made).by_id["One"].title == "<script>alert(1)</script>"
