"""The same pages on a Dask cluster: students go out in portions, and finished files come back.

No file system is shared. A worker sees the continuum, who is on the roster, and the evidence, words and secrets of the
students whose pages it makes; all of that stays in its memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from distributed import Client, Security

from site_builder.evidence.partition import Partitions
from site_builder.private.secret import new_secret
from site_builder.problems import Problem
from site_builder.progress.foreman import PATIENCE, ClusterGoneError, Foreman, Made, quietly, unanswered, unencrypted
from site_builder.progress.parcel import unwrapped, wrapped
from site_builder.progress.run import Done, Report, Wish, everybody, kept, order_for, written
from site_builder.progress.station import Portion, Station
from site_builder.sources.load import Progress

# So many students go out at a time at most: less than a second of work, and about a megabyte of pages.
AT_ONCE = 25
# So many portions for each thread of the cluster are under way, so that none waits for the next one.
_READY = 2


def run_on_cluster(wish: Wish, address: str, progress: Progress | None = None) -> Report:
    """Have the workers of this Dask scheduler make every page, and put them in the place of those that were there."""
    if problem := unencrypted(address) or unanswered(address):
        return Report((problem,))
    try:
        with quietly(), Client(address, timeout=PATIENCE, security=Security()) as client:
            return written(wish, partial(_by_cluster, wish, Foreman(client, address)), progress)
    except ClusterGoneError as gone:
        return Report((gone.problem,))


def _by_cluster(wish: Wish, foreman: Foreman, folder: Path) -> Iterator[list[Done]]:
    station = Station(replace(wish.job, words=None), everybody(wish.roster), new_secret())
    foreman.settle(station)
    try:
        yield from _handed_out(wish, foreman, station, folder)
    finally:
        foreman.clear(station)


def _handed_out(wish: Wish, foreman: Foreman, station: Station, folder: Path) -> Iterator[list[Done]]:
    """Send out a bounded number of portions at a time, and write what comes back as it comes."""
    portions = _portions(wish, station, foreman.hands())
    under_way: dict[Made, list[list[Problem]]] = {}
    while True:
        room = max(_READY * foreman.hands(), 1) - len(under_way)
        for parcel, problems in islice(portions, max(room, 0)):
            under_way[foreman.send(station, parcel)] = problems
        if not under_way:
            return
        for future in foreman.finished(under_way):
            found = under_way.pop(future)
            pages = unwrapped(foreman.result(future), station.secret)
            yield [kept(page, problems, wish, folder) for page, problems in zip(pages, found, strict=True)]


def _portions(wish: Wish, station: Station, hands: int) -> Iterator[tuple[bytes, list[list[Problem]]]]:
    """Runs of neighbours, each wrapped, beside what is wrong with the words of each student."""
    students, partitions = sorted(wish.roster.students), Partitions(wish.store)
    length = min(AT_ONCE, -(-len(students) // (2 * _READY * max(hands, 1))))
    for start in range(0, len(students), length or 1):
        portion = students[start : start + length]
        orders = [order_for(it, wish) for it in portion]
        parcel = Portion([order for order, _ in orders], partitions.of(portion))
        yield wrapped(parcel, station.secret), [problems for _, problems in orders]
