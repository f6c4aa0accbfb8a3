"""CASE packages in a few words, as systems write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from site_builder.exchange.case.reading import read_case
from site_builder.exchange.format import ReadWish, Taken
from site_builder.exchange.framework import Framework
from site_builder.model import Competency

BASE = "https://standards.example/ims/case/v1p0/"
THEN = "2024-05-01T10:00:00+00:00"
_SPACE = UUID(int=5)


def uuid(name: str) -> str:
    """The UUID that stands for a name in these packages."""
    return str(uuid5(_SPACE, name))


def document(title: str = "A framework", **more: Any) -> dict[str, Any]:
    """A document."""
    said = {"identifier": uuid(title), "uri": f"{BASE}CFDocuments/{uuid(title)}", "creator": "Somebody", "title": title}
    return said | {"lastChangeDateTime": THEN} | more


def item(name: str, **more: Any) -> dict[str, Any]:
    """An item whose code and statement are its name."""
    said = {"identifier": uuid(name), "uri": f"{BASE}CFItems/{uuid(name)}", "fullStatement": f"I can {name}"}
    return said | {"humanCodingScheme": name, "lastChangeDateTime": THEN} | more


def link(name: str) -> dict[str, str]:
    """A link to a thing of this name, or to a web address."""
    if "://" in name:
        return {"title": "", "identifier": name, "uri": name}
    return {"title": name, "identifier": uuid(name), "uri": f"{BASE}CFItems/{uuid(name)}"}


def association(type: str, origin: str, destination: str | dict[str, str], **more: Any) -> dict[str, Any]:
    """An association between two names."""
    said = {"identifier": uuid(f"{type} {origin} {destination}"), "uri": BASE, "associationType": type}
    ends = {
        "originNodeURI": link(origin),
        "destinationNodeURI": destination if isinstance(destination, dict) else link(destination),
    }
    return said | ends | {"lastChangeDateTime": THEN} | more


def below(parent: str, *children: str) -> list[dict[str, Any]]:
    """These names as children of that one, in this order."""
    return [association("isChildOf", it, parent, sequenceNumber=place) for place, it in enumerate(children, 1)]


def rubric(title: str, *criteria: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A rubric."""
    return {
        "identifier": uuid(f"rubric {title}"),
        "uri": BASE,
        "title": title,
        "CFRubricCriteria": list(criteria),
    } | more


def criterion(name: str, *levels: tuple[str, str], **more: Any) -> dict[str, Any]:
    """A criterion of the item of this name, with its levels from the first: their names and what they look like."""
    made = [
        {"identifier": uuid(f"{name} {quality}"), "quality": quality, "description": says, "position": place}
        for place, (quality, says) in enumerate(levels, 1)
    ]
    said = {"identifier": uuid(f"criterion {name}"), "CFItemURI": link(name), "CFRubricCriterionLevels": made}
    return said | more


def package(
    items: list[dict[str, Any]], associations: list[dict[str, Any]] | None = None, **more: Any
) -> dict[str, Any]:
    """A package."""
    return {"CFDocument": document(), "CFItems": items, "CFAssociations": associations or []} | more


def small() -> dict[str, Any]:
    """Two competencies in an area, one with two skills."""
    items = [item(it) for it in ("Area", "One", "One.a", "One.b", "Two")]
    tree = [*below("A framework", "Area"), *below("Area", "One", "Two"), *below("One", "One.a", "One.b")]
    return package(items, tree)


def all_kinds() -> dict[str, Any]:
    """A package with something of everything."""
    made = small()
    made["CFItems"] += [item("Old", statusEndDate="2024-08-01"), item("L"), item("X", abbreviatedStatement="Level 1")]
    made["CFItems"] += [item("Y", abbreviatedStatement="Level 2"), item("Z", fullStatement="No Descriptors")]
    made["CFItems"][1] |= {"educationLevel": ["03"], "notes": "<b>n</b>", "extensions": {"other": 1}}
    made["CFAssociations"] += [
        *below("Area", "Old", "L"),
        *below("L", "X", "Y"),
        association("precedes", "One", "Two"),
        association("precedes", "Two", "One"),
        association("replacedBy", "Old", "Two"),
        association("hasSkillLevel", "Two", "Z"),
        association("isRelatedTo", "One", {"title": "W.1 (Core)", "identifier": "w", "uri": "https://core.example/w1"}),
        association("exemplar", "One", "https://works.example/1"),
        association("ext:likes", "One", "Two"),
    ]
    levels = (("Starting", "I look"), ("Going", "I try"), ("There", "I do"))
    made["CFRubrics"] = [rubric("One", criterion("One.a", *levels), criterion("One.b", *levels[:2])), rubric("Alone")]
    made["CFDefinitions"] = {"CFSubjects": [{"title": "Maths"}], "CFItemTypes": []}
    return made


def written(folder: Path, value: object, name: str = "case.json") -> Path:
    """A file that holds a value."""
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def taken(folder: Path, *values: object, existing: Framework | None = None) -> Taken:
    """What comes of values, each in a file of its own."""
    paths = [written(folder, it, f"case-{place}.json") for place, it in enumerate(values, 1)]
    return read_case(paths, ReadWish(existing=existing))


def framework(folder: Path, *values: object) -> Framework:
    """The framework in values, each in a file of its own."""
    found = taken(folder, *values)
    assert found.framework is not None, found.problems
    return found.framework


def outline(framework: Framework) -> dict[str, dict[str, list[str]]]:
    """The ids of a framework: areas, their competencies, their skills."""
    return {
        area.id: {it.id: [skill.id for skill in it.skills if skill.id != it.id] for it in framework.of_area(area)}
        for area in framework.areas
    }


def words(found: Taken) -> list[str]:
    """What a person should look at, in one line each."""
    return [f"{it.about}: {it.words}" for it in found.remarks]


def kinds(found: Taken) -> dict[str, int]:
    """How much was set aside, by kind."""
    names = [it.kind for it in found.aside]
    return {name: names.count(name) for name in dict.fromkeys(names)}


def only(framework: Framework) -> Competency:
    """The only competency of a framework."""
    [it] = framework.competencies
    return it
