"""A piece of student work as pages show it: its notes, its pictures and recordings, what it shows skill by skill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.model import Annotation, Area, Competency, Exemplar, Medium, PublishedMedium, SourceText
from site_builder.outline import CompetencyCard, ExemplarCard
from site_builder.site.desk import Desk
from site_builder.site.plan import Plan
from site_builder.sources.languages import direction
from site_builder.sources.markdown import plain


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of work with all that stands around it, as seen from the page of a plan."""

    card: ExemplarCard
    owner: CompetencyCard
    work: Exemplar
    competency: Competency
    area: Area
    root: str
    levels: Mapping[str, Badge]

    @property
    def page(self) -> str:
        """The way to the page of the competency."""
        return self.root + addresses.competency(self.owner)

    def parts(self, desk: Desk) -> dict[str, object]:
        """What every page about the piece is told."""
        return {
            "work": self.work,
            "speaks": _speaks(self.work, desk),
            "is_translated": _is_translated(self.work, desk),
            "area": self.area,
            "area_href": self.root + addresses.area(self.area),
            "competency": self.competency,
            "competency_href": self.page,
            "gallery": self.root + addresses.EXEMPLARS,
            "badge": self.levels[self.work.level],
        }


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


def work_of(plan: Plan, desk: Desk) -> Exhibit:
    """The piece of work that a page is about."""
    card = desk.outline.exemplars[plan.subject]
    owner = desk.outline.competencies[card.competency]
    competency, area = desk.competency(owner.source), desk.outline.areas[owner.area]
    levels = {it.id: it for it in badges(area.scale, competency.target)}
    return Exhibit(card, owner, desk.exemplar(card.source), competency, area, addresses.root(plan.address), levels)


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


def notes_on(it: Exhibit) -> list[Note]:
    """The notes on a work, numbered as they stand there."""
    titles = {skill.id: plain(skill.title) for skill in it.competency.skills}
    return [
        Note(
            number,
            titles[note.skill],
            it.levels[note.level],
            note.note,
            f"{it.page}#{addresses.cell(note.skill, note.level)}",
            *_time(note),
        )
        for number, note in enumerate(it.work.annotations, 1)
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


def skills_shown(it: Exhibit) -> Iterator[SkillRow]:
    """What a work shows of each skill that it says something of, in the order of the competency."""
    work = it.work
    for skill in it.competency.skills:
        numbers = tuple(number for number, note in enumerate(work.annotations, 1) if note.skill == skill.id)
        level = work.skills.get(skill.id) or (work.level if numbers and not work.skills else "")
        if level in it.levels:
            href = f"{it.page}#{addresses.cell(skill.id, level)}"
            title, words = plain(skill.title), skill.levels.get(level, ())
            yield SkillRow(skill.id, title, it.levels[level], words, href, numbers)


def _time(note: Annotation) -> tuple[int, int]:
    return (int(note.time[0]), int(note.time[1])) if note.time else (0, 0)
