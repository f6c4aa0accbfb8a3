"""A piece of student work without its level: teachers place it, and then look at what others agreed on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder import addresses
from site_builder.look.badges import Badge
from site_builder.outline import ExemplarCard, Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan
from site_builder.site.work import Exhibit, Note, media_of, notes_on, skills_shown, work_of
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
    for card in (it for it in outline.exemplars.values() if it.can_be_placed):
        owner = outline.competencies[card.competency]
        pieces = map(addresses.calibrate, _pieces(card, outline))
        key = digest(shared, card.source_digest, card.digest, owner.source_digest, *pieces)
        yield Plan(addresses.calibrate(card), "calibrate", card.id, key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The page on which one piece of work is placed."""
    it = work_of(plan, desk)
    work, card, root = it.work, it.card, it.root
    notes = notes_on(it)
    media = desk.seen(card.media, addresses.exemplar(card), root, is_beside=False)
    pieces = _pieces(card, desk.outline)
    place = [one.id for one in pieces].index(card.id)
    article = desk.article(
        "calibrate",
        root,
        card.source,
        **it.parts(desk),
        number=place + 1,
        count=len(pieces),
        next=root + addresses.calibrate(pieces[(place + 1) % len(pieces)]) if len(pieces) > 1 else "",
        back=root + addresses.exemplar(card),
        blocks=marked(work.body, (), desk.resolver(card.source, root)),
        shown=[replace(shown, notes=(), regions=()) for shown in media_of(work, media, notes)],
        choices=list(_choices(it, notes)),
    )
    title = desk.say("Place a piece of work: %(title)s", title=plain(work.title))
    return Poured(title, plain(work.task or work.title), article, "calibrate", "work")


def _pieces(card: ExemplarCard, outline: Outline) -> list[ExemplarCard]:
    """All pieces of the same competency, in an order that says nothing of their levels."""
    beside = outline.work_for.get(card.competency, ())
    return sorted((it for it in beside if it.can_be_placed), key=lambda it: it.slug)


def _choices(it: Exhibit, notes: Sequence[Note]) -> Iterator[Choice]:
    skills = {skill.id: skill for skill in it.competency.skills}
    for row in skills_shown(it):
        described = skills[row.skill].levels
        known = ((level, described.get(level.id, ())) for level in it.levels.values())
        levels = tuple((level, texts) for level, texts in known if texts or level == row.badge)
        yield Choice(row.skill, row.title, levels, row.badge, tuple(note for note in notes if note.number in row.notes))
