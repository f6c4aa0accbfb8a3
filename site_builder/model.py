"""The nouns of a continuum, frozen: what a school has written, read and checked for shape.

Every text is Markdown unless its name says otherwise. An `identifier` is the UUID by which other systems know a thing,
where it came with one. Level ids are text, also where the source has numbers.
`source` is the file a thing was read from, relative to the project, with `/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class SourceText(str):
    """A text in the language of the sources where another one was asked for: nobody has translated it yet."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> SourceText:
        """The text, which knows its language."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __repr__(self) -> str:
        """Another than that of a translation which says the same: pages that show it differ."""
        return f"SourceText({super().__repr__()}, {self.language!r})"

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """What another process makes it of again."""
        return (str(self), self.language)


def like(of: str, text: str) -> str:
    """A text made of another one, in the language of that."""
    return SourceText(text, of.language) if isinstance(of, SourceText) else text


class Kind(StrEnum):
    """The three kinds of learning, of equal standing."""

    KNOWLEDGE = "knowledge"
    TRANSFERABLE = "transferable"
    LIFELONG = "lifelong"


class Mode(StrEnum):
    """How a piece of work shows what was learned."""

    WRITING = "writing"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    PERFORMANCE = "performance"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Level:
    """One performance level of a scale; `position` counts from 1 in the order of growth."""

    id: str
    name: str
    means: str
    position: int
    is_target: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Performance levels in the order of growth; `is_habit` scales are drawn in earth colours, apart from academics."""

    id: str
    levels: tuple[Level, ...]
    is_habit: bool = False

    def level(self, id: str) -> Level:
        """The level with this id; KeyError when the scale has none."""
        for level in self.levels:
            if level.id == id:
                return level
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Judging:
    """The rule by which evidence becomes a level (`sustained`: shown in `pieces` of the latest `of_latest`).

    A skill without new evidence for `fresh_look_weeks` is one to look at again.
    """

    rule: str = "sustained"
    pieces: int = 2
    of_latest: int = 3
    fresh_look_weeks: int = 20


@dataclass(frozen=True, slots=True)
class Area:
    """A field of learning: its kind, its scale, and how a school describes it."""

    id: str
    slug: str
    title: str
    kind: Kind
    scale: Scale
    about: str
    source: str
    identifier: str = ""


# How close two frameworks are, in the words that they bring along: pages say these in each language by themselves.
MATCHES = frozenset({"exact", "close", "partial", "part", "peer", "related", "broad", "narrow"})


