"""Our own words to avoid, language by language: what they find, and what only looks like it."""

from __future__ import annotations

import pytest

from site_builder.sources.checks.deficit_words import DEFICIT_WORDS
from tests.sources.checks.test_words import found, watch

# Sentences that say what is lacking, as they could stand in a descriptor, and what is found in them.
LACKS = {
    "es": ["Muestra debilidades al leer.", "Fracasé otra vez.", "Está por debajo del nivel.", "No puedo hacerlo solo."],
    "ar": [
        "المستوى الضعيف.",
        "هو ضَعِيفٌ في القراءة.",
        "وضعيفةٌ أيضًا.",
        "بالفشل وحده.",
        "فلا يستطيعون القراءة.",
        "لا أستطيعُ ذلك.",
        "إنّهم عاجزون.",
        "عمل غير كافٍ.",
    ],
    "fr": ["Il échoue souvent.", "Un niveau faible.", "Résultats insuffisants.", "Je ne peux pas le faire."],
    "zh-Hans": ["我的能力较弱。", "我失败了。", "阅读水平低于年级标准。", "我不能独立完成。"],
    "zh-Hant": ["我的能力較弱。", "我失敗了。"],
    "vi": ["Em học yếu.", "Em bị thất bại.", "Kĩ năng yếu kém.", "Em không thể đọc."],
    "ht": ["Mwen fèb nan lekti.", "Li echwe.", "M pa ka fè li.", "Li anba nivo."],
    "de": ["Die Leistung ist mangelhaft.", "Ich versage.", "Das ist schwach.", "Ich kann nicht lesen: kann nicht."],
    "nl": ["Het werk is onvoldoende.", "Ik ben zwak.", "Er is een achterstand.", "Het kan niet."],
    "en": ["I cannot do it.", "A weak answer."],
}
# Sentences that say nothing of the kind, though such words are hidden in them.
HARMLESS = {
    "es": [
        "Puedo leer bajo la lámpara y decir qué cambia.",
        "Trabajo en equipo y la malla es mía.",
        "Hablo de una obra de suspenso.",
        "Explico la diferencia entre animales y plantas.",
        "Todavía no.",
    ],
    "ar": [
        "أستطيع أن أجد ضعف العدد.",
        "أستطيع أن أصف قصور المدينة.",
        "أستطيع أن أقول ما يزيد تأكّدي أو ينقصه.",
        "ليس بعد.",
        "أضعفتِ الريح النار، فوصفت ذلك.",
        "أستطيع أن أكتب أدلّة كافية.",
    ],
    "fr": ["Je peux multiplier par zéro.", "Je lis lentement et bien.", "Je vois la différence.", "Pas encore."],
    "zh-Hans": ["我能说出差别和误差。", "我能比较不同的答案。", "还没有。", "我能说明为什么证据不足以下结论。"],
    "vi": [
        "Em nêu được ý chủ yếu.",
        "Em tìm các yếu tố.",
        "Em giúp các bạn thiếu niên.",
        "Chưa.",
        "Ba kém một là hai.",
    ],
    "ht": ["Mwen ba zanmi m yon men.", "Poko.", "Mwen ka li.", "Mwen kapab eksplike."],
    "de": ["Ich nenne das Gewicht des Arms.", "Das Licht ist hell.", "Noch nicht.", "Ich kann Nichtleser einladen."],
    "nl": ["Ik noem slechts één voorbeeld.", "Ik meet de maat.", "Nog niet.", "De stof is matig warm."],
    "en": ["I follow the yellow line.", "Not yet."],
}


def cases(texts: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language, those in texts.items() for text in those]


@pytest.mark.parametrize(("language", "text"), cases(LACKS))
def test_what_is_lacking_is_noticed_in_its_language(language: str, text: str) -> None:
    assert found(text, language), text


@pytest.mark.parametrize(("language", "text"), cases(HARMLESS))
def test_what_only_looks_like_it_is_left_alone(language: str, text: str) -> None:
    assert found(text, language) == [], text


@pytest.mark.parametrize(("language", "word"), [(it, word) for it, words in DEFICIT_WORDS.items() for word in words])
def test_each_word_is_found_by_itself(language: str, word: str) -> None:
    text = word.replace("*", "")
    assert watch(language).find(text)
    assert watch(language).may_find([text])


@pytest.mark.parametrize("language", DEFICIT_WORDS)
def test_no_word_stands_in_a_list_twice(language: str) -> None:
    words = DEFICIT_WORDS[language]
    assert len(set(words)) == len(words)
    assert all(word == word.strip().lower() for word in words)
    stems = [word.removesuffix("*") for word in words if word.endswith("*")]
    assert [it for it in words if any(it.startswith(stem) and it != f"{stem}*" for stem in stems)] == []


def test_each_language_of_lists_is_tried() -> None:
    assert set(LACKS) == set(DEFICIT_WORDS)


def test_letters_with_their_accents_apart_are_the_same_letters() -> None:
    assert found("Es de\u0301bil.", "es")
    assert found("Je\u0301 e\u0301choue.", "fr")
