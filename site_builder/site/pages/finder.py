"""The finder: choose by area, level and kind of page, or type a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import addresses
from site_builder.outline import Outline
from site_builder.site.choices import Choice, area_choices, level_choices
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to find: a competency or a piece of work, with the classes by which choices show or hide it."""

    href: str
    title: str
    text: str
    css: str
    is_work: bool


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page."""
    key = digest(shared, "finder", digest_of(outline.competencies.values()), digest_of(outline.exemplars.values()))
    yield Plan(addresses.FINDER, "finder", "", key)


def render(plan: Plan, desk: Desk) -> Poured:
    """Everything there is to find, in words that need no script."""
    outline, root = desk.outline, addresses.root(plan.address)
    areas, levels = area_choices(outline), level_choices(outline)
    article = desk.article(
        "finder", root, "", areas=areas, levels=levels, groups=_groups(outline, root, areas, levels),
    )
    return Poured(desk.say("Find"), desk.say("Find a competency or a piece of student work by area, level or word."), article, "finder", "competencies")


def _groups(outline: Outline, root: str, areas: list[Choice], levels: list[Choice]) -> list[tuple[str, list[Row]]]:
    area_css = {choice.key: choice.css for choice in areas}
    level_css = {choice.key: choice.css for choice in levels}
    groups = []
    for slug, area in outline.areas.items():
        here = area_css.get(area.title, "")
        rows = [_competency(card, root, here, level_css, area.scale.id) for card in outline.in_area.get(slug, ())]
        work = [it for card in outline.in_area.get(slug, ()) for it in outline.work_for.get(card.id, ())]
        rows += [
            Row(root + addresses.exemplar(it), it.title, outline.competencies[it.competency].title,
                f"{here} {level_css[f'{area.scale.id} {it.level}']} p2", is_work=True)
            for it in work
        ]
        groups.append((area.title, rows))
    return [group for group in groups if group[1]]


def _competency(card, root: str, here: str, level_css: dict[str, str], scale: str) -> Row:  # type: ignore[no-untyped-def]
    css = " ".join([here, *(level_css[f"{scale} {level}"] for level in card.levels), "p1"])
    return Row(root + addresses.competency(card), card.title, card.id, css, is_work=False)
