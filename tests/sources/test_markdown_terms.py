"""Words of a text that explain themselves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model import SourceText
from site_builder.sources.markdown import Mark, block, inline, pieces
from tests.safe_html import leads_astray, words

OPEN = '<a class="term" href="x">'
CLAIM = re.compile("claim", re.IGNORECASE)


def mark(text: str) -> list[tuple[int, int, str]]:
    return [(it.start(), it.end(), OPEN) for it in CLAIM.finditer(text)]


def marks(text: str) -> Mark | None:
    return mark


def shown(html: str) -> str:
    """HTML with marked words in braces."""
    return re.sub(rf"{OPEN}(.*?)</a>", r"{\1}", html)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A claim is made.", "A {claim} is made."),
        ('"claim" <b>', "&quot;{claim}&quot; &lt;b&gt;"),
        ("A *claim* and **a claim**", "A <em>{claim}</em> and <strong>a {claim}</strong>"),
        ("[a claim](https://example.org) and claim", '<a href="https://example.org">a claim</a> and {claim}'),
        ("`claim` and claim", "<code>claim</code> and {claim}"),
        ("![claim](claim.png) claim", '<img src="claim.png" alt="claim"> {claim}'),
        ("no such word", "no such word"),
    ],
)
def test_words_are_marked_where_nothing_else_stands(text: str, html: str) -> None:
    assert shown(inline(text, marks=marks)) == html
    if "<img" not in html:
        assert shown(block(text, marks=marks)) == f"<p>{html}</p>"


def test_the_words_of_a_link_that_leads_nowhere_are_words_like_others() -> None:
    assert shown(inline("[a claim](LIT) here", lambda _: None, marks=marks)) == "a {claim} here"


def test_headings_heads_of_tables_and_titles_of_notes_are_never_marked() -> None:
    text = (
        '# A claim\n\nOne claim.\n\n| claim |\n| --- |\n| claim |\n\n!!! note "claim"\n    claim\n\n'
        "claim\n: claim\n\n```\nclaim\n```\n\n- claim\n\n> claim\n"
    )
    html = shown(block(text, marks=marks))
    assert html.count("{claim}") == 6
    for closed in ("<h2>A claim</h2>", "<th>claim</th>", ">claim</p>\n<p>{claim}", "<dt>claim</dt>", "claim\n</code>"):
        assert closed in html


def test_the_pieces_in_which_words_may_be_marked_are_those_that_are() -> None:
    text = "# A claim\n\nSay [a claim](x), `claim` or *claim*.\n\n- claim\n"
    assert [it for it in pieces(text) if CLAIM.search(it)] == ["claim", "claim"]
    assert pieces("A claim.") == ["A claim."]
    assert pieces("1. claim") == ["1. claim"]


def test_a_text_without_anything_to_mark_is_as_it_was() -> None:
    assert inline("A claim", marks=lambda _: None) == inline("A claim") == "A claim"
    assert block("A claim", marks=lambda _: None) == block("A claim") == "<p>A claim</p>"


def test_a_text_in_the_words_of_the_source_says_so_around_its_marks() -> None:
    html = inline(SourceText("A claim", "en"), marks=marks)
    assert shown(html) == '<span class="src" lang="en" dir="ltr">A {claim}</span>'


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from('claim *_[]()`<&"#\n|-'), max_size=30))
def test_marking_changes_no_word_and_leads_nobody_astray(text: str) -> None:
    for made in (block, inline):
        assert words(made(text, marks=marks)) == words(made(text))
        assert not leads_astray(made(text, marks=marks))
