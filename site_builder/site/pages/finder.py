"""The finder: choose by area, level and kind of page, or type a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder import addresses
from site_builder.outline import CompetencyCard, ExemplarCard, Outline
from site_builder.site.choices import Choice, area_choices, css_for, level_choices
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain


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
        "finder",
        root,
        "",
        areas=areas,
        levels=levels,
        groups=list(_groups(outline, root, areas, levels)),
    )
    about = desk.say("Find a competency or a piece of student work by area, level or word.")
    return Poured(desk.say("Find"), about, article, "finder", "competencies")


def _groups(outline: Outline, root: str, areas: list[Choice], levels: list[Choice]) -> Iterator[tuple[str, list[Row]]]:
    """What there is in each area: its competencies, then the work for them."""
    for slug, cards in outline.in_area.items():
        area = outline.areas[slug]
        here = css_for(slug, areas)
        css = {level.id: css_for(f"{area.scale.id} {level.id}", levels) for level in area.scale.levels}
        work = [it for card in cards for it in outline.work_for.get(card.id, ())]
        rows = [_competency(card, root, here, css) for card in cards]
        yield plain(area.title), rows + [_work(it, outline, root, here, css) for it in work]


def _competency(card: CompetencyCard, root: str, area: str, levels: Mapping[str, str]) -> Row:
    css = " ".join([area, *(levels[level] for level in card.levels), "p1"])
    return Row(root + addresses.competency(card), plain(card.title), card.id, css, is_work=False)


def _work(card: ExemplarCard, outline: Outline, root: str, area: str, levels: Mapping[str, str]) -> Row:
    css = f"{area} {levels[card.level]} p2"
    belongs_to = plain(outline.competencies[card.competency].title)
    return Row(root + addresses.exemplar(card), plain(card.title), belongs_to, css, is_work=True)
