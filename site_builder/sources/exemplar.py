"""An exemplar's file: its shape, its value, its card."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from site_builder.model import Annotation, Exemplar, Medium, Mode, Moderation, PublishedMedium, like
from site_builder.outline import ExemplarCard
from site_builder.problems import Problem
from site_builder.sources.digest import digest
from site_builder.sources.folder import Source
from site_builder.sources.front_matter import Halves
from site_builder.sources.markdown import plain
from site_builder.sources.media.kind import is_picture
from site_builder.sources.shape import Count, Day, Id, Number, Percent, Shape, Text, shaped

_PEEK = 160


class AnnotationShape(Shape):
    """A note on one place of the work: a quote, a region of an image, or a time of a recording."""

    skill: Id
    """The skill that it speaks of, as in LIT.ARG.2."""
    level: Id
    """The level that this place shows."""
    note: Text
    """What shows the level here."""
    quote: Text = ""
    """Words of the work, letter by letter."""
    occurrence: Count | None = None
    """Which one, where the work says these words more than once."""
    image: Text = ""
    """A picture that “media” lists."""
    region: Annotated[tuple[Percent, ...], Field(min_length=4, max_length=4)] | None = None
    """A place on the picture: [left, top, width, height], in percent."""
    audio: Text = ""
    """A recording that “media” lists."""
    time: Annotated[tuple[Number, ...], Field(min_length=2, max_length=2)] | None = None
    """A part of the recording: [from, to], in seconds."""

    @model_validator(mode="after")
    def speaks_of_one_place(self) -> AnnotationShape:
        """Exactly one of the three ways to point at a place, and the whole of it."""
        ways = (bool(self.quote), bool(self.image or self.region), bool(self.audio or self.time))
        is_whole = self.quote or (self.image and self.region) or (self.audio and self.time)
        if sum(ways) != 1 or not is_whole:
            raise ValueError(
                "a note points at one place: a “quote”, an “image” with its “region”, or an “audio” with its “time”"
            )
        return self


class MediumShape(Shape):
    """A picture or recording beside index.md, with its words."""

    file: Text
    """The name of the file, which lies beside this one."""
    alt: Text = ""
    """What a picture shows, in one to three sentences, for those who cannot see it."""
    title: Text = ""
    """What readers see as its name."""
    words: Text = ""
    """The words that stand in the picture."""
    transcript: Text = ""
    """Every word that a recording says, for those who cannot hear it."""


class ConsentShape(Shape):
    """The school's record of permission, and how long it holds."""

    record: Text
    """The number of the signed form in the school's own files; never a name."""
    until: Day
    """The last day on which the work may be shown, as in 2028-06-30."""


class ModerationShape(Shape):
    """Whether teachers agreed on the level."""

    status: Literal["draft", "moderated"] = "draft"
    """moderated once teachers have agreed on the level together."""
    panel: Count | None = None
    """How many teachers."""
    on: Day | None = None
    """The day, as in 2026-05-12."""
    note: Text = ""
    """How they came to agree."""


class WorkShape(Shape):
    """Whose the work is."""

    licence: Text
    """How it may be used, as in “© the student, used with permission”."""
    invented: bool = False
    """Whether it was made up to show what work at this level looks like."""


class ExemplarShape(Shape):
    """exemplars/<area>/<slug>/index.md: a piece of student work that shows a level"""

    title: Text
    """The title of the work."""
    competency: Id
    """The competency that it shows, as in LIT.ARG."""
    level: Id
    """The level that it shows as a whole."""
    mode: Mode
    """What kind of work it is."""
    consent: ConsentShape
    """The permission to show it."""
    work: WorkShape
    """Whose the work is, and how it may be used."""
    skills: dict[Id, Id] = Field(default_factory=dict)
    """The level that it shows of each skill, as in {LIT.ARG.1: 3}."""
    summary: Text = ""
    """One sentence about it."""
    task: Text = ""
    """What was asked for."""
    support: Text = ""
    """Which help the writer had."""
    time: Text = ""
    """How long it took."""
    writer: Text = ""
    """Who made it without a name, as in “a student of 13”."""
    language: Id | None = None
    """The language of the work, where it is another than the page's."""
    moderation: ModerationShape = ModerationShape.model_construct()
    """Whether teachers agreed on the level."""
    annotations: tuple[AnnotationShape, ...] = ()
    """Notes on places of the work that show a level."""
    media: tuple[MediumShape, ...] = ()
    """Pictures and recordings that lie beside this file."""
    why: Text = ""
    """Why it shows this level, in a sentence or two."""
    not_yet_next: Text = ""
    """What would have to be there for it to show the next level."""
    wording: Id | None = None
    """A fingerprint of the descriptors that the notes were written for; the check says what to put here."""


