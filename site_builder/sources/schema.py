"""JSON Schemas of the source files, for editors (draft-07, which they all read)."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from textwrap import dedent
from typing import Any

from site_builder.sources.area import AreaShape
from site_builder.sources.competency import CompetencyShape
from site_builder.sources.exemplar import ExemplarShape
from site_builder.sources.glossary import GlossaryShape
from site_builder.sources.page import PageShape
from site_builder.sources.pathway import PathwayShape
from site_builder.sources.settings import SettingsShape
from site_builder.sources.shape import Shape
from site_builder.sources.translation_schema import translated

SHAPES: Mapping[str, type[Shape]] = {
    "continuum.json": SettingsShape,
    "area.json": AreaShape,
    "competency.json": CompetencyShape,
    "exemplar.json": ExemplarShape,
    "glossary.json": GlossaryShape,
    "pathway.json": PathwayShape,
    "page.json": PageShape,
}


def schemas() -> dict[str, str]:
    """Each schema's text by the name of its file, and those of translations beside them."""
    own = {name: _draft_07(shape) for name, shape in SHAPES.items()}
    others = {f"translated-{name}": translated(SHAPES[name].__name__, it) for name, it in own.items()}
    return {name: json.dumps(it, ensure_ascii=False, indent=2) + "\n" for name, it in {**own, **others}.items()}


def _draft_07(shape: type[Shape]) -> dict[str, Any]:
    """Pydantic's schema with the keywords of draft-07."""
    schema = shape.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    said = {it.__name__: _told_below(it) for it in _every(Shape)}
    for name, node in ((shape.__name__, schema), *definitions.items()):
        for field, text in said.get(name, {}).items():
            node["properties"][field] = dict(sorted({**node["properties"][field], "description": text}.items()))
    whole = {**schema, **({"definitions": definitions} if definitions else {})}
    return {"$schema": "http://json-schema.org/draft-07/schema#", **_tidied(whole)}


def _every(shape: type[Shape]) -> Iterator[type[Shape]]:
    yield shape
    for it in shape.__subclasses__():
        yield from _every(it)


def _told_below(shape: type[Shape]) -> dict[str, str]:
    """What stands below each field of a shape in our own code."""
    [written] = ast.parse(dedent(inspect.getsource(shape))).body
    assert isinstance(written, ast.ClassDef)
    told = {}
    for field, below in pairwise(written.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            told[field.target.id] = inspect.cleandoc(ast.literal_eval(below.value))
    return told


def _tidied(node: Any) -> Any:
    """The same rules without what helps nobody: titles that repeat a name, defaults that are nothing."""
    if isinstance(node, list):
        return [_tidied(it) for it in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidied(it) for key, it in node.items() if not _says_nothing(key, it)}
    if "$ref" in kept and len(kept) > 1:  # draft-07 reads nothing beside a reference
        kept = {"allOf": [{"$ref": kept.pop("$ref")}], **kept}
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    return kept


def _says_nothing(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and (not value or isinstance(value, dict)))
