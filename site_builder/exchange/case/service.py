"""The CASE service of a site: what its read-only addresses answer, as files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from site_builder.exchange.case.document_out import document, document_link, package_link
from site_builder.exchange.case.items_out import TYPES, area_item, item_types
from site_builder.exchange.case.package_out import Said, Told, encoded, fragment, package, said_by, told, with_more
from site_builder.exchange.case.relations import Relation, of_area, of_subject, to_area, to_subject
from site_builder.exchange.case.subjects import Subject
from site_builder.exchange.case.surroundings import ROOT, ROOT_1_0, Surroundings, of_view
from site_builder.exchange.publication import Content, Portion, Publication, View
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
        *(name for root in (ROOT, ROOT_1_0) for name in _of_the_whole(root, around.framework)),
        *_named("CFItemTypes", [around.type_identifier(name) for name in TYPES]),
        *_named("CFItems", areas),
        *_named("CFItemAssociations", areas),
        *_named("CFAssociations", parts),
    )


def whole(view: View, fragments: Iterable[bytes]) -> Mapping[str, Content]:
    """What these addresses answer; the packages piece by piece."""
    around = _around(view)
    files: dict[str, Content] = {}
    for root, version in ((ROOT, "1.1"), (ROOT_1_0, "1.0")):
        known = document(around, is_1_0=version == "1.0") | package_link(around)
        contents = (encoded({"CFDocuments": [known]}), encoded(known), package(version, around, fragments))
        files.update(zip(_of_the_whole(root, around.framework), contents, strict=True))
    for kind in item_types(around):
        files[f"{ROOT}CFItemTypes/{kind['identifier']}"] = encoded({"CFItemTypes": [kind]})
    for place, area in enumerate(around.areas.values(), 1):
        files.update(_area(area, of_area(area, place, around), around))
    return files


def _of_the_whole(root: str, framework: str) -> tuple[str, ...]:
    """The list of documents, the document, and its package; a folder cannot have the name of a file beside it."""
    return f"{root}CFDocuments/index.json", f"{root}CFDocuments/{framework}", f"{root}CFPackages/{framework}"


def _area(it: Area, part: Relation, around: Surroundings) -> Iterator[tuple[str, bytes]]:
    item = area_item(it, around)
    relations = [told(relation, around).now for relation in (part, *to_area(it, around))]
    link = encoded(document_link(around))
    yield from _item(item["identifier"], encoded(item | document_link(around)), relations)
    yield _association(told(part, around), link)


def _answers(said: Said, it: Subject, around: Surroundings) -> Iterator[tuple[str, bytes]]:
    link = encoded(document_link(around))
    beside = ((relation, told(relation, around)) for relation in to_subject(it, around))
    at: dict[str, list[bytes]] = defaultdict(list)
    for relation, association in (*said.relations, *beside):
        for end in {relation.origin.identifier, relation.destination.identifier}:
            at[end].append(association.now)
    for item in said.items:
        yield from _item(item.identifier, with_more(item.now, link), at[item.identifier])
    for _, association in said.relations:
        yield _association(association, link)
    if said.rubric:
        yield f"{ROOT}CFRubrics/{said.rubric.identifier}", said.rubric.now


def _item(identifier: str, item: bytes, relations: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """An item, and the item with all that begins or ends at it."""
    yield f"{ROOT}CFItems/{identifier}", item
    whole = b'{"CFItem":' + item + b',"CFAssociations":[' + b",".join(relations) + b"]}"
    yield f"{ROOT}CFItemAssociations/{identifier}", whole


def _association(it: Told, link: bytes) -> tuple[str, bytes]:
    return f"{ROOT}CFAssociations/{it.identifier}", with_more(it.now, link)


def _named(kind: str, identifiers: Iterable[str]) -> Iterator[str]:
    return (f"{ROOT}{kind}/{it}" for it in identifiers)


PUBLICATION = Publication("case", files_of, portion, whole_files, whole)