def read_exemplar(source: Source, value: object, halves: Halves) -> tuple[Exemplar | None, list[Problem]]:
    """A piece of student work with its notes."""
    shape, problems = shaped(ExemplarShape, source.file, value)
    if shape is None:
        return None, problems
    return Exemplar(
        id=f"{source.area}/{source.slug}",
        slug=source.slug,
        area=source.area,
        title=shape.title,
        competency=shape.competency,
        level=shape.level,
        mode=shape.mode,
        body=halves.body,
        source=source.file,
        moderation=_moderation(shape.moderation),
        consent_until=shape.consent.until,
        consent_record=shape.consent.record,
        skills=dict(shape.skills),
        summary=shape.summary,
        task=shape.task,
        support=shape.support,
        time=shape.time,
        writer=shape.writer,
        licence=shape.work.licence,
        is_invented=shape.work.invented,
        annotations=tuple(map(_annotation, shape.annotations)),
        media=tuple(Medium(it.file, it.alt, it.title, it.words, it.transcript) for it in shape.media),
        why=shape.why,
        not_yet_next=shape.not_yet_next,
        language=shape.language or "",
        wording=shape.wording or "",
        body_line=halves.body_line,
    ), []


def exemplar_card(exemplar: Exemplar, media: tuple[PublishedMedium, ...], source_digest: str) -> ExemplarCard:
    """What other pages may say about a piece of work, and its media as they are published."""
    shown = (
        exemplar.id,
        exemplar.slug,
        exemplar.area,
        exemplar.title,
        exemplar.competency,
        exemplar.level,
        exemplar.mode,
        exemplar.summary,
        exemplar.task,
        work_peek(exemplar),
        picture_words(exemplar),
        tuple(exemplar.skills.items()),
        exemplar.moderation.is_moderated,
        exemplar.is_invented,
        exemplar.source,
        media,
    )
    noted = tuple((note.skill, note.level) for note in exemplar.annotations)
    return ExemplarCard(*shown, exemplar.consent_until, noted, exemplar.wording, digest(repr(shown)), source_digest)


def picture_words(exemplar: Exemplar) -> str:
    """What the first picture of a work shows; nothing where it has none."""
    return next((it.alt for it in exemplar.media if is_picture(it.file)), "")


def work_peek(exemplar: Exemplar) -> str:
    """A line of the work for its card: its first annotated quote, or its first words."""
    for note in exemplar.annotations:
        if note.quote:
            return note.quote
    body = plain(exemplar.body)
    words = body or next((it.transcript or it.words for it in exemplar.media), "")
    first = " ".join(words.split())
    peek = first if len(first) <= _PEEK else first[:_PEEK].rsplit(" ", 1)[0] + " …"
    return like(exemplar.body if body else words, peek)


def _moderation(shape: ModerationShape) -> Moderation:
    return Moderation(shape.status == "moderated", shape.panel or 0, shape.on, shape.note)


def _annotation(it: AnnotationShape) -> Annotation:
    region = (it.region[0], it.region[1], it.region[2], it.region[3]) if it.region else None
    time = (it.time[0], it.time[1]) if it.time else None
    return Annotation(it.skill, it.level, it.note, it.quote, it.occurrence or 0, it.image, region, it.audio, time)
