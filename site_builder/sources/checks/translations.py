"""Promises of a translation, and of all translations into a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_builder.model import Exemplar, Settings, SourceText
from site_builder.outline import CompetencyCard, ExemplarCard
from site_builder.problems import Problem, Severity, Spot
from site_builder.sources.checks.exemplars import annotations_find_their_quotes
from site_builder.sources.checks.whole import Whole
from site_builder.sources.languages import name_in
from site_builder.sources.translation import Translation, in_language


def quotes_are_in_the_translated_work(thing: object, translation: Translation, settings: Settings) -> Iterator[Problem]:
    """Where a work is translated, its quotes stand in the translation as well."""
    if not isinstance(thing, Exemplar) or "body" not in translation.texts:
        return
    told = in_language(thing, translation)
    notes = tuple(replace(it, quote="") if isinstance(it.quote, SourceText) else it for it in told.annotations)
    for it in annotations_find_their_quotes(replace(told, annotations=notes), frozenset()):
        at = replace(it.at, file=translation.file) if isinstance(it.at, Spot) else it.at
        yield replace(it, at=at, severity=Severity.WARNING)


def languages_are_whole(whole: Whole) -> Iterator[Problem]:
    """All that families read can be read in each language of the continuum."""
    settings = whole.outline.settings
    for number, language in enumerate(settings.languages[1:], 1):
        lacking, count = _lacking(whole, language)
        if lacking:
            name = name_in(language, "en")
            message = f"{lacking} of {count} texts cannot be read in {name} yet: pages show them in the source’s words"
            hint = f"“continuum translate status {language}” says where they are"
            yield Problem(
                Spot(settings.source, ("languages", number)), "translation-wanted", message, Severity.NOTE, hint
            )


def _lacking(whole: Whole, language: str) -> tuple[int, int]:
    """How many texts are still to be translated, and of how many."""
    outline = whole.outline
    cards: tuple[CompetencyCard | ExemplarCard, ...] = (*outline.competencies.values(), *outline.exemplars.values())
    said = [it.translations[language] for it in cards if language in it.translations]
    found = [it[language] for it in whole.translations.values() if language in it]
    lacking = sum(it.lacking for it in said) + sum(len(it.lacking) for it in found)
    return lacking, sum(it.count for it in said) + sum(len(it.lacking) + len(it.texts) for it in found)
