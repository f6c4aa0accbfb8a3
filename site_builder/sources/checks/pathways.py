"""Promises of pathways."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model import Pathway, Requirement
from site_builder.outline import Outline
from site_builder.problems import Problem, Spot
from site_builder.sources.checks.whole import Whole
from site_builder.sources.names import close_to
from site_builder.sources.yaml import Path

DEEPEST = 2


def pathways_ask_for_what_exists(whole: Whole) -> Iterator[Problem]:
    """Competencies and levels that a pathway asks for are there, and enough of them to choose from."""
    for route in whole.outline.pathways:
        for path, requirement in _all(route.requires, ("requires",)):
            yield from _unmet(route, requirement, Spot(route.source, path), whole.outline)


def pathways_are_shallow(whole: Whole) -> Iterator[Problem]:
    """Requirements are nested at most twice, so that a family can follow them."""
    for route in whole.outline.pathways:
        if max(map(_depth, route.requires)) > DEEPEST:
            message = f"the requirements of “{route.title}” are nested more than twice"
            yield Problem(Spot(route.source, ("requires",)), "pathway-deep", message, hint="split it into two pathways")


def _unmet(route: Pathway, asked: Requirement, at: Spot, outline: Outline) -> Iterator[Problem]:
    if asked.of and asked.any_of > len(asked.of):
        message = f"“{route.title}” asks for {asked.any_of} of {len(asked.of)}"
        yield Problem(at, "pathway-short", message, hint="offer at least as many as are asked for")
    if not asked.competency:
        return
    card = outline.competencies.get(asked.competency)
    if card is None:
        message = f"“{route.title}” asks for {asked.competency}, and there is no competency with that id"
        yield Problem(at, "competency-missing", message, hint=close_to(asked.competency, outline.competencies))
        return
    levels = [level.id for level in outline.areas[card.area].scale.levels]
    if asked.level not in levels:
        message = f"“{route.title}” asks for {card.id} at level “{asked.level}”, which is not on its scale"
        yield Problem(at, "level-unknown", message, hint=f"it has {', '.join(levels)}")


def _all(requirements: tuple[Requirement, ...], path: Path) -> Iterator[tuple[Path, Requirement]]:
    """Every requirement, however deep, and where it stands in its file."""
    for number, requirement in enumerate(requirements):
        here = (*path, number)
        yield here, requirement
        key = "all" if requirement.any_of == len(requirement.of) else "of"
        yield from _all(requirement.of, (*here, key))


def _depth(requirement: Requirement) -> int:
    return 1 + max(map(_depth, requirement.of)) if requirement.of else 0