@dataclass(frozen=True, slots=True)
class Standard:
    """A place in somebody else's framework that a competency answers to."""

    code: str
    framework: str
    uri: str = ""
    match: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much is asked for before a level is settled: pieces of work, and kinds of source.

    `at` says where it is another number at some levels, by their ids.
    """

    pieces: int = 1
    kinds: int = 1
    at: tuple[tuple[str, Evidence], ...] = ()

    def at_level(self, id: str) -> Evidence:
        """What is asked for at this level."""
        return next((it for level, it in self.at if level == id), self)


@dataclass(frozen=True, slots=True)
class Skill:
    """One dimension of a competency, with a descriptor (one or several statements) at each level.

    Without any `levels` it is still to be described: all levels of the scale apply, and none has words yet.
    `line` is where its id stands in the source, for those who want to change it; 0 where that was not easily found.
    """

    id: str
    title: str
    levels: Mapping[str, tuple[str, ...]]
    not_used: tuple[str, ...] = ()
    evidence: Evidence | None = None
    supports: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    at_home: str = ""
    line: int = 0
    statement: str = ""
    identifier: str = ""

    def uses(self, level: str) -> bool:
        """Whether the skill has this level: one that is described or, while none is, one that is not left out."""
        return level in self.levels if self.levels else level not in self.not_used


@dataclass(frozen=True, slots=True)
class Retired:
    """When a competency left the continuum, and which one took its place."""

    on: date
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Competency:
    """What a learner can do, described by skills at levels; `slug` is its file's name."""

    id: str
    slug: str
    area: str
    title: str
    statement: str
    skills: tuple[Skill, ...]
    source: str
    why: str = ""
    about: str = ""
    prerequisites: tuple[str, ...] = ()
    standards: tuple[Standard, ...] = ()
    evidence: Evidence | None = None
    target: str = ""
    retired: Retired | None = None
    was: tuple[str, ...] = ()
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note on one place of a piece of work: a quote, a region of an image (percent), or a time (seconds)."""

    skill: str
    level: str
    note: str
    quote: str = ""
    occurrence: int = 0
    image: str = ""
    region: tuple[float, float, float, float] | None = None
    audio: str = ""
    time: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or recording that belongs to an exemplar, with its words for those who cannot see or hear it."""

    file: str
    alt: str = ""
    title: str = ""
    words: str = ""
    transcript: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One file of a medium as it is published: its name, its size in pixels (0 for sound), a digest of its bytes."""

    name: str
    width: int
    height: int
    digest: str


@dataclass(frozen=True, slots=True)
class PublishedMedium:
    """A picture (in the sizes a phone wants, the last one for every browser) or a recording, made safe to publish."""

    file: str
    is_picture: bool
    versions: tuple[Version, ...]
    seconds: float = 0.0

    @property
    def is_film(self) -> bool:
        """Whether there is something to see while it sounds."""
        return not self.is_picture and self.versions[-1].name.endswith(".mp4")


@dataclass(frozen=True, slots=True)
class Moderation:
    """Whether teachers agreed on the level, how many, when, and how they came to agree."""

    is_moderated: bool
    panel: int = 0
    on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A piece of student work that shows a level, annotated; `body` is the work's own Markdown."""

    id: str
    slug: str
    area: str
    title: str
    competency: str
    level: str
    mode: Mode
    body: str
    source: str
    moderation: Moderation
    consent_until: date
    consent_record: str
    skills: Mapping[str, str] = field(default_factory=dict)
    summary: str = ""
    task: str = ""
    support: str = ""
    time: str = ""
    writer: str = ""
    licence: str = ""
    is_invented: bool = False
    annotations: tuple[Annotation, ...] = ()
    media: tuple[Medium, ...] = ()
    why: str = ""
    not_yet_next: str = ""
    language: str = ""
    wording: str = ""
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a pathway asks for: one competency at a level, or `any_of` so many of several, or all of them."""

    competency: str = ""
    level: str = ""
    any_of: int = 0
    of: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Pathway:
    """A route through the continuum: what it asks for, and the credit it gives."""

    id: str
    slug: str
    title: str
    about: str
    requires: tuple[Requirement, ...]
    source: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-written page; `body` is Markdown, `media` are the pictures in it as they are published.

    `anchors` are what links call its headings; in a translation those of the source, so that links land there too.
    """

    slug: str
    title: str
    body: str
    source: str
    description: str = ""
    order: int = 100
    body_line: int = 1
    media: tuple[PublishedMedium, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word that families meet, and what it means here; `also` are its other forms, as texts may have them."""

    id: str
    term: str
    means: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words that explain themselves wherever they stand."""

    terms: tuple[Term, ...]
    source: str = "continuum/glossary.yml"


@dataclass(frozen=True, slots=True)
class School:
    """How private pages and letters speak of the school; every text is plain and may be empty."""

    name: str = ""
    place: str = ""
    ask: str = ""
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What continuum.yml says of the whole: names, languages, scales, the order of areas, how levels are judged.

    `deficit_words` are the school's own for the language of the sources, `deficit_words_in` those for other languages.
    `plain_words` says how easy texts in a language should be, to 100, or 0 where nobody asks; "" is any language.
    """

    title: str
    description: str
    version: str
    languages: tuple[str, ...]
    scales: Mapping[str, Scale]
    areas: tuple[str, ...]
    judging: Judging
    deficit_words: tuple[str, ...] | None = None
    school: School = School()
    identifier: str = ""
    source: str = "continuum/continuum.yml"
    deficit_words_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plain_words: Mapping[str, int] = field(default_factory=dict)
