"""The words of templates, in the language of the page: ours, and those that a school adds or changes.

Ours lie in site_builder/locale/, one gettext file for each language; a school's in continuum/words/, named alike.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date, get_month_names

from site_builder.look.po_text import po_for
from site_builder.look.po_words import LOCALE, NO_WORDS, read_words
from site_builder.sources.languages import CODE, locale_of, name_in, nearest, script_of

SOURCE_LANGUAGE = "en"
OWN = "continuum/words"
# What stands in CLDR for January in languages whose months nobody has told it.
_NO_MONTH = "M01"
_FAR_EASTERN = {", ": "、", "; ": "；", ".": "。", ". ": "。"}
_SIGNS = {"Arab": {", ": "، ", "; ": "؛ "}, **dict.fromkeys(("Hans", "Hant", "Jpan"), _FAR_EASTERN)}


class Words(GNUTranslations):
    """What templates say in one language; the English texts themselves where nobody has translated them.

    `digest` changes when any of these words does, and `made_of` is what the same words are made of again.
    """

    def __init__(self, language: str, compiled: bytes, digest: str, others: Words | None = None) -> None:
        super().__init__(BytesIO(compiled))
        self.language = language
        self.digest: str = f"{digest} {others.digest}" if others else digest
        self.made_of = (language, compiled, digest, others)
        if others:
            self.add_fallback(others)

    def name_of(self, language: str) -> str:
        """What a language is called in these words."""
        return name_in(language, self.language)

    def __reduce__(self) -> tuple[type[Words], tuple[str, bytes, str, Words | None]]:
        """What another process makes them of again."""
        return type(self), self.made_of


def catalogue(language: str = SOURCE_LANGUAGE, root: Path | None = None, ours: Path = LOCALE) -> Words:
    """What templates say in this language; `root` is the folder of a school, whose own words win over ours."""
    words = _read(language, ours)
    return _read(language, root / OWN, words) if root and po_for(root / OWN, language) else words


def is_spoken(language: str, root: Path | None = None, ours: Path = LOCALE) -> bool:
    """Whether somebody has put the words of templates into this language."""
    is_ours = nearest(language, [SOURCE_LANGUAGE]) is not None or po_for(ours, language) is not None
    return is_ours or (root is not None and po_for(root / OWN, language) is not None)


def spoken_languages(root: Path | None = None, ours: Path = LOCALE) -> list[str]:
    """Every language that we or the school have put the words of templates into, by their codes."""
    folders = [ours, *([root / OWN] if root else [])]
    found = {it.stem for folder in folders for it in folder.glob("*.po") if CODE.fullmatch(it.stem)}
    return sorted({SOURCE_LANGUAGE, *found})


def _read(language: str, folder: Path, others: Words | None = None) -> Words:
    file = po_for(folder, language)
    found = read_words(file, folder.name)[0] if file else None
    return Words(language, (found or NO_WORDS).compiled, found.digest if found else "", others)


def stops_in(language: str) -> Callable[[str], str]:
    """How a comma, a semicolon or a full stop of ours is written in the script of a language, with its space if any."""
    signs = _SIGNS.get(script_of(language), {})
    return lambda sign: signs.get(sign, sign)


def plurals_in(words: Words) -> Callable[[str, str], list[tuple[str, str]]]:
    """What a text about {n} things says for every number: its forms, by the names that browsers have for them too.

    “other” is always one of them, and stands for all that would say the same.
    """
    numbers = _numbers(words.language)

    def forms(one: str, many: str) -> list[tuple[str, str]]:
        said = {name: words.ngettext(one, many, number) for name, number in numbers}
        return [(name, it) for name, it in said.items() if name == "other" or it != said["other"]]

    return forms


@cache
def _numbers(language: str) -> tuple[tuple[str, int], ...]:
    """A number for each kind of plural that CLDR knows in a language, as 2 for “two” in Arabic."""
    locale = locale_of(language)
    if locale is None:
        return ("one", 1), ("other", 2)
    found: dict[str, int] = {}
    for number in (2, 1, *range(201), 1000, 10_000, 1_000_000):
        found.setdefault(locale.plural_form(number), number)
    return tuple({**found, "other": found.get("other", 0)}.items())


def day_in(words: Words) -> Callable[[date], str]:
    """A writer of dates in these words: 12 May 2026."""
    locale = _dated(words.language)
    if locale:
        return cache(lambda it: format_date(it, "long", locale))
    form, months = words.gettext("{day} {month} {year}"), _months(words)
    return cache(lambda it: form.format(day=it.day, month=months[it.month - 1], year=it.year))


def short_day_in(words: Words) -> Callable[[date], str]:
    """The same without the year, for days of which it is clear: 12 May."""
    locale = _dated(words.language)
    if locale:
        return cache(lambda it: format_date(it, locale.datetime_skeletons["MMMMd"].pattern, locale))
    form, months = words.gettext("{day} {month}"), _months(words)
    return cache(lambda it: form.format(day=it.day, month=months[it.month - 1]))


def brief_day_in(words: Words) -> Callable[[date], str]:
    """The same as long as it has to be, for places where there is little room: 12 may 2026 in Spanish."""
    locale = _dated(words.language)
    if locale and "yMMMd" in locale.datetime_skeletons:
        return cache(lambda it: format_date(it, locale.datetime_skeletons["yMMMd"].pattern, locale))
    return day_in(words)


def _dated(language: str) -> Locale | None:
    """What CLDR knows of dates in a language, where it knows its months.

    Plain English stands for all of its countries: a day before its month is clear to each of them.
    """
    locale = None if language == SOURCE_LANGUAGE else locale_of(language)
    return locale if locale and get_month_names("wide", "format", locale)[1] != _NO_MONTH else None


def _months(words: Words) -> tuple[str, ...]:
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
