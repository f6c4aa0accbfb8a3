"""The one who hands portions to the workers of a cluster, and says in plain words what is wrong with it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TypeAlias

from distributed import Client, Future, KilledWorker, Security, wait
from distributed.comm.addressing import get_address_host, parse_address
from distributed.comm.core import connect

from site_builder.problems import Problem, Span
from site_builder.progress.station import OtherMakeError, Station, make_pages

# For so many seconds an answer is awaited.
PATIENCE = 10.0
Made: TypeAlias = "Future[bytes]"


class ClusterGoneError(Exception):
    """The cluster cannot go on; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Foreman:
    """Talks to one cluster; where that is gone, a ClusterGoneError says so."""

    client: Client
    address: str

    def hands(self) -> int:
        """How many threads the cluster has now."""
        with self._line():
            return sum(self.client.nthreads().values())

    def settle(self, station: Station) -> None:
        """Have a station at every worker, of which there must be one at least."""
        with self._line():
            try:
                self.client.wait_for_workers(1, timeout=PATIENCE)
                self.client.register_plugin(station, name=station.name)
            except TimeoutError:
                raise ClusterGoneError(_empty(self.address)) from None
            except (OSError, CancelledError):
                raise
            except Exception as error:  # a worker that cannot unpack a station has no such module, or an older one
                raise ClusterGoneError(_other_make(self.address)) from error

    def clear(self, station: Station) -> None:
        """Take the station away from every worker; a cluster that is gone has forgotten it anyway."""
        with suppress(ClusterGoneError), self._line():
            self.client.unregister_worker_plugin(station.name)

    def send(self, station: Station, parcel: bytes) -> Made:
        """The pages of a parcel, to be made by whoever is free.

        Dask itself replaces a worker that dies. What fails for another reason is tried once more, and then raised.
        """
        with self._line():
            return self.client.submit(make_pages, station.name, parcel, pure=False, retries=1)

    def finished(self, under_way: Collection[Made]) -> list[Made]:
        """Those that are done, as soon as there are any; as long as there are workers they are waited for."""
        while True:
            with self._line(), suppress(TimeoutError):
                return list(wait(list(under_way), timeout=PATIENCE, return_when="FIRST_COMPLETED").done)
            if not self.hands():
                raise ClusterGoneError(_lost(self.address))

    def result(self, future: Made) -> bytes:
        """The pages of a parcel that is done, or what went wrong with it twice."""
        with self._line():
            failure = future.exception() if future.status == "error" else None
            if failure is None:
                return future.result()
        if isinstance(failure, OtherMakeError):
            raise ClusterGoneError(_other_make(self.address))
        if isinstance(failure, KilledWorker):
            raise ClusterGoneError(_lost(self.address))
        raise failure

    @contextmanager
    def _line(self) -> Iterator[None]:
        try:
            yield
        except (CancelledError, OSError, RuntimeError):  # Dask's ways of saying that nobody is there any more
            raise ClusterGoneError(_lost(self.address)) from None


@contextmanager
def quietly() -> Iterator[None]:
    """Without the log of Dask: what a person should know is said in problems."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def unanswered(address: str) -> Problem | None:
    """Why no scheduler can be reached, found out before a Client begins to try again and again."""
    try:
        with ThreadPoolExecutor(1) as aside:  # whoever calls may have a loop of their own that runs
            aside.submit(lambda: asyncio.run(_knock(address))).result()
    except TypeError:  # Dask's own way of saying that it was given no certificates
        message, hint = f"{address} wants TLS, and Dask knows no certificates here", "tell Dask where they are"
    except (OSError, ValueError, ImportError, RuntimeError):
        message, hint = f"no Dask scheduler answers at {address}", "start one, and give the address that it prints"
    else:
        return None
    return Problem(Span(address), "cluster-unreachable", message, hint=hint)


async def _knock(address: str) -> None:
    line = await connect(address, timeout=PATIENCE, **Security().get_connection_args("client"))
    await line.close()


def unencrypted(address: str) -> Problem | None:
    """Why nothing is sent to an address: what students have done would cross a network for everybody on it to read."""
    try:
        is_fine = parse_address(address)[0] in ("tls", "wss") or _is_here(get_address_host(address))
    except ValueError:  # it is no address at all, and nobody will answer there
        is_fine = True
    if is_fine:
        return None
    message = f"students' evidence would go to {address} unencrypted: whoever is on that network could read it"
    hint = "let the cluster use TLS, and give an address that begins with tls://"
    return Problem(Span(address), "cluster-unencrypted", message, hint=hint)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _empty(address: str) -> Problem:
    message = f"the Dask scheduler at {address} has no workers"
    hint = "start workers, each with “dask worker” and this address"
    return Problem(Span(address), "cluster-empty", message, hint=hint)


def _other_make(address: str) -> Problem:
    message = f"the workers at {address} do not have the version of this builder that you have here"
    hint = "install the same version on every worker, and start them again"
    return Problem(Span(address), "cluster-differs", message, hint=hint)


def _lost(address: str) -> Problem:
    message = f"the cluster at {address} went away before all pages were made; the earlier pages are as they were"
    hint = "look at what its workers say: often they have too little memory; then run this again"
    return Problem(Span(address), "cluster-lost", message, hint=hint)
