"""Words to be found in texts of one language, whole and in any of their forms; of two at one place, the longer one."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from site_builder.sources.languages import has_spaces
from site_builder.sources.tokens import tokens

_WORD = re.compile(r"[\w\u0300-\u036f\u0640\u064b-\u065f\u0670]+")
_ASCII_WORD = re.compile(r"\w+", re.ASCII)
_HYPHENS = "-\u2010\u2011"
_BETWEEN = f" \t\n\u00a0'’{_HYPHENS}"
# What parts words here as well, and does not where tokens are made.
_PARTING = "'’-\u2010\u2011\u00a0+&%$@^~`"
# In Arabic “and”, “in”, “like”, “for” and “the” are written together with the word, and so is whose it is.
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ARABIC_ALIKE = str.maketrans("أإآٱى", "ااااي")
_THE = "ال"
_ARABIC_BEFORE = ("", "و", "ف", "ب", "ك", "ل", "وب", "وك", "ول", "فب", "فك", "فل")
_ARABIC_WITH_THE = ("ال", "وال", "فال", "بال", "كال", "لل", "وبال", "وكال", "ولل", "فبال", "فكال", "فلل")
_ARABIC_WHOSE = ("ه", "ها", "هم", "هن", "هما", "ك", "كم", "نا", "ي")


class Place(NamedTuple):
    """Where in a text a word stands, and which one it is."""

    start: int
    end: int
    number: int


class _Form(NamedTuple):
    """What follows the first word of a form; one that has other signs has to stand there `exact`, from `lead` on."""

    rest: tuple[str, ...]
    number: int
    exact: str
    lead: int


class Lexicon:
    """Words by their numbers, each with all its forms; a form may have several words."""

    def __init__(self, forms: Sequence[Iterable[str]], language: str) -> None:
        self.is_arabic = language.partition("-")[0] == "ar"
        self.pattern: re.Pattern[str] | None = None
        self.numbers: dict[str, int] = {}
        self.beginnings: dict[str, list[_Form]] = defaultdict(list)
        pairs = [(form, number) for number, them in enumerate(forms) for form in them if form.strip()]
        if not has_spaces(language):
            self._watch(pairs)
            return
        for form, number in pairs:
            self._add(form.strip(), number)
        for those in self.beginnings.values():
            those.sort(key=lambda it: (len(it.rest), len(it.exact)), reverse=True)

    def may_find(self, text: str) -> dict[str, frozenset[int]]:
        """The words in a text with which something begins that is to be found, and which words these may be.

        Where no spaces part words, nothing begins them all.
        """
        if self.pattern:
            return {"": frozenset(self.numbers.values())} if self.pattern.search(text) else {}
        for sign in _PARTING:
            text = text.replace(sign, " ")
        words = set(tokens(self.folded(text)))
        begun = {
            it: frozenset(form.number for form in self.beginnings[it] if self.is_arabic or words.issuperset(form.rest))
            for it in self.beginnings.keys() & words
        }
        return {it: numbers for it, numbers in begun.items() if numbers}

    def find(self, text: str) -> Iterator[Place]:
        """Every place of a word in a text, from its beginning to its end; none within another."""
        if self.pattern:
            yield from (Place(it.start(), it.end(), self.numbers[it[0].lower()]) for it in self.pattern.finditer(text))
            return
        if text.isascii():  # no letter changes its length there
            words = list(_ASCII_WORD.finditer(text.lower()))
            said = [it[0] for it in words]
        else:
            words = list(_WORD.finditer(text))
            said = [self.folded(it[0]) for it in words]
        free = 0
        for at in [at for at, word in enumerate(said) if word in self.beginnings]:
            if at >= free:
                for form in self.beginnings[said[at]]:
                    place = self._place(form, text, words, said, at)
                    if place:
                        yield place
                        free = at + 1 + len(form.rest)
                        break

    def folded(self, text: str) -> str:
        """A text as it is looked through: in lower case, composed, and in Arabic without what may be left out."""
        if text.isascii():
            return text.lower()
        said = unicodedata.normalize("NFC", text).lower()
        return _ARABIC_MARKS.sub("", said).translate(_ARABIC_ALIKE) if self.is_arabic else said

    def _place(
        self, form: _Form, text: str, words: Sequence[re.Match[str]], said: Sequence[str], at: int
    ) -> Place | None:
        """Where a form stands that begins with this word, if it does and is no part of another word."""
        last = at + len(form.rest)
        if last >= len(words) or not self._follows(form.rest, said[at + 1 : last + 1]):
            return None
        start, end = words[at].start() - form.lead, words[last].end()
        if form.exact:
            end = start + len(form.exact)
            stands = start >= 0 and text[start:end].lower() == form.exact
        else:
            gaps = (text[words[n].end() : words[n + 1].start()] for n in range(at, last))
            stands = not any(it.strip(_BETWEEN) for it in gaps) and not _is_part(text, start, end)
        return Place(start, end, form.number) if stands else None

    def _follows(self, rest: tuple[str, ...], said: Sequence[str]) -> bool:
        if self.is_arabic:
            return all(one in (other, other.removeprefix(_THE)) for one, other in zip(rest, said, strict=True))
        return rest == tuple(said)

    def _add(self, form: str, number: int) -> None:
        words = list(_WORD.finditer(form))
        if not words:
            return
        first, *rest = (self.folded(it[0]) for it in words)
        is_plain = not _WORD.sub("", form).strip(_BETWEEN)
        lead = 0 if is_plain else words[0].start()
        if self.is_arabic:
            rest = [it.removeprefix(_THE) for it in rest]
            first = first.removeprefix(_THE)
        made = _Form(tuple(rest), number, "" if is_plain else form.lower(), lead)
        for beginning in _arabic(first, is_alone=not rest) if self.is_arabic else [first]:
            self.beginnings[beginning].append(made)

    def _watch(self, pairs: Iterable[tuple[str, int]]) -> None:
        for form, number in pairs:
            self.numbers.setdefault(unicodedata.normalize("NFC", form.strip()).lower(), number)
        longest_first = sorted(self.numbers, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, longest_first)) or "(?!)", re.IGNORECASE)


def _arabic(word: str, *, is_alone: bool) -> Iterator[str]:
    """A word with all that may be written together with it."""
    yield from (before + word for before in (*_ARABIC_BEFORE, *_ARABIC_WITH_THE))
    if is_alone:
        stem = f"{word[:-1]}ت" if word.endswith("ة") else word
        yield from (before + stem + whose for before, whose in product(_ARABIC_BEFORE, _ARABIC_WHOSE))


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes this a part of another word, as in evidence-based."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return (before[-1:] in _HYPHENS and before[:-1].isalnum()) or (after[:1] in _HYPHENS and after[1:].isalnum())
