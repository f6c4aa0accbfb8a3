"""The progression map, drawn and in words."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import addresses
from site_builder.outline import CompetencyCard, Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.map import columns, drawing
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page."""
    yield Plan(addresses.MAP, "map", "", digest(shared, "map", digest_of(outline.competencies.values())))


def render(plan: Plan, desk: Desk) -> Poured:
    """What leads to what."""
    outline, root = desk.outline, addresses.root(plan.address)
    steps = _steps(outline)
    article = desk.article(
        "map",
        root,
        "",
        map=drawing(outline) if len(steps) > 1 else None,
        steps=steps,
        address=addresses.competency,
        titles={card.id: plain(card.title) for card in outline.competencies.values() if not card.retired},
        pathways=root + addresses.PATHWAYS,
    )
    return Poured(
        desk.say("What leads to what"),
        desk.say("Which competencies help with which others."),
        article,
        "map",
        "pathways" if outline.pathways else "map",
    )


def _steps(outline: Outline) -> list[list[CompetencyCard]]:
    """Competencies by how many steps lead to them."""
    cards = [card for group in outline.in_area.values() for card in group]
    depth = columns(cards)
    steps: list[list[CompetencyCard]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for card in cards:
        steps[depth[card.id]].append(card)
    return steps
