"""A competency's file: its shape, its value, its card."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from site_builder.model import Area, Competency, Evidence, Retired, Skill, Standard
from site_builder.outline import CompetencyCard
from site_builder.problems import Problem
from site_builder.sources.digest import digest
from site_builder.sources.folder import Source
from site_builder.sources.front_matter import Halves
from site_builder.sources.shape import Count, Day, Id, Label, Shape, Statements, Text, listed, shaped


class StandardShape(Shape):
    """A place in another framework that the competency answers to."""

    code: Label
    framework: Text
    uri: Text = ""
    match: Text = ""


class EvidenceShape(Shape):
    """How much is asked for at each level."""

    pieces: Count = 1
    kinds: Count = 1


class SkillShape(Shape):
    """One dimension of the competency."""

    id: Id
    title: Text
    levels: Annotated[dict[Id, Statements], Field(min_length=1)]
    not_used: list[Id] = []
    evidence: EvidenceShape | None = None
    supports: dict[Id, Statements] = {}
    at_home: Text = ""


class RetiredShape(Shape):
    """When a competency left, and what took its place."""

    on: Day
    replaced_by: Id | None = None


class CompetencyShape(Shape):
    """continuum/<area>/<slug>.yml"""

    id: Id
    title: Text
    statement: Text
    why: Text = ""
    about: Text = ""
    prerequisites: list[Id] = []
    standards: list[StandardShape] = []
    skills: list[SkillShape] = []
    levels: dict[Id, Statements] = {}
    not_used: list[Id] = []
    supports: dict[Id, Statements] = {}
    at_home: Text = ""
    evidence: EvidenceShape | None = None
    target: Id | None = None
    retired: RetiredShape | None = None
    was: list[Text] = []


def read_competency(source: Source, value: object, halves: Halves) -> tuple[Competency | None, list[Problem]]:
    """A competency; in a Markdown file the body is what it says about itself."""
    shape, problems = shaped(CompetencyShape, source.file, value)
    if shape is None:
        return None, problems
    return Competency(
        id=shape.id,
        slug=source.slug,
        area=source.area,
        title=shape.title,
        statement=shape.statement,
        skills=tuple(_skill(it, halves) for it in shape.skills) or _only_skill(shape, halves),
        source=source.file,
        why=shape.why,
        about=halves.body.strip() or shape.about,
        prerequisites=tuple(shape.prerequisites),
        standards=tuple(Standard(it.code, it.framework, it.uri, it.match) for it in shape.standards),
        evidence=_evidence(shape.evidence),
        target=shape.target or "",
        retired=Retired(shape.retired.on, shape.retired.replaced_by or "") if shape.retired else None,
        was=tuple(shape.was),
    ), []


def competency_card(competency: Competency, area: Area, source_digest: str) -> CompetencyCard:
    """What other pages may say about a competency."""
    order = [level.id for level in area.scale.levels]
    described = {level for skill in competency.skills for level in skill.levels}
    skills = tuple((skill.id, skill.title) for skill in competency.skills)
    levels = tuple(level for level in order if level in described)
    shown = (
        competency.id,
        competency.slug,
        competency.area,
        competency.title,
        competency.statement,
        competency.source,
        competency.prerequisites,
        competency.standards,
        skills,
        levels,
        competency.target,
        competency.retired,
        competency.was,
    )
    return CompetencyCard(*shown, digest=digest(repr(shown)), source_digest=source_digest)


def _skill(shape: SkillShape, halves: Halves) -> Skill:
    return Skill(
        shape.id,
        shape.title,
        {level: listed(texts) for level, texts in shape.levels.items()},
        tuple(shape.not_used),
        _evidence(shape.evidence),
        {level: listed(texts) for level, texts in shape.supports.items()},
        shape.at_home,
        _line(shape.id, halves),
    )


def _line(id: str, halves: Halves) -> int:
    """The line on which an id is written in the usual way; looked for plainly, as it is asked of every skill."""
    found = halves.head.find(f"id: {id}\n")
    return halves.head.count("\n", 0, found) + halves.head_line if found >= 0 else 0


def _only_skill(shape: CompetencyShape, halves: Halves) -> tuple[Skill, ...]:
    """A competency without skills carries its levels itself: it is its own only skill."""
    if not shape.levels:
        return ()
    levels = {level: listed(texts) for level, texts in shape.levels.items()}
    supports = {level: listed(texts) for level, texts in shape.supports.items()}
    evidence = _evidence(shape.evidence)
    return (
        Skill(
            shape.id,
            shape.title,
            levels,
            tuple(shape.not_used),
            evidence,
            supports,
            shape.at_home,
            _line(shape.id, halves),
        ),
    )


def _evidence(shape: EvidenceShape | None) -> Evidence | None:
    return Evidence(shape.pieces, shape.kinds) if shape else None
