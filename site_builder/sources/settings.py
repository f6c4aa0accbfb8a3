"""continuum.yml: the names, scales and order of a continuum."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from site_builder.model import Judging, Level, Scale, School, Settings
from site_builder.problems import Problem
from site_builder.sources.shape import Count, Id, Shape, Text, Uuid, shaped
from site_builder.sources.slugs import normal


class LevelShape(Shape):
    """One performance level, in the order of growth."""

    id: Id
    """What sources call this level: a number or a short name. It is part of addresses, so it never changes."""
    name: Text
    """What readers see, as in “Proficient”."""
    means: Text = ""
    """What the level means in general, in the words of a student."""
    target: bool = False
    """Whether this is the level that everyone is helped to reach. A scale has one."""


class JudgingShape(Shape):
    """The rule by which evidence becomes a level."""

    rule: Literal["sustained", "latest", "highest", "best_evidence", "judgement"] = "sustained"
    """sustained: shown several times of late. latest, highest: one piece decides. best_evidence: the best together."""
    pieces: Count = 2
    """How many pieces of work must show the level, for “sustained”; how many of the best count, for “best_evidence”."""
    of_latest: Count = 3
    """For “sustained”: among how many of the latest pieces."""
    fresh_look_weeks: Count = 20
    """After how many weeks without new evidence a skill is ready for a fresh look."""

    @model_validator(mode="after")
    def asks_for_no_more_than_it_looks_at(self) -> JudgingShape:
        """Of three pieces no four can show something."""
        if self.rule == "sustained" and self.pieces > self.of_latest:
            raise ValueError(f"of the latest {self.of_latest} pieces, {self.pieces} cannot show a level")
        return self


class SchoolShape(Shape):
    """How private pages and letters speak of the school."""

    name: Text = ""
    """Its name, as in Riverbend School; without it, the title of the continuum stands there."""
    place: Text = ""
    """Its address, for the head of letters."""
    ask: Text = ""
    """Whom families may ask, and how: a name and a telephone number."""
    lost: Text = ""
    """What to do when a letter is lost, as in “Call 555-0140”."""


_OFF = ("off", "false")
_EASE = re.compile(r"[0-9]|[1-9][0-9]|100")
_EASE_SCHEMA = {"anyOf": [{"type": "number", "minimum": 0, "maximum": 100}, {"enum": ["off", False]}]}
_WORDS_SCHEMA = {"type": "array", "items": {"type": ["string", "number", "boolean"], "minLength": 1}}


def _by_language(value: object) -> object:
    """What is said once has no language."""
    return value if isinstance(value, Mapping) else {"": value}


def _ease(value: object) -> object:
    if value in _OFF:
        return 0
    if not isinstance(value, str) or not _EASE.fullmatch(value):
        raise ValueError("a number from 0 to 100 is expected here, one for each language as in {en: 60}, or off")
    return int(value)


DeficitWords = Annotated[
    dict[str, tuple[Text, ...]],
    BeforeValidator(_by_language),
    WithJsonSchema({"anyOf": [_WORDS_SCHEMA, {"type": "object", "additionalProperties": _WORDS_SCHEMA}]}),
]
PlainWords = Annotated[
    dict[str, Annotated[int, BeforeValidator(_ease)]],
    BeforeValidator(_by_language),
    WithJsonSchema({"anyOf": [*_EASE_SCHEMA["anyOf"], {"type": "object", "additionalProperties": _EASE_SCHEMA}]}),
]


class SettingsShape(Shape):
    """continuum/continuum.yml: the names, scales and order of the whole"""

    title: Text
    """The name of the continuum, as it stands on every page."""
    description: Text
    """One sentence for the home page and for search engines."""
    version: Text = ""
    """Which version readers see, as in 2026-27."""
    languages: Annotated[tuple[Id, ...], Field(min_length=1)] = ("en",)
    """Codes of languages, as in [en, es]; the first is the one that sources are written in."""
    scales: Annotated[
        dict[Id, Annotated[tuple[LevelShape, ...], Field(min_length=1, max_length=12)]], Field(min_length=1)
    ]
    """Each scale by its name, with one to twelve levels in the order of growth."""
    areas: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The folders of the areas, in the order in which pages show them."""
    judging: JudgingShape = JudgingShape.model_construct()
    """The rule by which evidence becomes a level."""
    deficit_words: DeficitWords | None = None
    """Words to avoid in levels because they say what a learner lacks, as in [fail, weak] or {es: [fracas*]}; without
    this, lists of our own are used. A “*” stands for any ending."""
    plain_words: PlainWords = Field(default_factory=dict)
    """How easy texts should be to read, from 0 to 100 on Flesch's scale: 60, {en: 60, es: 65}, or off. Where nothing is
    said, a text under 60 gets a note."""
    school: SchoolShape = SchoolShape.model_construct()
    """How private pages and letters speak of the school."""
    identifier: Uuid | None = None
    """The UUID by which other systems know this framework. It never changes: the identifiers of all that is in the
    framework are made from it."""


def read_settings(file: str, value: object) -> tuple[Settings | None, list[Problem]]:
    """What continuum.yml says of the whole."""
    shape, problems = shaped(SettingsShape, file, value)
    if shape is None:
        return None, problems
    words = dict(shape.deficit_words or {})
    return Settings(
        title=shape.title,
        description=shape.description,
        version=shape.version,
        languages=shape.languages,
        scales={id: _scale(id, levels) for id, levels in shape.scales.items()},
        areas=tuple(map(normal, shape.areas)),
        judging=_judging(shape.judging),
        deficit_words=words.pop("", words.pop(shape.languages[0], None)),
        school=School(shape.school.name, shape.school.place, shape.school.ask, shape.school.lost),
        identifier=shape.identifier or "",
        source=file,
        deficit_words_in=words,
        plain_words=shape.plain_words,
    ), []


def _judging(shape: JudgingShape) -> Judging:
    return Judging(shape.rule, shape.pieces, shape.of_latest, shape.fresh_look_weeks)


def _scale(id: str, levels: tuple[LevelShape, ...]) -> Scale:
    return Scale(
        id,
        tuple(
            Level(level.id, level.name, level.means, position, level.target) for position, level in enumerate(levels, 1)
        ),
    )
