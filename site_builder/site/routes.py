"""A pathway's requirements as pages show them: each with where its competency stands."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.model import Pathway, Requirement
from site_builder.outline import Outline
from site_builder.sources.markdown import plain


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
    asks = tuple(_ask(it, outline, root) for it in pathway.requires)
    return Route(pathway, root + addresses.pathway(pathway), asks)


def _ask(asked: Requirement, outline: Outline, root: str) -> Ask:
    if asked.of:
        inner = tuple(_ask(it, outline, root) for it in asked.of)
        return Ask(count=asked.any_of, is_all=asked.any_of == len(inner), of=inner)
    card = outline.competencies[asked.competency]
    levels = {it.id: it for it in badges(outline.areas[card.area].scale)}
    return Ask(plain(card.title), card.statement, root + addresses.competency(card), levels[asked.level])
