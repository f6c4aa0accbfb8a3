"""Files of words, ours and a school's, read with care: what does not fit its text is left out and said.

A text of templates may hold placeholders and a little HTML. Its translation holds the same and no other, so that
nothing goes wrong on a page, and nobody writes HTML into one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural

from site_builder.look.po_text import Message, po_for, read_po
from site_builder.problems import Problem, Severity, Span, stops
from site_builder.sources.clean import clean
from site_builder.sources.digest import digest_of_bytes
from site_builder.sources.languages import locale_of
from site_builder.sources.text import decoded

LOCALE = Path(__file__).parent.parent / "locale"
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}")
_TAG = re.compile(r"<[^<>]*>")
_ENTITY = re.compile(r"&#?\w+;")
# Within an attribute a quotation mark would end it.
_SIGN = re.compile(r'[%{}<&"]')
_SPACES = re.compile(r"[ \t\n]+")
_PLURALS = re.compile(
    r"^plural-forms:\s*nplurals\s*=\s*([1-6])\s*;\s*plural\s*=\s*([^;\n]+)", re.IGNORECASE | re.MULTILINE
)
_LONG = 60
_NUMBERS = (*range(201), 1000, 10_000, 1_000_000)


class Plurals(NamedTuple):
    """How many forms a language has for numbers, and which of them a number asks for, as gettext writes it."""

    forms: int
    rule: str


@dataclass(frozen=True, slots=True)
class PoWords:
    """What a file of words says, as far as it fits; `digest` changes when the file does."""

    messages: tuple[Message, ...]
    plurals: Plurals
    digest: str

    @property
    def compiled(self) -> bytes:
        """The same as gettext reads it."""
        catalog = Catalog()
        plurals = f"nplurals={self.plurals.forms}; plural={self.plurals.rule};"
        catalog.add("", f"Content-Type: text/plain; charset=utf-8\nPlural-Forms: {plurals}\n")
        for it in self.messages:
            catalog.add((it.one, it.many) if it.many else it.one, it.forms if it.many else it.forms[0])
        out = BytesIO()
        write_mo(out, catalog)
        return out.getvalue()


NO_WORDS = PoWords((), Plurals(2, "(n != 1)"), "")


def read_words(path: Path, folder: str) -> tuple[PoWords | None, list[Problem]]:
    """What a file of words says as far as it fits, and what does not; `folder` is what its folder is called."""
    file = f"{folder}/{path.name}"
    # What an installer has put beside this module may be linked to its own store, as uv does.
    if path.parent != LOCALE and (path.is_symlink() or path.stat().st_nlink > 1):
        message = f"{path.name} is a link to somewhere else"
        return None, [Problem(Span(file), "file-name", message, hint="put the file itself here")]
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{file} cannot be read: {error.strerror}"
        return None, [Problem(Span(file), "file-unreadable", message, hint="check its permissions")]
    words, problems = _read(file, path.stem, data)
    return words, list(problems)


@lru_cache(maxsize=32)
def _read(file: str, language: str, data: bytes) -> tuple[PoWords | None, tuple[Problem, ...]]:
    text, problems = decoded(file, data)
    messages, more = read_po(file, text) if not stops(problems) else ([], [])
    problems += more
    if stops(problems):
        return None, tuple(problems)
    plurals, more = _plurals(file, language, messages)
    problems += more
    fit, more = _fitting(file, messages, plurals)
    return PoWords(fit, plurals, digest_of_bytes(data)), (*problems, *more)


def misfit(it: Message, plurals: Plurals) -> tuple[str, str] | None:
    """Why a translation cannot stand for its text, and what would be right; None where it can."""
    if it.many and len(it.forms) != plurals.forms:
        return f"has {len(it.forms)} forms", f"give it {plurals.forms}: {plurals.rule} says which one a number asks for"
    if not all(form.strip() for form in it.forms):
        return "has a form without words", "translate each of its forms, or none"
    found = (no for form in it.forms if (no := _unlike(form, (it.one, it.many) if it.many else (it.one,))))
    return next(found, None)


def _unlike(form: str, sources: tuple[str, ...]) -> tuple[str, str] | None:
    """In what a text is unlike its source (in both of its forms) where it has to be the same."""
    said = set(_PLACEHOLDER.findall(form))
    asked = [set(_PLACEHOLDER.findall(it)) for it in sources]
    if strange := said - set.union(*asked):
        return f"says {min(strange)}, which its text does not", f"write {_listed(set.union(*asked))} as it stands there"
    left = set.intersection(*asked) - said
    # Of several numbers the one that is counted may be said in words, as two is in Arabic.
    if len(left) > len(sources) - 1:
        return f"leaves out {min(left)}", f"put {min(left)} where it belongs"
    if _TAG.findall(form) not in [_TAG.findall(it) for it in sources]:
        return "has other HTML than its text", "keep each <…> as it stands there, in the same order"
    rest = _PLACEHOLDER.sub("", _TAG.sub("", form))
    known = {entity for it in sources for entity in _ENTITY.findall(it)}
    rest = _ENTITY.sub(lambda entity: "" if entity[0] in known else entity[0], rest)
    if sign := _SIGN.search(rest.replace("%%", "")):
        return f"has the sign {sign[0]}", "say it without; quotation marks are those of your language, as in “…” or «…»"
    return None


def _listed(placeholders: Iterable[str]) -> str:
    return " and ".join(sorted(placeholders)) or "nothing between signs: all"


def _fitting(file: str, messages: Iterable[Message], plurals: Plurals) -> tuple[tuple[Message, ...], list[Problem]]:
    """The messages that are translated and fit, and what does not."""
    fit: dict[str, Message] = {}
    problems: list[Problem] = []
    for it in messages:
        if not it.one or it.context or it.is_fuzzy or not any(form.strip() for form in it.forms):
            continue
        no = ("is not the first", "keep one of them") if it.one in fit else misfit(it, plurals)
        if no:
            why, hint = no
            said = it.one if len(it.one) <= _LONG else f"{it.one[:_LONG]}…"
            message = f"the translation of “{said}” {why}, so it is not used"
            problems.append(Problem(Span(file, it.line), "words-unfit", message, Severity.WARNING, hint))
        else:
            forms = tuple(clean(_SPACES.sub(" ", form)) for form in it.forms)
            fit[it.one] = Message(it.line, it.one, it.many, forms)
    return tuple(fit.values()), problems


def _plurals(file: str, language: str, messages: Iterable[Message]) -> tuple[Plurals, list[Problem]]:
    """The plurals that the head of the file tells of; those of the language where it tells of none that hold."""
    head = next((it for it in messages if not it.one), None)
    if head is None or "plural-forms" not in head.forms[0].lower():
        return _plurals_of(language), []
    told = _told(head)
    if told and all(it in range(told.forms) for it in _asked(told.rule)):
        return told, []
    known = _plurals_of(language)
    message = "“Plural-Forms” does not say for every number which form it asks for, so those of the language are used"
    hint = f"write: Plural-Forms: nplurals={known.forms}; plural={known.rule};"
    return known, [Problem(Span(file, head.line), "words-unfit", message, Severity.WARNING, hint)]


def _told(head: Message) -> Plurals | None:
    said = _PLURALS.search(head.forms[0])
    return Plurals(int(said[1]), said[2].strip()) if said else None


def _plurals_of(language: str) -> Plurals:
    """The plurals of a language: as our own words have them, else as CLDR does, else like those of English."""
    ours = po_for(LOCALE, language)
    if ours:
        messages, _ = read_po(ours.name, ours.read_text(encoding="utf-8"))
        told = _told(messages[0])
        assert told, f"{ours.name} does not say how its plurals go"
        return told
    locale = locale_of(language)
    return Plurals(*get_plural(locale)) if locale else NO_WORDS.plurals


def _asked(rule: str) -> Iterator[int]:
    """The forms that a rule asks for by many numbers; -1 where it is none."""
    try:
        form = c2py(rule)
        yield from (int(form(number)) for number in _NUMBERS)
    except (ValueError, ArithmeticError, RecursionError):
        yield -1
