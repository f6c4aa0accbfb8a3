"""The CASE service of a site: what its read-only addresses answer, as files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from site_builder.exchange.case.document_out import document, document_link, package_link
from site_builder.exchange.case.items_out import TYPES, area_item, item_types
from site_builder.exchange.case.package_out import (
    Said,
    Told,
    encoded,
    fragment,
    package,
    said_by,
    told,
    told_thing,
    with_more,
)
from site_builder.exchange.case.relations import Relation, of_area, of_subject, to_area, to_subject
from site_builder.exchange.case.subjects import Subject
from site_builder.exchange.case.surroundings import Surroundings, of_view
from site_builder.exchange.data.places import CASE, CASE_1_0
from site_builder.exchange.data.publication import Content, Portion, Publication, View
from site_builder.model import Area, Competency
from site_builder.outline import CompetencyCard


def _around(view: View) -> Surroundings:
    return view.once("case", of_view)


def files_of(card: CompetencyCard, view: View) -> tuple[str, ...]:
    """The addresses that answer for a competency, its skills, its rubric, and what they relate to."""
    around = _around(view)
    it = around.subjects[card.id]
    items = [node.identifier for node in (it.node, *it.skills)]
    relations = [relation.identifier for relation in of_subject(it, around)]
    rubrics = [around.identifier("rubric", card.id)] if it.is_described else []
    return (
        *_named("CFItems", items),
        *_named("CFItemAssociations", items),
        *_named("CFAssociations", relations),
        *_named("CFRubrics", rubrics),
    )


def portion(it: Competency, view: View) -> Portion:
    """What these addresses answer."""
    around = _around(view)
    said = said_by(it, around)
    return Portion(dict(_answers(said, around.subjects[it.id], around)), fragment(said, around))


def whole_files(view: View) -> tuple[str, ...]:
    """The addresses that answer for the framework and its areas."""
    around = _around(view)
    areas = [around.node(slug).identifier for slug in around.areas]
    parts = [of_area(it, 0, around).identifier for it in around.areas.values()]
    return (
        *(name for root in (CASE, CASE_1_0) for name in _of_the_whole(root, around.framework)),
        *_named("CFItemTypes", [around.type_identifier(name) for name in TYPES]),
        *_named("CFItems", areas),
        *_named("CFItemAssociations", areas),
        *_named("CFAssociations", parts),
    )


def whole(view: View, fragments: Iterable[bytes]) -> Mapping[str, Content]:
    """What these addresses answer; the packages piece by piece."""
    around = _around(view)
    files: dict[str, Content] = {}
    for root, version in ((CASE, "1.1"), (CASE_1_0, "1.0")):
        known = document(around, is_1_0=version == "1.0") | package_link(around)
        contents = (encoded({"CFDocuments": [known]}), encoded(known), package(version, around, fragments))
        files.update(zip(_of_the_whole(root, around.framework), contents, strict=True))
    for kind in item_types(around):
        said = encoded({"CFItemTypes": [kind]})
        files.update(_in_both("CFItemTypes", Told(kind["identifier"], said, said)))
    for place, area in enumerate(around.areas.values(), 1):
        files.update(_area(area, of_area(area, place, around), around))
    return files


def _of_the_whole(root: str, framework: str) -> tuple[str, ...]:
    """The list of documents, the document, and its package; a folder cannot have the name of a file beside it."""
    return f"{root}CFDocuments/index.json", f"{root}CFDocuments/{framework}", f"{root}CFPackages/{framework}"


def _area(it: Area, part: Relation, around: Surroundings) -> Iterator[tuple[str, bytes]]:
    item = area_item(it, around)
    relations = [told(relation, around) for relation in (part, *to_area(it, around))]
    link = encoded(document_link(around))
    yield from _item(told_thing(item), relations, link)
    yield from _association(told(part, around), link)


def _answers(said: Said, it: Subject, around: Surroundings) -> Iterator[tuple[str, bytes]]:
    link = encoded(document_link(around))
    beside = ((relation, told(relation, around)) for relation in to_subject(it, around))
    at: dict[str, list[Told]] = defaultdict(list)
    for relation, association in (*said.relations, *beside):
        for end in {relation.origin.identifier, relation.destination.identifier}:
            at[end].append(association)
    for item in said.items:
        yield from _item(item, at[item.identifier], link)
    for _, association in said.relations:
        yield from _association(association, link)
    if said.rubric:
        yield from _in_both("CFRubrics", said.rubric)


def _item(it: Told, relations: Iterable[Told], link: bytes) -> Iterator[tuple[str, bytes]]:
    """An item, and the item with all that begins or ends at it."""
    item = _with_link(it, link)
    relations = list(relations)
    now = _item_whole(item.now, [relation.now for relation in relations])
    then = _item_whole(item.then, [relation.then for relation in relations])
    yield from _in_both("CFItems", item)
    yield from _in_both("CFItemAssociations", Told(it.identifier, now, now if now == then else then))


def _item_whole(item: bytes, relations: Iterable[bytes]) -> bytes:
    return b'{"CFItem":' + item + b',"CFAssociations":[' + b",".join(relations) + b"]}"


def _association(it: Told, link: bytes) -> Iterator[tuple[str, bytes]]:
    return _in_both("CFAssociations", _with_link(it, link))


def _with_link(it: Told, link: bytes) -> Told:
    now = with_more(it.now, link)
    return Told(it.identifier, now, now if it.then is it.now else with_more(it.then, link))


def _in_both(kind: str, it: Told) -> Iterator[tuple[str, bytes]]:
    """A thing at its addresses in both versions; where they say the same, they are one and the same bytes."""
    yield f"{CASE}{kind}/{it.identifier}", it.now
    yield f"{CASE_1_0}{kind}/{it.identifier}", it.then


def _named(kind: str, identifiers: Iterable[str]) -> Iterator[str]:
    return (f"{root}{kind}/{it}" for it in identifiers for root in (CASE, CASE_1_0))


PUBLICATION = Publication("case", files_of, portion, whole_files, whole)
