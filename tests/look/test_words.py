"""The words of the pages in their language."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from site_builder.look.words import (
    brief_day_in,
    catalogue,
    day_in,
    is_spoken,
    plurals_in,
    short_day_in,
    spoken_languages,
    stops_in,
)
from tests.look.words_of import Texts, po

ARABIC = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"
WORDS: dict[str, Texts] = {
    "es": {"May": "mayo", "Find": "Buscar", ("piece", "pieces"): ("trabajo", "trabajos")},
    "pt-BR": {"May": "maio"},
    "zh-Hans": {"May": "五月"},
    # CLDR knows no months in this one.
    "ht": {"May": "me", "{day} {month} {year}": "{day} {month} {year}", "{day} {month}": "{day} {month}"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Words of ours in some languages."""
    for language, words in WORDS.items():
        (tmp_path / f"{language}.po").write_text(po(language, words), encoding="utf-8")
    return tmp_path


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The folder of a school with Spanish of its own."""
    root = tmp_path / "school"
    (root / "continuum" / "words").mkdir(parents=True)
    words: Texts = {"Find": "Encontrar", "All work for %(it)s": "Todo de %(eso)s"}
    (root / "continuum" / "words" / "es.po").write_text(po("es", words), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("language", "day", "short"),
    [
        ("es", "12 de mayo de 2026", "12 de mayo"),
        ("es-MX", "12 de mayo de 2026", "12 de mayo"),
        ("fr", "12 mai 2026", "12 mai"),
        ("zh-Hans", "2026年5月12日", "5月12日"),
        ("ar", "12 مايو 2026", "12 مايو"),
        ("ht", "12 me 2026", "12 me"),
        ("en", "12 May 2026", "12 May"),
        ("xx", "12 May 2026", "12 May"),
    ],
)
def test_dates_are_said_as_the_language_says_them(folder: Path, language: str, day: str, short: str) -> None:
    words = catalogue(language, ours=folder)
    assert day_in(words)(date(2026, 5, 12)) == day
    assert short_day_in(words)(date(2026, 5, 12)) == short


@pytest.mark.parametrize(
    ("language", "day"),
    [("es", "12 sept 2026"), ("ar", "12 سبتمبر 2026"), ("zh-Hans", "2026年9月12日"), ("en", "12 September 2026")],
)
def test_where_there_is_little_room_a_month_is_shortened_as_its_language_does(language: str, day: str) -> None:
    assert brief_day_in(catalogue(language))(date(2026, 9, 12)) == day


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "a, b; c. "), ("es-MX", "a, b; c. "), ("ar", "a، b؛ c. "), ("ur", "a، b؛ c. "), ("zh-Hans", "a、b；c。")],
)
def test_what_stands_between_parts_is_written_in_the_script_of_a_language(language: str, said: str) -> None:
    stop = stops_in(language)
    assert f"a{stop(', ')}b{stop('; ')}c{stop('. ')}" == said


def test_a_short_day_names_its_month_as_a_long_one_does() -> None:
    short, long = short_day_in(catalogue()), day_in(catalogue())
    days = [date(2026, month, 28) for month in range(1, 13)]
    assert [f"{short(it)} 2026" for it in days] == [long(it) for it in days]


def test_every_month_has_its_name() -> None:
    said = [day_in(catalogue())(date(2026, month, 1)).split()[1] for month in range(1, 13)]
    assert said[0] == "January"
    assert said[11] == "December"
    assert len(set(said)) == 12


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("es", "mayo"),
        ("es-MX", "mayo"),
        ("pt-BR", "maio"),
        ("pt", "May"),
        ("de", "May"),
        ("zh-CN", "五月"),
        ("zh", "五月"),
        ("zh-TW", "May"),
        ("en", "May"),
    ],
)
def test_a_language_falls_back_to_its_family_and_then_to_the_source_texts(
    folder: Path, language: str, word: str
) -> None:
    assert catalogue(language, ours=folder).gettext("May") == word


def test_the_words_of_a_school_win_and_ours_say_the_rest(folder: Path, school: Path) -> None:
    words = catalogue("es", school, folder)
    assert words.gettext("Find") == "Encontrar"
    assert words.gettext("May") == "mayo"
    assert words.ngettext("piece", "pieces", 2) == "trabajos"
    assert words.gettext("Nobody has translated this") == "Nobody has translated this"


def test_a_word_of_a_school_that_does_not_fit_is_not_said(folder: Path, school: Path) -> None:
    assert catalogue("es", school, folder).gettext("All work for %(it)s") == "All work for %(it)s"


def test_a_school_may_change_the_words_of_english_too(school: Path) -> None:
    (school / "continuum" / "words" / "en.po").write_text(po("en", {"Find": "Look up"}), encoding="utf-8")
    assert catalogue("en", school).gettext("Find") == "Look up"


def test_words_have_another_digest_when_any_of_them_is_another(folder: Path, school: Path) -> None:
    digests = [catalogue("es", school, folder).digest, catalogue("es", ours=folder).digest, catalogue("en").digest]
    for path in (folder / "es.po", school / "continuum" / "words" / "es.po"):
        path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "Map"\nmsgstr "Mapa"\n', encoding="utf-8")
        digests.append(catalogue("es", school, folder).digest)
    assert len(set(digests)) == 5
    assert catalogue("es", school, folder).digest == digests[-1]


def test_words_of_a_file_that_cannot_be_read_are_ours(folder: Path, school: Path) -> None:
    (school / "continuum" / "words" / "es.po").write_text("msgid Find", encoding="utf-8")
    assert catalogue("es", school, folder).gettext("Find") == "Buscar"


def test_another_process_says_the_same(folder: Path, school: Path) -> None:
    words = catalogue("es", school, folder)
    there = pickle.loads(pickle.dumps(words))  # noqa: S301  our own
    assert (there.gettext("Find"), there.gettext("May"), there.language) == ("Encontrar", "mayo", "es")
    assert there.digest == words.digest


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("es", {"one": "1 trabajo", "other": "{n} trabajos"}),
        ("ar", {"zero": "z", "one": "o", "two": "t", "few": "{n} f", "many": "{n} m", "other": "{n} x"}),
        ("vi", {"other": "{n} bài"}),
        ("en", {"one": "{n} piece", "other": "{n} pieces"}),
        ("xx", {"one": "{n} piece", "other": "{n} pieces"}),
    ],
)
def test_a_text_about_a_number_has_the_forms_of_the_language(
    tmp_path: Path, language: str, forms: dict[str, str]
) -> None:
    texts = ("{n} piece", "{n} pieces")
    for name, said, plurals in (
        ("es", ("1 trabajo", "{n} trabajos"), "nplurals=2; plural=(n != 1);"),
        ("ar", ("z", "o", "t", "{n} f", "{n} m", "{n} x"), f"nplurals=6; plural=({ARABIC});"),
        ("vi", ("{n} bài",), "nplurals=1; plural=0;"),
    ):
        (tmp_path / f"{name}.po").write_text(po(name, {texts: said}, plurals), encoding="utf-8")
    assert dict(plurals_in(catalogue(language, ours=tmp_path))(*texts)) == forms


@pytest.mark.parametrize(
    ("language", "is_so"),
    [("en", True), ("en-GB", True), ("es", True), ("es-MX", True), ("zh-TW", False), ("de", False), ("so", True)],
)
def test_a_language_is_spoken_when_we_or_the_school_have_its_words(
    folder: Path, school: Path, language: str, is_so: bool
) -> None:
    (school / "continuum" / "words" / "so.po").write_text(po("so", {"Find": "Hel"}), encoding="utf-8")
    assert is_spoken(language, school, folder) == is_so
    assert is_spoken(language, ours=folder) == (is_so and language != "so")


def test_all_spoken_languages_are_listed(folder: Path, school: Path) -> None:
    for name in ("so", "spanish", "es_MX"):
        (school / "continuum" / "words" / f"{name}.po").write_text(po("so", {"Find": "Hel"}), encoding="utf-8")
    assert spoken_languages(school, folder) == ["en", "es", "ht", "pt-BR", "so", "zh-Hans"]
