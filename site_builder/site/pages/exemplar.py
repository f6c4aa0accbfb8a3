"""A piece of student work, with its notes on the work itself."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import addresses
from site_builder.look.badges import Badge
from site_builder.model import Exemplar
from site_builder.outline import ExemplarCard, Outline
from site_builder.site import structured
from site_builder.site.cards import WorkCard, work_card
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.site.work import Note, media_of, notes_on, skills_shown, work_of
from site_builder.sources.digest import digest
from site_builder.sources.markdown import Block, Quote, marked, plain


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page for each piece of work."""
    for card in outline.exemplars.values():
        owner = outline.competencies[card.competency]
        beside = outline.work_for.get(card.competency, ())
        key = digest(shared, card.source_digest, card.digest, owner.source_digest, digest_of(beside))
        yield Plan(addresses.exemplar(card), "exemplar", card.id, key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The page of one piece of work."""
    it = work_of(plan, desk)
    work, card, root = it.work, it.card, it.root
    notes = notes_on(it)
    resolve = desk.resolver(card.source, root)
    said = (work.summary, work.task, work.support, *(note.text for note in notes), work.why, work.not_yet_next)
    article = desk.article(
        "exemplar",
        root,
        card.source,
        **it.parts(desk),
        marks=desk.marks((*said, work.moderation.note), root),
        own=desk.own,
        as_made=desk.site(root) + plan.address,
        card=card,
        next=_next(list(it.levels.values()), work.level),
        calibrate=root + addresses.calibrate(card) if card.can_be_placed else "",
        nearby=_nearby(card, desk.outline, root, list(it.levels)),
        blocks=_blocks(work, notes, resolve, desk),
        notes={note.number: note for note in notes},
        shown=tuple(media_of(work, desk.seen(card.media, plan.address, root), notes)),
        rows=tuple(skills_shown(it)),
        edit=desk.edit(card.source),
    )
    data = structured.of_exemplar(work, card, it.owner, it.levels[work.level].name, desk)
    return Poured(plain(work.title), plain(work.summary or work.why), article, "exemplar", "work", data)


def _blocks(work: Exemplar, notes: list[Note], resolve: object, desk: Desk) -> tuple[Block, ...]:
    quotes = [
        Quote(number, it.quote, it.occurrence or 1, desk.say("Note %(number)s", number=number))
        for number, it in enumerate(work.annotations, 1)
        if it.quote
    ]
    return tuple(marked(work.body, quotes, resolve))  # type: ignore[arg-type]


def _next(levels: list[Badge], level: str) -> Badge | None:
    following = [it for it, before in zip(levels[1:], levels, strict=False) if before.id == level]
    return following[0] if following else None


def _nearby(card: ExemplarCard, outline: Outline, root: str, order: list[str]) -> tuple[WorkCard, ...]:
    """Other work for the same competency: at the next level first, then at this one, then before it."""
    here = order.index(card.level)
    others = [it for it in outline.work_for.get(card.competency, ()) if it.id != card.id]
    others.sort(key=lambda it: (abs(order.index(it.level) - here - 1), it.title))
    return tuple(work_card(it, outline, root) for it in others[:3])
