"""HTML of other systems becomes Markdown that reads the same, and our Markdown becomes HTML that is safe."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.exchange.html.text import Term, html_of, markdown_of, markdown_of_plain, terms_of, with_terms
from site_builder.exchange.html.tree import tree_of, words_of
from tests.exchange.frameworks import TEXTS

_SIGNS = st.text("ab *_`[]()<>&;#-+=:~|!?1.\\\n^\"'", min_size=1, max_size=25)
_BLOCKS = st.lists(st.sampled_from(["-", "1.", "+ 3", "# x", "a", "* b", "    c", "> q", ": d", "```"]), min_size=1)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\\\nlines"),
        ("<p>A <b>bold </b>and <em>quiet</em> word, <s>gone</s></p>", "A **bold** and *quiet* word, ~~gone~~"),
        ("<p><strong>a.</strong>b</p>", "a.b"),
        ("<ul><li>a<li>b<ol start=3><li>c</ol></ul>", "- a\n- b\n  3. c"),
        ("<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>", "- a\n\n- b\n\n  c"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<ul>\n<li>a</li>\n<ul><li>b</li></ul></ul>", "- a\n  - b"),
        ("<h3>Goals</h3><blockquote><p>Said</p></blockquote><hr>", "### Goals\n\n> Said\n\n---"),
        ("<pre><code class='language-py'>if a:\n    b</code></pre>", "```py\nif a:\n    b\n```"),
        ("<p>Say <code>a`b</code></p>", "Say ``a`b``"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td></tr></table>", "| a | b |\n| --- | --- |\n| 1\\|2 |  |"),
        ("<dl><dt>Term</dt><dd>One</dd><dd>Two</dd></dl>", "Term\n:   One\n:   Two"),
        ("<p>x<sup>2</sup> and H<sub>2</sub>O</p>", "x² and H₂O"),
        ("<p><a href='https://a.example/b(c)'>there</a></p>", "[there](https://a.example/b%28c%29)"),
        ("<p><img src='https://a.example/c.png' alt='A map'></p>", "[A map](https://a.example/c.png)"),
        ("<div><p>in</p> out <span>of</span></div>", "in\n\nout of"),
        ("<p>a&nbsp;b &amp;amp; c</p>", "a b \\&amp; c"),
        ("Plain &amp; simple\n\nin two", "Plain & simple\n\nin two"),
        ("<p>1. no list</p>", "1\\. no list"),
        ("<p># no heading</p>", "\\# no heading"),
        ("<p>snake_case * 2 &lt; 3</p>", "snake_case * 2 < 3"),
        ("<p>x<sup>th</sup> and y<sub>ij</sub></p>", "x^th and y~ij"),
        ("<p>x<sup>a note that is far too long to be raised</sup></p>", "xa note that is far too long to be raised"),
        ("<p>a <code></code>b <code>`c`</code> <code> d </code></p>", "a b `` `c` `` ` d `"),
        (
            "<p><a href='https://a.example'></a> <img src='https://a.example/b'></p>",
            "[https://a.example](https://a.example) [picture](https://a.example/b)",
        ),
        ("<p>a <img src=''> b</p>", "a b"),
        ("<p><b> </b>a<b><b>b</b></b></p>", "a**b**"),
        ("<p><b>one<br>two</b></p>", "one\\\ntwo"),
        ("<pre>a<br>```<br><b>b</b></pre>", "````\na\n```\nb\n````"),
        ("<ul></ul><h2></h2><blockquote></blockquote>a", "a"),
        ("<ul>one<li>two</li> three</ul>", "- one\n- two three"),
        ("<ol><li>a</li></ol><ol><li>b</li></ol><ol><li>c</li></ol>", "1. a\n\n1) b\n\n1. c"),
        ("<dl><dt>a</dt><dd><p>b</p><p>c</p></dd><dt>d</dt><dd>e</dd></dl>", "a\n\n:   b\n\n    c\n\nd\n\n:   e"),
        ("<dl><dd>alone</dd></dl>", "alone"),
        ("<table><caption>about</caption></table>", "about"),
        (
            "<table><tbody><tr><td><ul><li>a</li><li>b</li></ul></td><td>c<br>d</td></tr></tbody></table>",
            "| ab | c d |\n| --- | --- |",
        ),
        ("<table><thead><tr><th>a<tbody><tr><td>b</table>", "| a |\n| --- |\n| b |"),
        ("<p>a<br/>b<hr/>c<p/>d", "a\\\nb\n\n---\n\nc\n\nd"),
        ("a<script/>b", "ab"),
        ("</p>a</b>", "a"),
        ("<svg><title>t</svg></title></svg>a", "a"),
        ("", ""),
        ("<p> </p>", ""),
    ],
)
def test_html_becomes_markdown(html: str, expected: str) -> None:
    assert markdown_of(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>word",
        "<style>p {}</style><p onclick='alert(1)'>word</p>",
        "<svg><script>alert(1)</script></svg>word",
        "<svg><g>no</g></svg>word",
        "<a href='javascript:alert(1)'>word</a>",
        "<a href=' JavaScript:alert(1)'>word</a>",
        "<img src='data:text/html,x' alt='word'>",
        "<iframe src='https://a.example'>no</iframe>word",
        "<p>word",
        "word</p></div></p>",
        "<!-- no --><p>word</p>",
    ],
)
def test_what_is_no_text_is_left_out(html: str) -> None:
    assert markdown_of(html) == "word"


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](javascript:alert(1))",
        "[x](other.md)",
        "[x](//evil.example)",
        "![x](https://a.example/p.png)",
        "[x](data:,y)",
    ],
)
def test_a_link_that_leads_nowhere_outside_leaves_its_words(markdown: str) -> None:
    assert html_of(markdown) == "<p>x</p>"


def test_tags_within_markdown_are_shown_as_they_are_typed() -> None:
    assert html_of("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_a_text_without_formatting_keeps_its_signs_and_paragraphs() -> None:
    assert markdown_of_plain("*a*\nb\r\n\r\n- c <b>") == "\\*a\\* b\n\n\\- c \\<b\\>"
    assert words_of(tree_of(html_of(markdown_of_plain("*a* <b>")))) == "*a* <b>"


def test_a_footnote_keeps_its_words_and_no_way_back() -> None:
    assert markdown_of(html_of("Said[^1].\n\n[^1]: By whom.")) == "Said\\[¹\\].\n\n---\n\n1. By whom."


def test_very_deep_html_keeps_its_words() -> None:
    assert markdown_of("<div><b>" * 5_000 + "word" + "</b></div>" * 5_000).strip("*") == "word"


def test_a_list_of_terms_is_read_back_with_what_stands_above_it() -> None:
    terms = (Term("A & <b>", True, ("One *big*.", "- x\n- y")), Term("C"))
    html = with_terms("Above.\n\nit", terms)
    assert html.startswith("<p>Above.</p>\n<p>it</p>\n<dl>\n<dt><strong>A &amp; &lt;b&gt;</strong></dt>\n<dd>One <em>")
    assert terms_of(html) == ("Above.\n\nit", terms)


def test_a_list_of_terms_within_a_text_is_text() -> None:
    html = "<dl><dt>a</dt><dd>b</dd></dl><p>after</p>"
    assert terms_of(html) == ("a\n:   b\n\nafter", ())


@settings(deadline=None, max_examples=200)
@given(TEXTS | _SIGNS | _BLOCKS.map("\n\n".join))
def test_no_word_is_lost_there_and_back(text: str) -> None:
    html = html_of(text)
    assert words_of(tree_of(html_of(markdown_of(html)))) == words_of(tree_of(html))


@settings(deadline=None, max_examples=200)
@given(TEXTS | _BLOCKS.map("\n\n".join))
def test_a_text_that_came_back_comes_back_the_same_again(text: str) -> None:
    once = markdown_of(html_of(text))
    assert markdown_of(html_of(once)) == once


@settings(deadline=None)
@given(st.text("<>/abpliudt =\"'&;!- \n", max_size=60))
def test_any_text_is_read_as_html(text: str) -> None:
    assert isinstance(markdown_of(text), str)
