"""Quotes marked in a piece of work, wherever the words stand."""

from __future__ import annotations

import re

import pytest

from site_builder.sources.markdown import Block, Quote, find_quotes, marked

WORK = """\
Lunch is *too short* for us. It is nine
minutes by the time we sit down.

- I asked **forty** people.
- Thirty said: too short.

day | bells
--- | ---
Monday | three bells

See [what the **board** says](https://example.org/) about it.
"""


def html(text: str, *quotes: Quote) -> str:
    """The whole work with these quotes marked."""
    return "\n".join(block.html for block in marked(text, quotes))


def said(html: str, number: int) -> str:
    """The words between a mark's beginning and the number of its note."""
    inside = re.search(rf'<mark id="q{number}">(.*?)<a class="n" href="#n{number}"', html, re.DOTALL)
    assert inside, html
    return re.sub(r"<[^>]*>", "", inside[1])


def test_a_quote_is_marked_and_numbered_where_it_ends() -> None:
    assert html("I think dogs are best.", Quote(1, "dogs are")) == (
        '<p>I think <mark id="q1">dogs are</mark><a class="n" href="#n1">1</a> best.</p>'
    )


def test_the_number_of_a_note_says_aloud_what_it_is() -> None:
    made = html("a b", Quote(3, "a", label='Note "3" \u202e<b>'))
    assert '<a class="n" href="#n3" aria-label="Note &quot;3&quot; &lt;b&gt;">3</a>' in made


@pytest.mark.parametrize(
    "quote",
    [
        "too short for us",
        "Lunch is too",
        "It is nine minutes by",
        "nine   minutes\nby",
        "I asked forty people.",
        "three bells",
        "the board says",
        "See what the board says about",
    ],
)
def test_a_quote_is_found_across_emphasis_lines_lists_tables_and_links(quote: str) -> None:
    assert find_quotes(WORK, [Quote(1, quote)]) == [1]
    assert said(html(WORK, Quote(1, quote)), 1).split() == quote.split()


def test_a_mark_closes_before_an_inner_element_and_opens_again_within_it() -> None:
    assert html("a *b c* d", Quote(1, "a b")) == (
        '<p><mark id="q1">a </mark><em><mark>b</mark><a class="n" href="#n1">1</a> c</em> d</p>'
    )


def test_a_number_never_stands_within_another_link() -> None:
    assert html("see [the board](/b) now", Quote(1, "see the"), Quote(2, "board")) == (
        '<p><mark id="q1">see </mark><a href="/b"><mark>the</mark> <mark id="q2">board</mark></a>'
        '<a class="n" href="#n1">1</a><a class="n" href="#n2">2</a> now</p>'
    )


def test_quotes_that_overlap_are_both_marked() -> None:
    assert html("one two three", Quote(1, "one two"), Quote(2, "two three")) == (
        '<p><mark id="q1">one </mark><mark><mark id="q2">two</mark></mark><a class="n" href="#n1">1</a>'
        '<mark> three</mark><a class="n" href="#n2">2</a></p>'
    )


def test_a_quote_within_a_quote_is_marked_within_it() -> None:
    made = html("one two three", Quote(1, "one two three"), Quote(2, "two"))
    assert said(made, 1) == "one two2 three"
    assert said(made, 2) == "two"


def test_of_two_quotes_that_begin_together_the_longer_one_is_outside() -> None:
    (block,) = marked("one two", [Quote(1, "one"), Quote(2, "one two")])
    assert block.notes == (2, 1)
    assert block.html.startswith(
        '<p><mark id="q2"><mark id="q1">one</mark></mark><a class="n" href="#n1">1</a><mark> two'
    )


def test_two_notes_on_the_same_words_are_both_numbered() -> None:
    assert html("one two", Quote(1, "two"), Quote(2, "two")) == (
        '<p>one <mark id="q1"><mark id="q2">two</mark></mark>'
        '<a class="n" href="#n1">1</a><a class="n" href="#n2">2</a></p>'
    )


def test_the_second_occurrence_is_marked_when_it_is_asked_for() -> None:
    assert html("too short, much too short", Quote(1, "too short", 2)) == (
        '<p>too short, much <mark id="q1">too short</mark><a class="n" href="#n1">1</a></p>'
    )


