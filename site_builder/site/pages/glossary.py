"""The words that this continuum uses, and what they mean here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from site_builder import addresses
from site_builder.model import Term
from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain

TAB = "glossary"


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """The one page, where a school has written a glossary."""
    if outline.glossary:
        yield Plan(addresses.GLOSSARY, "glossary", "", digest(shared, repr(outline.glossary)))


def render(plan: Plan, desk: Desk) -> Poured:
    """Every term by the alphabet, with its other forms and its meaning."""
    glossary = desk.outline.glossary
    assert glossary
    article = desk.article(
        "glossary",
        addresses.root(plan.address),
        glossary.source,
        terms=sorted(glossary.terms, key=_alphabet),
        prefix=addresses.HEADING,
        edit=desk.edit(glossary.source),
    )
    about = desk.say("Words on these pages that may be new, and what they mean here.")
    return Poured(desk.say("Words we use"), about, article, "glossary", TAB)


def _alphabet(it: Term) -> tuple[str, str]:
    """By letters as people look words up: without accents, whatever their case; the id tells equal ones apart."""
    letters = unicodedata.normalize("NFKD", plain(it.term).casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign)), it.id
