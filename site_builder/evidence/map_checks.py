"""What a map names that is not there: parts of a row, students, skills, levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from site_builder.evidence.formats import FORMATS
from site_builder.evidence.formats.declared import TABLE, part_of
from site_builder.evidence.mapping import Map, TableShape
from site_builder.evidence.observation import plain_name
from site_builder.evidence.settle import Known
from site_builder.evidence.student import Roster
from site_builder.problems import Problem, Spot
from site_builder.sources.places import placed_in

Path: TypeAlias = "tuple[str | int, ...]"


def map_problems(map: Map, roster: Roster, known: Known) -> list[Problem]:
    """Every name in a map that means nothing, with its line."""
    found: list[Problem] = []
    for path, said in _entries(map):
        found += _parts(map, path, said)
        found += _students(map, path, said, roster)
        found += _skills(map, path, said, known)
        found += _levels(map, path, said, known)
    return placed_in(found, map.text, 1)


def _entries(map: Map) -> Iterator[tuple[Path, TableShape]]:
    """The map's own words, and those of each entry without what it has from there."""
    yield (), map.common
    for place, said in enumerate(map.tables):
        own = {
            group: {key: it for key, it in getattr(said, group).items() if getattr(map.common, group).get(key) != it}
            for group in ("students", "outcomes", "levels", "columns", "constants")
        }
        scores = () if said.scores == map.common.scores else said.scores
        yield ("tables", place), said.model_copy(update={**own, "scores": scores})


def _parts(map: Map, path: Path, said: TableShape) -> Iterator[Problem]:
    format = FORMATS[said.format]
    own = {*format.header, *format.columns()} if format is not TABLE else set()
    for group, more in (("columns", own), ("constants", set())):
        for name in getattr(said, group):
            if not part_of(name) and plain_name(name) not in more:
                yield Problem(
                    Spot(map.file, (*path, group, name), on_key=True),
                    "map-part",
                    f"“{name}” is no part of a row that is known here",
                    hint="parts are student, name, skill, level, points, score, date, task and others: see the manual",
                )


def _students(map: Map, path: Path, said: TableShape, roster: Roster) -> Iterator[Problem]:
    for key, id in said.students.items():
        if id not in roster.students:
            message = f"no student on the roster has the id “{id}”"
            hint = "write the id that the roster has, or take the line out"
            yield Problem(Spot(map.file, (*path, "students", key)), "map-student", message, hint=hint)


def _skills(map: Map, path: Path, said: TableShape, known: Known) -> Iterator[Problem]:
    for key, id in said.outcomes.items():
        if len(known.skills.named(id)) != 1:
            hint = "write a skill's id; a competency's own will do if it has one skill"
            message = f"“{id}” is the id of no skill"
            yield Problem(Spot(map.file, (*path, "outcomes", key)), "map-skill", message, hint=hint)


def _levels(map: Map, path: Path, said: TableShape, known: Known) -> Iterator[Problem]:
    places: list[tuple[Path, str]] = [(("levels", key), id) for key, id in said.levels.items()]
    places += [(("scores", place, "level"), it.level) for place, it in enumerate(said.scores)]
    for at, id in places:
        if not any(id in it.places for it in known.levels):
            message = f"no scale has a level with the id “{id}”"
            hint = "levels are named by their ids in continuum.yml"
            yield Problem(Spot(map.file, (*path, *at)), "map-level", message, hint=hint)
