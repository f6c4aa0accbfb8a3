"""Words that say what a learner lacks, and how close two descriptors are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, pairwise

from site_builder.model import Settings
from site_builder.problems import Problem, Severity, Spot
from site_builder.sources.checks.deficit_words import DEFICIT_WORDS
from site_builder.sources.languages import has_spaces, nearest
from site_builder.sources.tokens import tokens_of

CLOSE = 0.9
ANY_ENDING = "*"
# In Arabic small words grow onto a word, short vowels may be written or not, and some letters are written alike.
_ARABIC_MARKS = "[\u0640\u064b-\u065f\u0670]*"
_ARABIC_BEFORE = "(?:[وف]M)?(?:(?:[بك]M)?اMلM|لMلM|[بكلس]M)?".replace("M", _ARABIC_MARKS)
_ARABIC_ENDINGS = "ة ات ان ون ين ا ت تم وا ه ها هم هن هما ك كم نا ي ته تها تهم تي"
_ARABIC_AFTER = f"(?:{'|'.join(map(_ARABIC_MARKS.join, _ARABIC_ENDINGS.split()))})?"
_ARABIC_ALIKE = {"ا": "[اأإآٱ]", "أ": "[اأإآٱ]", "إ": "[اأإآٱ]", "آ": "[اأإآٱ]", "ى": "[ىي]", "ي": "[ىي]"}


@dataclass(frozen=True, slots=True)
class Lookout:
    """Words to look for in texts of one language.

    A text without any of `words` among its words and any of `parts` within it holds none: that is found out quickly.
    """

    listed: tuple[str, ...]
    language: str
    words: frozenset[str]
    parts: tuple[str, ...]

    def may_find(self, texts: Iterable[str]) -> bool:
        """Whether any of these texts may hold one of the words, so that only those are looked at closely."""
        if self.parts:
            folded = _folded(" ".join(texts))
            return any(part in folded for part in self.parts)
        return not all(self.words.isdisjoint(words_of(it)) for it in texts)

    def find(self, text: str) -> re.Match[str] | None:
        """The first of the words in a text."""
        return _pattern(self.listed, self.language).search(unicodedata.normalize("NFC", text))


def lookout(settings: Settings, language: str) -> Lookout | None:
    """What to look for in texts of this language: the school's own words or else ours; None where there are none."""
    is_own = language == settings.languages[0]
    words = settings.deficit_words if is_own else settings.deficit_words_in.get(language)
    chosen = _ours(language) if words is None else words
    return _lookout(chosen, language) if chosen else None


def unkind(text: str, at: Spot, words: Lookout | None) -> Iterator[Problem]:
    """A warning where a text names what a learner lacks."""
    found = words.find(text) if words else None
    if found:
        message = f"“{found[0]}” says what a learner lacks: “{' '.join(_around(found).split())}”"
        hint = "say what a learner at this level does; the list of words is `deficit_words` in continuum.yml"
        yield Problem(at, "deficit-word", message, Severity.WARNING, hint)


def close_pairs(texts: Sequence[str], language: str = "") -> Iterator[tuple[int, int]]:
    """The pairs of texts that share nearly all their words, by their numbers."""
    words = [words_of(text) if has_spaces(language) else _pairs_of(text) for text in texts]
    sizes = [len(some) for some in words]
    for one, other in combinations(range(len(words)), 2):
        if min(sizes[one], sizes[other]) < CLOSE * max(sizes[one], sizes[other]):
            continue  # they cannot share so many
        shared = len(words[one] & words[other])
        if shared >= CLOSE * (sizes[one] + sizes[other] - shared):
            yield one, other


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case; more than one check asks for them."""
    return frozenset(tokens_of(text))


def _pairs_of(text: str) -> frozenset[str]:
    """Where no spaces part words, each two signs beside each other stand for them."""
    said = "".join(tokens_of(text))
    return frozenset(map("".join, pairwise(said))) or frozenset({said})


@cache
def _ours(language: str) -> tuple[str, ...]:
    found = nearest(language, DEFICIT_WORDS)
    return DEFICIT_WORDS[found] if found else ()


@lru_cache(maxsize=32)
def _lookout(words: tuple[str, ...], language: str) -> Lookout:
    is_plain = has_spaces(language) and all(re.fullmatch(r"[^\W_]+", it) and it == it.lower() for it in words)
    is_plain = is_plain and language.partition("-")[0] != "ar"
    # Of several words the longest tells most: “لا” alone stands in nearly every text.
    parts = () if is_plain else tuple({max(_folded(it).rstrip(ANY_ENDING).split(), key=len) for it in words})
    return Lookout(words, language, frozenset(words), parts)


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...], language: str) -> re.Pattern[str]:
    alternatives = sorted({unicodedata.normalize("NFC", it) for it in words}, key=len, reverse=True)
    if not has_spaces(language):
        return re.compile("|".join(re.escape(it.rstrip(ANY_ENDING)) for it in alternatives), re.IGNORECASE)
    spelled = _arabic if language.partition("-")[0] == "ar" else _any_spelling
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(spelled, alternatives))})(?![\w-])", re.IGNORECASE)


def _any_spelling(word: str) -> str:
    stem = r"\s+".join(map(re.escape, word.rstrip(ANY_ENDING).split()))
    return rf"{stem}\w*" if word.endswith(ANY_ENDING) else stem


def _arabic(word: str) -> str:
    letters = re.sub(_ARABIC_MARKS, "", word).rstrip(ANY_ENDING)
    stem = "".join(r"\s+" if it == " " else _ARABIC_ALIKE.get(it, re.escape(it)) + _ARABIC_MARKS for it in letters)
    return f"{_ARABIC_BEFORE}{stem}{_ARABIC_AFTER}{_ARABIC_MARKS}"


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    """A text as parts are looked for in it: in lower case, composed, in Arabic without what may be left out."""
    if text.isascii():
        return text.lower()
    said = unicodedata.normalize("NFC", text).lower()
    return re.sub("[أإآٱ]", "ا", re.sub("[\u0640\u064b-\u065f\u0670]", "", said)).replace("ى", "ي")


def _around(found: re.Match[str]) -> str:
    text = found.string
    start, end = max(found.start() - 20, 0), found.end() + 20
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
