"""How easily texts are read: Rudolf Flesch's measure and its relatives in other languages, all from 0 to 100.

100 is for those who have just learned to read, 60 to 70 for whoever is used to reading, 30 for scholars. Each formula
is one that somebody has published, with its author's own figures; what it measures is the length of sentences and of
words, and nothing else. No such formula is known for Chinese, Haitian Creole and Vietnamese: those for Vietnamese count
on another scale, or need a list of words. OSMAN, for Arabic (El-Haj & Rayson 2016), needs short vowels to be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from site_builder.sources.syllables import syllables
from site_builder.sources.tokens import tokens_of

# A formula says nothing of a few words; its authors took samples of a hundred.
FEWEST_WORDS = 100
# Of a sentence with fewer words than this, one long word makes a hard one.
_FEWEST_IN_SENTENCE = 6
# Flesch counts what a semicolon or a colon parts as sentences of their own.
_END = re.compile(r"[.!?…;:]+[\"'”’»)\]]*\s+|\n")
_ENDS = bytes(ord(".") if chr(code) in "!?;:" else code for code in range(256))


class Formula(NamedTuple):
    """What is taken from `start` for each word of a mean sentence, and for each syllable of a mean word."""

    start: float
    word: float
    syllable: float


class Count(NamedTuple):
    """How long texts are: in words, in sentences, in syllables."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0


# Flesch, R. (1948): A new readability yardstick. Journal of Applied Psychology 32, 221-233.
# Fernández Huerta, J. (1959): Medidas sencillas de lecturabilidad. Consigna 214, 29-32; words for each sentence, as
# G. Law (2011), Error in the Fernandez Huerta readability formula, has shown it to be meant.
# Kandel, L. & Moles, A. (1958): Application de l'indice de Flesch à la langue française. Cahiers d'études de
# radio-télévision 19, 253-274.
# Amstad, T. (1978): Wie verständlich sind unsere Zeitungen? Dissertation, Zürich.
# Douma, W. H. (1960): De leesbaarheid van landbouwbladen. Landbouwhogeschool Wageningen.
# Franchina, V. & Vacca, R. (1986): Adaptation of Flesh readability index on a bilingual text. Linguaggi 3, 47-49; of
# their formula of 1972 two versions are told.
# Martins, T. B. F., Ghiraldelo, C. M., Nunes, M. G. V. & Oliveira, O. N. (1996): Readability formulas applied to
# textbooks in Brazilian Portuguese. Notas do ICMSC 28, São Carlos.
FORMULAS: Mapping[str, Formula] = MappingProxyType(
    {
        "en": Formula(206.835, 1.015, 84.6),
        "es": Formula(206.84, 1.02, 60),
        "fr": Formula(207, 1.015, 73.6),
        "de": Formula(180, 1, 58.5),
        "nl": Formula(206.84, 0.93, 77),
        "it": Formula(217, 1.3, 60),
        "pt": Formula(248.835, 1.015, 84.6),
    }
)


def formula_for(language: str) -> Formula | None:
    """The formula for a language, whatever its region; None where nobody has published one."""
    return FORMULAS.get(language.partition("-")[0])


@lru_cache(maxsize=64)
def counted(lines: tuple[str, ...], language: str) -> Count:
    """How long texts are that have no markup, in a language that has a formula; each line ends a sentence.

    A number is a word of one syllable.
    """
    known = _syllables_in(language.partition("-")[0])
    words: list[int] = []
    spoken: list[str] = []
    for line in lines:
        found: list[Any] = list(map(known.get, tokens_of(line)))
        if None in found:
            found = [known[it] for it in tokens_of(line)]
        if any(found):
            words += found
            spoken.append(line)
    return Count(len(words) - words.count(0), _sentences(spoken), sum(words))


def together(counts: Iterable[Count]) -> Count:
    """Several counts as one."""
    words, sentences, said = map(sum, zip(Count(), *counts, strict=True))
    return Count(words, sentences, said)


def ease(count: Count, language: str) -> int:
    """How easily texts of this length are read, in a language that has a formula."""
    return round(_ease(count, FORMULAS[language.partition("-")[0]]))


def hardest(lines: Sequence[str], language: str) -> tuple[int, str]:
    """The sentence that is read least easily, and on which of these lines it stands, counted from 0."""
    formula = FORMULAS[language.partition("-")[0]]
    found = [
        (count.words < _FEWEST_IN_SENTENCE, _ease(count, formula), number, sentence)
        for number, line in enumerate(lines)
        for sentence in sentences_of(line)
        if (count := counted((sentence,), language)).words
    ]
    *_, number, sentence = min(found)
    return number, sentence


def sentences_of(line: str) -> Iterator[str]:
    """The sentences of a line without markup."""
    start = 0
    for end in _END.finditer(f"{line}\n"):
        yield line[start : end.end()].strip()
        start = end.end()


def _sentences(lines: Sequence[str]) -> int:
    """As many as `sentences_of` finds in all of these lines: signs that close something are left out before."""
    said = "\n".join(lines)
    if not said.isascii():
        said = said.replace("…", ".").replace("”", "").replace("»", "").replace("’", "")
    ends = said.encode("utf-8", "surrogatepass").translate(_ENDS, b"\"')]")
    return ends.count(b". ") + len(lines)


def _ease(count: Count, formula: Formula) -> float:
    mean_sentence, mean_word = count.words / count.sentences, count.syllables / count.words
    return formula.start - formula.word * mean_sentence - formula.syllable * mean_word


class _Syllables(dict[str, int]):
    """The syllables of words as they come up; what has no letter and no digit is no word, and has none."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> int:
        has_letters = any(map(str.isalpha, word))
        self[word] = syllables(word, self.language) if has_letters else int(any(map(str.isdigit, word)))
        return self[word]


@cache
def _syllables_in(language: str) -> _Syllables:
    """Those of one language: there are far fewer words than places where they stand."""
    return _Syllables(language)
