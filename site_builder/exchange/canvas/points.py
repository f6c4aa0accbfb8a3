"""Levels as points, and points as Canvas writes them in many languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from site_builder.exchange.items.scale import Step
from site_builder.model import Level

_WHOLE = re.compile(r"0|[1-9][0-9]{0,3}")
_DECIMAL = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]{1,9})?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


def points_of(levels: Sequence[Level]) -> list[str]:
    """The points of levels: their ids where these are numbers that grow, else their places."""
    ids = [it.id for it in levels]
    if all(map(_WHOLE.fullmatch, ids)) and all(int(one) < int(other) for one, other in pairwise(ids)):
        return ids
    return [str(it.position) for it in levels]


def spelled(levels: Sequence[Level]) -> list[Step]:
    """The levels as ratings of an outcome."""
    return [Step(points, it.name) for points, it in zip(points_of(levels), levels, strict=True)]


@lru_cache(maxsize=1024)
def number_of(text: str) -> float | None:
    """The number that a cell says, with a decimal point or comma; nothing where it says none."""
    text = text.strip().replace("\xa0", "")
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None


@lru_cache(maxsize=1024)
def steps_of(ratings: tuple[tuple[float, str], ...]) -> tuple[Step, ...]:
    """Ratings as steps from the lowest points on: called by their points where all are whole, else by their places.

    Many outcomes and criteria have the same ratings, and share their steps.
    """
    ordered = sorted(ratings, key=lambda it: it[0])
    are_whole = all(points >= 0 and points.is_integer() for points, _ in ordered)
    ids = [str(int(points)) if are_whole else str(place) for place, (points, _) in enumerate(ordered, 1)]
    return tuple(Step(id, name or f"Level {id}") for id, (_, name) in zip(ids, ordered, strict=True))


def step_at(points: Sequence[float], steps: Sequence[Step], wanted: float | None) -> str:
    """The id of the first step whose points reach those that are wanted; empty where none does."""
    if wanted is None:
        return ""
    return next((step.id for step, at in zip(steps, points, strict=True) if at >= wanted), "")