def test_occurrences_are_counted_across_blocks() -> None:
    assert find_quotes(WORK, [Quote(1, "too short"), Quote(2, "bells"), Quote(3, "cats")]) == [2, 2, 0]
    blocks = marked(WORK, [Quote(1, "too short", 2)])
    assert [block.notes for block in blocks] == [(), (1,), (), ()]


def test_an_occurrence_that_is_not_there_is_left_out() -> None:
    assert marked("a b", [Quote(1, "a", 2), Quote(2, "c"), Quote(3, "  ")]) == (Block("<p>a b</p>"),)


def test_a_quote_never_reaches_across_two_paragraphs_or_cells() -> None:
    assert find_quotes(
        "one\n\ntwo\n\n- three\n- four\n\na | b\n-|-\n5 | 6", [Quote(1, "one two"), Quote(2, "three four")]
    ) == [0, 0]
    assert find_quotes("a | b\n-|-\n5 | 6", [Quote(1, "5 6")]) == [0]


def test_notes_stand_beside_their_block_in_reading_order() -> None:
    quotes = [Quote(1, "short for"), Quote(2, "Lunch is"), Quote(3, "Thirty"), Quote(4, "Monday"), Quote(5, "forty")]
    assert [block.notes for block in marked(WORK, quotes)] == [(2, 1), (5, 3), (4,), ()]


def test_signs_in_a_quote_are_only_signs() -> None:
    assert find_quotes("what (is) this? a+b", [Quote(1, "(is) this?"), Quote(2, "a+b"), Quote(3, ".")]) == [1, 1, 0]


def test_words_that_look_like_html_are_marked_as_text() -> None:
    assert said(html("I wrote <b>this</b> & that", Quote(1, "<b>this</b> &")), 1) == "&lt;b&gt;this&lt;/b&gt; &amp;"


def test_a_quote_is_found_in_code() -> None:
    made = html("```python\nprint(1 < 2)\n```", Quote(1, "1 < 2"))
    marked_code = 'print(<mark id="q1">1 &lt; 2</mark><a class="n" href="#n1">1</a>)\n'
    assert made == f'<pre><code class="language-python">{marked_code}</code></pre>'
    assert said(html("so `a b` c", Quote(1, "b c")), 1) == "b c"


def test_a_quote_is_found_in_a_footnote() -> None:
    blocks = marked("Nine[^1] minutes.\n\n[^1]: By my phone.", [Quote(1, "Nine minutes"), Quote(2, "my phone")])
    assert [block.notes for block in blocks] == [(1,), (2,)]


def test_hidden_signs_do_not_keep_a_quote_from_being_found() -> None:
    assert find_quotes("nine\u200b min&#x202e;utes", [Quote(1, "nine minutes"), Quote(2, "ni\u200bne")]) == [1, 1]


@pytest.mark.parametrize("is_shown", [True, False])
def test_the_words_of_a_picture_are_never_the_quote(is_shown: bool) -> None:
    text = "![lunch](a.png) lunch"
    assert find_quotes(text, [Quote(1, "lunch")]) == [1]
    (block,) = marked(text, [Quote(1, "lunch")], lambda target: target if is_shown else None)
    assert block.html.endswith(' <mark id="q1">lunch</mark><a class="n" href="#n1">1</a></p>')


def test_links_of_the_work_lead_where_the_page_says() -> None:
    (block,) = marked("[a](x) [b](y)", [Quote(1, "a b")], {"x": "/found/"}.get)
    assert (
        block.html == '<p><a href="/found/"><mark id="q1">a</mark></a><mark> b</mark><a class="n" href="#n1">1</a></p>'
    )


def test_headings_of_the_work_stand_below_those_of_the_page_and_have_no_ids() -> None:
    assert [block.html for block in marked("# A\n\n## B", [])] == ["<h3>A</h3>", "<h4>B</h4>"]


def test_each_block_of_the_work_is_a_block_of_its_own() -> None:
    assert [block.html[:4] for block in marked(WORK + "\n---\n\n> a\n\n```\nb\n```\n", [])] == [
        "<p>L", "<ul>", "<tab", "<p>S", "<hr>", "<blo", "<pre",
    ]  # fmt: skip
