"""The same pages on a Dask cluster: students are sent out in portions, and finished files come back.

No file system is shared. A worker sees the continuum, who is on the roster, and the evidence, words and secrets of the
students whose pages it makes; all of that stays in its memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from ipaddress import ip_address
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from distributed import Client, Future, KilledWorker, Security, wait
from distributed.comm.addressing import get_address_host, parse_address
from distributed.comm.core import connect

from site_builder.evidence.partition import Partitions
from site_builder.private.secret import new_secret
from site_builder.problems import Problem, Severity, Span
from site_builder.progress.parcel import unwrapped, wrapped
from site_builder.progress.run import Done, Report, Wish, everybody, kept, order_for, written
from site_builder.progress.station import OtherMakeError, Portion, Station, make_pages
from site_builder.sources.load import Progress

# So many students go out at a time at most: some seconds of work, and about a megabyte of pages.
AT_ONCE = 25
# So many portions for each thread of the cluster are under way, so that none waits for the next one.
_WAITING = 2
# For so many seconds an answer is awaited.
PATIENCE = 10.0
UnderWay: TypeAlias = "dict[Future[bytes], list[list[Problem]]]"


class _GoneError(Exception):
    """The cluster cannot go on; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def run_on_cluster(wish: Wish, address: str, progress: Progress | None = None) -> Report:
    """Have the workers of this Dask scheduler make every page, and put them in the place of those that were there."""
    if problem := _unanswered(address):
        return Report((problem,))
    with Client(address, timeout=PATIENCE, security=Security()) as client:
        try:
            report = written(wish, partial(_by_cluster, wish, client, address), progress)
        except _GoneError as gone:
            return Report((gone.problem,))
    return replace(report, problems=(*_open_to_others(address), *report.problems))


def _unanswered(address: str) -> Problem | None:
    """Why no scheduler can be reached, found out before a Client begins to try again and again."""
    try:
        asyncio.run(_knock(address))
    except TypeError:  # Dask's own way of saying that it was given no certificates
        message, hint = f"{address} wants TLS, and Dask knows no certificates here", "say where they are to Dask"
    except (OSError, ValueError, ImportError, RuntimeError):
        message, hint = f"no Dask scheduler answers at {address}", "start one, and give the address that it prints"
    else:
        return None
    return Problem(Span(address), "cluster-unreachable", message, hint=hint)


async def _knock(address: str) -> None:
    line = await connect(address, timeout=PATIENCE, **Security().get_connection_args("client"))
    await line.close()


def _open_to_others(address: str) -> Iterator[Problem]:
    """A warning where students' evidence has crossed a network for everybody on it to read."""
    if parse_address(address)[0] in ("tls", "wss", "inproc") or _is_here(get_address_host(address)):
        return
    message = f"students' evidence went to {address} unencrypted: whoever is on that network can read it"
    hint = "let the cluster use TLS, and give an address that begins with tls://"
    yield Problem(Span(address), "cluster-unencrypted", message, Severity.WARNING, hint)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _by_cluster(wish: Wish, client: Client, address: str, folder: Path) -> Iterator[list[Done]]:
    """Send out portions, a bounded number at a time; write what comes back as it comes."""
    station = Station(replace(wish.job, words=None), everybody(wish.roster), new_secret())
    _settle(station, client, address)
    portions = _portions(wish, station, _hands(client))
    under_way: UnderWay = {}
    try:
        while True:
            for parcel, problems in islice(portions, max(_WAITING * _hands(client) - len(under_way), 0)):
                under_way[_sent(parcel, station, client)] = problems
            if not under_way:
                return
            for future in _finished(under_way, client, address):
                found = under_way.pop(future)
                pages = unwrapped(_result(future, address), station.secret)
                yield [kept(page, it, wish, folder) for page, it in zip(pages, found, strict=True)]
    finally:
        with suppress(OSError, RuntimeError):  # a cluster that is gone has forgotten it anyway
            client.unregister_worker_plugin(station.name)


def _settle(station: Station, client: Client, address: str) -> None:
    """Have the station at every worker, of which there must be one at least."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        client.register_plugin(station, name=station.name)
    except TimeoutError:
        message = f"the Dask scheduler at {address} has no workers"
        hint = "start workers, each with “dask worker” and this address"
        raise _GoneError(Problem(Span(address), "cluster-empty", message, hint=hint)) from None
    except (ImportError, AttributeError):
        raise _GoneError(_other_make(address)) from None


def _portions(wish: Wish, station: Station, hands: int) -> Iterator[tuple[bytes, list[list[Problem]]]]:
    """Runs of neighbours, each wrapped, with what is wrong with the words of each student."""
    students, partitions = sorted(wish.roster.students), Partitions(wish.store)
    length = min(AT_ONCE, -(-len(students) // (2 * _WAITING * hands)) or 1)
    for start in range(0, len(students), length):
        portion = students[start : start + length]
        orders = [order_for(it, wish) for it in portion]
        parcel = Portion([order for order, _ in orders], partitions.of(portion))
        yield wrapped(parcel, station.secret), [problems for _, problems in orders]


def _sent(parcel: bytes, station: Station, client: Client) -> Future[bytes]:
    # A worker that dies is Dask's to replace. What fails of itself is tried once more, and then it is ours to know.
    return client.submit(make_pages, station.name, parcel, pure=False, retries=1)


def _finished(under_way: UnderWay, client: Client, address: str) -> Sequence[Future[bytes]]:
    """Those that are done, as soon as there are any; as long as there are workers there is hope."""
    while True:
        try:
            return list(wait(list(under_way), timeout=PATIENCE, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            if not _hands(client):
                raise _GoneError(_lost(address)) from None
        except asyncio.CancelledError:
            raise _GoneError(_lost(address)) from None


def _hands(client: Client) -> int:
    """How many threads the cluster has now."""
    return sum(client.nthreads().values())


def _result(future: Future[bytes], address: str) -> bytes:
    try:
        return future.result()
    except OtherMakeError:
        raise _GoneError(_other_make(address)) from None
    except (KilledWorker, asyncio.CancelledError, OSError):
        raise _GoneError(_lost(address)) from None


def _other_make(address: str) -> Problem:
    message = f"the workers at {address} do not have the same version of this builder as you have here"
    hint = "install the same version on every worker, and start them again"
    return Problem(Span(address), "cluster-differs", message, hint=hint)


def _lost(address: str) -> Problem:
    message = f"the cluster at {address} went away before all pages were made; the earlier pages are as they were"
    hint = "look at what its workers say: often they have too little memory; then run this again"
    return Problem(Span(address), "cluster-lost", message, hint=hint)
