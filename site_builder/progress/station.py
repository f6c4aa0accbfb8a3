"""What a worker of a cluster has within reach while it makes pages, and what it does with a portion of students."""

from __future__ import annotations

from threading import Lock
from typing import Any, NamedTuple

from distributed import WorkerPlugin, get_worker

from site_builder.evidence.partition import pieces_in
from site_builder.make import make_of
from site_builder.private.mentions import Classmates
from site_builder.private.secret import Secret
from site_builder.progress.order import Order, pages_of
from site_builder.progress.parcel import unwrapped, wrapped
from site_builder.progress.workshop import Job, Workshop


class Portion(NamedTuple):
    """Some students: what their pages are made from, and their part of the store."""

    orders: list[Order]
    partition: bytes


class OtherMakeError(Exception):
    """A worker has another version of the builder than the one who asks, and so would make other pages."""


class Station(WorkerPlugin):
    """What all pages need, sent once to each worker, also to those that come later.

    It travels as a plugin and not as data: Dask may put data on a disk, and loses it with the last worker that has it.
    """

    def __init__(self, job: Job, among: Classmates, secret: Secret) -> None:
        self.name = f"continuum-{secret.page_id}"
        self.make, self.job, self.among, self.secret = make_of(), job, among, secret

    def setup(self, worker: Any) -> None:
        """Get ready within a worker."""
        self.workshop, self.lock = Workshop(self.job), Lock()

    def made(self, parcel: bytes) -> bytes:
        """The pages of a wrapped portion, wrapped as well."""
        if self.make != make_of():
            raise OtherMakeError("this worker has another version of the builder")
        portion: Portion = unwrapped(parcel, self.secret)
        evidence = pieces_in(portion.partition)
        with self.lock:  # a workshop has one bench for each language, and a worker may have several threads
            work = [(order, evidence.get(order.student.id, [])) for order in portion.orders]
            pages = pages_of(work, self.workshop, lambda: self.among)
        return wrapped(pages, self.secret)


def make_pages(station: str, parcel: bytes) -> bytes:
    """What Dask calls: the pages of a portion, made at the station of this name on whichever worker it is."""
    at = get_worker().plugins[station]
    assert isinstance(at, Station)
    return at.made(parcel)
