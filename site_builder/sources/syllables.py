"""How many syllables a word has: rules of spelling, language by language, and words that do not keep to them.

Counted is what is said: a letter that nobody hears, as the last one in “made” or in “école”, makes no syllable.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language writes syllables: each `vowels` is one, once `silent` letters are gone, and each `split` another.

    `known` are words that are said in another way.
    """

    vowels: re.Pattern[str]
    silent: re.Pattern[str]
    split: re.Pattern[str] | None = None
    known: Mapping[str, int] = field(default_factory=dict)


def syllables(word: str, language: str) -> int:
    """The syllables of a word, at least one; `language` is one of SPELLINGS."""
    spelling = SPELLINGS[language]
    said = unicodedata.normalize("NFC", word).lower().replace("’", "'")
    if "-" in said:
        return sum(syllables(part, language) for part in said.split("-") if part)
    if said in spelling.known:
        return spelling.known[said]
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
        "(?:[aeiouéè]|y(?![aeiou])|y(?=ings?$))+",
        "(?<=[a-z])(?:th|s)m(?=s?$)",  # rhythm, criticism
        "(?<=[dsz])n'(?=t$)",  # didn't
    ),
    silent=_rule(
        "(?<=q)u",
        "(?<=[bcdfghjkmnpqstvwxz])e$",  # make
        "(?<=[^bcdfgkpstzx][lr])e$",  # rule, but not table
        "(?<=[^bcdfgkpstzx][lr])e(?=s$)",
        "(?<=[bdfkmnpqtvw])e(?='?s$)",  # makes, but not uses
        "(?<=th)e(?=s$)",
        "(?<=[^aeioutdlr])e(?=d$)",  # asked, but not wanted
        "(?<=[^bcdfgkpstzx][lr])e(?=d$)",
        "(?<=g)ue$",  # league
        "(?<=y)e(?=s?$)",
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
        "(?<=ro)(?=ics?$)",
        "(?<=[^g]u)(?=a)",  # usual, but not language
        "(?<=[^g]u)(?=en[ct]|els?$|et)",  # fluent
        "(?<=u)(?=o|ity|um$)",
        "(?<=e)(?=ums?$)",
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
_SPANISH = Spelling(
    # Two strong vowels, or a weak one with an accent beside a strong one, are two syllables.
    vowels=_rule(
        "[iuü]?[aeoáéó](?:[iuü](?![aeoáéóíú])|y(?![aeiouáéíóú]))?",
        "u?í|i?ú",
        "[iuü](?:[iuü]|y(?![aeiouáéíóú]))?",
    ),
    silent=_rule("(?<=q)u", "(?<=g)u(?=[eiéí])", "(?<!c)h"),
)
_PORTUGUESE = Spelling(
    vowels=_rule(
        "ão|ãe|õe|ãi",
        "(?<=[qg])u(?=[aoáóâôã])[aoáóâôã](?:[iu](?![aeoáéóâêôãõ]))?",
        # “ainda”, “raiz” and “rainha” have two syllables there.
        "[aeoáéóâêôãõà][iu](?!nh|[lmnrz](?:[^aeiouáéíóúâêôãõ]|$))",
        "ui(?!nh|[lmnrz](?:[^aeiouáéíóúâêôãõ]|$))|iu",
        "[aeiouáéíóúâêôãõàü]",
    ),
    silent=_rule(
        "(?<=[qg])u(?=[eiéíê])",
        "(?<![cln])h",
        # história, água, experiência: what follows an accent at the end is said in one.
        "(?<=[áéíóúâêô][bcdfglmnprstvxz])[iu](?=[aeo]s?$)",
        "(?<=[áéíóúâêô][lmnrs][bcdfgmnprstv])[iu](?=[aeo]s?$)",
    ),
)
_ITALIAN = Spelling(
    vowels=_rule("[iu]?[aeoàèéòóìù][iu]?", "[iu]{1,2}"),
    silent=_rule("(?<=[qg])u(?=[aeiàèéì])", "(?<=[cg])i(?=[aeouàèéòóù])", "(?<=gl)i(?=[aeouàèéòó])"),
    known=_known("di·o du·e e·ner·gi·a i·o ma·gi·a mi·a mi·e mi·o su·a su·e su·o tu·a tu·e tu·o vi·a vi·e zi·a zi·o"),
)
_FRENCH = Spelling(
    # “i”, “u” and “ou” before a vowel belong to it, except behind two consonants, as in “oublier”.
    vowels=_rule(
        "(?:(?<![bcdfgptv][lr])(?:ou|i|u)(?=[aàâeéèêoôœ])|(?:ou|u)(?=[iî]))?"
        "(?:eau|oeu|œu|œi|eu|eû|aoû|ou|où|oû|au|ai|aî|ei|eî|oi|oî|[aàâeéèêëiîïoôuùûüœæ]|y(?![aeiouéèêàâ]))"
    ),
    silent=_rule(
        "(?<=q)u",
        "(?<=g)u(?=[eéèêiîy])",
        "(?<=[^aàâeéèêëiîïoôuùûüyœæ])e(?=s?$)",
        "(?<=[éiîuûyo])e(?=s?$)",
        "(?<=[bcdfglnprstv])ent$",  # they do, as in “parlent”
        "(?<=ai)ent$",
        "(?<=[eo]u)i(?=l)",  # feuille
        "(?<=c)u(?=eil)",
    ),
    known=_known(
        "ab·sent ac·cent a·do·les·cent a·gent ar·gent com·pé·tent con·tent co·hé·rent dif·fé·rent é·vi·dent "
        "ex·cel·lent fré·quent in·tel·li·gent pa·rent per·ti·nent pré·sent pru·dent ré·cent sou·vent ta·lent "
        "trans·pa·rent ur·gent"
    ),
)
_GERMAN = Spelling(
    vowels=_rule("aa|(?<!^g)ee(?!nd|i)|oo|ie|ei|ai|ey|ay|eu(?!m$)|äu|au|oi|ou", "[aeiouäöüéèàê]|y(?![aeiou])"),
    silent=_rule("(?<=q)u"),
    split=_rule("(?<=[a-zäöü][a-zäöü][a-zäöü]i)(?=en$)"),
    known=_known("ak·ti·e fa·mi·li·e fo·li·e li·ni·e ma·te·ri·e se·ri·e stu·di·e"),
)
_DUTCH = Spelling(
    vowels=_rule(
        "aai|ooi|oei|eeu|ieu|eau|au|ou|aa|ee|oo|uu|ie|oe|eu(?!m$)|ui|ij|ei",
        "[aeiouäëïöüéèêáóú]|y(?![aeiou])",
    ),
    silent=_rule("(?<=q)u"),
)
SPELLINGS: Mapping[str, Spelling] = MappingProxyType(
    {
        "de": _GERMAN,
        "en": _ENGLISH,
        "es": _SPANISH,
        "fr": _FRENCH,
        "it": _ITALIAN,
        "nl": _DUTCH,
        "pt": _PORTUGUESE,
    }
)
