"""What changes in the words from one level to the next."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.look.wording import compare, step
from site_builder.model import SourceText

WORDS = st.lists(
    st.sampled_from(["I", "can", "claim", "evidence", "a", "say", "Émile", "مستوى", "字", "x"]), max_size=12
)
SENTENCES = WORDS.map(" ".join)
TEXTS = st.one_of(st.text(max_size=60), SENTENCES)
# Words of five letters are never let go for being short.
LONG_WORDS = st.lists(st.sampled_from(["alpha", "gamma", "delta", "omega", "kappa"]), max_size=9)


def longest(one: list[str], other: list[str]) -> int:
    """The length of the longest common subsequence, slowly."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = row[:]
        for place, there in enumerate(other, 1):
            row[place] = before[place - 1] + 1 if word == there else max(before[place], row[place - 1])
    return row[-1]


def kept(pieces: list[tuple[str, bool]]) -> list[str]:
    return "".join(text for text, is_changed in pieces if not is_changed).split()


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_pieces_joined_are_the_texts(before: str, after: str) -> None:
    old, new = compare(before, after)
    assert ("".join(text for text, _ in old), "".join(text for text, _ in new)) == (before, after)
    assert all(text for text, _ in (*old, *new))


@settings(deadline=None)
@given(TEXTS)
def test_nothing_changes_between_equal_texts(text: str) -> None:
    old, new = compare(text, text)
    assert not any(is_changed for _, is_changed in (*old, *new))


@settings(deadline=None)
@given(LONG_WORDS, LONG_WORDS)
def test_as_many_words_stay_as_any_comparison_could_keep(before: list[str], after: list[str]) -> None:
    old, new = compare(" ".join(before), " ".join(after))
    assert kept(old) == kept(new)
    assert len(kept(old)) == longest(before, after)


@settings(deadline=None)
@given(SENTENCES, SENTENCES)
def test_what_stays_is_the_same_on_both_sides(before: str, after: str) -> None:
    old, new = compare(before, after)
    assert [it.lower() for it in kept(old)] == [it.lower() for it in kept(new)]


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_changes_and_what_stays_take_turns(before: str, after: str) -> None:
    for pieces in compare(before, after):
        assert all(one[1] != other[1] for one, other in pairwise(pieces))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_as_html_only_our_own_tags_are_tags(before: str, after: str) -> None:
    for html, tag in zip(step(before, after), ("del", "ins"), strict=True):
        assert "<" not in re.sub(rf"</?{tag}>", "", html)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        (
            "I can name a goal.",
            "I can choose a goal.",
            "I can <del>name</del> a goal.",
            "I can <ins>choose</ins> a goal.",
        ),
        ("I can say it.", "I can say it with reasons.", "I can say it.", "I can say it <ins>with reasons</ins>."),
        ("With help, I can say it.", "I can say it.", "<del>With help</del>, I can say it.", "I can say it."),
        ("Say what I think.", "say what I think", "Say what I think.", "say what I think"),
        ("", "I can.", "", "<ins>I can</ins>."),
        ("我可以说", "我可以写", "我可以<del>说</del>", "我可以<ins>写</ins>"),
        ("أستطيع أن أقول", "أستطيع أن أكتب", "أستطيع أن <del>أقول</del>", "أستطيع أن <ins>أكتب</ins>"),
        ("a < b", "a < c", "a &lt; <del>b</del>", "a &lt; <ins>c</ins>"),
    ],
)
def test_new_words_are_marked_and_those_that_fall_away_struck(before: str, after: str, old: str, new: str) -> None:
    assert step(before, after) == (old, new)


def test_words_of_another_language_say_so_around_what_has_changed() -> None:
    old, new = step(SourceText("I can name it.", "en"), "Puedo nombrarlo.")
    assert old == '<span class="src" lang="en" dir="ltr"><del>I can name it</del>.</span>'
    assert new == "<ins>Puedo nombrarlo</ins>."


def test_a_lone_short_word_between_changes_is_let_go() -> None:
    old, _ = step("I can say what a friend meant today.", "I can weigh evidence for a claim.")
    assert old == "I can <del>say what a friend meant today</del>."


def test_long_texts_are_compared_in_time() -> None:
    before, after = (
        " ".join(f"w{number}" for number in range(4000)),
        " ".join(f"w{number}" for number in range(1, 4001)),
    )
    old, new = compare(before, after)
    assert [text for text, is_changed in old if is_changed] == ["w0"]
    assert [text for text, is_changed in new if is_changed] == ["w4000"]
