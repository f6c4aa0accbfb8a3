"""Words that name what a learner lacks, and texts that say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import Judging, Settings
from site_builder.problems import Problem, Spot
from site_builder.sources.checks.deficit_words import DEFICIT_WORDS
from site_builder.sources.checks.words import Lookout, close_pairs, lookout, unkind, words_of

AT = Spot("a.yml")


def settings(language: str = "en", words: tuple[str, ...] | None = None, **others: tuple[str, ...]) -> Settings:
    """A school that speaks this language, with words of its own to avoid."""
    return Settings("A", "B", "", (language, *others), {}, (), Judging(), words, deficit_words_in=others)


def watch(language: str = "en", words: tuple[str, ...] | None = None) -> Lookout:
    found = lookout(settings(language, words), language)
    assert found
    return found


def found(text: str, language: str = "en", words: tuple[str, ...] | None = None) -> list[Problem]:
    """What is found in a text; the quick look and the close look agree."""
    watching = lookout(settings(language, words), language)
    problems = list(unkind(text, AT, watching))
    assert not problems or (watching and watching.may_find([text]))
    return problems


@pytest.mark.parametrize("word", DEFICIT_WORDS["en"])
def test_each_word_of_our_list_is_found(word: str) -> None:
    [problem] = found(f"I {word.upper()}, then.")
    assert problem.code == "deficit-word"
    assert f"“{word.upper()}” says what a learner lacks" in problem.message


@pytest.mark.parametrize("text", ["I allow slowly growing plants", "low-cost", "failsafe", "a-little", ""])
def test_a_word_within_another_is_not_meant(text: str) -> None:
    assert found(text) == []


def test_the_words_around_it_are_shown() -> None:
    [problem] = found("Whatever I do, it may be that I fail when I try it again alone")
    assert "“…o, it may be that I fail when I try it again…”" in problem.message


@pytest.mark.parametrize("text", ["I fail", "fail", "And so I fail when I try."])
def test_a_short_text_is_shown_whole(text: str) -> None:
    [problem] = found(text)
    assert problem.message == f"“fail” says what a learner lacks: “{text}”"


def test_a_school_may_avoid_words_of_its_own() -> None:
    assert found("I fail", words=()) == []
    [problem] = found("I am Not  Yet there", words=("not yet",))
    assert "“Not  Yet”" in problem.message
    assert found("I am Grade F", words=("F",))


def test_a_star_stands_for_any_ending() -> None:
    assert [len(found(it, words=("trip*",))) for it in ("trip", "I tripped", "a stripe", "trip-wire")] == [1, 1, 0, 0]


def test_a_school_may_avoid_words_of_its_own_in_each_language() -> None:
    school = settings("en", None, es=("rojo",), fr=())
    spanish, french = lookout(school, "es"), lookout(school, "fr")
    assert french is None
    assert spanish
    assert [bool(spanish.find(it)) for it in ("es rojo", "es un fracaso")] == [True, False]
    english = lookout(school, "en")
    assert english
    assert english.find("I fail")


def test_a_language_without_a_list_has_nothing_to_look_for() -> None:
    assert lookout(settings("sw"), "sw") is None
    assert list(unkind("I fail", AT, None)) == []


@pytest.mark.parametrize(("language", "text"), [("es-MX", "es débil"), ("en-GB", "weak"), ("zh-TW", "我失敗了")])
def test_a_region_has_the_words_of_its_language(language: str, text: str) -> None:
    assert len(found(text, language)) == 1


@given(st.lists(st.sampled_from([*DEFICIT_WORDS["en"], "I", "can", "low-cost", "«fail»", "weak!"]), max_size=6))
def test_the_quick_look_misses_nothing_that_the_close_look_finds(words: list[str]) -> None:
    text = " ".join(words)
    assert watch().may_find([text]) or not watch().find(text)


def test_texts_are_close_when_they_share_nearly_all_words() -> None:
    ten = "one two three four five six seven eight nine"
    assert list(close_pairs([ten, f"{ten} ten", "one two"])) == [(0, 1)]
    assert list(close_pairs(["I can.", "I CAN", "can I?"])) == [(0, 1), (0, 2), (1, 2)]
    assert list(close_pairs(["I can read", "I can write"])) == []


def test_words_are_lower_case_and_without_signs() -> None:
    assert words_of("“I can” (say) *it*: low-cost, don't!") == {"i", "can", "say", "it", "low-cost", "don't"}


def test_where_no_spaces_part_words_texts_are_close_by_their_signs() -> None:
    texts = ["我能说出我对一个话题的想法。", "我能说出我对一个话题的想法", "我能用证据支持我的想法。"]
    assert list(close_pairs(texts, "zh-Hans")) == [(0, 1)]
    assert list(close_pairs(["我", "我"], "zh-Hans")) == [(0, 1)]
    assert list(close_pairs(["", ""], "zh-Hans")) == [(0, 1)]
