"""A booklet: all of an area, or all that a pathway asks for, as somebody prints it and pins it up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.model import Area, Pathway, Requirement
from site_builder.outline import CompetencyCard, Outline, areas_with_booklet
from site_builder.site.desk import Desk, Poured
from site_builder.site.leaf import leaf, marked
from site_builder.site.plan import Plan
from site_builder.site.routes import Ask, asks
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain


class Wanted(NamedTuple):
    """A level that a pathway asks for, and the choices within which it does: so many of so many."""

    badge: Badge
    choices: tuple[tuple[int, int], ...]


class Leaf(NamedTuple):
    """A competency in a booklet: where it begins, what stands there, and the address of its own page."""

    anchor: str
    id: str
    title: str
    wanted: list[Wanted]
    html: Markup
    href: str
    address: str


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """A booklet of each area that one can hold, and of each pathway."""
    for area in areas_with_booklet(outline):
        key = digest(shared, "booklet", repr(area), *_seen(outline.in_area[area.slug], outline))
        yield Plan(addresses.area_booklet(area), "booklet", area.id, key)
    for pathway in outline.pathways:
        cards = [outline.competencies[id] for id in _asked(pathway.requires)]
        key = digest(shared, "booklet", repr(pathway), *_seen(cards, outline))
        yield Plan(addresses.pathway_booklet(pathway), "booklet", pathway.id, key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The cover, what is in the booklet, and a leaf for each competency."""
    outline = desk.outline
    area = next((it for it in outline.areas.values() if addresses.area_booklet(it) == plan.address), None)
    if area:
        return _of_area(plan, area, desk)
    return _of_pathway(plan, next(it for it in outline.pathways if it.id == plan.subject), desk)


def _of_area(plan: Plan, area: Area, desk: Desk) -> Poured:
    leaves = [_leaf(number, card, plan, desk) for number, card in enumerate(desk.outline.in_area[area.slug], 1)]
    parts = {"learning": area.kind, "credit": "", "levels": [badges(area.scale)], "asks_for": ()}
    return _poured(plan, desk, area, leaves, addresses.area(area), **parts)


def _of_pathway(plan: Plan, pathway: Pathway, desk: Desk) -> Poured:
    outline = desk.outline
    cards = [outline.competencies[id] for id in _asked(pathway.requires)]
    wanted: dict[str, list[Wanted]] = {card.id: [] for card in cards}
    for id, it in _wanted(pathway.requires, outline):
        wanted[id].append(it)
    leaves = [_leaf(number, card, plan, desk, wanted[card.id]) for number, card in enumerate(cards, 1)]
    scales = {scale.id: scale for scale in (outline.areas[card.area].scale for card in cards)}
    parts = {
        "learning": "",
        "credit": pathway.credit,
        "levels": [badges(scale) for scale in scales.values()],
        "asks_for": _within(pathway, outline),
    }
    return _poured(plan, desk, pathway, leaves, addresses.pathway(pathway), **parts)


def _poured(plan: Plan, desk: Desk, it: Area | Pathway, leaves: list[Leaf], address: str, **parts: object) -> Poured:
    root = addresses.root(plan.address)
    article = desk.article(
        "booklet",
        root,
        it.source,
        title=it.title,
        about=it.about,
        settings=desk.outline.settings,
        page=root + address,
        leaves=leaves,
        **parts,
    )
    title = desk.say("%(title)s as a booklet", title=plain(it.title))
    tab = "competencies" if isinstance(it, Area) else "pathways"
    return Poured(title, plain(it.about), article, "booklet", tab)


def _leaf(number: int, card: CompetencyCard, plan: Plan, desk: Desk, wanted: Sequence[Wanted] = ()) -> Leaf:
    address, root = addresses.competency(card), addresses.root(plan.address)
    html = leaf(desk.page(address), number, root + address, root=root, there=addresses.root(address))
    return Leaf(
        addresses.anchor(card.id),
        card.id,
        plain(card.title),
        list(wanted),
        marked(html, dict.fromkeys(it.badge.css for it in wanted), _flag(desk)) if wanted else html,
        root + address,
        desk.tree_url + address if desk.site_url else "",
    )


def _flag(desk: Desk) -> Markup:
    """What marks the column of a level that is asked for."""
    return desk.flag(desk.say("asked for"))


def _within(pathway: Pathway, outline: Outline) -> tuple[Ask, ...]:
    """What a pathway asks for, leading to the leaves of its booklet."""
    return asks(pathway, outline, lambda card: f"#{addresses.anchor(card.id)}")


def _seen(cards: Iterable[CompetencyCard], outline: Outline) -> Iterator[str]:
    """Digests of all that leaves show, which is less than the pages from which they are cut."""
    for card in cards:
        heir = outline.competencies.get(card.retired.replaced_by) if card.retired else None
        yield from (card.source_digest, heir.digest if heir else "")


def _asked(requirements: Sequence[Requirement]) -> list[str]:
    """The competencies that are asked for, each once, in the order in which they are named."""
    return list(dict.fromkeys(id for id, _, _ in _named(requirements)))


def _wanted(requirements: Sequence[Requirement], outline: Outline) -> Iterator[tuple[str, Wanted]]:
    for id, level, choices in _named(requirements):
        levels = {it.id: it for it in badges(outline.areas[outline.competencies[id].area].scale)}
        yield id, Wanted(levels[level], choices)


def _named(
    requirements: Sequence[Requirement], choices: tuple[tuple[int, int], ...] = ()
) -> Iterator[tuple[str, str, tuple[tuple[int, int], ...]]]:
    """Each competency with the level that is asked for, and with the choices within which it is."""
    for it in requirements:
        if it.competency:
            yield it.competency, it.level, choices
        count = len(it.of)
        yield from _named(it.of, choices if it.any_of == count else (*choices, (it.any_of, count)))
