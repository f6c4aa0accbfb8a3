"""How levels work: every scale, and the rule by which work becomes a level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.look.scales import areas_on, scales_in_use
from site_builder.model import Scale
from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain

TAB = "levels"


class Ladder(NamedTuple):
    """A scale as the page shows it, with the areas that are read on it."""

    levels: Sequence[Badge]
    is_habit: bool
    areas: list[tuple[str, str]]


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """The one page about levels."""
    yield Plan(addresses.LEVELS, "levels", "", digest(shared, digest_of(outline.areas.values())))


def render(plan: Plan, desk: Desk) -> Poured:
    """The scales, the rule, and what is easily mistaken."""
    root = addresses.root(plan.address)
    outline = desk.outline
    ladders = [_ladder(scale, outline, root) for scale in scales_in_use(outline)]
    first = ladders[0].levels
    article = desk.article(
        "levels",
        root,
        outline.settings.source,
        ladders=ladders,
        judging=outline.settings.judging,
        target=next((badge for badge in first if badge.is_target), first[-1]),
        before=_before_target(first),
        finder=root + addresses.FINDER,
        work=root + addresses.EXEMPLARS,
    )
    return Poured(
        desk.say("How levels work"), desk.say("What each level means, and how one is decided."), article, "levels", TAB
    )


def _ladder(scale: Scale, outline: Outline, root: str) -> Ladder:
    areas = [(root + addresses.area(area), plain(area.title)) for area in areas_on(scale, outline)]
    return Ladder(badges(scale), scale.is_habit, areas)


def _before_target(levels: Sequence[Badge]) -> Badge | None:
    """The level next below the goal, to show what "not yet" means."""
    place = next((number for number, badge in enumerate(levels) if badge.is_target), 0)
    return levels[place - 1] if place else None
