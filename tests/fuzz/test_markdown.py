"""Any text at all becomes safe HTML, by every way in which Markdown is read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model import PublishedMedium, Version
from site_builder.sources.clean import HIDDEN
from site_builder.sources.markdown import (
    Quote,
    block,
    find_quotes,
    headings,
    inline,
    keep,
    links,
    marked,
    pictures,
    plain,
)
from tests.fuzz.kept import EXAMPLES, crashers
from tests.safe_html import faults, words

# What Markdown and its plugins look at, in pieces that meet each other.
PIECES = (
    *("*", "**", "_", "__", "~~", "`", "```", "~~~", "\\", "&", "&#x202e;", "&#106;", "&NewLine;", "&lt;"),
    *("\n", "\n\n", " ", "    ", "\t", "\x00", "\x0c", "\u2028", "\u00a0", "\u202e", "\u200d", "\ud800", "\u0301"),
    *("- ", "1. ", "> ", "# ", "###### ", "===\n", "---\n", "\n: ", "|", "\n-|-\n", "\n:-:|-:\n"),
    *("[", "](", ")", "![", "][", "]: ", "[^a]", "[^b]", "\n[^a]: ", "\n    [^b]: ", '"', "'", "(", "<", ">"),
    *("!!! note\n    ", "??? tip ", '???+ x "y"\n    ', "javascript:", "data:text/html,", "//e.org", "https://e.org/"),
    *("<script>", "<b onclick=x>", "<javascript:x>", "<a@b.c>", "a", "é", "字", "ا", "👩", "word", "#a", "/map/"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text()
QUOTES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.integers(1, 3), st.text(max_size=5)), max_size=4)
# A picture that is published, by a name that would leave its place.
SHOWN = PublishedMedium('a"b.png', True, (Version("a-4.webp", 4, 4, ""), Version("a-4.png", 4, 4, "")))
_MARKS = re.compile(r'<a class="n"[^>]*>\d+</a>|</?mark[^>]*>')
_HIDDEN = re.compile(f"[{HIDDEN}]")


@given(TEXTS)
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_text_becomes_safe_html(text: str) -> None:
    check(text)


@pytest.mark.parametrize("data", crashers("markdown").values(), ids=crashers("markdown"))
def test_a_text_that_once_broke_out_stays_within(data: bytes) -> None:
    check(data.decode())
    check_marks(data.decode(), [(0, 3, 1, ""), (5, 9, 1, "a"), (10, 30, 2, '"')])


@given(TEXTS, QUOTES)
@settings(deadline=None, max_examples=EXAMPLES)
def test_marks_change_nothing_but_what_they_mark(text: str, places: list[tuple[int, int, int, str]]) -> None:
    check_marks(text, places)


def check(text: str) -> None:
    """Everything that must hold of a text, read in every way."""
    shown = block(text, prefix="s-", pictures={it.target: SHOWN for it in pictures(text)})
    for made in (block(text), block(text, prefix="s-"), block(text, lambda target: None), inline(text), shown):
        assert faults(made) == [], made
        assert not _HIDDEN.search(made)
    for heading in headings(text, "s-"):
        assert heading.id in re.findall(r'<h\d id="([^"]*)"', shown)
    assert not _HIDDEN.search(plain(text))
    assert all(0 < link.line <= text.count("\n") + 1 for link in links(text))


def check_marks(text: str, places: list[tuple[int, int, int, str]]) -> None:
    """Everything that must hold of marks in a text: each quote that is found is marked, and nothing else is changed."""
    quotes = [Quote(n, text[at : at + length], which, label) for n, (at, length, which, label) in enumerate(places)]
    for resolve in (keep, lambda target: None):
        blocks = marked(text, quotes, resolve)
        made = "".join(it.html for it in blocks)
        assert faults(made) == [], made
        bare = "".join(it.html for it in marked(text, [], resolve))
        # Code within a line is cut in two where a mark ends in it.
        assert words(_MARKS.sub("", made)) == words(bare)
        assert _MARKS.sub("", made).replace("</code><code>", "") == bare.replace("</code><code>", "")
        found = find_quotes(text, quotes)
        shown = {quote.number for quote, times in zip(quotes, found, strict=True) if times >= quote.occurrence}
        assert {number for it in blocks for number in it.notes} == shown
