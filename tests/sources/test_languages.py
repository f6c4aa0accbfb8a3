"""Languages by their codes."""

from __future__ import annotations

import pytest

from site_builder.sources.languages import CODE, direction, has_spaces, locale_of, name_in, nearest, own_name, wider


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "English"),
        ("es", "Español"),
        ("es-419", "Español (Latinoamérica)"),
        ("ar", "العربية"),
        ("zh-Hans", "中文 (简体)"),
        ("xx", "xx"),
    ],
)
def test_a_language_calls_itself_by_its_own_name(language: str, name: str) -> None:
    assert own_name(language) == name


@pytest.mark.parametrize(
    ("language", "reader", "name"),
    [
        ("es", "en", "Spanish"),
        ("en", "es", "inglés"),
        ("zh-Hans", "en", "Chinese (Simplified)"),
        ("xx", "en", "xx"),
        ("es", "xx", "Español"),
    ],
)
def test_a_language_is_called_in_the_words_of_its_reader(language: str, reader: str, name: str) -> None:
    assert name_in(language, reader) == name


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("ps", "rtl"),
        ("ckb", "rtl"),
        ("ug", "rtl"),
        ("az-Arab", "rtl"),
        ("az-arab-IR", "rtl"),
        ("ar-Latn", "ltr"),
        ("uz", "ltr"),
        ("xx", "ltr"),
    ],
)
def test_a_language_is_written_one_way_or_the_other(language: str, way: str) -> None:
    assert direction(language) == way


@pytest.mark.parametrize("language", ["xx", "qqq", "", "..", "es/../en", "a" * 500, "es\x00", "-"])
def test_what_is_no_language_is_known_to_nobody(language: str) -> None:
    assert locale_of(language) is None


@pytest.mark.parametrize("language", ["es", "zh-Hans", "es-419", "sr-Latn-RS", "ckb"])
def test_codes_are_written_in_one_way(language: str) -> None:
    assert CODE.fullmatch(language)


@pytest.mark.parametrize("language", ["ES", "es_MX", "spanish", "e", "es-", "-es", "../es", "es mx", "إس"])
def test_what_is_written_otherwise_is_no_code(language: str) -> None:
    assert not CODE.fullmatch(language)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("es-MX", ("es-MX", "es-Latn", "es")),
        ("zh", ("zh", "zh-Hans")),
        ("zh-TW", ("zh-TW", "zh-Hant")),
        ("xx", ("xx",)),
    ],
)
def test_words_of_a_language_may_stand_under_a_wider_name(language: str, names: tuple[str, ...]) -> None:
    assert wider(language) == names or set(names) <= set(wider(language))


@pytest.mark.parametrize(
    ("language", "among", "found"),
    [
        ("es", ["en", "es"], "es"),
        ("es-MX", ["en", "es"], "es"),
        ("es", ["en", "es-MX"], "es-MX"),
        ("zh-TW", ["zh-Hans"], None),
        ("zh-CN", ["zh-Hans"], "zh-Hans"),
        ("fr", ["en", "es"], None),
        ("en-GB", ["en"], "en"),
    ],
)
def test_a_reader_reads_the_same_language_of_another_region(language: str, among: list[str], found: str | None) -> None:
    assert nearest(language, among) == found


@pytest.mark.parametrize(
    ("language", "spaced"),
    [("en", True), ("ar", True), ("vi", True), ("ko", True), ("xx", True)]
    + [(it, False) for it in ("zh", "zh-Hans", "zh-TW", "ja", "th", "km")],
)
def test_words_stand_apart_or_they_do_not(language: str, spaced: bool) -> None:
    assert has_spaces(language) is spaced
