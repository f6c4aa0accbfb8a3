"""Words that are found in texts, whole and in their forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.sources.lexicon import Lexicon

ENGLISH = Lexicon(
    [["claim", "claims"], ["evidence"], ["piece of evidence", "pieces of evidence"], ["not yet"], ["don't know"]], "en"
)
ARABIC = Lexicon([["كفاية", "كفايات"], ["دليل", "أدلّة"], ["عمل نموذجي"], ["مستوى"]], "ar")
CHINESE = Lexicon([["能力"], ["学习证据"], ["证据"], ["PBL"]], "zh-Hans")


def found(lexicon: Lexicon, text: str) -> list[tuple[str, int]]:
    """What is found, word by word; the quick look knows of it before."""
    places = list(lexicon.find(text))
    numbers = set().union(*lexicon.may_find(text).values()) if places else set()
    assert {it.number for it in places} <= numbers
    return [(text[it.start : it.end], it.number) for it in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Claim, two CLAIMS.", [("Claim", 0), ("CLAIMS", 0)]),
        ("I reclaim it, and disclaim that; claimed, claim2.", []),
        ("“claim” (evidence)", [("claim", 0), ("evidence", 1)]),
        ("the claim's end", [("claim", 0)]),
        ("two pieces of evidence, and evidence", [("pieces of evidence", 2), ("evidence", 1)]),
        ("pieces\n of  evidence", [("pieces\n of  evidence", 2)]),
        ("a piece-of-evidence", [("piece-of-evidence", 2)]),
        ("evidence-based, non-evidence", []),
        ("evidence – and claim-", [("evidence", 1), ("claim", 0)]),
        ("Not, yet", []),
        ("I don’t know", [("don’t know", 4)]),
        ("piece of", []),
        ("", []),
    ],
)
def test_a_word_is_found_whole_and_the_longer_one_wins(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(ENGLISH, text) == expected


def test_letters_with_their_accents_apart_are_the_same_letters() -> None:
    lexicon = Lexicon([["evaluación"]], "es")
    assert found(lexicon, "La evaluacio\u0301n.") == [("evaluacio\u0301n", 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كفاية", [0]),
        ("الكفاية", [0]),
        ("والكفاياتُ", [0]),
        ("للكفاية وبالكفايات", [0, 0]),
        ("كِفَايَة", [0]),
        ("كفايتها وكفاياتهم", [0, 0]),
        ("بالأدلة", [1]),
        ("ودليله", [1]),
        ("العمل النموذجي", [2]),
        ("عملٌ نموذجيٌّ", [2]),
        ("مستواه", []),
        ("بمستوى", [3]),
        ("دلائل واكتفاء", []),
        ("دليلة العروس", []),
    ],
)
def test_in_arabic_a_word_is_found_with_what_is_written_together_with_it(text: str, expected: list[int]) -> None:
    assert [number for _, number in found(ARABIC, text)] == expected


def test_in_chinese_a_word_is_found_without_spaces_and_the_longer_one_wins() -> None:
    assert found(CHINESE, "这个能力需要学习证据和证据。pbl") == [("能力", 0), ("学习证据", 1), ("证据", 2), ("pbl", 3)]
    assert found(CHINESE, "没有") == []
    assert CHINESE.may_find("没有") == {}


HOSTILE = [".*", "C++", "A+", "<b>x</b>", "(?i)", "[a-z]", "a|b", "\\", "&amp;", "%s", "{}", "  ", "...", "’"]


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
@pytest.mark.parametrize("term", HOSTILE)
def test_signs_in_a_term_stand_for_themselves(term: str, language: str) -> None:
    lexicon = Lexicon([[term]], language)
    assert list(lexicon.find("a plain text about b, x and z. 100 %")) == []
    there = list(lexicon.find(f"See {term} here"))
    assert [f"See {term} here"[it.start : it.end] for it in there] in ([term.strip()], [])


@pytest.mark.parametrize("term", ["C++", "A+", "<b>x</b>", "a|b", "100 % sure"])
def test_a_term_with_signs_is_found_with_them_alone(term: str) -> None:
    lexicon = Lexicon([[term]], "en")
    assert found(lexicon, f"({term})") == [(term, 0)]
    assert found(lexicon, "C, A, b x b, a b, 100 sure") == []


def test_of_two_terms_with_one_form_the_first_has_it() -> None:
    assert found(Lexicon([["claim"], ["claim"]], "en"), "claim") == [("claim", 0)]
    assert found(Lexicon([["能力"], ["能力"]], "zh"), "能力") == [("能力", 0)]


def test_a_glossary_of_nothing_finds_nothing() -> None:
    for language in ("en", "zh", "ar"):
        assert list(Lexicon([], language).find("anything")) == []
        assert Lexicon([], language).may_find("anything") == {}


def test_a_form_of_several_words_is_only_looked_for_where_all_of_them_are() -> None:
    assert ENGLISH.may_find("not here") == {}
    assert ENGLISH.may_find("yet another, not here") == {"not": frozenset({3})}


_TERMS = st.lists(st.lists(st.text("ab -+é", max_size=5), max_size=2), max_size=3)


@given(_TERMS, st.text("ab -+é.", max_size=20), st.sampled_from(["en", "ar", "zh"]))
def test_places_follow_one_another_and_none_is_overlooked(terms: list[list[str]], text: str, language: str) -> None:
    lexicon = Lexicon(terms, language)
    end = 0
    for place in lexicon.find(text):
        assert end <= place.start < place.end <= len(text)
        end = place.end
    found(lexicon, text)
