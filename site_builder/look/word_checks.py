"""Promises of the words that pages say themselves: each language is one, somebody has put them into it, they fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from site_builder.look.po_text import po_for, read_po
from site_builder.look.po_words import LOCALE, read_words
from site_builder.look.words import OWN, SOURCE_LANGUAGE, is_spoken
from site_builder.model import Settings
from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.sources.languages import CODE, locale_of, name_in, nearest

POT = LOCALE / "continuum.pot"


def words_of_pages(root: Path, settings: Settings) -> Iterator[Problem]:
    """What is wrong with the languages of a continuum, and with the words that its school has put into them."""
    for number, language in enumerate(settings.languages):
        at = Spot(settings.source, ("languages", number))
        yield from _languages_are_known(language, at, root)
        yield from _languages_are_spoken(language, at, root)
    folder = root / OWN
    for path in sorted(folder.glob("*.po")) if folder.is_dir() else ():
        yield from _words_fit(path)


def _languages_are_known(language: str, at: Spot, root: Path) -> Iterator[Problem]:
    known = locale_of(language)
    if not CODE.fullmatch(language):
        message = f"“{language}” is not how a language is written here"
        hint = f"write {str(known).replace('_', '-')}" if known else "write its code, as in es, ar or zh-Hans"
        yield Problem(at, "language-unknown", message, hint=hint)
    elif not known and not is_spoken(language, root):
        message = f"“{language}” is not the code of a language that is known here"
        hint = f"look the code up, as in es, ar or zh-Hans; if it is right, write {OWN}/{language}.po"
        yield Problem(at, "language-unknown", message, hint=hint)


def _languages_are_spoken(language: str, at: Spot, root: Path) -> Iterator[Problem]:
    if nearest(language, [SOURCE_LANGUAGE]):
        return
    texts = texts_of_pages()
    lacking = len(texts.keys() - _said(language, LOCALE) - _said(language, root / OWN))
    if lacking and (locale_of(language) or is_spoken(language, root)):
        name = name_in(language, SOURCE_LANGUAGE)
        message = f"{lacking} of {len(texts)} texts that pages say themselves are not in {name} yet, but in English"
        hint = f"translate them in {OWN}/{language}.po; see “Words of pages” in the manual"
        yield Problem(at, "words-wanted", message, Severity.NOTE, hint)


def _words_fit(path: Path) -> Iterator[Problem]:
    file = f"{OWN}/{path.name}"
    if not CODE.fullmatch(path.stem):
        message = f"{file} is not in a place where it is read"
        hint = "name it by the code of its language, as in es.po or zh-Hans.po"
        yield Problem(Span(file), "file-unread", message, Severity.WARNING, hint)
        return
    words, problems = read_words(path, OWN)
    yield from problems
    texts = texts_of_pages()
    for it in words.messages if words else ():
        if it.one not in texts or it.many != texts[it.one]:
            close = get_close_matches(it.one, texts, n=1)
            hint = f"did you mean “{close[0]}”?" if close else "take it out"
            message = f"pages do not say “{it.one}”, so its translation is not used"
            yield Problem(Span(file, it.line), "words-unused", message, Severity.NOTE, hint)


@cache
def texts_of_pages() -> Mapping[str, str]:
    """Every text that pages, private pages and letters say themselves, and its plural where it has one."""
    messages, _ = read_po(POT.name, POT.read_text(encoding="utf-8"))
    return {it.one: it.many for it in messages if it.one}


def _said(language: str, folder: Path) -> frozenset[str]:
    """The texts that a folder has in a language."""
    path = po_for(folder, language)
    words = read_words(path, folder.name)[0] if path else None
    return frozenset(it.one for it in words.messages) if words else frozenset()
