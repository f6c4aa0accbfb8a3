"""A pathway's requirements as pages show them: each with where its competency stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.model import Pathway, Requirement
from site_builder.outline import CompetencyCard, Outline
from site_builder.sources.markdown import plain

Way: TypeAlias = Callable[[CompetencyCard], str]


@dataclass(frozen=True, slots=True)
class Ask:
    """One requirement: a competency at a level, or `count` of those `of` it; `is_all` when every one is asked for."""

    title: str = ""
    statement: str = ""
    href: str = ""
    badge: Badge | None = None
    count: int = 0
    is_all: bool = False
    of: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """A pathway with all that it asks for."""

    pathway: Pathway
    href: str
    asks: tuple[Ask, ...]


def route(pathway: Pathway, outline: Outline, root: str) -> Route:
    """A pathway as seen from a page whose way to the site's root is `root`."""
    found = asks(pathway, outline, lambda card: root + addresses.competency(card))
    return Route(pathway, root + addresses.pathway(pathway), found)


def asks(pathway: Pathway, outline: Outline, way: Way) -> tuple[Ask, ...]:
    """All that a pathway asks for, with `way` to each competency."""
    return tuple(_ask(it, outline, way) for it in pathway.requires)


def _ask(asked: Requirement, outline: Outline, way: Way) -> Ask:
    if asked.of:
        inner = tuple(_ask(it, outline, way) for it in asked.of)
        return Ask(count=asked.any_of, is_all=asked.any_of == len(inner), of=inner)
    card = outline.competencies[asked.competency]
    levels = {it.id: it for it in badges(outline.areas[card.area].scale)}
    return Ask(plain(card.title), card.statement, way(card), levels[asked.level])
