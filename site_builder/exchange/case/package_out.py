"""A package as text, one thing a line: put together from fragments, of which each competency gives one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any

from site_builder.exchange.case.associations_out import association
from site_builder.exchange.case.document_out import document, document_link, package_link
from site_builder.exchange.case.items_out import area_item, competency_items, item_types, without_extensions
from site_builder.exchange.case.relations import Relation, of_area, of_subject
from site_builder.exchange.case.rubrics_out import rubric
from site_builder.exchange.case.surroundings import Surroundings
from site_builder.model import Competency

_NEXT = b",\n"
# Where the items and associations of each version, and the rubrics of both, stand in a fragment.
_ITEMS = {"1.1": 0, "1.0": 1}
_ASSOCIATIONS = {"1.1": 2, "1.0": 3}
_RUBRICS = 4


@dataclass(frozen=True, slots=True)
class Told:
    """One thing as JSON: as version 1.1 has it, and as 1.0 does."""

    identifier: str
    now: bytes
    then: bytes


@dataclass(frozen=True, slots=True)
class Said:
    """All that a competency's source says, in CASE's words; each is put into JSON once, as this is most of the work."""

    items: tuple[Told, ...]
    relations: tuple[tuple[Relation, Told], ...]
    rubric: Told | None


def said_by(it: Competency, around: Surroundings) -> Said:
    """What a competency says in CASE."""
    subject = around.subjects[it.id]
    nodes = {node.id: node for node in (subject.node, *subject.skills)}
    described = rubric(it, nodes, around)
    return Said(
        tuple(map(told_thing, competency_items(it, subject, around))),
        tuple((relation, told(relation, around)) for relation in of_subject(subject, around)),
        _told(described, described) if described else None,
    )


def told(it: Relation, around: Surroundings) -> Told:
    """A relation as an association."""
    return _told(association(it, around), association(it, around, is_1_0=True))


def told_thing(item: dict[str, Any]) -> Told:
    """An item of either version."""
    return _told(item, without_extensions(item))


def _told(now: dict[str, Any], then: dict[str, Any]) -> Told:
    text = encoded(now)
    return Told(now["identifier"], text, text if now == then else encoded(then))


def fragment(said: Said, around: Surroundings) -> bytes:
    """What a competency adds to a package of either version: sections, after a line that says where each one ends."""
    link = encoded(document_link(around))
    relations = [it for _, it in said.relations]
    sections = (
        [it.now for it in said.items],
        [with_more(it.then, link) for it in said.items],
        [it.now for it in relations],
        [with_more(it.then, link) for it in relations],
        [said.rubric.now] if said.rubric else [],
    )
    texts = [_NEXT.join(section) for section in sections]
    ends = " ".join(map(str, accumulate(map(len, texts))))
    return f"0 {ends}\n".encode() + b"".join(texts)


def package(version: str, around: Surroundings, fragments: Iterable[bytes]) -> Iterator[bytes]:
    """The package of a version, piece by piece; the fragments are gone through once for each section."""
    is_1_0 = version == "1.0"
    head = document(around, is_1_0=is_1_0) | (package_link(around) if is_1_0 else {})
    link = document_link(around) if is_1_0 else {}
    areas = list(around.areas.values())
    items = [area_item(it, around) for it in areas]
    parts = [association(of_area(it, place, around), around) | link for place, it in enumerate(areas, 1)]
    yield b'{"CFDocument":' + encoded(head) + b',\n"CFItems":[\n'
    yield from _listed([(without_extensions(it) if is_1_0 else it) | link for it in items], fragments, _ITEMS[version])
    yield b'\n],\n"CFAssociations":[\n'
    yield from _listed(parts, fragments, _ASSOCIATIONS[version])
    yield b'\n],\n"CFDefinitions":{"CFItemTypes":' + encoded(item_types(around)) + b'},\n"CFRubrics":[\n'
    yield from _listed([], fragments, _RUBRICS)
    yield b"\n]}\n"


def encoded(thing: Any) -> bytes:
    """A value as JSON on one line, which no browser takes for a page, whatever a host says that it is."""
    text = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").encode()


def with_more(thing: bytes, more: bytes) -> bytes:
    """One JSON object with the names of another one after its own."""
    return thing[:-1] + b"," + more[1:]


def _listed(first: list[dict[str, Any]], fragments: Iterable[bytes], section: int) -> Iterator[bytes]:
    """The things of a list, with a comma between every two; a fragment may have none."""
    own = (_section(fragment, section) for fragment in fragments)
    comma = b""
    for part in chain(map(encoded, first), filter(None, own)):
        yield comma + part
        comma = _NEXT


def _section(fragment: bytes, section: int) -> bytes:
    begin = fragment.index(b"\n") + 1
    ends = fragment[:begin].split()
    return fragment[begin + int(ends[section]) : begin + int(ends[section + 1])]
