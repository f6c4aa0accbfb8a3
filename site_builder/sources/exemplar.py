"""An exemplar's file: its shape, its value, its card."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from site_builder.model import Annotation, Exemplar, Medium, Mode, Moderation
from site_builder.outline import ExemplarCard, PublishedMedium
from site_builder.problems import Problem
from site_builder.sources.digest import digest
from site_builder.sources.folder import Source
from site_builder.sources.front_matter import Halves
from site_builder.sources.markdown import plain
from site_builder.sources.media.kind import is_picture
from site_builder.sources.shape import Count, Day, Id, Label, Shape, Text, shaped

_PEEK = 160
Percent = Annotated[float, Field(ge=0, le=100)]
Seconds = Annotated[float, Field(ge=0)]


class AnnotationShape(Shape):
    """A note on one place of the work: a quote, a region of an image, or a time of a recording."""

    skill: Id
    level: Id
    note: Text
    quote: Text = ""
    occurrence: Annotated[int, Field(ge=1)] | None = None
    image: Text = ""
    region: Annotated[list[Percent], Field(min_length=4, max_length=4)] | None = None
    audio: Text = ""
    time: Annotated[list[Seconds], Field(min_length=2, max_length=2)] | None = None

    @model_validator(mode="after")
    def speaks_of_one_place(self) -> AnnotationShape:
        """Exactly one of the three ways to point at a place."""
        ways = (bool(self.quote), bool(self.image and self.region), bool(self.audio and self.time))
        if sum(ways) != 1:
            raise ValueError(
                "a note points at one place: a “quote”, an “image” with its “region”, or an “audio” with its “time”"
            )
        return self


class MediumShape(Shape):
    """A picture or recording beside index.md, with its words."""

    file: Text
    alt: Text = ""
    title: Text = ""
    words: Text = ""
    transcript: Text = ""


class ConsentShape(Shape):
    """The school's record of permission, and how long it holds."""

    record: Label
    until: Day


class ModerationShape(Shape):
    """Whether teachers agreed on the level."""

    status: Literal["draft", "moderated"] = "draft"
    panel: Count | None = None
    on: Day | None = None
    note: Text = ""


class WorkShape(Shape):
    """Whose the work is."""

    licence: Text
    invented: bool = False


class ExemplarShape(Shape):
    """exemplars/<area>/<slug>/index.md"""

    title: Label
    competency: Id
    level: Id
    mode: Mode
    consent: ConsentShape
    work: WorkShape
    skills: dict[Id, Id] = {}
    summary: Text = ""
    task: Text = ""
    support: Text = ""
    time: Text = ""
    writer: Text = ""
    language: Id | None = None
    moderation: ModerationShape = ModerationShape.model_construct()
    annotations: list[AnnotationShape] = []
    media: list[MediumShape] = []
    why: Text = ""
    not_yet_next: Text = ""
    wording: Id | None = None


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
    picture = next((it for it in exemplar.media if is_picture(it.file)), None)
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
        _peek(exemplar),
        picture.alt if picture else "",
        tuple(exemplar.skills.items()),
        exemplar.moderation.is_moderated,
        exemplar.is_invented,
        exemplar.source,
        media,
    )
    noted = tuple((note.skill, note.level) for note in exemplar.annotations)
    return ExemplarCard(*shown, exemplar.consent_until, noted, exemplar.wording, digest(repr(shown)), source_digest)


def _peek(exemplar: Exemplar) -> str:
    """A line of the work for its card: its first annotated quote, or its first words."""
    for note in exemplar.annotations:
        if note.quote:
            return note.quote
    words = plain(exemplar.body) or next((it.transcript or it.words for it in exemplar.media), "")
    first = " ".join(words.split())
    return first if len(first) <= _PEEK else first[:_PEEK].rsplit(" ", 1)[0] + " …"


def _moderation(shape: ModerationShape) -> Moderation:
    return Moderation(shape.status == "moderated", shape.panel or 0, shape.on, shape.note)


def _annotation(it: AnnotationShape) -> Annotation:
    region = (it.region[0], it.region[1], it.region[2], it.region[3]) if it.region else None
    time = (it.time[0], it.time[1]) if it.time else None
    return Annotation(it.skill, it.level, it.note, it.quote, it.occurrence or 0, it.image, region, it.audio, time)
