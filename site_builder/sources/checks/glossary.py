"""Promises of a glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.model import Glossary, Settings, SourceText
from site_builder.problems import Problem, Severity, Spot
from site_builder.sources.markdown import plain
from site_builder.sources.translation import Translation


def terms_are_told_apart(thing: object, settings: Settings) -> Iterator[Problem]:
    """Each term has an id of its own, and no word means two of them."""
    if not isinstance(thing, Glossary):
        return
    ids: dict[str, str] = {}
    for number, it in enumerate(thing.terms):
        owner = ids.setdefault(it.id.casefold(), it.term)
        if owner is not it.term:
            at = Spot(thing.source, ("terms", number, "id"))
            yield Problem(at, "id-repeated", f"“{it.term}” has the id {it.id}, as “{owner}” has", hint="choose another")
    yield from _claimed_twice(thing, {it.id: Spot(thing.source, ("terms", n)) for n, it in enumerate(thing.terms)})


def translated_terms_are_told_apart(
    thing: object, told: object, translation: Translation, settings: Settings
) -> Iterator[Problem]:
    """No word means two terms in any language."""
    if isinstance(told, Glossary):
        places = {it.id: translation.spots.get(f"terms/{it.id}/term", Spot(translation.file)) for it in told.terms}
        yield from _claimed_twice(told, places)


def _claimed_twice(glossary: Glossary, places: Mapping[str, Spot]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for it in glossary.terms:
        for form in dict.fromkeys(plain(form).casefold() for form in (it.term, *it.also)):
            owner = owners.setdefault(form, it.id)
            if owner != it.id and not isinstance(it.term, SourceText):
                message = f"“{form}” stands for two terms of the glossary: {owner} and {it.id}"
                hint = "leave it to one of the two, or say which with a word more"
                yield Problem(places[it.id], "term-unclear", message, Severity.WARNING, hint)
