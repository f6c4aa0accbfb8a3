"""The continuum in outline: of each competency and exemplar, what other pages may say about it.

A page shows its own source whole and its neighbours by their cards only. So a card's digest changes exactly when
another page that shows the card has to change, and `source_digest` when its own page has to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from site_builder.model import (
    Area,
    Glossary,
    Mode,
    Page,
    Pathway,
    PublishedMedium,
    Requirement,
    Retired,
    Settings,
    Standard,
)

# A booklet of more competencies is one that nobody would print.
MOST_IN_A_BOOKLET = 200
T = TypeVar("T")
C = TypeVar("C", "CompetencyCard", "ExemplarCard")


@dataclass(frozen=True, slots=True)
class CardTexts:
    """What a card says in another language, text by text; None where nobody has translated it.

    `file` is the translation, if there is one, and `digest` changes with it; `lacking` of `count` texts of the source
    are still to be translated.
    """

    texts: tuple[str | None, ...]
    file: str
    digest: str
    lacking: int
    count: int


@dataclass(frozen=True, slots=True)
class CompetencyCard:
    """A competency in brief; `levels` are the ids that some skill uses, in the order of the scale.

    `is_described` says whether any of these has words yet; `identifiers` are the UUIDs that it and its skills came
    with, in their order, empty where one came with none. `translations` are by language.
    """

    id: str
    slug: str
    area: str
    title: str
    statement: str
    source: str
    prerequisites: tuple[str, ...]
    standards: tuple[Standard, ...]
    skills: tuple[tuple[str, str], ...]
    levels: tuple[str, ...]
    is_described: bool
    target: str
    retired: Retired | None
    was: tuple[str, ...]
    identifiers: tuple[str, ...]
    digest: str
    source_digest: str
    translations: Mapping[str, CardTexts] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExemplarCard:
    """A piece of work in brief: `peek` is a line of it, `alt` the words of its first picture.

    `annotated` are the (skill, level) pairs that its notes speak of, `wording` what their descriptors said then.
    """

    id: str
    slug: str
    area: str
    title: str
    competency: str
    level: str
    mode: Mode
    summary: str
    task: str
    peek: str
    alt: str
    skills: tuple[tuple[str, str], ...]
    is_moderated: bool
    is_invented: bool
    source: str
    media: tuple[PublishedMedium, ...]
    consent_until: date
    annotated: tuple[tuple[str, str], ...]
    wording: str
    digest: str
    source_digest: str
    translations: Mapping[str, CardTexts] = field(default_factory=dict)

    @property
    def can_be_placed(self) -> bool:
        """Whether teachers have agreed on it, and it says something of single skills: then others can place it too."""
        return self.is_moderated and bool(self.skills or self.annotated)


@dataclass(frozen=True, slots=True)
class Outline:
    """All cards, in the order in which pages show them, and who stands beside whom.

    `doubles` are cards whose id another card has already: they are on no page. `language` is empty for that of the
    sources.
    """

    settings: Settings
    areas: Mapping[str, Area]
    competencies: Mapping[str, CompetencyCard]
    exemplars: Mapping[str, ExemplarCard]
    pathways: tuple[Pathway, ...]
    pages: tuple[Page, ...]
    in_area: Mapping[str, tuple[CompetencyCard, ...]]
    leads_to: Mapping[str, tuple[CompetencyCard, ...]]
    work_for: Mapping[str, tuple[ExemplarCard, ...]]
    pathways_with: Mapping[str, tuple[Pathway, ...]]
    doubles: tuple[CompetencyCard | ExemplarCard, ...] = ()
    language: str = ""
    glossary: Glossary | None = None

    @property
    def spoken(self) -> str:
        """The language that all of it is in, as far as somebody has translated it."""
        return self.language or self.settings.languages[0]

    def skill_owner(self) -> dict[str, CompetencyCard]:
        """The competency of each skill id."""
        return {skill: card for card in self.competencies.values() for skill, _ in card.skills}


def areas_with_booklet(it: Outline) -> Iterator[Area]:
    """The areas that have something to print, and not more than a booklet holds."""
    return (it.areas[slug] for slug, cards in it.in_area.items() if len(cards) <= MOST_IN_A_BOOKLET)


def outline(
    settings: Settings,
    areas: Iterable[Area],
    competencies: Iterable[CompetencyCard],
    exemplars: Iterable[ExemplarCard],
    pathways: Iterable[Pathway] = (),
    pages: Iterable[Page] = (),
    glossary: Glossary | None = None,
) -> Outline:
    """Put cards in order: areas as settings list them, competencies by id within, exemplars by level and title."""
    by_slug = {area.slug: area for area in areas}
    ordered = {slug: by_slug[slug] for slug in settings.areas if slug in by_slug}
    place = {slug: number for number, slug in enumerate(ordered)}
    inside = sorted((card for card in competencies if card.area in place), key=lambda c: (place[c.area], c.id))
    known, doubles = _by_id(inside)
    current = [card for card in known.values() if not card.retired]
    work, copies = _by_id(sorted((it for it in exemplars if it.area in place), key=lambda e: _growth(e, ordered)))
    routes = tuple(sorted(pathways, key=lambda p: p.id))
    return Outline(
        settings=settings,
        areas=ordered,
        competencies=known,
        exemplars=work,
        pathways=routes,
        pages=tuple(sorted(pages, key=lambda page: (page.order, page.slug))),
        in_area=_grouped((card.area, card) for card in current),
        leads_to=_grouped((before, card) for card in current for before in dict.fromkeys(card.prerequisites)),
        work_for=_grouped((card.competency, card) for card in work.values()),
        pathways_with=_grouped((id, route) for route in routes for id in sorted(set(_named(route.requires)))),
        doubles=(*doubles, *copies),
        glossary=glossary,
    )


def _by_id(cards: Iterable[C]) -> tuple[dict[str, C], list[C]]:
    """Cards by their ids, and those that come too late for theirs."""
    known: dict[str, C] = {}
    doubles = [card for card in cards if known.setdefault(card.id, card) is not card]
    return known, doubles


def _growth(card: ExemplarCard, areas: Mapping[str, Area]) -> tuple[int, int, str, str]:
    scale = areas[card.area].scale
    position = next((level.position for level in scale.levels if level.id == card.level), 0)
    return (list(areas).index(card.area), position, card.title, card.id)


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _named(requirements: Iterable[Requirement]) -> Iterable[str]:
    for requirement in requirements:
        if requirement.competency:
            yield requirement.competency
        yield from _named(requirement.of)
