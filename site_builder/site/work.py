"""A piece of student work as pages show it: its notes, its pictures and recordings, what it shows skill by skill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import addresses
from site_builder.look.badges import Badge
from site_builder.model import Annotation, Competency, Exemplar, Medium, PublishedMedium, SourceText
from site_builder.outline import ExemplarCard
from site_builder.site.desk import Desk
from site_builder.sources.languages import direction
from site_builder.sources.markdown import plain


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

    skill: str
    title: str
    badge: Badge
    descriptor: tuple[str, ...]
    href: str
    notes: tuple[int, ...]


def can_be_placed(card: ExemplarCard) -> bool:
    """Whether teachers have agreed on a piece, and it says something of single skills."""
    return card.is_moderated and bool(card.skills or card.annotated)


def speaks(work: Exemplar, desk: Desk) -> Markup:
    """The attributes that say which language the work is in, where it is not the page's."""
    language = work.language or (work.body.language if isinstance(work.body, SourceText) else desk.tree.language)
    if language == desk.tree.language:
        return Markup("")
    return Markup(' lang="%s" dir="%s"') % (language, direction(language))


def is_translated(work: Exemplar, desk: Desk) -> bool:
    """Whether the words of the work are not those that the student wrote."""
    is_told = bool(desk.tree.folder and work.body.strip() and not isinstance(work.body, SourceText))
    return is_told and work.language != desk.tree.language


def notes_on(work: Exemplar, competency: Competency, levels: Mapping[str, Badge], page: str) -> list[Note]:
    """The notes on a work, numbered as they stand there; `page` is that of its competency."""
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


def media_of(work: Exemplar, media: Iterable[PublishedMedium], notes: Sequence[Note]) -> Iterator[Shown]:
    """The pictures and recordings of a work, each with those of its notes that point at it."""
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


def skills_shown(
    work: Exemplar, competency: Competency, levels: Mapping[str, Badge], notes: Sequence[Note], page: str
) -> Iterator[SkillRow]:
    """What a work shows of each skill that it says something of, in the order of the competency."""
    numbers = {
        skill.id: tuple(n.number for n, a in zip(notes, work.annotations, strict=True) if a.skill == skill.id)
        for skill in competency.skills
    }
    for skill in competency.skills:
        level = work.skills.get(skill.id) or (work.level if numbers[skill.id] and not work.skills else "")
        if level in levels:
            href = f"{page}#{addresses.cell(skill.id, level)}"
            title, words = plain(skill.title), skill.levels.get(level, ())
            yield SkillRow(skill.id, title, levels[level], words, href, numbers[skill.id])


def _time(note: Annotation) -> tuple[int, int]:
    return (int(note.time[0]), int(note.time[1])) if note.time else (0, 0)
