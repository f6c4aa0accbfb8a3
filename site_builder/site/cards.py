"""A piece of student work in brief, as pages about something else show it."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import addresses
from site_builder.outline import ExemplarCard, Outline
from site_builder.site.badges import Badge, badge


@dataclass(frozen=True, slots=True)
class WorkCard:
    """Title, level, a line of the work, and what it belongs to; `href` leads there from the page that shows the card."""

    href: str
    title: str
    badge: Badge
    mode: str
    peek: str
    competency: str
    area: str
    task: str
    is_moderated: bool


def work_card(card: ExemplarCard, outline: Outline, root: str) -> WorkCard:
    """A card as seen from a page whose way to the site's root is `root`."""
    area = outline.areas[card.area]
    of = outline.competencies.get(card.competency)
    return WorkCard(
        root + addresses.exemplar(card),
        card.title,
        badge(area, card.level),
        card.mode.value,
        card.peek or card.alt or card.summary,
        of.title if of else "",
        area.title,
        card.task,
        card.is_moderated,
    )
