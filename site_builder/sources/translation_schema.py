"""JSON Schemas of translations: those of their sources, with the names that hold texts alone, none of them required."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.model import Competency, Skill
from site_builder.sources.texts import names_in_source, nouns
from site_builder.sources.translation import MADE_FROM, NAMES

# A shape is called by the noun that is read from it; a competency without skills has the texts of a skill itself.
_READ_AS: Mapping[str, tuple[type, ...]] = {
    **{f"{noun.__name__}Shape": (noun,) for noun in nouns()},
    "CompetencyShape": (Competency, Skill),
}
_WORK = "WorkShape"
# What is no text of the source, and stands in a translation all the same: a word has other forms in each language.
_OF_ITS_OWN: Mapping[str, frozenset[str]] = {_WORK: frozenset({"licence"}), "TermShape": frozenset({"also"})}
_REF = "#/definitions/"
_MADE_FROM = {
    "type": "object",
    # To an editor eight digits are a number.
    "additionalProperties": {"type": ["string", "number"]},
    "description": "What each text was translated from. The builder keeps it, to notice when a source changes.",
}
_BODY = {"type": "string", "description": "The text below the head of the source, where this file is YAML alone."}


def translated(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of what the source of this schema is in another language; `name` is that of its shape."""
    whole = _texts_alone(name, schema, frozenset())
    groups = {it: inner for it, inner in schema.get("definitions", {}).items() if it in _READ_AS or it == _WORK}
    definitions = {it: _texts_alone(it, inner, NAMES) for it, inner in groups.items()}
    used = list(dict.fromkeys(_used(whole, definitions)))
    place, _, what = schema["description"].partition(": ")
    stem, _, suffix = place.rpartition(".")
    return {
        **whole,
        "description": f"{stem}.<language>.{suffix}, in another language: {what}",
        "properties": {**whole["properties"], MADE_FROM: _MADE_FROM},
        **({"definitions": {it: definitions[it] for it in used}} if used else {}),
    }


def _texts_alone(name: str, schema: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    """A group of names with those that hold texts, and `names`, by which members of a list are told apart."""
    read_as = _READ_AS.get(name, ())
    wanted = {key for noun in read_as for key in names_in_source(noun)} | names | _OF_ITS_OWN.get(name, frozenset())
    properties = {key: it for key, it in schema["properties"].items() if key in wanted}
    if "body" in wanted:
        properties["body"] = _BODY
    required = [key for key in schema.get("required", ()) if key in names]
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
