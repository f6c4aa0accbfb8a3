"""A piece of student work in brief, as pages about something else show it."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import addresses
from site_builder.look.badges import Badge, badge
from site_builder.outline import ExemplarCard, Outline
from site_builder.sources.markdown import plain


@dataclass(frozen=True, slots=True)
class WorkCard:
    """Title, level, a line of the work, what it belongs to; `href` leads there from the page that shows the card."""

    href: str
    title: str
    badge: Badge
    mode: str
    peek: str
    competency: str
    area: str


def work_card(card: ExemplarCard, outline: Outline, root: str) -> WorkCard:
    """A card as seen from a page whose way to the site's root is `root`."""
    area = outline.areas[card.area]
    of = outline.competencies.get(card.competency)
    return WorkCard(
        root + addresses.exemplar(card),
        plain(card.title),
        badge(area, card.level),
        card.mode.value,
        card.peek or card.alt or plain(card.summary),
        plain(of.title) if of else "",
        plain(area.title),
    )
