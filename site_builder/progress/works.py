"""Pieces become works: all versions of one task together, which count once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from site_builder.evidence.piece import Mark, Piece
from site_builder.progress.standing import Work

# A recorded start and a recorded decision say something of a skill; they are no work.
BESIDE = (Mark.BASELINE, Mark.JUDGEMENT)
_rest: Callable[[Piece], tuple[str, ...]] = attrgetter(
    *("task_id", "task", "mark", "level", "is_formative", "assessor", "kind", "target", "comment", "reflection"),
    *("link", "version", "origin"),
)


def works(pieces: Iterable[Piece], places: Mapping[str, int]) -> tuple[Work, ...]:
    """The works of one skill, oldest first; `places` are the places of the levels on their scale."""
    tasks: dict[Hashable, list[Piece]] = {}
    for piece in sorted(pieces, key=in_order):
        if piece.mark not in BESIDE:
            tasks.setdefault(task_of(piece), []).append(piece)
    return tuple(sorted((work(versions, places) for versions in tasks.values()), key=by_day))


def task_of(piece: Piece) -> Hashable:
    """What all versions of one task share: its id, or else its title; a piece without either is a task of its own."""
    if piece.task_id:
        return piece.task_id
    return ("title", piece.task) if piece.task else object()


def in_order(piece: Piece) -> tuple[date, int, date, tuple[str, ...], bool]:
    """Pieces by day, and after that by everything that tells two apart, so that no order of reading matters."""
    return piece.on, piece.attempt, piece.graded or piece.on, _rest(piece), piece.graded is None


def by_day(work: Work) -> tuple[date, int]:
    """Works by day; of one day, the one that shows more comes last."""
    return work.on, work.position


def work(pieces: Sequence[Piece], places: Mapping[str, int]) -> Work:
    """One task: it counts by its newest version that was more than practice, at the level that all its readers saw.

    A task that was only practised counts by the best of its versions. It has the day of the last one, so that more
    practice can never make it older.
    """
    if len(pieces) == 1:
        [only] = pieces
        place = places.get(only.level, 0) if only.mark is Mark.NONE else 0
        return Work((only,), place, only.on, only.kind, only.is_formative)
    versions = tuple(sorted(pieces, key=_by_version))
    shown = [number for number, it in enumerate(versions) if it.mark is Mark.NONE and places.get(it.level)]
    if not shown:
        return Work(versions, 0, versions[-1].on, versions[-1].kind, versions[-1].is_formative)
    settled = [number for number in shown if not versions[number].is_formative]
    if not settled:
        return _practice(versions, shown, places)
    return _settled(versions, settled, places)


def _settled(versions: tuple[Piece, ...], settled: Sequence[int], places: Mapping[str, int]) -> Work:
    newest = _by_version(versions[settled[-1]])[:3]
    readings = [number for number in settled if _by_version(versions[number])[:3] == newest]
    seen = {number: places[versions[number].level] for number in readings}
    counts_by = min(readings, key=seen.__getitem__)
    is_read_twice = len(set(seen.values())) > 1
    return _counting(versions, counts_by, seen[counts_by], versions[counts_by].on, is_read_twice)


def _practice(versions: tuple[Piece, ...], shown: Sequence[int], places: Mapping[str, int]) -> Work:
    best = max(shown, key=lambda number: places[versions[number].level])
    return _counting(versions, best, places[versions[best].level], max(versions[number].on for number in shown))


def _counting(
    versions: tuple[Piece, ...], counts_by: int, position: int, on: date, is_read_twice: bool = False
) -> Work:
    it = versions[counts_by]
    kind = it.kind or next((other.kind for other in reversed(versions) if other.kind), "")
    return Work(versions, position, on, kind, it.is_formative, is_read_twice, counts_by)


def _by_version(piece: Piece) -> tuple[int, date, date, tuple[str, ...], bool]:
    """Versions by attempt, then the day on which they were done, then the day on which they were read."""
    return piece.attempt, piece.on, piece.graded or piece.on, _rest(piece), piece.graded is None
