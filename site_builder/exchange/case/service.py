"""The CASE service of a site: what its read-only addresses answer, as files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from site_builder.exchange.case.associations_out import association
from site_builder.exchange.case.document_out import document, document_link, package_link
from site_builder.exchange.case.items_out import TYPES, area_item, item_types, type_identifier
from site_builder.exchange.case.package_out import Said, encoded, fragment, package, said_by
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
        *_named("CFItemTypes", [type_identifier(name, around) for name in TYPES]),
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


def _of_the_whole(root: str, framework: str) -> tuple[str, str, str]:
    """The list of documents, the document, and its package; a folder cannot have the name of a file beside it."""
    return f"{root}CFDocuments/index.json", f"{root}CFDocuments/{framework}", f"{root}CFPackages/{framework}"


def _area(it: Area, part: Relation, around: Surroundings) -> Iterator[tuple[str, bytes]]:
    item = area_item(it, around) | document_link(around)
    yield from _item(item, [part, *to_area(it, around)], around)
    yield _association(part, around)


def _answers(said: Said, it: Subject, around: Surroundings) -> Iterator[tuple[str, bytes]]:
    link = document_link(around)
    own = [*said.relations, *to_subject(it, around)]
    for item in said.items:
        mine = [
            relation
            for relation in own
            if item["identifier"] in (relation.origin.identifier, relation.destination.identifier)
        ]
        yield from _item(item | link, mine, around)
    for relation in said.relations:
        yield _association(relation, around)
    if said.rubric:
        yield f"{ROOT}CFRubrics/{said.rubric['identifier']}", encoded(said.rubric)


def _item(item: dict[str, Any], relations: list[Relation], around: Surroundings) -> Iterator[tuple[str, bytes]]:
    """An item, and the item with all that begins or ends at it."""
    associations = [association(it, around) for it in relations]
    yield f"{ROOT}CFItems/{item['identifier']}", encoded(item)
    whole = {"CFItem": item, "CFAssociations": associations}
    yield f"{ROOT}CFItemAssociations/{item['identifier']}", encoded(whole)


def _association(it: Relation, around: Surroundings) -> tuple[str, bytes]:
    known = association(it, around) | document_link(around)
    return f"{ROOT}CFAssociations/{it.identifier}", encoded(known)


def _named(kind: str, identifiers: Iterable[str]) -> Iterator[str]:
    return (f"{ROOT}{kind}/{it}" for it in identifiers)


PUBLICATION = Publication("case", files_of, portion, whole_files, whole)
