"""Sizes of files as readers of a language write them: 4.2 MB, 4,2 MB."""

from __future__ import annotations

from babel.units import format_unit

from site_builder.look.words import SOURCE_LANGUAGE
from site_builder.sources.languages import locale_of

_MEGABYTE = 1_000_000
# From here on nobody asks for a tenth of a megabyte.
_LARGE = 10


def size_in(language: str, size: int) -> str:
    """So many bytes in megabytes; a little is said to be a tenth, so that nothing seems to cost nothing."""
    megabytes = max(size / _MEGABYTE, 0.1)
    shown = round(megabytes) if megabytes >= _LARGE else round(megabytes, 1)
    locale = locale_of(language) or locale_of(SOURCE_LANGUAGE)
    assert locale
    return format_unit(shown, "digital-megabyte", "short", locale=locale)
