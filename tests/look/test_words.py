"""The words of the pages in their language."""

from __future__ import annotations

import struct
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest

from site_builder.look.words import catalogue, day_in, short_day_in


def compiled(words: dict[str, str]) -> bytes:
    """A catalogue as gettext reads it."""
    rows = sorted(
        (key.encode(), value.encode())
        for key, value in {"": "Content-Type: text/plain; charset=utf-8\n", **words}.items()
    )
    start = 28 + 16 * len(rows)
    tables, texts = [b"", b""], b""
    for column in (0, 1):
        for row in rows:
            tables[column] += struct.pack("<II", len(row[column]), start + len(texts))
            texts += row[column] + b"\x00"
    head = struct.pack("<IIIIIII", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + tables[0] + tables[1] + texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, words in {
        "es": {
            "May": "mayo",
            "{day} {month} {year}": "{day} de {month} de {year}",
            "{day} {month}": "{day} de {month}",
        },
        "pt_BR": {"May": "maio"},
    }.items():
        place = tmp_path / name / "LC_MESSAGES"
        place.mkdir(parents=True)
        (place / "continuum.mo").write_bytes(compiled(words))
    return tmp_path


def test_dates_are_said_as_the_language_says_them(folder: Path) -> None:
    assert day_in(catalogue("es", folder))(date(2026, 5, 12)) == "12 de mayo de 2026"
    assert day_in(catalogue("en", folder))(date(2026, 5, 2)) == "2 May 2026"


def test_a_day_whose_year_is_clear_is_said_without_it(folder: Path) -> None:
    assert short_day_in(catalogue("es", folder))(date(2026, 5, 12)) == "12 de mayo"
    assert short_day_in(catalogue("en", folder))(date(2026, 5, 2)) == "2 May"


def test_a_short_day_names_its_month_as_a_long_one_does() -> None:
    short, long = short_day_in(NullTranslations()), day_in(NullTranslations())
    days = [date(2026, month, 28) for month in range(1, 13)]
    assert [f"{short(it)} 2026" for it in days] == [long(it) for it in days]


@pytest.mark.parametrize(
    ("language", "word"), [("es", "mayo"), ("es-MX", "mayo"), ("pt-BR", "maio"), ("pt", "May"), ("de", "May")]
)
def test_a_language_falls_back_to_its_family_and_then_to_the_source_texts(
    folder: Path, language: str, word: str
) -> None:
    assert catalogue(language, folder).gettext("May") == word


def test_every_month_has_its_name() -> None:
    said = [day_in(NullTranslations())(date(2026, month, 1)).split()[1] for month in range(1, 13)]
    assert said[0] == "January"
    assert said[11] == "December"
    assert len(set(said)) == 12
