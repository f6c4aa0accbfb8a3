"""Promises of a translation, and of all translations into a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from site_builder.model import Competency, Exemplar, Page, Settings, SourceText
from site_builder.outline import CompetencyCard, ExemplarCard
from site_builder.problems import Problem, Severity, Spot
from site_builder.sources.checks.exemplars import annotations_find_their_quotes
from site_builder.sources.checks.whole import Whole
from site_builder.sources.checks.words import close_pairs, lookout, unkind
from site_builder.sources.languages import name_in
from site_builder.sources.markdown import anchors_in
from site_builder.sources.translation import Translation

# Places of what a level is called, what it means, and what it looks like in a skill.
_LEVELS = re.compile(r"scales/|(?:skills/[^/]+/)?levels/")


def quotes_are_in_the_translated_work(
    thing: object, told: object, translation: Translation, settings: Settings
) -> Iterator[Problem]:
    """Where a work is translated, its quotes stand in the translation as well."""
    if not isinstance(told, Exemplar) or "body" not in translation.texts:
        return
    notes = tuple(replace(it, quote="") if isinstance(it.quote, SourceText) else it for it in told.annotations)
    for it in annotations_find_their_quotes(replace(told, annotations=notes), frozenset()):
        at = replace(it.at, file=translation.file) if isinstance(it.at, Spot) else it.at
        yield replace(it, at=at, severity=Severity.WARNING)


def headings_stand_side_by_side(
    thing: object, told: object, translation: Translation, settings: Settings
) -> Iterator[Problem]:
    """A translated page has as many headings as its source, so that links to a heading find it in each language."""
    if not isinstance(thing, Page) or "body" not in translation.texts:
        return
    own, others = len(anchors_in(thing.body)), len(anchors_in(translation.texts["body"]))
    if own != others:
        found = f"{others} instead of {own}"
        message = f"this page has not as many headings as its source, {found}: links to a heading do not find it here"
        hint = "give it the same headings in the same order"
        yield Problem(translation.at("body"), "translation-headings", message, Severity.WARNING, hint)


def translated_levels_are_kind(
    thing: object, told: object, translation: Translation, settings: Settings
) -> Iterator[Problem]:
    """Levels say in every language what a learner does, not what is lacking."""
    words = lookout(settings, translation.language)
    if words and isinstance(thing, Settings | Competency):
        texts = {place: text for place, text in translation.texts.items() if _LEVELS.match(place)}
        for place, text in texts.items() if words.may_find(texts.values()) else ():
            if words.may_find((text,)):
                yield from unkind(text, translation.spots[place], words)


def translated_levels_differ(
    thing: object, told: object, translation: Translation, settings: Settings
) -> Iterator[Problem]:
    """Levels that a source tells apart are told apart in every language."""
    if not isinstance(thing, Competency) or not isinstance(told, Competency) or not translation.texts:
        return
    name = name_in(translation.language, "en")
    for skill, said in zip(thing.skills, told.skills, strict=True):
        whole = [it for it, texts in said.levels.items() if not any(isinstance(text, SourceText) for text in texts)]
        ours, theirs = ([" ".join(levels[it]) for it in whole] for levels in (skill.levels, said.levels))
        alike = set(close_pairs(theirs, translation.language))
        for one, other in sorted(alike - set(close_pairs(ours, translation.source_language) if alike else ())):
            between = f"at levels {whole[one]} and {whole[other]} in {name}"
            at = _of_level(translation, skill.id, whole[other])
            if theirs[one] == theirs[other]:
                message = f"“{skill.title}” says the same {between}, and its source does not"
                yield Problem(
                    at, "descriptor-repeated", message, Severity.WARNING, "say what is new at the higher level"
                )
            else:
                message = f"“{skill.title}” says almost the same {between}"
                yield Problem(at, "descriptor-close", message, Severity.WARNING, "let the change stand out")


def _of_level(translation: Translation, skill: str, level: str) -> Spot:
    """Where a translation describes a level; a competency without skills carries its levels itself."""
    names = {f"skills/{skill}/levels/{level}", f"levels/{level}"}
    return next(spot for place, spot in translation.spots.items() if {place, place.rpartition("/")[0]} & names)


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
