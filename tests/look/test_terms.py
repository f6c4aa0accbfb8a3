"""The words of a glossary on a page."""

from __future__ import annotations

import re

import pytest

from site_builder.look.terms import Terms, terms_of
from site_builder.model import Glossary, SourceText, Term
from site_builder.sources.markdown import block, inline

CLAIM = Term("claim", "claim", "What is *said* & meant.", ("claims",))
PIECE = Term("piece", "piece of evidence", "One thing to look at.")
EVIDENCE = Term("evidence", "evidence", "What one can look at.")


def terms(*those: Term, language: str = "en") -> Terms:
    found = terms_of(Glossary(those), language)
    assert found
    return found


def shown(texts: list[str], *those: Term) -> list[str]:
    """Texts as a page shows them, with words that lead to their meaning in braces."""
    marks = terms(*(those or (CLAIM, EVIDENCE, PIECE))).on(texts, "../")
    return [
        re.sub(r'<a class="term" href="../glossary/#s-(\w+)"[^>]*>(.*?)</a>', r"{\2}", inline(it, marks=marks))
        for it in texts
    ]


def test_the_first_time_that_a_word_stands_on_a_page_it_leads_to_its_meaning() -> None:
    assert shown(["A claim and claims.", "Another claim, with evidence.", "Evidence."]) == [
        "A {claim} and claims.",
        "Another claim, with {evidence}.",
        "Evidence.",
    ]


def test_the_longer_term_wins_and_nothing_within_it_is_marked() -> None:
    assert shown(["A piece of evidence.", "A piece of evidence again.", "More evidence."]) == [
        "A {piece of evidence}.",
        "A piece of evidence again.",
        "More {evidence}.",
    ]


def test_texts_may_be_shown_in_another_order_than_they_are_read() -> None:
    marks = terms(CLAIM).on(["First claim.", "Second claim."], "")
    assert "<a" not in inline("Second claim.", marks=marks)
    assert "<a" in inline("First claim.", marks=marks)


def test_a_text_that_is_shown_twice_is_marked_once() -> None:
    marks = terms(CLAIM).on(["A claim.", "A claim."], "")
    assert inline("A claim.", marks=marks).count("<a") == 1
    assert inline("A claim.", marks=marks) == "A claim."


def test_a_text_that_the_page_has_not_named_is_left_alone() -> None:
    marks = terms(CLAIM).on(["A claim."], "")
    assert inline("Her claim.", marks=marks) == "Her claim."


def test_a_term_leads_to_its_entry_and_carries_its_meaning() -> None:
    marks = terms(CLAIM).on(["A claim."], "../../")
    assert inline("A claim.", marks=marks) == (
        'A <a class="term" href="../../glossary/#s-claim" data-means="What is said &amp; meant.">claim</a>.'
    )


def test_a_meaning_that_nobody_has_translated_says_its_language() -> None:
    it = Term("claim", "afirmación", SourceText("What is said.", "en"))
    marks = terms(it, language="es").on(["Una afirmación."], "")
    assert ' data-means="What is said." data-lang="en" data-dir="ltr">afirmación</a>' in inline(
        "Una afirmación.", marks=marks
    )


def test_a_term_that_nobody_has_translated_is_not_looked_for() -> None:
    untold = Term("claim", SourceText("claim", "en"), SourceText("What is said.", "en"))
    assert terms_of(Glossary((untold,)), "es") is None
    assert terms(untold, EVIDENCE, language="es").on(["A claim."], "") is None


def test_texts_in_the_words_of_the_source_are_not_looked_through() -> None:
    assert terms(CLAIM).on([SourceText("A claim.", "en"), ""], "") is None
    marks = terms(CLAIM).on(["A claim."], "")
    assert "<a" not in inline(SourceText("A claim.", "en"), marks=marks)


def test_a_page_without_any_term_has_nothing_to_mark() -> None:
    assert terms(CLAIM).on(["Nothing here."], "") is None
    assert terms_of(None, "en") is None


def test_a_word_in_a_heading_or_link_is_passed_by_for_the_next_one() -> None:
    text = "## A claim\n\n[One claim](x), `claim` and then a claim."
    html = block(text, marks=terms(CLAIM).on([text], ""))
    assert html.count('class="term"') == 1
    assert 'then a <a class="term"' in html


@pytest.mark.parametrize("word", [".*", "<b>", 'x" onclick="y', "</a>", "a & b"])
def test_hostile_terms_are_text(word: str) -> None:
    it = Term("x", word, f"<script>{word}</script>", (f"{word}s",))
    text = f"See {word} here."
    html = inline(text, marks=terms(it).on([text], ""))
    assert "<script" not in html
    assert not re.search(r"<(?!/?a\b)", html)
    assert not [tag for tag in re.findall("<[^>]*>", html) if "onclick" in re.sub('"[^"]*"', "", tag)]
