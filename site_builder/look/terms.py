"""The words of a glossary on a page: the first time that one stands there, it leads to what it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from site_builder import addresses
from site_builder.model import Glossary, SourceText, Term
from site_builder.sources.clean import clean
from site_builder.sources.languages import direction
from site_builder.sources.lexicon import Lexicon, Place
from site_builder.sources.markdown import Mark, Marks, pieces, plain


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a glossary that somebody has put into a language, and where their forms are found."""

    terms: Sequence[Term]
    lexicon: Lexicon

    def on(self, texts: Iterable[str], root: str) -> Marks | None:
        """What marks the terms on a page that says these texts in this order; `root` is the way to its tree's root."""
        first = self._first([it for it in texts if it and not isinstance(it, SourceText)])
        if not first:
            return None

        def marks(text: str) -> Mark | None:
            here = None if isinstance(text, SourceText) else first.pop(text, None)
            if here is None:
                return None
            return lambda piece: [
                (at.start, at.end, _opening(self.terms[at.number], root, _tongue(self.terms[at.number].means)))
                for at in here.pop(piece, ())
            ]

        return marks

    def _first(self, texts: Sequence[str]) -> dict[str, dict[str, list[Place]]]:
        """Where each term stands for the first time: in which text, in which piece of it, and at which place there."""
        first: dict[str, dict[str, list[Place]]] = {}
        seen: set[int] = set()
        begun = self.lexicon.may_find("\n".join(texts))
        for text in texts:
            said = self.lexicon.folded(text)
            if not [it for it in begun if it in said]:
                continue
            for piece in pieces(text):
                for place in self.lexicon.find(piece):
                    if place.number not in seen:
                        seen.add(place.number)
                        first.setdefault(text, {}).setdefault(piece, []).append(place)
            begun = {it: numbers for it, numbers in begun.items() if not numbers <= seen}
            if not begun:
                break
        return first


def terms_of(glossary: Glossary | None, language: str) -> Terms | None:
    """The terms of a glossary as it is in this language; nothing where there are none."""
    told = [it for it in glossary.terms if not isinstance(it.term, SourceText)] if glossary else []
    forms = [[plain(form) for form in (it.term, *it.also)] for it in told]
    return Terms(told, Lexicon(forms, language)) if told else None


def _tongue(text: str) -> str:
    """The language of a text where it is not the page's."""
    return text.language if isinstance(text, SourceText) else ""


@lru_cache(maxsize=1024)
def _opening(it: Term, root: str, language: str) -> str:
    """What a term leads to: its entry, which without a script is where a reader goes, and its meaning."""
    means = escape(clean(plain(it.means)))
    tongue = f' data-lang="{language}" data-dir="{direction(language)}"' if language else ""
    return f'<a class="term" href="{escape(root + addresses.term(it))}" data-means="{means}"{tongue}>'
