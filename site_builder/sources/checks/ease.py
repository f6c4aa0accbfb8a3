"""How easily families read what a school writes: each competency, piece of work and page as a whole, in each language.

A formula says something of a hundred words or more. So texts are judged together, and one sentence of them is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.model import Area, Competency, Exemplar, Glossary, Page, Pathway, Settings
from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.sources.checks.whole import Whole
from site_builder.sources.ease import FEWEST_WORDS, counted, ease, formula_for, hardest
from site_builder.sources.languages import name_in, nearest
from site_builder.sources.markdown import plain
from site_builder.sources.prose import Prose, prose_in, prose_of
from site_builder.sources.translation import Translation

# What is asked for where a school has not said it: Flesch's “standard”, which most grown people read without effort.
EASE = 60
_LONGEST_QUOTE = 90
_THE_REST = "What is said of the whole, of areas and of pathways"


def texts_are_easy(thing: object, settings: Settings) -> Iterator[Problem]:
    """A competency, a page and what is said of a piece of work can be read by every family."""
    own = settings.languages[0]
    if isinstance(thing, Competency | Exemplar | Glossary | Page) and goal(settings, own):
        yield from _judged(_name(thing), [prose_of(thing)], own, settings)


def translations_are_easy(
    thing: object, told: object, translation: Translation, settings: Settings
) -> Iterator[Problem]:
    """What is translated can be read by every family as well."""
    language = translation.language
    if isinstance(thing, Competency | Exemplar | Glossary | Page) and goal(settings, language):
        name = f"{_name(thing)} in {name_in(language, 'en')}"
        yield from _judged(name, [prose_in(thing, translation)], language, settings)


def short_texts_are_easy(whole: Whole) -> Iterator[Problem]:
    """What stands on few lines can be read by every family: together, as each by itself is too short to be judged."""
    outline = whole.outline
    things: list[Settings | Area | Pathway] = [outline.settings, *outline.areas.values(), *outline.pathways]
    own, *others = outline.settings.languages
    if goal(outline.settings, own):
        yield from _judged(_THE_REST, [prose_of(it) for it in things], own, outline.settings)
    for language in others:
        if goal(outline.settings, language):
            told = [(it, whole.translations.get(it.source, {}).get(language)) for it in things]
            said = [prose_in(it, found) for it, found in told if found]
            yield from _judged(f"{_THE_REST} in {name_in(language, 'en')}", said, language, outline.settings)


def goals_can_be_judged(settings: Settings) -> Iterator[Problem]:
    """A goal is set for a language that has a formula."""
    for language, wanted in settings.plain_words.items():
        if language and wanted and not formula_for(language):
            message = f"how easily {name_in(language, 'en')} is read cannot be judged: no formula for it is known here"
            at = Spot(settings.source, ("plain_words", language), on_key=True)
            yield Problem(at, "ease-unknown", message, Severity.WARNING, "leave it out, and read the texts aloud")


def goal(settings: Settings, language: str) -> int:
    """How easy texts in a language should be; 0 where nobody asks, or nobody can tell."""
    return settings.plain_words.get(_named(settings, language), EASE) if formula_for(language) else 0


def _judged(name: str, said: Sequence[Prose], language: str, settings: Settings) -> Iterator[Problem]:
    lines = tuple(line for it in said for line in it.lines)
    count, wanted = counted(lines, language), goal(settings, language)
    if count.words < FEWEST_WORDS or (reached := ease(count, language)) >= wanted:
        return
    line, sentence = hardest(lines, language)
    message = f"{name} reads at {reached}, and {wanted} is the goal, where 100 is easiest"
    hint = f"shorter sentences and everyday words help; begin with “{_short(sentence)}”"
    note = Problem(_at(said, line), "hard-to-read", message, Severity.NOTE, hint)
    # What we propose is a note; what a school has set for itself is more than that.
    yield replace(note, severity=Severity.WARNING) if _named(settings, language) in settings.plain_words else note


def _name(thing: Competency | Exemplar | Glossary | Page) -> str:
    return "The glossary" if isinstance(thing, Glossary) else f"“{plain(thing.title)}”"


def _at(said: Sequence[Prose], line: int) -> Spot | Span:
    """Where a line of all this stands."""
    places = [(it, number) for it in said for number in range(len(it.lines))]
    prose, number = places[line]
    return prose.at(number)


def _named(settings: Settings, language: str) -> str:
    """What the school calls a language for which it has set a goal; nothing where it means any language."""
    return nearest(language, [it for it in settings.plain_words if it]) or ""


def _short(sentence: str) -> str:
    said = " ".join(sentence.split())
    return said if len(said) <= _LONGEST_QUOTE else f"{said[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
