"""Where a competency stood before it was renamed: the way to where it stands now."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import addresses
from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page for each former name."""
    for card in outline.competencies.values():
        for old in card.was:
            yield Plan(addresses.formerly(card, old), "redirect", card.id, digest(shared, card.digest))


def render(plan: Plan, desk: Desk) -> Poured:
    """A link, for readers whom the page does not carry on by itself."""
    card = desk.outline.competencies[plan.subject]
    root = addresses.root(plan.address)
    article = desk.article(
        "redirect",
        root,
        card.source,
        title=plain(card.title),
        href=root + addresses.competency(card),
        language=desk.outline.spoken,
        canonical=desk.tree_url + addresses.competency(card) if desk.site_url else "",
    )
    return Poured(plain(card.title), plain(card.statement), article, "redirect", is_bare=True)
