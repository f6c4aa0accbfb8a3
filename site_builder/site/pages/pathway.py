"""A pathway: what it asks for, and the credit it gives."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import addresses
from site_builder.model import Requirement
from site_builder.outline import CompetencyCard, Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.site.routes import route
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page for each pathway."""
    for it in outline.pathways:
        key = digest(shared, repr(it), digest_of(_cards(it.requires, outline)))
        yield Plan(addresses.pathway(it), "pathway", it.id, key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The page of one pathway."""
    pathway = next(it for it in desk.outline.pathways if it.id == plan.subject)
    root = addresses.root(plan.address)
    article = desk.article(
        "pathway",
        root,
        pathway.source,
        route=route(pathway, desk.outline, root),
        marks=desk.marks([pathway.about], root),
        pathways=root + addresses.PATHWAYS,
        levels=root + addresses.LEVELS,
        booklet=root + addresses.pathway_booklet(pathway),
        edit=desk.edit(pathway.source),
    )
    return Poured(plain(pathway.title), plain(pathway.about), article, "pathway", "pathways")


def _cards(requirements: tuple[Requirement, ...], outline: Outline) -> Iterator[CompetencyCard]:
    for it in requirements:
        if it.competency:
            yield outline.competencies[it.competency]
        yield from _cards(it.of, outline)
