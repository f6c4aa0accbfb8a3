"""Exports of evidence, read against a school's continuum and roster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.evidence.mapping import Map, read_map
from site_builder.evidence.read import Reading, read
from site_builder.identifiers import framework_identifier
from site_builder.private.folders import reading_refusal, writing_refusal
from site_builder.problems import Problem, Span, stops
from site_builder.progress.ground import Ground, read_ground
from site_builder.progress.prepare import read_private_roster
from site_builder.progress.turn import unwritable


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of exports, and the continuum that they were read against."""

    reading: Reading
    ground: Ground


def take_in(
    root: Path,
    cache: Path,
    files: Sequence[Path],
    rosters: Sequence[Path],
    map_file: Path | None,
    today: date,
    out: Path | None,
    set_aside: Path | None = None,
) -> tuple[Intake | None, list[Problem]]:
    """Read exports into a store at `out`; without one, only say what is in them."""
    problems = list(_misplaced(files, out, set_aside))
    if stops(problems):
        return None, problems
    roster, more = read_private_roster(rosters)
    problems += more
    map, more = _map(map_file)
    problems += more
    ground, more = read_ground(root, cache, today)
    if ground is None:
        return None, [*problems, *more]
    if roster is None or stops(problems):
        return None, problems
    try:
        reading, more = read(
            *(files, roster, map, ground.competencies.values(), ground.areas, out),
            framework=framework_identifier(ground.settings),
            today=today,
            set_aside=set_aside,
        )
    except OSError as error:
        return None, [*problems, unwritable(out or Path(error.filename or "."), error)]
    problems += more
    return (Intake(reading, ground) if reading else None), problems


def _misplaced(files: Sequence[Path], out: Path | None, set_aside: Path | None) -> Iterator[Problem]:
    for path in files:
        if refusal := reading_refusal(path, "the export"):
            yield refusal
    for written, what in ((out, "the evidence"), (set_aside, "the rows that were set aside")):
        if written and (refusal := writing_refusal(written, what)):
            yield refusal


def _map(file: Path | None) -> tuple[Map | None, list[Problem]]:
    if file is None:
        return None, []
    try:
        data = file.read_bytes()
    except OSError as error:
        message = f"the map cannot be read: {error.strerror}"
        return None, [Problem(Span(file.as_posix()), "file-unreadable", message, hint="check its permissions")]
    return read_map(file.as_posix(), data)
