"""The continuum in outline: of each competency and exemplar, what other pages may say about it.

A page shows its own source whole and its neighbours by their cards only. So a card's digest changes exactly when
another page that shows the card has to change, and `source_digest` when its own page has to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from site_builder.model import Area, Mode, Page, Pathway, Requirement, Retired, Settings, Standard

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CompetencyCard:
    """A competency in brief; `levels` are the ids that some skill describes, in the order of the scale."""

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
    target: str
    retired: Retired | None
    was: tuple[str, ...]
    digest: str
    source_digest: str


@dataclass(frozen=True, slots=True)
class Version:
    """One file of a medium as it is published: its name, its size in pixels (0 for sound), a digest of its bytes."""

    name: str
    width: int
    height: int
    digest: str


@dataclass(frozen=True, slots=True)
class PublishedMedium:
    """A picture (in the sizes a phone wants, the last one for every browser) or a recording, made safe to publish."""

    file: str
    is_picture: bool
    versions: tuple[Version, ...]
    seconds: float = 0.0

    @property
    def is_film(self) -> bool:
        """Whether there is something to see while it sounds."""
        return not self.is_picture and self.versions[-1].name.endswith(".mp4")


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


@dataclass(frozen=True, slots=True)
class Outline:
    """All cards, in the order in which pages show them, and who stands beside whom."""

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

    def skill_owner(self) -> dict[str, CompetencyCard]:
        """The competency of each skill id."""
        return {skill: card for card in self.competencies.values() for skill, _ in card.skills}


def outline(
    settings: Settings,
    areas: Iterable[Area],
    competencies: Iterable[CompetencyCard],
    exemplars: Iterable[ExemplarCard],
    pathways: Iterable[Pathway] = (),
    pages: Iterable[Page] = (),
) -> Outline:
    """Put cards in order: areas as settings list them, competencies by id within, exemplars by level and title."""
    by_slug = {area.slug: area for area in areas}
    ordered = {slug: by_slug[slug] for slug in settings.areas if slug in by_slug}
    place = {slug: number for number, slug in enumerate(ordered)}
    inside = sorted((card for card in competencies if card.area in place), key=lambda c: (place[c.area], c.id))
    known = {card.id: card for card in inside}
    work = sorted((card for card in exemplars if card.area in place), key=lambda e: _growth(e, ordered))
    routes = tuple(sorted(pathways, key=lambda p: p.id))
    return Outline(
        settings=settings,
        areas=ordered,
        competencies=known,
        exemplars={card.id: card for card in work},
        pathways=routes,
        pages=tuple(sorted(pages, key=lambda page: (page.order, page.slug))),
        in_area=_grouped((card.area, card) for card in inside if not card.retired),
        leads_to=_grouped((before, card) for card in inside if not card.retired for before in card.prerequisites),
        work_for=_grouped((card.competency, card) for card in work),
        pathways_with=_grouped((id, route) for route in routes for id in sorted(set(_named(route.requires)))),
    )


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
