"""How easily texts are read, beside what others have counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.sources.ease import FORMULAS, Count, counted, ease, formula_for, hardest, sentences_of, together

CAT = "The cat sat on the mat."
# What is often told of the measure, with the values that are told with it.
EXAMPLES = [
    (CAT, 116),
    ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 69),
    ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 37),
]


@pytest.mark.parametrize(("sentence", "expected"), EXAMPLES)
def test_well_known_sentences_have_their_well_known_ease(sentence: str, expected: int) -> None:
    assert ease(counted((sentence,), "en"), "en") == expected


# Four words of one syllable in one sentence, worked out by hand from each publication.
BY_HAND = {
    "en": 206.835 - 1.015 * 4 - 84.6,
    "es": 206.84 - 0.60 * 100 - 1.02 * 4,
    "fr": 207 - 1.015 * 4 - 0.736 * 100,
    "de": 180 - 4 - 58.5,
    "nl": 206.84 - 0.77 * 100 - 0.93 * 4,
    "it": 217 - 1.3 * 4 - 0.6 * 100,
    "pt": 248.835 - 1.015 * 4 - 84.6,
}


@pytest.mark.parametrize("language", FORMULAS)
def test_each_formula_has_the_figures_of_its_authors(language: str) -> None:
    count = counted(("ma ma ma ma.",), language)
    assert count == Count(4, 1, 4)
    assert ease(count, language) == round(BY_HAND[language])


@pytest.mark.parametrize("language", FORMULAS)
def test_long_words_and_long_sentences_are_harder_in_each_language(language: str) -> None:
    short = ease(counted(("ma ma ma. ma ma ma.",), language), language)
    assert ease(counted(("ma ma ma ma ma ma.",), language), language) < short
    assert ease(counted(("mama mama mama. mama mama mama.",), language), language) < short


def test_a_region_has_the_formula_of_its_language_and_other_languages_have_none() -> None:
    assert formula_for("es-MX") == FORMULAS["es"]
    assert [formula_for(it) for it in ("ar", "zh-Hans", "vi", "ht", "xx")] == [None] * 5


def test_each_line_ends_a_sentence_and_so_do_a_semicolon_and_a_colon() -> None:
    assert counted(("I can", "say it: now; then. “So?” Yes… no"), "en").sentences == 1 + 6


def test_a_number_is_a_word_and_a_sign_is_none() -> None:
    assert counted(("I have 3 – or 12 & more.",), "en") == Count(6, 1, 6)
    assert counted(("–", "", "…"), "en") == Count()


def test_a_point_within_a_word_ends_nothing() -> None:
    assert counted(("I ran 3.5 miles with LIT.ARG today",), "en").sentences == 1


def test_counts_add_up() -> None:
    one, other = counted((CAT,), "en"), counted(("No. I run.",), "en")
    assert together([one, other]) == counted((CAT, "No. I run."), "en")
    assert together([]) == Count()


def test_the_hardest_sentence_is_named_with_its_line() -> None:
    hard = "Responsibilities necessitate considerable administrative experience."
    lines = ["I can say it now. So can you, I think.", hard]
    assert hardest(lines, "en") == (1, lines[1])


def test_a_long_word_alone_is_not_the_hardest_sentence() -> None:
    lines = ["Responsibilities.", "I can say in my own words what it means."]
    assert hardest(lines, "en") == (1, lines[1])
    assert hardest(["Responsibilities.", "No."], "en") == (0, "Responsibilities.")


@given(st.lists(st.text(st.sampled_from("ab .!?;:…”’\"')é3-"), max_size=30), max_size=4))
def test_as_many_sentences_are_counted_as_are_found(lines: list[str]) -> None:
    lines = [" ".join(it.split()) for it in lines]
    spoken = [it for it in lines if counted((it,), "en").words]
    found = sum(len(list(sentences_of(it))) for it in spoken)
    assert counted(tuple(lines), "en").sentences == found
