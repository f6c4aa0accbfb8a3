"""How items relate to each other and to things elsewhere: known by ids alone, so that their names need no source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.exchange.case.subjects import Node, Subject
from site_builder.exchange.case.surroundings import Surroundings
from site_builder.model import Area, Standard

CASE_TARGET = "CASE"
_CASE_ITEM = re.compile(r"/(?:CFItems|uri)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class End:
    """Where a relation begins or ends; `kind` says what it is where that is not an item of this framework."""

    title: str
    identifier: str
    uri: str
    kind: str = CASE_TARGET


@dataclass(frozen=True, slots=True)
class Relation:
    """One association: its UUID, its type, its two ends, the source that says it, and its place among its like."""

    identifier: str
    type: str
    origin: End
    destination: End
    source: str
    place: int = 0


def of_area(it: Area, place: int, around: Surroundings) -> Relation:
    """The area as a part of the whole."""
    child, whole = around.node(it.slug), around.document
    end = End(whole.title, whole.identifier, around.uri("CFDocuments", whole.identifier))
    return _part("area", child, end, it.source, place, around)


def of_subject(it: Subject, around: Surroundings) -> Iterator[Relation]:
    """Every relation that a competency's own source says, each once."""
    seen: set[str] = set()
    for relation in _said(it, around):
        if relation.identifier not in seen:
            seen.add(relation.identifier)
            yield relation


def to_subject(it: Subject, around: Surroundings) -> Iterator[Relation]:
    """The relations of a competency to and from others that the sources of those say."""
    for other in around.leads_to.get(it.node.id, ()):
        yield _before(it.node, other, around)
    for other in around.stands_for.get(it.node.id, ()):
        yield _replaced(other, it.node, around)


def to_area(it: Area, around: Surroundings) -> Iterator[Relation]:
    """The competencies of an area, as its parts."""
    for other in around.in_area.get(it.slug, ()):
        yield _in_area(other, around)


def _said(it: Subject, around: Surroundings) -> Iterator[Relation]:
    yield _in_area(it, around)
    for place, skill in enumerate(it.skills, 1):
        yield _part("skill", skill, _end(it.node, around), it.source, place, around)
    for id in it.prerequisites:
        if id in around.subjects:
            yield _before(around.subjects[id].node, it, around)
    if it.retired and it.retired.replaced_by in around.subjects:
        yield _replaced(it, around.subjects[it.retired.replaced_by].node, around)
    yield from (_answers(it, standard, around) for standard in it.standards if standard.uri)
    yield from _works(it, around)


def _in_area(it: Subject, around: Surroundings) -> Relation:
    end = _end(around.node(it.area), around)
    return _part("competency", it.node, end, it.source, around.places[it.node.id], around)


def _part(kind: str, child: Node, parent: End, source: str, place: int, around: Surroundings) -> Relation:
    """A child's place below its parent; it keeps its UUID when the child moves to another one."""
    identifier = around.identifier("association", "isChildOf", kind, child.id)
    return Relation(identifier, "isChildOf", _end(child, around), parent, source, place)


def _before(first: Node, then: Subject, around: Surroundings) -> Relation:
    identifier = around.identifier("association", "precedes", first.id, then.node.id)
    return Relation(identifier, "precedes", _end(first, around), _end(then.node, around), then.source)


def _replaced(old: Subject, new: Node, around: Surroundings) -> Relation:
    identifier = around.identifier("association", "replacedBy", old.node.id, new.id)
    return Relation(identifier, "replacedBy", _end(old.node, around), _end(new, around), old.source)


def _answers(it: Subject, standard: Standard, around: Surroundings) -> Relation:
    """A competency and what it answers to: how close the two are is said in a school's own words, so not here."""
    identifier = around.identifier("association", "isRelatedTo", it.node.id, standard.uri)
    found = _CASE_ITEM.search(standard.uri)
    kind, name = (CASE_TARGET, found[1].lower()) if found else ("ext:standard", standard.code)
    end = End(f"{standard.code} ({standard.framework})", name, standard.uri, kind)
    return Relation(identifier, "isRelatedTo", _end(it.node, around), end, it.source)


def _works(it: Subject, around: Surroundings) -> Iterator[Relation]:
    for work in around.works.get(it.node.id, ()):
        name = around.identifier("exemplar", work.id)
        uri = f"{around.wish.site_url}{work.address}" if around.wish.site_url else f"urn:uuid:{name}"
        identifier = around.identifier("association", "exemplar", it.node.id, work.id)
        yield Relation(
            identifier, "exemplar", _end(it.node, around), End(work.title, name, uri, "ext:exemplar"), it.source
        )


def _end(it: Node, around: Surroundings) -> End:
    return End(it.title, it.identifier, around.uri("CFItems", it.identifier))
