"""JSON Schemas of the source files, for editors (draft-07, which they all read)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from site_builder.sources.area import AreaShape
from site_builder.sources.competency import CompetencyShape
from site_builder.sources.exemplar import ExemplarShape
from site_builder.sources.page import PageShape
from site_builder.sources.pathway import PathwayShape
from site_builder.sources.settings import SettingsShape
from site_builder.sources.shape import Shape

SHAPES: Mapping[str, type[Shape]] = {
    "continuum.json": SettingsShape,
    "area.json": AreaShape,
    "competency.json": CompetencyShape,
    "exemplar.json": ExemplarShape,
    "pathway.json": PathwayShape,
    "page.json": PageShape,
}


def schemas() -> dict[str, str]:
    """Each schema's text by the name of its file."""
    return {name: json.dumps(_draft_07(shape), ensure_ascii=False, indent=2) + "\n" for name, shape in SHAPES.items()}


def _draft_07(shape: type[Shape]) -> dict[str, Any]:
    """Pydantic's schema with the keywords of draft-07."""
    schema = shape.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    head = {"$schema": "http://json-schema.org/draft-07/schema#"}
    return {**head, **schema, **({"definitions": definitions} if definitions else {})}
