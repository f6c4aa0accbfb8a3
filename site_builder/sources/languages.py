"""Languages by their codes (BCP 47, as in es or zh-Hans): whether there is such a one, its name, its direction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# How codes of languages are written, in names of files and everywhere else.
CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# CLDR does not know all of these: Uyghur, Pashto, Sindhi and others have few words there, and are written all the same.
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "ckb", "dv"})
_WITHOUT_SPACES = frozenset({"Hani", "Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai", "Tibt"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"})


@cache
def locale_of(language: str) -> Locale | None:
    """What CLDR knows of a language; None where it does not know it."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def own_name(language: str) -> str:
    """What a language calls itself, as in Español; its code where nobody has said it."""
    known = locale_of(language)
    name = known.get_display_name() if known else None
    return name[:1].upper() + name[1:] if name else language


def name_in(language: str, reader: str) -> str:
    """What a reader of another language calls a language, as in Spanish; its code where nobody has said it."""
    known, asked = locale_of(language), locale_of(reader)
    return (known.get_display_name(asked) if known and asked else None) or own_name(language)


def direction(language: str) -> str:
    """Which way a language is written: ltr or rtl."""
    first, *others = language.split("-")
    scripts = [it for it in others if len(it) == 4 and it.isalpha()]
    is_to_left = scripts[0].title() in _RIGHT_TO_LEFT_SCRIPTS if scripts else first in _RIGHT_TO_LEFT
    return "rtl" if is_to_left else "ltr"


@cache
def wider(language: str) -> tuple[str, ...]:
    """The names by which a language is found, the closest first: es-MX and es, zh and zh-Hans, zh-TW and zh-Hant."""
    first = language.partition("-")[0]
    script = script_of(language)
    names = (language, f"{first}-{script}" if script else "", first if script_of(first) == script else "")
    return tuple(dict.fromkeys(it for it in names if it))


def nearest(language: str, among: Iterable[str]) -> str | None:
    """The one of these that is read by who reads a language: the same, of any region, but in no other script."""
    known = list(among)
    names = [it.casefold() for it in wider(language)]
    exact = (it for name in names for it in known if it.casefold() == name)
    alike = (it for it in known if {name.casefold() for name in wider(it)} & set(names))
    return next(exact, None) or next(alike, None)


def script_of(language: str) -> str:
    """The script in which a language is written, as CLDR has it: Latn for es, Hant for zh-TW; nothing where unknown."""
    first, *others = language.split("-")
    said = next((it.title() for it in others if len(it) == 4 and it.isalpha()), "")
    likely = get_global("likely_subtags")
    found: str = likely.get(language.replace("-", "_")) or likely.get(first) or ""
    return said or next((it for it in found.split("_")[1:] if len(it) == 4), "")


@cache
def has_spaces(language: str) -> bool:
    """Whether words stand apart in this language."""
    return script_of(language) not in _WITHOUT_SPACES
