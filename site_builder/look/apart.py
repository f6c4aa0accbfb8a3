"""Our own words on pages in a language into which nobody has put them: they stand there in English, and say so.

A text of ours goes through many hands before it is on a page: it is escaped, filled, put into attributes and titles. So
it carries signs that no text can have, and only the whole page tells what becomes of them.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from site_builder.look.words import SOURCE_LANGUAGE, Words, catalogue, is_spoken
from site_builder.sources.languages import direction, name_in

# Unicode keeps these for what stays within a program; a source that holds one is refused.
_BEGIN, _END, _BEGIN_VALUE, _END_VALUE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_SIGNS = re.compile(f"[{_BEGIN}{_END}{_BEGIN_VALUE}{_END_VALUE}]")
_VALUE = re.compile(r"%\(\w+\)s")
_AROUND_IT = rf"{_BEGIN_VALUE}\g<0>{_END_VALUE}"
# Where no element may stand: within tags, and within elements that hold words alone.
_WORDS_ALONE = re.compile(r"<(script|style|title|option|textarea|text)\b.*?</\1>|<[^>]*>", re.DOTALL)


class WordsApart(Words):
    """Words that mark each text which nobody has translated, and in it the values, which are in the page's language."""

    def gettext(self, message: str) -> str:
        """A text of ours; marked where it is the one that was asked for."""
        return _marked(super().gettext(message), message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The same of a text about a number."""
        return _marked(super().ngettext(msgid1, msgid2, n), msgid1, msgid2)

    def name_of(self, language: str) -> str:
        """What a language is called in these words: in English, where nobody has put any of them into another."""
        if self.digest:
            return super().name_of(language)
        return f"{_BEGIN}{name_in(language, SOURCE_LANGUAGE)}{_END}"


def words_of_pages(language: str, root: Path) -> Words:
    """What pages of a school say in this language; marked where they say it in English."""
    words = catalogue(language, root)
    return words if is_spoken(language) else WordsApart(*words.made_of)


def tell_apart(html: str, language: str) -> str:
    """A page in this language on which each marked text says which language it is in."""
    if _BEGIN not in html:
        return html
    done = 0
    parts: list[str] = []
    for found in _WORDS_ALONE.finditer(html):
        parts += [_with_elements(html[done : found.start()], language), _SIGNS.sub("", found[0])]
        done = found.end()
    return "".join((*parts, _with_elements(html[done:], language)))


def _marked(said: str, *asked: str) -> str:
    """The text, with marks where it is one of those that were asked for: what is found is always another object."""
    if not any(said is it for it in asked):
        return said
    return f"{_BEGIN}{_VALUE.sub(_AROUND_IT, said)}{_END}"


def _with_elements(text: str, language: str) -> str:
    return _SIGNS.sub(partial(_element, language), text)


def _element(language: str, sign: re.Match[str]) -> str:
    if sign[0] in (_END, _END_VALUE):
        return "</span>"
    said = SOURCE_LANGUAGE if sign[0] == _BEGIN else language
    return f'<span lang="{said}" dir="{direction(said)}">'
