"""The gallery: every piece of student work, to be filtered by area, level and kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import addresses
from site_builder.model import Mode
from site_builder.outline import ExemplarCard, Outline
from site_builder.site.cards import WorkCard, work_card
from site_builder.site.choices import Choice, area_choices, css_for, level_choices
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest


@dataclass(frozen=True, slots=True)
class Item:
    """A card with the classes by which choices show or hide it, and the small picture it begins with."""

    card: WorkCard
    css: str
    picture: str
    width: int
    height: int


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page."""
    titles = [card.title for card in outline.competencies.values()]
    key = digest(shared, "gallery", digest_of(outline.exemplars.values()), repr(titles))
    yield Plan(addresses.EXEMPLARS, "gallery", "", key)


def render(plan: Plan, desk: Desk) -> Poured:
    """All work, in the order of areas and of growth."""
    outline, root = desk.outline, addresses.root(plan.address)
    areas, levels, modes = area_choices(outline), level_choices(outline), _modes(outline)
    items = [_item(card, desk, root, areas, levels, modes) for card in outline.exemplars.values()]
    article = desk.article(
        "gallery",
        root,
        "",
        items=items,
        finder=root + addresses.FINDER,
        areas=areas,
        levels=levels,
        modes=modes,
    )
    return Poured(
        desk.say("Student work"),
        desk.say("Student work at every level, with notes on what it shows."),
        article,
        "gallery",
        "work",
    )


def _modes(outline: Outline) -> list[Choice]:
    used = {card.mode for card in outline.exemplars.values()}
    return [Choice(f"m{number}", mode.value, mode.value) for number, mode in enumerate(Mode, 1) if mode in used]


def _item(
    card: ExemplarCard, desk: Desk, root: str, areas: list[Choice], levels: list[Choice], modes: list[Choice]
) -> Item:
    outline = desk.outline
    level = f"{outline.areas[card.area].scale.id} {card.level}"
    classes = (css_for(card.area, areas), css_for(level, levels), css_for(card.mode.value, modes))
    picture = next((it.versions[0] for it in card.media if it.is_picture), None)
    # Pictures lie beside the page in the sources' language alone.
    address = desk.site(root) + addresses.exemplar(card)
    return Item(
        work_card(card, outline, root),
        " ".join(filter(None, classes)),
        address + picture.name if picture else "",
        picture.width if picture else 0,
        picture.height if picture else 0,
    )
