"""JSON Schemas of translations: those of their sources, with the names that hold texts alone, none of them required."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.model import (
    Annotation,
    Area,
    Competency,
    Exemplar,
    Glossary,
    Level,
    Medium,
    Moderation,
    Page,
    Pathway,
    School,
    Settings,
    Skill,
    Term,
)
from site_builder.sources.texts import names_in_source
from site_builder.sources.translation import MADE_FROM, NAMES

# What a shape becomes when it is read; a competency without skills has the texts of a skill itself.
_READ_AS: Mapping[str, tuple[type, ...]] = {
    "SettingsShape": (Settings,),
    "SchoolShape": (School,),
    "LevelShape": (Level,),
    "AreaShape": (Area,),
    "CompetencyShape": (Competency, Skill),
    "SkillShape": (Skill,),
    "ExemplarShape": (Exemplar,),
    "ModerationShape": (Moderation,),
    "AnnotationShape": (Annotation,),
    "MediumShape": (Medium,),
    "GlossaryShape": (Glossary,),
    "TermShape": (Term,),
    "PathwayShape": (Pathway,),
    "PageShape": (Page,),
}
_KNOWN = frozenset({*_READ_AS, "WorkShape"})
_REF = "#/definitions/"
_MADE_FROM = {
    "type": "object",
    "additionalProperties": {"type": "string"},
    "description": "What each text was translated from. The builder keeps it, to notice when a source changes.",
}


_BODY = {"type": "string", "description": "The text below the head of the source, where this file is YAML alone."}


def translated(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of what the source of this schema is in another language; `name` is that of its shape."""
    whole = _texts_alone(name, schema)
    definitions = {it: _texts_alone(it, inner) for it, inner in schema.get("definitions", {}).items() if it in _KNOWN}
    used = list(dict.fromkeys(_used(whole, definitions)))
    place, _, what = schema["description"].partition(": ")
    stem, _, suffix = place.rpartition(".")
    return {
        **whole,
        "description": f"{stem}.<language>.{suffix}, in another language: {what}",
        "properties": {**whole["properties"], MADE_FROM: _MADE_FROM},
        **({"definitions": {it: definitions[it] for it in used}} if used else {}),
    }


def _texts_alone(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """A group of names with those that hold texts, and those by which members of a list are told apart."""
    wanted = {key for noun in _READ_AS.get(name, ()) for key in names_in_source(noun)} | NAMES
    if name == "WorkShape":
        wanted = {"licence"}
    if name == "TermShape":
        wanted = wanted | {"also"}  # each language has as many forms as it needs
    is_listed = name in ("LevelShape", "SkillShape", "MediumShape", "TermShape")
    properties = {
        key: it for key, it in schema["properties"].items() if key in wanted and (is_listed or key not in NAMES)
    }
    if "body" in wanted:
        properties["body"] = _BODY
    required = [key for key in schema.get("required", ()) if key in NAMES and is_listed]
    kept = {key: it for key, it in schema.items() if key not in ("definitions", "required", "properties")}
    return {**kept, "properties": properties, **({"required": required} if required else {})}


def _used(node: Any, definitions: Mapping[str, Any]) -> Iterator[str]:
    """The definitions that a schema leads to."""
    for inner in node.values() if isinstance(node, Mapping) else node if isinstance(node, list) else ():
        yield from _used(inner, definitions)
    if isinstance(node, Mapping) and str(node.get("$ref", "")).startswith(_REF):
        name = node["$ref"].removeprefix(_REF)
        yield name
        yield from _used(definitions[name], definitions)
