"""Words that name what a learner lacks, and texts that say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Spot
from site_builder.sources.checks.words import DEFICIT_WORDS, close_pairs, names_a_lack, unkind, words_of

AT = Spot("a.yml")


@pytest.mark.parametrize("word", DEFICIT_WORDS)
def test_each_word_of_our_list_is_found(word: str) -> None:
    text = f"I {word.upper()}, then."
    assert names_a_lack([text], None)
    [problem] = unkind(text, AT, None)
    assert problem.code == "deficit-word"
    assert f"“{word.upper()}” says what a learner lacks" in problem.message


@pytest.mark.parametrize("text", ["I allow slowly growing plants", "low-cost", "failsafe", "a-little", ""])
def test_a_word_within_another_is_not_meant(text: str) -> None:
    assert list(unkind(text, AT, None)) == []


def test_the_words_around_it_are_shown() -> None:
    [problem] = unkind("Whatever I do, it may be that I fail when I try it again alone", AT, None)
    assert "“…o, it may be that I fail when I try it again…”" in problem.message


@pytest.mark.parametrize("text", ["I fail", "fail", "And so I fail when I try."])
def test_a_short_text_is_shown_whole(text: str) -> None:
    [problem] = unkind(text, AT, None)
    assert problem.message == f"“fail” says what a learner lacks: “{text}”"


def test_a_school_may_avoid_words_of_its_own() -> None:
    assert list(unkind("I fail", AT, ())) == []
    assert not names_a_lack(["I fail"], ())
    [problem] = unkind("I am Not Yet there", AT, ("not yet",))
    assert "“Not Yet”" in problem.message
    assert names_a_lack(["I am Not Yet there"], ("not yet",))
    assert names_a_lack(["I am Grade F"], ("F",))


@given(st.lists(st.sampled_from([*DEFICIT_WORDS, "I", "can", "low-cost", "«fail»", "weak!"]), max_size=6))
def test_the_quick_look_misses_nothing_that_the_close_look_finds(words: list[str]) -> None:
    text = " ".join(words)
    assert names_a_lack([text], None) or not list(unkind(text, AT, None))


def test_texts_are_close_when_they_share_nearly_all_words() -> None:
    ten = "one two three four five six seven eight nine"
    assert list(close_pairs([ten, f"{ten} ten", "one two"])) == [(0, 1)]
    assert list(close_pairs(["I can.", "I CAN", "can I?"])) == [(0, 1), (0, 2), (1, 2)]
    assert list(close_pairs(["I can read", "I can write"])) == []


def test_words_are_lower_case_and_without_signs() -> None:
    assert words_of("“I can” (say) *it*: low-cost, don't!") == {"i", "can", "say", "it", "low-cost", "don't"}
