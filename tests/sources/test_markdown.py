"""Markdown as a school writes it, against files of examples; the fast path against the parser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from site_builder.model import PublishedMedium, Version
from site_builder.sources import markdown
from site_builder.sources.markdown import Heading, block, headings, inline, plain
from tests.safe_html import faults

FIXTURES = Path(__file__).parent / "fixtures"
RENDERERS: dict[str, Callable[[str], str]] = {"blocks": block, "unsafe": block, "inline": inline, "plain": plain}
EXAMPLES = [(name, *example) for name in RENDERERS for example in read_fixture_file(FIXTURES / f"{name}.md")]
# Letters of several scripts, and every sign that could begin something.
LETTERS = "aé ñ字ا\u0301\u00a0\u2028\u200b 1-+=#!?:|.,;()'\"/%$@^{}…–"
SIGNS = "*_`~<>&[]\\\n\t\r\x0c\x1c\x85"


@pytest.mark.parametrize(
    ("name", "title", "text", "expected"),
    [(name, title, text, expected) for name, _, title, text, expected in EXAMPLES],
    ids=[f"{name}: {title}" for name, _, title, _, _ in EXAMPLES],
)
def test_a_text_becomes_what_its_example_says(name: str, title: str, text: str, expected: str) -> None:
    made = RENDERERS[name](text.removesuffix("\n"))
    assert made == expected.removesuffix("\n")
    assert name == "plain" or faults(made) == []


@pytest.mark.parametrize(
    "sign", [*map(chr, range(0x30)), *":;<=>?@[\\]^_`{|}~\x7f", *LETTERS, "\u0301" * 9, "\u200d", "\u202e"]
)
def test_the_fast_path_leaves_to_the_parser_what_a_sign_could_mean(sign: str) -> None:
    shapes = (
        "{0}",
        "{0}a",
        "a{0}",
        "{0} a",
        "a {0}",
        "a{0}b",
        "{0}{0}a{0}{0}",
        "{0}{0}{0} note",
        "{0}{0}{0}",
        "1{0} a",
        "a\n{0} b",
    )
    for text in (shape.format(sign) for shape in shapes):
        assert block(text) == markdown._block(text, markdown.keep, 2, ""), text
        assert inline(text) == markdown._inline(text, markdown.keep), text
        assert plain(text) == markdown._plain(text), text


@given(st.text(LETTERS) | st.text(LETTERS + SIGNS, max_size=12) | st.text())
@settings(deadline=None, max_examples=300)
def test_the_fast_path_says_what_the_parser_says(text: str) -> None:
    assert block(text) == markdown._block(text, markdown.keep, 2, "")
    assert inline(text) == markdown._inline(text, markdown.keep)
    assert plain(text) == markdown._plain(text)


def test_a_text_without_signs_never_reaches_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("parse", "parse_line"):
        monkeypatch.delattr(markdown, name)
    text = 'I can say, in "my" own words (and signs), what I think: 1-2-3!'
    assert block(text) == f"<p>{inline(text)}</p>"
    assert inline("1. Settling in") == "1. Settling in"
    assert plain(text) == text


def test_quotes_within_quotes_end_at_twenty() -> None:
    assert block(">" * 60 + " deep").count("<blockquote>") == 20


def test_a_title_with_a_line_end_behind_it_is_still_one_line() -> None:
    assert plain("1. *Settling* in\n") == "1. Settling in"


def test_headings_have_ids_with_the_prefix_of_the_page() -> None:
    text = "# Größe & Maß\n\ntext\n\n## *What* it is\n\n#\n"
    assert headings(text, "s-") == [
        Heading(2, "s-größe-maß", "Größe & Maß"),
        Heading(3, "s-what-it-is", "What it is"),
        Heading(2, "s-section", ""),
    ]
    assert '<h3 id="s-what-it-is"><em>What</em> it is</h3>' in block(text, prefix="s-")


def test_headings_without_a_prefix_have_no_ids() -> None:
    assert block("# body") == "<h2>body</h2>"
    assert headings("# body") == [Heading(2, "", "body")]


@pytest.mark.parametrize(("first", "tags"), [(1, "h1 h3 h5"), (2, "h2 h4 h6"), (4, "h4 h6 h6")])
def test_the_largest_heading_takes_the_place_that_is_asked_for(first: int, tags: str) -> None:
    made = block("## a\n\n#### b\n\n###### c", headings_from=first)
    assert re.findall(r"<(h\d)>", made) == tags.split()


def test_two_headings_of_one_name_have_two_ids() -> None:
    ids = [it.id for it in headings("# a\n\n# a\n\n# a-2\n\n# a\n", "s-")]
    assert ids == ["s-a", "s-a-2", "s-a-2-2", "s-a-3"]


@pytest.mark.parametrize("name", ["why", "größe", "what-it-is"])
def test_a_link_to_a_heading_finds_it(name: str) -> None:
    text = f"# {name.replace('-', ' ')}\n\n[there](#{name}) and [nowhere](#else)"
    target = block(text, prefix="s-").partition('href="')[2].partition('"')[0]
    assert target == f"#s-{quote(name)}"
    assert '<a href="#else">' in block(text, prefix="s-")


def test_a_picture_in_a_heading_counts_with_its_words_whether_shown_or_not() -> None:
    text = "# Our ![school](a.png)\n"
    assert [it.id for it in headings(text, "s-")] == ["s-our-school"]
    shown = {"a.png": PublishedMedium("a.png", True, (Version("a-9.png", 9, 9, ""),))}
    for made in (block(text, prefix="s-"), block(text, no_page, prefix="s-"), block(text, prefix="s-", pictures=shown)):
        assert '<h2 id="s-our-school">' in made


def no_page(target: str) -> None:
    """Where every link leads nowhere."""


def test_footnotes_of_two_texts_on_one_page_have_ids_of_their_own() -> None:
    one, two = block("a[^1]\n\n[^1]: b"), block("c[^1]\n\n[^1]: d")
    assert faults(one + two) == []


def test_hidden_signs_are_left_out_also_where_markdown_would_hide_them() -> None:
    made = block("*a\u202e* `b\u2066` [c\u200b](/x 'd\U000e0041')\n\n```\ne\u202e\n```\n")
    assert made == '<p><em>a</em> <code>b</code> <a href="/x" title="d">c</a></p>\n<pre><code>e\n</code></pre>'


def test_an_empty_cell_at_the_head_of_a_table_is_no_heading() -> None:
    html = block("| | Source |\n|---|---|\n| 1 | Sign |\n")
    assert "<td></td>\n<th>Source</th>" in html
    assert html.count("<th>") == html.count("</th>") == 1
