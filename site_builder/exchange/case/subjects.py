"""A competency in brief, as CASE relates it to others: made of its source, or of its card in the outline."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import addresses
from site_builder.identifiers import competency_identifier, identifier, skill_identifier
from site_builder.model import Competency, Exemplar, Retired, Standard
from site_builder.outline import CompetencyCard, ExemplarCard


@dataclass(frozen=True, slots=True)
class Node:
    """An item in brief, as links to it say: its id, its UUID and its title."""

    id: str
    identifier: str
    title: str


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work in brief: its id, its title, and where its page stands in the site."""

    id: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A competency in brief; `skills` are none where it has no skills but itself."""

    node: Node
    area: str
    source: str
    skills: tuple[Node, ...]
    prerequisites: tuple[str, ...]
    standards: tuple[Standard, ...]
    retired: Retired | None
    is_described: bool


def subject(framework: str, it: Competency) -> Subject:
    """A competency in brief, by its source."""
    node = Node(it.id, competency_identifier(framework, it), it.title)
    skills = tuple(Node(skill.id, skill_identifier(framework, skill), skill.title) for skill in it.skills)
    is_described = any(skill.levels for skill in it.skills)
    return _subject(node, skills, it, is_described=is_described)


def subject_of_card(framework: str, card: CompetencyCard) -> Subject:
    """A competency in brief, by its card."""
    given = (*card.identifiers, *("",) * (len(card.skills) + 1))
    node = Node(card.id, given[0] or identifier(framework, "competency", card.id), card.title)
    skills = tuple(
        Node(id, said or identifier(framework, "skill", id), title)
        for (id, title), said in zip(card.skills, given[1:], strict=False)
    )
    return _subject(node, skills, card, is_described=card.is_described)


def work(it: Exemplar | ExemplarCard) -> Work:
    """A piece of work in brief."""
    return Work(it.id, it.title, f"{addresses.EXEMPLARS}{it.area}/{it.slug}/")


def _subject(node: Node, skills: tuple[Node, ...], it: Competency | CompetencyCard, *, is_described: bool) -> Subject:
    own = () if [skill.id for skill in skills] == [it.id] else skills
    return Subject(node, it.area, it.source, own, it.prerequisites, it.standards, it.retired, is_described)
