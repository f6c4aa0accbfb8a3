"""The shapes of what is read from extensions: what comes from elsewhere has to fit the sources that it goes into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from site_builder.model import Kind
from site_builder.sources.settings import JudgingShape, LevelShape, SchoolShape
from site_builder.sources.shape import Count, Id, Shape, Text

_Level = Annotated[str, Field(max_length=64)]
_Texts = dict[_Level, Annotated[tuple[Text, ...], Field(min_length=1)]]


class Said(Shape):
    """What all of them have; a name that is not known here is refused, and so is not lost unsaid."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class EvidenceAtSaid(Said):
    """How much is asked for at one level."""

    level: Id
    pieces: Count
    kinds: Count


class EvidenceSaid(Said):
    """How much is asked for."""

    pieces: Count
    kinds: Count
    at: tuple[EvidenceAtSaid, ...] = ()


class StandardSaid(Said):
    """A place in another framework."""

    code: Text
    framework: Text
    uri: Text = ""
    match: Text = ""


class WordsSaid(Said):
    """A list that a school has written, which may be empty."""

    words: tuple[Text, ...]


class ScaleSaid(Said):
    """A scale with its levels in the order of growth."""

    id: Id
    levels: Annotated[tuple[LevelShape, ...], Field(min_length=1, max_length=12)]


class SettingsSaid(Said):
    """Of the whole."""

    noun: Literal["settings"]
    languages: Annotated[tuple[Id, ...], Field(min_length=1)]
    scales: Annotated[tuple[ScaleSaid, ...], Field(min_length=1)]
    judging: JudgingShape
    deficit_words: WordsSaid | None = None
    school: SchoolShape = SchoolShape.model_construct()


class AreaSaid(Said):
    """Of an area."""

    noun: Literal["area"]
    kind: Kind
    scale: Id


class SkillSaid(Said):
    """Of a skill."""

    noun: Literal["skill"]
    statement: Text = ""
    statements: _Texts = Field(default_factory=dict)
    not_used: tuple[Id, ...] = ()
    evidence: EvidenceSaid | None = None
    supports: _Texts = Field(default_factory=dict)
    at_home: Text = ""


class CompetencySaid(Said):
    """Of a competency; `skill` is what it says of itself as its own only skill."""

    noun: Literal["competency"]
    why: Text = ""
    about: Text = ""
    evidence: EvidenceSaid | None = None
    target: str = ""
    standards: tuple[StandardSaid, ...] = ()
    was: tuple[Text, ...] = ()
    skill: SkillSaid | None = None


SHAPES: Mapping[str, type[Said]] = {
    "settings": SettingsSaid,
    "area": AreaSaid,
    "competency": CompetencySaid,
    "skill": SkillSaid,
}
