"""How many syllables a word has: rules of spelling, language by language, and words that do not keep to them.

Counted is what is said: a letter that nobody hears, as the last one in “made” or in “école”, makes no syllable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language writes syllables: each `vowels` is one, once `silent` letters are gone, and each `split` another.

    `known` are words that are said in another way.
    """

    vowels: re.Pattern[str]
    silent: re.Pattern[str] | None = None
    split: re.Pattern[str] | None = None
    known: Mapping[str, int] = field(default_factory=dict)


@cache
def syllables(word: str, language: str) -> int:
    """The syllables of a word, at least one; `language` is one of SPELLINGS."""
    spelling = SPELLINGS[language]
    said = word.lower().replace("’", "'")
    if "-" in said:
        return sum(syllables(part, language) for part in said.split("-") if part)
    if said in spelling.known:
        return spelling.known[said]
    if spelling.silent:
        said = spelling.silent.sub("", said)
    count = len(spelling.vowels.findall(said))
    return max(count + len(spelling.split.findall(said)) if spelling.split else count, 1)


def _known(said: str) -> Mapping[str, int]:
    """Words written with a dot between their syllables."""
    return {word.replace("·", ""): word.count("·") + 1 for word in said.split()}


def _rule(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts))


_ENGLISH = Spelling(
    vowels=_rule(
        "(?:[aeiou]|y(?![aeiou])|y(?=ings?$))+",
        "(?<=[a-z])(?:th|s)m(?=s?$)",  # rhythm, criticism
        "(?<=[dsz])n'(?=t$)",  # didn't
    ),
    silent=_rule(
        "(?<=q)u",
        "(?<=[bcdfghjkmnpqstvwxz])e$",  # make
        "(?<=[^bcdfgkpstzx][lr])e$",  # rule, but not table
        "(?<=[^bcdfgkpstzx][lr])e(?=s$)",
        "(?<=[bdfkmnpqtvw])e(?=s$)",  # makes, but not uses
        "(?<=th)e(?=s$)",
        "(?<=[^aeioutdlr])e(?=d$)",  # asked, but not wanted
        "(?<=[^bcdfgkpstzx][lr])e(?=d$)",
        "(?<=g)ue$",  # league
        "(?<=y)e$",
        "(?<=[bcdfghkmnpqstvwz])e(?=(?:ly|ments?|ful(?:ly)?|less|ness|some|body|thing|where)$)",  # hopeful
        "(?<=[aeiouy][lr])e(?=(?:ly|ful(?:ly)?|less|ness|ments?)$)",  # careful
        "(?<=^som)e(?=[bh]|o|t[hi]|wh)",  # somebody
        "(?:(?<=^hom|^mor|^lif|^not|^bas|^saf)|(?<=^ther|^wher))e(?=[bcfgjklmoptw])",  # homework, therefore
    ),
    split=_rule(
        "(?<=[^ctgsxl]i)(?=a(?!ge))",  # media, but not social
        "(?<=[ct]i)(?=at)",  # appreciate
        "(?<=[^ctgsxnl]i)(?=o)",  # period, but not nation
        "(?<=i)(?=o$|os$|u|et)",  # portfolio, medium, quiet
        "(?<=[bdlprv]i)(?=en[ct])",  # client
        "(?<=[a-z][a-z]i)(?=ers?$|est$)",  # easier
        "(?<=cre|the)(?=at)",
        "(?<=re)(?=act|alit)",
        "(?<=ide|are)(?=as?$)",
        "(?<=pe)(?=ans?$)",
        "(?<=[dhnrt]e|ge)(?=o[^nu]|o$)",  # video
        "(?<=ne)(?=ous)",
        "(?<=po)(?=e[mt])",
        "(?<=co)(?=op|or)",
        "(?<=o)(?=ics?$)",
        "(?<=[^g]u)(?=a)",  # usual, but not language
        "(?<=[^g]u)(?=en[ct]|els?$|et)",  # fluent
        "(?<=u)(?=o|ity)",
        "(?<=[^gb]u)(?=id|in$|iti)",
        "(?<=[aeiouy])(?=ings?$)",  # doing
    ),
    known=_known(
        "an·y·one ar·gue ar·gues ar·gued be·hav·ior be·hav·iors be·hav·iour busi·ness crea·ture crea·tures el·e·ment "
        "el·e·ments eve·ning eve·nings ev·ery ev·ery·bod·y ev·ery·day ev·ery·one ev·ery·thing ev·ery·where fa·mil·iar "
        "i·de·al i·de·als lin·e·ar li·on li·ons may·be nu·cle·ar per·suade pri·or queue rec·i·pe rec·i·pes re·al·ize "
        "re·li·a·ble sci·ence sci·en·ces sci·en·tif·ic sci·en·tist sci·en·tists so·ci·e·ties so·ci·e·ty sol·dier "
        "wednes·day wher·ev·er"
    ),
)
SPELLINGS: Mapping[str, Spelling] = MappingProxyType({"en": _ENGLISH})
