"""The words of templates, in the language of the page: ours, and those that a school adds or changes.

Ours lie in site_builder/locale/, one gettext file for each language; a school's in continuum/words/, named alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date, get_month_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from site_builder.sources.digest import digest_of_bytes
from site_builder.sources.languages import locale_of, nearest, script_of, wider

SOURCE_LANGUAGE = "en"
OWN = "continuum/words"
# What stands in CLDR for January in languages whose months nobody has told it.
_NO_MONTH = "M01"
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FAR_EASTERN = {", ": "、", "; ": "；"}
_SIGNS = {"Arab": {", ": "، ", "; ": "؛ "}, **dict.fromkeys(("Hans", "Hant", "Jpan"), _FAR_EASTERN)}
LOCALE = Path(__file__).parent.parent / "locale"


class Words(GNUTranslations):
    """What templates say in one language; the English texts themselves where nobody has translated them.

    `digest` changes when any of these words does.
    """

    def __init__(self, language: str, compiled: bytes, digest: str, others: Words | None = None) -> None:
        super().__init__(BytesIO(compiled))
        self.language = language
        self.digest: str = f"{digest} {others.digest}" if others else digest
        self._made_of = (language, compiled, digest, others)
        if others:
            self.add_fallback(others)

    def __reduce__(self) -> tuple[type[Words], tuple[str, bytes, str, Words | None]]:
        """What another process makes them of again."""
        return Words, self._made_of


def catalogue(language: str = SOURCE_LANGUAGE, root: Path | None = None, ours: Path = LOCALE) -> Words:
    """What templates say in this language; `root` is the folder of a school, whose own words win over ours."""
    words = _ours(language, ours)
    own = own_words(root, language) if root else None
    return Words(language, _compiled(own.messages, own.plurals), own.digest, words) if own else words


def is_spoken(language: str, root: Path | None = None, ours: Path = LOCALE) -> bool:
    """Whether somebody has put the words of templates into this language."""
    is_ours = nearest(language, [SOURCE_LANGUAGE]) is not None or po_for(ours, language) is not None
    return is_ours or (root is not None and po_for(root / OWN, language) is not None)


def spoken_languages(root: Path | None = None, ours: Path = LOCALE) -> list[str]:
    """Every language that we or the school have put the words of templates into, by their codes."""
    folders = [ours, *([root / OWN] if root else [])]
    found = {it.stem for folder in folders for it in folder.glob("*.po") if _CODE.fullmatch(it.stem)}
    return sorted({SOURCE_LANGUAGE, *found})


def _ours(language: str, folder: Path) -> Words:
    file = po_for(folder, language)
    if file is None:
        return Words(language, _compiled((), None), "")
    data = file.read_bytes()
    return Words(language, _read(file.name, data), digest_of_bytes(data))


@cache
def _read(name: str, data: bytes) -> bytes:
    """Our own words, which tests have looked at."""
    messages, _ = read_po(name, data.decode())
    head, *others = messages
    return _compiled(tuple(it for it in others if not it.is_fuzzy), head.forms[0])


@cache
def _compiled(messages: tuple[Message, ...], plurals: Plurals | str | None) -> bytes:
    """Messages as gettext reads them."""


def between_in(language: str) -> Callable[[str], str]:
    """How a comma or a semicolon with its space is written between the parts of a list, in the script of a language."""
    signs = _SIGNS.get(script_of(language), {})
    return lambda sign: signs.get(sign, sign)


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
