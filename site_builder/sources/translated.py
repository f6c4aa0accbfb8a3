"""A continuum in outline, in another of its languages: every card, and all that stands in it whole, as translated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias, TypeVar

from site_builder.model import Area, Competency, Exemplar, Glossary, Page, Pathway, Settings, SourceText
from site_builder.outline import CardTexts, CompetencyCard, ExemplarCard, Outline, outline
from site_builder.sources.digest import digest
from site_builder.sources.exemplar import picture_words, work_peek
from site_builder.sources.translation import Translation, in_language

# By the file of a source, and then by language.
Translations: TypeAlias = Mapping[str, Mapping[str, Translation]]
Whole = TypeVar("Whole", Settings, Area, Pathway, Page, Glossary)


def outline_in(language: str, of: Outline, translations: Translations) -> Outline:
    """The outline in this language; `translations` are those of settings, areas, pathways and pages."""
    if language == of.spoken:
        return of

    own = of.spoken

    def told(thing: Whole) -> Whole:
        found = translations.get(thing.source, {}).get(language)
        return in_language(thing, found or Translation(language, own, "", {}, ""))

    settings = told(of.settings)
    made = outline(
        settings,
        [_on_its_scale(told(it), settings) for it in of.areas.values()],
        [competency_in(card, language, own) for card in of.competencies.values()],
        [exemplar_in(card, language, own) for card in of.exemplars.values()],
        map(told, of.pathways),
        map(told, of.pages),
        told(of.glossary) if of.glossary else None,
    )
    return replace(made, language=language)


def competency_in(card: CompetencyCard, language: str, own: str) -> CompetencyCard:
    """A competency in brief, in this language; `own` is that of the sources."""
    said = card.translations.get(language)
    matches = (it.match for it in card.standards)
    texts = (card.title, card.statement, *(title for _, title in card.skills), *matches)
    title, statement, *others = _told(texts, said, own)
    skills, matched = others[: len(card.skills)], others[len(card.skills) :]
    return replace(
        card,
        title=title,
        statement=statement,
        skills=tuple((id, title) for (id, _), title in zip(card.skills, skills, strict=True)),
        standards=tuple(replace(it, match=match) for it, match in zip(card.standards, matched, strict=True)),
        digest=_digest(card.digest, said),
        source_digest=digest(card.source_digest, language, said.digest if said else ""),
    )


def exemplar_in(card: ExemplarCard, language: str, own: str) -> ExemplarCard:
    """A piece of work in brief, in this language; `own` is that of the sources."""
    said = card.translations.get(language)
    title, summary, task, peek, alt = _told((card.title, card.summary, card.task, card.peek, card.alt), said, own)
    return replace(
        card,
        title=title,
        summary=summary,
        task=task,
        peek=peek,
        alt=alt,
        digest=_digest(card.digest, said),
        source_digest=digest(card.source_digest, language, said.digest if said else ""),
    )


def competency_texts(told: Competency, translation: Translation) -> CardTexts:
    """What the card of a competency says in another language; `told` is the competency as translated."""
    matches = (standard.match for standard in told.standards)
    return _texts((told.title, told.statement, *(skill.title for skill in told.skills), *matches), translation)


def exemplar_texts(told: Exemplar, translation: Translation) -> CardTexts:
    """What the card of a piece of work says in another language; `told` is the work as translated."""
    return _texts((told.title, told.summary, told.task, work_peek(told), picture_words(told)), translation)


def _texts(texts: tuple[str, ...], translation: Translation) -> CardTexts:
    said = tuple(None if isinstance(it, SourceText) else it for it in texts)
    lacking = len(translation.lacking)
    count = lacking + len(translation.texts)
    return CardTexts(said, translation.file if translation.texts else "", translation.digest, lacking, count)


def _told(texts: tuple[str, ...], said: CardTexts | None, own: str) -> list[str]:
    others = said.texts if said else (None,) * len(texts)
    return [SourceText(text, own) if other is None else other for text, other in zip(texts, others, strict=True)]


def _digest(of: str, said: CardTexts | None) -> str:
    return digest(of, repr(said.texts) if said else "")


def _on_its_scale(area: Area, settings: Settings) -> Area:
    return replace(area, scale=replace(settings.scales[area.scale.id], is_habit=area.scale.is_habit))
