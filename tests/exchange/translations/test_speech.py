"""Which language a file is in."""

from __future__ import annotations

import pytest

from site_builder.exchange.translations.incoming import Received, language_of_name
from site_builder.exchange.translations.speech import language_of
from site_builder.problems import Problem


@pytest.mark.parametrize(
    ("file", "says", "asked", "languages", "expected"),
    [
        ("x.po", "es", "", ("es", "ar"), "es"),
        ("x.po", "es_ES", "", ("ar", "es"), "es"),
        ("x.po", "es", "", ("es-MX", "ar"), "es-MX"),
        ("x.po", "zh_Hans", "", ("zh-Hant", "zh-Hans"), "zh-Hans"),
        ("x.po", "zh_TW", "", ("zh-Hans", "zh-Hant"), "zh-Hant"),
        ("ar.po", "es", "", ("es", "ar"), "es"),
        ("statements-nl.csv", "", "", ("nl", "ar"), "nl"),
        ("ar.csv", "", "", ("nl", "ar"), "ar"),
        ("our.zh_Hans.csv", "", "", ("nl", "zh-Hans"), "zh-Hans"),
        ("anything.csv", "", "", ("nl",), "nl"),
        ("ar.csv", "", "nl", ("nl", "ar"), "nl"),
        ("x.po", "nl_BE", "nl", ("nl", "ar"), "nl"),
    ],
)
def test_a_file_is_in_the_language_that_is_said(
    file: str, says: str, asked: str, languages: tuple[str, ...], expected: str
) -> None:
    assert language_of(Received(file, says), asked, languages) == expected


@pytest.mark.parametrize(
    ("file", "says", "asked", "languages", "message"),
    [
        ("x.csv", "", "", ("nl", "ar"), "does not say which language"),
        ("es.csv", "", "", ("nl", "ar"), "does not say which language"),
        ("nl.po", "fr", "", ("nl", "ar"), "is in “fr”, which is not one of the languages"),
        ("nl.po", "fr", "", ("nl",), "is in “fr”, which is not one of the languages"),
        ("nl.po", "zh_TW", "", ("zh-Hans",), "is in “zh_TW”"),
        ("x.po", "ar", "nl", ("nl", "ar"), "says that it is in “ar”, and --language says “nl”"),
        ("x.po", "es", "", (), "one language only"),
    ],
)
def test_nothing_is_guessed(file: str, says: str, asked: str, languages: tuple[str, ...], message: str) -> None:
    found = language_of(Received(file, says), asked, languages)
    assert isinstance(found, Problem)
    assert (found.code, message in found.message) == ("translation-language", True)


@pytest.mark.parametrize(
    ("file", "tag"),
    [("es.po", "es"), ("a/b/statements-nl.csv", "nl"), ("x.zh-Hans.csv", "zh-Hans"), ("words.csv", ""), ("nl", "nl")],
)
def test_a_name_may_end_with_a_language(file: str, tag: str) -> None:
    assert language_of_name(file) == tag
