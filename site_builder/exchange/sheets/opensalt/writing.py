"""A framework as OpenSALT's sheets: the document, its items down to the skills, and their associations."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.exchange.format import WriteWish
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.layout import Sheet
from site_builder.identifiers import area_identifier, competency_identifier, identifier, skill_identifier
from site_builder.model import Area, Competency, Skill

DOCUMENT = (
    "identifier",
    "creator",
    "title",
    "lastChangeDate",
    "officialSourceURL",
    "publisher",
    "description",
    "subject",
    "language",
    "version",
    "adoptionStatus",
    "statusStartDate",
    "statusEndDate",
    "licenseTitle",
    "licenseText",
    "notes",
)
ITEM = (
    "identifier",
    "fullStatement",
    "humanCodingScheme",
    "smartLevel",
    "listEnumeration",
    "abbreviatedStatement",
    "conceptKeywords",
    "notes",
    "language",
    "educationLevel",
    "CFItemType",
    "license",
    "statusEndDate",
)
ASSOCIATION = (
    "identifier",
    "originNodeIdentifier",
    "originNodeHumanCodingScheme",
    "associationType",
    "destinationNodeHumanCodingScheme",
    "destinationNodeIdentifier",
    "associationGroupIdentifier",
    "associationGroupName",
)
_WIDE = frozenset({ITEM.index("fullStatement"), ITEM.index("notes")})
End = tuple[str, str]
"""An item by its UUID and its code."""


def write_opensalt(framework: Framework, wish: WriteWish) -> tuple[Sheet, ...]:
    """The three sheets; levels and descriptors have no place in them."""
    return (
        Sheet("CF Doc", DOCUMENT, (_document(framework, wish),)),
        Sheet("CF Item", ITEM, tuple(_items(framework)), _WIDE),
        Sheet("CF Association", ASSOCIATION, tuple(_associations(framework))),
    )


def _document(framework: Framework, wish: WriteWish) -> tuple[str, ...]:
    settings = framework.settings
    said = {
        "identifier": framework.identifier,
        "creator": settings.school.name or settings.title,
        "title": settings.title,
        "officialSourceURL": wish.site_url,
        "description": settings.description,
        "language": framework.language,
        "version": settings.version,
        "adoptionStatus": "Implemented",
    }
    return tuple(said.get(name, "") for name in DOCUMENT)


def _items(framework: Framework) -> Iterator[tuple[str, ...]]:
    whole, language = framework.identifier, framework.language
    for place, area in enumerate(framework.areas, 1):
        yield _row("Area", area, area_identifier(whole, area), area.about, f"{place}", language)
        for number, it in enumerate(framework.of_area(area), 1):
            smart = f"{place}.{number}"
            until = it.retired.on.isoformat() if it.retired else ""
            own = competency_identifier(whole, it)
            yield _row("Competency", it, own, it.statement, smart, language, it.about, until)
            for last, skill in enumerate(skills_of(it), 1):
                own = skill_identifier(whole, skill)
                yield _row("Skill", skill, own, skill.statement or skill.title, f"{smart}.{last}", language)


def _row(
    type: str,
    it: Area | Competency | Skill,
    identifier: str,
    statement: str,
    smart: str,
    language: str,
    notes: str = "",
    until: str = "",
) -> tuple[str, ...]:
    said = {
        "identifier": identifier,
        "fullStatement": statement,
        "humanCodingScheme": it.id,
        "smartLevel": smart,
        "abbreviatedStatement": it.title,
        "notes": notes,
        "language": language,
        "CFItemType": type,
        "statusEndDate": until,
    }
    return tuple(said.get(name, "") for name in ITEM)


def skills_of(it: Competency) -> tuple[Skill, ...]:
    """The skills that are items of their own; a competency without skills is its own only one."""
    return tuple(skill for skill in it.skills if skill.id != it.id)


def _associations(framework: Framework) -> Iterator[tuple[str, ...]]:
    whole = framework.identifier
    top = (whole, "")
    ends = {it.id: (competency_identifier(whole, it), it.id) for it in framework.competencies}
    for area in framework.areas:
        above = (area_identifier(whole, area), area.id)
        yield _association(whole, above, "Is Child Of", top)
        for it in framework.of_area(area):
            yield _association(whole, ends[it.id], "Is Child Of", above)
            for skill in skills_of(it):
                yield _association(whole, (skill_identifier(whole, skill), skill.id), "Is Child Of", ends[it.id])
    for it in framework.competencies:
        for before in it.prerequisites:
            yield _association(whole, ends[before], "Precedes", ends[it.id])
        if it.retired and it.retired.replaced_by:
            yield _association(whole, ends[it.id], "Replaced By", ends[it.retired.replaced_by])


def _association(whole: str, origin: End, type: str, destination: End) -> tuple[str, ...]:
    own = identifier(whole, "association", type, origin[0], destination[0])
    return own, origin[0], origin[1], type, destination[1], destination[0], "", ""
