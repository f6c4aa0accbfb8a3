"""The words that templates say, in the language of the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

DOMAIN = "continuum"
SOURCE_LANGUAGE = "en"
_LOCALE = Path(__file__).parent.parent / "locale"


def catalogue(language: str = SOURCE_LANGUAGE, folder: Path = _LOCALE) -> NullTranslations:
    """What templates say in this language; the source texts themselves where nobody has translated them."""
    for name in (language, language.partition("-")[0]):
        file = folder / name.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if file.is_file():
            with file.open("rb") as source:
                return GNUTranslations(source)
    return NullTranslations()


def day_in(words: NullTranslations) -> Callable[[date], str]:
    """A writer of dates in these words: 12 May 2026."""
    form, months = words.gettext("{day} {month} {year}"), _months(words)
    return cache(lambda it: form.format(day=it.day, month=months[it.month - 1], year=it.year))


def short_day_in(words: NullTranslations) -> Callable[[date], str]:
    """The same without the year, for days of which it is clear: 12 May."""
    form, months = words.gettext("{day} {month}"), _months(words)
    return cache(lambda it: form.format(day=it.day, month=months[it.month - 1]))


def _months(words: NullTranslations) -> tuple[str, ...]:
    _ = words.gettext
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
