"""A piece of student work, with its notes on the work itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.model import Annotation, Competency, Exemplar, Medium, PublishedMedium, SourceText
from site_builder.outline import ExemplarCard, Outline
from site_builder.site import structured
from site_builder.site.cards import WorkCard, work_card
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest
from site_builder.sources.languages import direction
from site_builder.sources.markdown import Block, Quote, marked, plain


@dataclass(frozen=True, slots=True)
class Note:
    """A note beside the work: the skill and level it speaks of, and where its cell stands."""

    number: int
    skill: str
    badge: Badge
    text: str
    href: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """A numbered place on a picture, in percent of its width and height."""

    number: int
    x: float
    y: float
    width: float
    height: float
    skill: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture or recording on the page, with the notes that point at it."""

    medium: Medium
    published: PublishedMedium
    notes: tuple[Note, ...]
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillRow:
    """What the piece shows of one skill: the level, the words of its descriptor, the notes that speak of it."""

    title: str
    badge: Badge | None
    descriptor: tuple[str, ...]
    href: str
    notes: tuple[int, ...]


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page for each piece of work."""
    for card in outline.exemplars.values():
        owner = outline.competencies[card.competency]
        beside = outline.work_for.get(card.competency, ())
        key = digest(shared, card.source_digest, card.digest, owner.source_digest, digest_of(beside))
        yield Plan(addresses.exemplar(card), "exemplar", card.id, key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The page of one piece of work."""
    card = desk.outline.exemplars[plan.subject]
    owner = desk.outline.competencies[card.competency]
    work, competency = desk.exemplar(card.source), desk.competency(owner.source)
    root = addresses.root(plan.address)
    area = desk.outline.areas[owner.area]
    levels = {it.id: it for it in badges(area.scale, competency.target)}
    notes = _notes(work, competency, levels, root + addresses.competency(owner))
    resolve = desk.resolver(card.source, root)
    said = (work.summary, work.task, work.support, *(note.text for note in notes), work.why, work.not_yet_next)
    article = desk.article(
        "exemplar",
        root,
        card.source,
        work=work,
        marks=desk.marks((*said, work.moderation.note), root),
        speaks=_speaks(work, desk),
        is_translated=_is_translated(work, desk),
        own=desk.own,
        as_made=desk.site(root) + plan.address,
        card=card,
        competency=competency,
        area=area,
        area_href=root + addresses.area(area),
        competency_href=root + addresses.competency(owner),
        gallery=root + addresses.EXEMPLARS,
        badge=levels[work.level],
        next=_next(list(levels.values()), work.level),
        nearby=_nearby(card, desk.outline, root, list(levels)),
        blocks=_blocks(work, notes, resolve, desk),
        notes={note.number: note for note in notes},
        shown=tuple(_shown(work, desk.seen(card.media, plan.address, root), notes)),
        rows=tuple(_rows(work, competency, levels, notes, root + addresses.competency(owner))),
        edit=desk.edit(card.source),
    )
    data = structured.of_exemplar(work, card, owner, levels[work.level].name, desk)
    return Poured(plain(work.title), plain(work.summary or work.why), article, "exemplar", "work", data)


def _speaks(work: Exemplar, desk: Desk) -> Markup:
    """The attributes that say which language the work is in, where it is not the page's."""
    language = work.language or (work.body.language if isinstance(work.body, SourceText) else desk.tree.language)
    if language == desk.tree.language:
        return Markup("")
    return Markup(' lang="%s" dir="%s"') % (language, direction(language))


def _is_translated(work: Exemplar, desk: Desk) -> bool:
    """Whether the words of the work are not those that the student wrote."""
    is_told = bool(desk.tree.folder and work.body.strip() and not isinstance(work.body, SourceText))
    return is_told and work.language != desk.tree.language


def _notes(work: Exemplar, competency: Competency, levels: Mapping[str, Badge], page: str) -> list[Note]:
    titles = {skill.id: plain(skill.title) for skill in competency.skills}
    return [
        Note(
            number,
            titles[it.skill],
            levels[it.level],
            it.note,
            f"{page}#{addresses.cell(it.skill, it.level)}",
            *_time(it),
        )
        for number, it in enumerate(work.annotations, 1)
    ]


def _time(note: Annotation) -> tuple[int, int]:
    return (int(note.time[0]), int(note.time[1])) if note.time else (0, 0)


def _blocks(work: Exemplar, notes: list[Note], resolve: object, desk: Desk) -> tuple[Block, ...]:
    quotes = [
        Quote(number, it.quote, it.occurrence or 1, desk.say("Note %(number)s", number=number))
        for number, it in enumerate(work.annotations, 1)
        if it.quote
    ]
    return tuple(marked(work.body, quotes, resolve))  # type: ignore[arg-type]


def _shown(work: Exemplar, media: Iterable[PublishedMedium], notes: list[Note]) -> Iterator[Shown]:
    published = {it.file: it for it in media}
    for medium in work.media:
        here = [
            (note, it) for note, it in zip(notes, work.annotations, strict=True) if medium.file in (it.image, it.audio)
        ]
        it = published[medium.file]
        if not it.is_picture:
            yield Shown(medium, it, tuple(note for note, _ in here))
            continue
        regions = tuple(
            Region(note.number, *annotation.region, note.skill) for note, annotation in here if annotation.region
        )
        yield Shown(medium, it, tuple(note for note, _ in here), regions)


def _rows(
    work: Exemplar, competency: Competency, levels: Mapping[str, Badge], notes: list[Note], page: str
) -> Iterator[SkillRow]:
    numbers = {
        skill.id: tuple(n.number for n, a in zip(notes, work.annotations, strict=True) if a.skill == skill.id)
        for skill in competency.skills
    }
    for skill in competency.skills:
        level = work.skills.get(skill.id) or (work.level if numbers[skill.id] and not work.skills else "")
        if level in levels:
            href = f"{page}#{addresses.cell(skill.id, level)}"
            yield SkillRow(plain(skill.title), levels[level], skill.levels.get(level, ()), href, numbers[skill.id])


def _next(levels: list[Badge], level: str) -> Badge | None:
    following = [it for it, before in zip(levels[1:], levels, strict=False) if before.id == level]
    return following[0] if following else None


def _nearby(card: ExemplarCard, outline: Outline, root: str, order: list[str]) -> tuple[WorkCard, ...]:
    """Other work for the same competency: at the next level first, then at this one, then before it."""
    here = order.index(card.level)
    others = [it for it in outline.work_for.get(card.competency, ()) if it.id != card.id]
    others.sort(key=lambda it: (abs(order.index(it.level) - here - 1), it.title))
    return tuple(work_card(it, outline, root) for it in others[:3])
