"""The page of one level: what it means, its neighbours, and work that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import addresses
from site_builder.look.badges import badges
from site_builder.look.scales import scales_in_use
from site_builder.model import Scale
from site_builder.outline import ExemplarCard, Outline
from site_builder.site.cards import work_card
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain

TAB = "levels"
_MOST = 12


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page for each level of each scale."""
    areas = digest_of(outline.areas.values())
    for scale in scales_in_use(outline):
        for level in scale.levels:
            work = _work(scale, level.id, outline)
            named = [
                outline.competencies[card.competency].title for card in work if card.competency in outline.competencies
            ]
            key = digest(shared, areas, digest_of(work), repr(named))
            yield Plan(addresses.level(scale, level), "level", f"{scale.id}/{level.id}", key)


def render(plan: Plan, desk: Desk) -> Poured:
    """What one level means, with a piece of work from as many competencies as there is room for."""
    outline = desk.outline
    root = addresses.root(plan.address)
    scale_id, _, level_id = plan.subject.partition("/")
    scale = next(it for it in scales_in_use(outline) if it.id == scale_id)
    levels = badges(scale)
    place = next(number for number, badge in enumerate(levels) if badge.id == level_id)
    article = desk.article(
        "level",
        root,
        outline.settings.source,
        it=levels[place],
        marks=desk.marks([levels[place].means], root),
        levels=levels,
        before=levels[place - 1] if place else None,
        after=levels[place + 1] if place + 1 < len(levels) else None,
        is_habit=scale.is_habit,
        work=[work_card(card, outline, root) for card in _work(scale, level_id, outline)],
        all_work=root + addresses.EXEMPLARS,
    )
    return Poured(plain(levels[place].name), plain(levels[place].means), article, "level", TAB)


def _work(scale: Scale, level: str, outline: Outline) -> list[ExemplarCard]:
    """Work at this level: one piece of each competency first, so that the level is seen in different skills."""
    on_scale = {area.slug for area in outline.areas.values() if area.scale.id == scale.id}
    found = [card for card in outline.exemplars.values() if card.level == level and card.area in on_scale]
    seen: set[str] = set()
    firsts = [card for card in found if not (card.competency in seen or seen.add(card.competency))]  # type: ignore[func-returns-value]
    chosen = {card.id for card in firsts}
    return (firsts + [card for card in found if card.id not in chosen])[:_MOST]
