"""A competency's file: its shape, its value, its card."""

from __future__ import annotations

from pydantic import Field, model_validator

from site_builder.model import Area, Competency, Evidence, Retired, Skill, Standard
from site_builder.outline import CompetencyCard
from site_builder.problems import Problem
from site_builder.sources.digest import digest
from site_builder.sources.folder import Source
from site_builder.sources.front_matter import Halves
from site_builder.sources.shape import Count, Day, Id, Shape, Statements, Text, Uuid, listed, shaped


class StandardShape(Shape):
    """A place in another framework that the competency answers to."""

    code: Text
    """What the framework calls it, as in W.8.1."""
    framework: Text
    """The name of the framework."""
    uri: Text = ""
    """Its web address, which begins with https://."""
    match: Text = ""
    """How close the two are, as in exact, close or partial."""


class EvidenceAtShape(Shape):
    """How much is asked for at one level, where it is another number there."""

    pieces: Count | None = None
    """How many pieces of work; as many as at the other levels when nothing is said."""
    kinds: Count | None = None
    """Of how many different kinds; as many as at the other levels when nothing is said."""


class EvidenceShape(Shape):
    """How much is asked for at each level."""

    pieces: Count = 1
    """How many pieces of work."""
    kinds: Count = 1
    """Of how many different kinds."""
    at: dict[Id, EvidenceAtShape] = Field(default_factory=dict)
    """For a level, how much is asked for where it is another number there, as in {4: {pieces: 3}}."""


class SkillShape(Shape):
    """One dimension of the competency."""

    id: Id
    """The competency's id and a number, as in LIT.ARG.1; it never changes."""
    title: Text
    """What readers see, as in “Claim”."""
    statement: Text = ""
    """The skill in one sentence, where its title alone does not say it."""
    levels: dict[Id, Statements] = Field(default_factory=dict)
    """For each level of the scale what a learner can do: one “I can …”, or a list; without any, nobody has yet said."""
    not_used: tuple[Id, ...] = ()
    """Levels of the scale that this skill does not have."""
    evidence: EvidenceShape | None = None
    """How much is asked for, where this skill asks for more or less than the others."""
    supports: dict[Id, Statements] = Field(default_factory=dict)
    """For a level, what helps to reach it."""
    at_home: Text = ""
    """What a family can ask or do."""
    identifier: Uuid | None = None
    """The UUID by which other systems know this skill, where it came with one."""


class RetiredShape(Shape):
    """When a competency left, and what took its place."""

    on: Day
    """The day, as in 2026-08-01."""
    replaced_by: Id | None = None
    """The id of the competency that took its place."""


class CompetencyShape(Shape):
    """continuum/<area>/<slug>.yml: what a learner can do, level by level"""

    id: Id
    """A short name that never changes and is never used again, as in LIT.ARG."""
    title: Text
    """What readers see, as in “Argue from evidence”."""
    statement: Text
    """The competency in one sentence that begins with “I can”."""
    why: Text = ""
    """What it is good for, outside school too."""
    about: Text = ""
    """More about it, as Markdown; in a Markdown file this is the text below the head."""
    prerequisites: tuple[Id, ...] = ()
    """Ids of the competencies that help to have first."""
    standards: tuple[StandardShape, ...] = ()
    """Places in other frameworks that it answers to."""
    skills: tuple[SkillShape, ...] = ()
    """Its dimensions, each with levels of its own."""
    levels: dict[Id, Statements] = Field(default_factory=dict)
    """The levels of a competency that has no skills: what a learner can do at each."""
    not_used: tuple[Id, ...] = ()
    """Without skills: levels of the scale that it does not have."""
    supports: dict[Id, Statements] = Field(default_factory=dict)
    """Without skills: for a level, what helps to reach it."""
    at_home: Text = ""
    """Without skills: what a family can ask or do."""
    evidence: EvidenceShape | None = None
    """How much is asked for before a level is settled."""
    target: Id | None = None
    """The level to reach, where it is another than the scale's."""
    retired: RetiredShape | None = None
    """When it left the continuum, and what took its place."""
    was: tuple[Text, ...] = ()
    """Names that its file had before, as in [old-name]; readers who come there are led here."""
    identifier: Uuid | None = None
    """The UUID by which other systems know this competency, where it came with one."""

    @model_validator(mode="after")
    def describes_levels_in_one_place(self) -> CompetencyShape:
        """Levels belong to skills where there are any."""
        named = [key for key in ("levels", "not_used", "supports", "at_home") if self.skills and getattr(self, key)]
        if named:
            raise ValueError(f"it has “skills”, so “{named[0]}” belongs to one of them")
        return self


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
        prerequisites=shape.prerequisites,
        standards=tuple(Standard(it.code, it.framework, it.uri, it.match) for it in shape.standards),
        evidence=_evidence(shape.evidence),
        target=shape.target or "",
        retired=Retired(shape.retired.on, shape.retired.replaced_by or "") if shape.retired else None,
        was=shape.was,
        identifier=shape.identifier or "",
    ), []


def competency_card(competency: Competency, area: Area, source_digest: str) -> CompetencyCard:
    """What other pages may say about a competency."""
    skills = tuple((skill.id, skill.title) for skill in competency.skills)
    levels = tuple(level.id for level in area.scale.levels if any(it.uses(level.id) for it in competency.skills))
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
        any(skill.levels for skill in competency.skills),
        competency.target,
        competency.retired,
        competency.was,
        (competency.identifier, *(skill.identifier for skill in competency.skills)),
    )
    return CompetencyCard(*shown, digest=digest(repr(shown)), source_digest=source_digest)


def _skill(shape: SkillShape, halves: Halves) -> Skill:
    return Skill(
        shape.id,
        shape.title,
        {level: listed(texts) for level, texts in shape.levels.items()},
        shape.not_used,
        _evidence(shape.evidence),
        {level: listed(texts) for level, texts in shape.supports.items()},
        shape.at_home,
        _line(shape.id, halves),
        shape.statement,
        shape.identifier or "",
    )


def _line(id: str, halves: Halves) -> int:
    """The line on which an id is written in the usual way; looked for plainly, as it is asked of every skill."""
    found = halves.head.find(f"id: {id}\n")
    return halves.head.count("\n", 0, found) + halves.head_line if found >= 0 else 0


def _only_skill(shape: CompetencyShape, halves: Halves) -> tuple[Skill, ...]:
    """A competency without skills carries its levels itself, if it has any yet: it is its own only skill."""
    levels = {level: listed(texts) for level, texts in shape.levels.items()}
    supports = {level: listed(texts) for level, texts in shape.supports.items()}
    evidence = _evidence(shape.evidence)
    return (
        Skill(
            shape.id,
            shape.title,
            levels,
            shape.not_used,
            evidence,
            supports,
            shape.at_home,
            _line(shape.id, halves),
            identifier=shape.identifier or "",
        ),
    )


def _evidence(shape: EvidenceShape | None) -> Evidence | None:
    if shape is None:
        return None
    at = ((id, Evidence(it.pieces or shape.pieces, it.kinds or shape.kinds)) for id, it in shape.at.items())
    return Evidence(shape.pieces, shape.kinds, tuple(at))
