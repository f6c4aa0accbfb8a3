"""continuum.yml: the names, scales and order of a continuum."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from site_builder.model import Judging, Level, Scale, Settings
from site_builder.problems import Problem
from site_builder.sources.shape import Count, Id, Label, Shape, Text, shaped


class LevelShape(Shape):
    """One performance level, in the order of growth."""

    id: Id
    name: Text
    means: Text = ""
    target: bool = False


class JudgingShape(Shape):
    """The rule by which evidence becomes a level."""

    rule: Literal["sustained", "latest", "highest", "best_evidence", "judgement"] = "sustained"
    pieces: Count = 2
    of_latest: Count = 3


class SettingsShape(Shape):
    """continuum/continuum.yml"""

    title: Label
    description: Text
    version: Label = ""
    languages: Annotated[list[Id], Field(min_length=1)] = ["en"]
    scales: Annotated[dict[Id, Annotated[list[LevelShape], Field(min_length=1, max_length=12)]], Field(min_length=1)]
    areas: Annotated[list[Text], Field(min_length=1)]
    judging: JudgingShape = JudgingShape.model_construct()
    deficit_words: list[Text] | None = None


def read_settings(file: str, value: object) -> tuple[Settings | None, list[Problem]]:
    """What continuum.yml says of the whole."""
    shape, problems = shaped(SettingsShape, file, value)
    if shape is None:
        return None, problems
    return Settings(
        title=shape.title,
        description=shape.description,
        version=shape.version,
        languages=tuple(shape.languages),
        scales={id: _scale(id, levels) for id, levels in shape.scales.items()},
        areas=tuple(shape.areas),
        judging=Judging(shape.judging.rule, shape.judging.pieces, shape.judging.of_latest),
        deficit_words=None if shape.deficit_words is None else tuple(shape.deficit_words),
        source=file,
    ), []


def _scale(id: str, levels: list[LevelShape]) -> Scale:
    return Scale(
        id,
        tuple(
            Level(level.id, level.name, level.means, position, level.target) for position, level in enumerate(levels, 1)
        ),
    )
