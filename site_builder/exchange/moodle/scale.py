"""Scales of Moodle: names between commas, and a configuration that says which of them are proficient."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from site_builder.exchange.items.scale import Step
from site_builder.model import Level, Scale
from site_builder.tables.json_value import JsonRefused, json_value


def spelled(levels: Sequence[Level]) -> list[Step]:
    """The levels as values of a scale, which are called by their places; a comma cannot stand in a name."""
    return [Step(str(it.position), _without_commas(it.name)) for it in levels]


def values_of(scale: Scale) -> str:
    """The names of the levels, from the first on."""
    return ",".join(it.name for it in spelled(scale.levels))


def configuration_of(scale: Scale, target: str) -> str:
    """The configuration of a scale whose levels are proficient from the target on.

    Moodle wants one that is proficient, and one that it gives by itself. Where there is no target, these are the last
    level and the first.
    """
    last = len(scale.levels)
    aim = next((it.position for it in scale.levels if it.id == target), 0)
    given = aim or 1
    entries = [
        {"id": place, "scaledefault": int(place == given), "proficient": int(place >= (aim or last))}
        for place in range(1, last + 1)
        if place == given or place >= (aim or last)
    ]
    return json.dumps([{"scaleid": "0"}, *entries], separators=(",", ":"))


def steps_of(values: str) -> tuple[Step, ...]:
    """The values of a scale as steps."""
    names = [" ".join(it.split()) for it in values.split(",")]
    return tuple(Step(str(place), name or f"Level {place}") for place, name in enumerate(names, 1)) if values else ()


def target_of(configuration: str, *, is_ours: bool) -> str | None:
    """The place of the first proficient value, empty where there is none; nothing where this is no configuration."""
    if not configuration:
        return ""
    try:
        value = json_value(configuration.encode())
    except JsonRefused:
        return None
    if not isinstance(value, list) or not all(isinstance(it, dict) for it in value):
        return None
    proficient = sorted(place for it in value if _says(it, "proficient") and (place := _place(it)))
    given = [_place(it) for it in value if _says(it, "scaledefault")]
    if is_ours and given == [1] and proficient and proficient[0] > 1:
        return ""
    return str(proficient[0]) if proficient else ""


def _says(entry: Mapping[str, Any], name: str) -> bool:
    return str(entry.get(name, "")).casefold() in ("1", "true")


def _place(entry: Mapping[str, Any]) -> int:
    text = str(entry.get("id", ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def _without_commas(name: str) -> str:
    return " ".join(name.replace(",", ";").split())
