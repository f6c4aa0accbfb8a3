"""A piece of student work without its level: teachers place it, and then look at what others agreed on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.model import Competency
from site_builder.outline import ExemplarCard, Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan
from site_builder.site.work import (
    Note,
    SkillRow,
    can_be_placed,
    is_translated,
    media_of,
    notes_on,
    skills_shown,
    speaks,
)
from site_builder.sources.digest import digest
from site_builder.sources.markdown import marked, plain


@dataclass(frozen=True, slots=True)
class Choice:
    """One skill to be placed: its levels with their descriptors, the one that was agreed on, and notes that say why."""

    skill: str
    title: str
    levels: tuple[tuple[Badge, tuple[str, ...]], ...]
    agreed: Badge
    notes: tuple[Note, ...]


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page for each piece of work that teachers have agreed on."""
    for card in filter(can_be_placed, outline.exemplars.values()):
        owner = outline.competencies[card.competency]
        pieces = map(addresses.calibrate, _pieces(card, outline))
        key = digest(shared, card.source_digest, card.digest, owner.source_digest, *pieces)
        yield Plan(addresses.calibrate(card), "calibrate", card.id, key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The page on which one piece of work is placed."""
    card = desk.outline.exemplars[plan.subject]
    owner = desk.outline.competencies[card.competency]
    work, competency = desk.exemplar(card.source), desk.competency(owner.source)
    root = addresses.root(plan.address)
    area = desk.outline.areas[owner.area]
    levels = {it.id: it for it in badges(area.scale, competency.target)}
    page = root + addresses.competency(owner)
    notes = notes_on(work, competency, levels, page)
    rows = skills_shown(work, competency, levels, notes, page)
    media = desk.seen(card.media, addresses.exemplar(card), root, is_beside=False)
    pieces = _pieces(card, desk.outline)
    place = [it.id for it in pieces].index(card.id)
    article = desk.article(
        "calibrate",
        root,
        card.source,
        work=work,
        speaks=speaks(work, desk),
        is_translated=is_translated(work, desk),
        area=area,
        area_href=root + addresses.area(area),
        competency=competency,
        competency_href=page,
        gallery=root + addresses.EXEMPLARS,
        number=place + 1,
        count=len(pieces),
        next=root + addresses.calibrate(pieces[(place + 1) % len(pieces)]) if len(pieces) > 1 else "",
        back=root + addresses.exemplar(card),
        blocks=marked(work.body, (), desk.resolver(card.source, root)),
        shown=[replace(it, notes=(), regions=()) for it in media_of(work, media, notes)],
        choices=list(_choices(rows, competency, levels.values(), notes)),
        badge=levels[work.level],
    )
    title = desk.say("Place a piece of work: %(title)s", title=plain(work.title))
    return Poured(title, plain(work.task or work.title), article, "calibrate", "work")


def _pieces(card: ExemplarCard, outline: Outline) -> list[ExemplarCard]:
    """All pieces of the same competency, in an order that says nothing of their levels."""
    return sorted(filter(can_be_placed, outline.work_for.get(card.competency, ())), key=lambda it: it.slug)


def _choices(
    rows: Iterable[SkillRow], competency: Competency, levels: Collection[Badge], notes: Sequence[Note]
) -> Iterator[Choice]:
    skills = {it.id: it for it in competency.skills}
    for row in rows:
        described = skills[row.skill].levels
        known = tuple((it, described.get(it.id, ())) for it in levels if it.id in described or it == row.badge)
        why = tuple(it for it in notes if it.number in row.notes)
        yield Choice(row.skill, row.title, known, row.badge, why)
