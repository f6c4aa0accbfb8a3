"""Slate's ER: how many ratings are asked for at each level, as JSON in a cell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.model import Evidence, Level, Scale
from site_builder.tables.json_value import JsonRefused, json_value

HIGHEST = 12
SCALE = Scale("slate", tuple(Level(str(it), f"Level {it}", "", it, False) for it in range(1, HIGHEST + 1)))
HINT = 'write it as Slate does, as in {"9": 3, "default": 1}'
_LEVELS = frozenset(it.id for it in SCALE.levels)
_MOST_PIECES = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What ER says: how much is asked for, and the levels at which nothing is; or what is wrong with it."""

    evidence: Evidence | None = None
    nothing_at: Mapping[str, int] = field(default_factory=dict)
    trouble: str = ""


def asked(text: str) -> Asked:
    """What a cell of ER says; an empty one says nothing."""
    if not text:
        return Asked()
    try:
        value = json_value(text.encode())
    except JsonRefused as error:
        return Asked(trouble=f"its ER cannot be read: {error}")
    if not isinstance(value, dict):
        return Asked(trouble="its ER is not a number for each level")
    trouble = next((it for it in map(_trouble, value, value.values()) if it), "")
    return Asked(trouble=trouble) if trouble else _asked(value)


def er(evidence: Evidence | None) -> str:
    """The cell for how much is asked for; levels that Slate does not have are not in it."""
    if evidence is None:
        return ""
    at = {level: it.pieces for level, it in evidence.at if level in _LEVELS}
    return json.dumps({**at, "default": evidence.pieces})


def _trouble(level: str, count: object) -> str:
    if level != "default" and level not in _LEVELS:
        return f"its ER names the level “{level[:20]}”, and Slate's levels go from 1 to {HIGHEST}"
    if type(count) is not int or not 0 <= count <= _MOST_PIECES:
        return f"its ER asks for “{str(count)[:20]}” ratings at {level}"
    return ""


def _asked(value: Mapping[str, int]) -> Asked:
    at = sorted((int(level), count) for level, count in value.items() if level != "default" and count)
    whole = value.get("default", 0) or 1
    evidence = Evidence(whole, 1, tuple((str(level), Evidence(count)) for level, count in at))
    return Asked(evidence, {level: count for level, count in value.items() if not count})
