"""The page of an area: what it is about, its levels, and its competencies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from site_builder import addresses
from site_builder.look.badges import badges
from site_builder.outline import CompetencyCard, Outline, areas_with_booklet
from site_builder.site.choices import area_choices, css_for
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain

TAB = "competencies"


class Line(NamedTuple):
    """A competency in the list of its area."""

    href: str
    title: str
    statement: str
    code: str
    skills: int
    work: int


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page for each area."""
    for slug, area in outline.areas.items():
        cards = outline.in_area.get(slug, ())
        counts = repr([len(outline.work_for.get(card.id, ())) for card in cards])
        key = digest(shared, repr(area), counts, _choice(outline, slug), digest_of(cards))
        yield Plan(addresses.area(area), "area", slug, key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The list of an area's competencies, and what the area is about."""
    outline = desk.outline
    area = outline.areas[plan.subject]
    root = addresses.root(plan.address)
    article = desk.article(
        "area",
        root,
        area.source,
        area=area,
        marks=desk.marks([area.about], root),
        levels=badges(area.scale),
        lines=[_line(card, outline, root) for card in outline.in_area.get(area.slug, ())],
        work=root + addresses.EXEMPLARS,
        map=root + addresses.MAP,
        find=f"{root}{addresses.FINDER}?area={_choice(outline, area.slug)}",
        booklet=root + addresses.area_booklet(area) if area in areas_with_booklet(outline) else "",
        edit=desk.edit(area.source),
    )
    return Poured(plain(area.title), plain(area.about), article, "area", TAB)


def _choice(outline: Outline, slug: str) -> str:
    """What the finder calls this area, so that it opens with it chosen."""
    return css_for(slug, area_choices(outline))


def _line(card: CompetencyCard, outline: Outline, root: str) -> Line:
    work = len(outline.work_for.get(card.id, ()))
    return Line(root + addresses.competency(card), plain(card.title), card.statement, card.id, len(card.skills), work)
