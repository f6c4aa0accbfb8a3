"""What a sheet says of a competency and of a skill, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.cells import evidence_cells
from site_builder.exchange.sheets.columns import Column
from site_builder.exchange.sheets.levels import level_words
from site_builder.model import Competency, Scale, Skill

REPEATED = frozenset({"area", "competency", "skill"})
"""Columns that stand in each row, so that a sheet may be sorted; all others of a competency stand in its first."""
IN_FORMS = frozenset({"why", "prerequisites", "skill_statement", "at_home"})
"""Columns besides the usual ones that a form asks for."""


def chosen(columns: Sequence[Column], filled: frozenset[str]) -> tuple[Column, ...]:
    """The columns that a sheet has: the usual ones, and those in which something stands."""
    return tuple(it for it in columns if it.is_usual or it.noun in filled)


def filled(framework: Framework) -> frozenset[str]:
    """The nouns of the columns in which something stands for this framework."""
    nouns: set[str] = set()
    for it in framework.competencies:
        nouns |= {noun for noun, text in competency_texts(framework, it).items() if text}
        for skill in it.skills:
            nouns |= {noun for noun, text in skill_texts(it, skill).items() if text}
            nouns |= {"support"} if skill.supports else set()
    return frozenset(nouns) if framework.competencies else IN_FORMS


def competency_texts(framework: Framework, it: Competency) -> Mapping[str, str]:
    """What the columns of a competency say, by their nouns."""
    area = framework.by_slug[it.area]
    target = next((level_words(level) for level in area.scale.levels if level.id == it.target), it.target)
    pieces, kinds = ("", "") if is_own_only(it) else evidence_cells(it.evidence)
    return {
        "area": area.id,
        "competency": it.id,
        "title": it.title,
        "statement": it.statement,
        "why": it.why,
        "about": it.about,
        "prerequisites": ", ".join(it.prerequisites),
        "target": target,
        "competency_pieces": pieces,
        "competency_kinds": kinds,
        "retired_on": it.retired.on.isoformat() if it.retired else "",
        "replaced_by": it.retired.replaced_by if it.retired else "",
    }


def skill_texts(owner: Competency, it: Skill) -> Mapping[str, str]:
    """What the columns of a skill say, by their nouns; a competency that is its own only skill names none."""
    pieces, kinds = evidence_cells(it.evidence)
    is_own = it.id == owner.id
    return {
        "skill": "" if is_own else it.id,
        "skill_title": "" if is_own else it.title,
        "skill_statement": it.statement,
        "not_used": ", ".join(it.not_used),
        "at_home": it.at_home,
        "pieces": pieces,
        "kinds": kinds,
    }


def is_own_only(it: Competency) -> bool:
    """Whether a competency has no skills and is its own only one."""
    return len(it.skills) == 1 and it.skills[0].id == it.id


def of_scale(framework: Framework, scale: Scale) -> Iterator[Competency]:
    """The competencies whose areas use a scale, in their order."""
    return (it for it in framework.competencies if framework.by_slug[it.area].scale.id == scale.id)


def cells(columns: Sequence[Column], texts: Mapping[str, str], *, is_first: bool = True) -> Iterator[str]:
    """The cells of these columns; in rows that are not the first, only what is repeated."""
    return (texts[it.noun] if is_first or it.noun in REPEATED else "" for it in columns)


def wide(columns: Sequence[Column], begin: int = 0) -> frozenset[int]:
    """The places of columns that hold long texts."""
    return frozenset(place for place, it in enumerate(columns, begin) if it.is_wide)
