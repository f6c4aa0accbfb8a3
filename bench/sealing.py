"""The floor of sealing: the same bytes packed, encrypted and written by two processes that do nothing else."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import time
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bench.measure import BuildError, Run
from site_builder.private.envelope import Press, opened, padded
from site_builder.private.register_file import read_register
from site_builder.private.sealed_page import envelope_in
from site_builder.private.secret import Secret
from site_builder.problems import Problem

_WORKERS = 2
_PATIENCE = 300
# What the program gzip takes when nobody says anything.
_LEVEL = 6


class Sheet(NamedTuple):
    """A page before it is sealed: its text, what stands around its envelope, and the file it goes to."""

    text: str
    before: bytes
    after: bytes
    file: str


class Span(NamedTuple):
    """When one process began and ended, and the seconds of the processor that it took."""

    start: float
    end: float
    cpu: float


Spans: TypeAlias = "SimpleQueue[Span]"


def secrets_in(keys: Path) -> tuple[list[Secret], list[Secret]]:
    """The secrets of students, and those of groups."""
    register = read_register(keys)
    if isinstance(register, Problem):
        raise BuildError(register.message)
    return list(register.student_secrets().values()), list(register.group_secrets().values())


def floor(private: Path, keys: Path, target: Path, *, by_gzip: bool = False) -> Run:
    """The time from when both processes hold their opened pages until both have written them, sealed anew.

    They pack as the product does, or with the gzip of Python's own library.
    """
    students, groups = secrets_in(keys)
    everybody = students + groups
    context = multiprocessing.get_context("spawn")
    gate, spans = context.Barrier(_WORKERS), context.SimpleQueue()
    shares = [everybody[at::_WORKERS] for at in range(_WORKERS)]
    workers = [context.Process(target=_seal_again, args=(it, private, target, gate, spans, by_gzip)) for it in shares]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise BuildError("the pages could not be sealed again")
    found: list[Span] = [spans.get() for _ in workers]
    return Run(max(it.end for it in found) - min(it.start for it in found), sum(it.cpu for it in found))


def _seal_again(
    secrets: Sequence[Secret], private: Path, target: Path, gate: Barrier, spans: Spans, by_gzip: bool
) -> None:
    sheets = [_sheet(it, private, target) for it in secrets]
    key, packed = AESGCM(AESGCM.generate_key(256)), _gzip if by_gzip else Press().packed
    gate.wait(_PATIENCE)
    start, used = time.perf_counter(), time.process_time()
    for it in sheets:
        sealed = urlsafe_b64encode(key.encrypt(os.urandom(12), padded(packed(it.text)), None))
        os.makedirs(os.path.dirname(it.file))  # noqa: PTH103, PTH120  the fastest way, as a floor should be
        with open(it.file, "xb") as sink:  # noqa: PTH123
            sink.write(b"".join((it.before, sealed, it.after)))
    spans.put(Span(start, time.perf_counter(), time.process_time() - used))


def _gzip(text: str) -> bytes:
    return gzip.compress(text.encode(), _LEVEL, mtime=0)


def _sheet(secret: Secret, private: Path, target: Path) -> Sheet:
    way = f"p/{secret.page_id}/index.html"
    page = (private / way).read_bytes()
    envelope = envelope_in(page) or b""
    text = opened(envelope, secret)
    if text is None:
        raise BuildError(f"{way} does not open with its key")
    before, after = page.split(envelope)
    return Sheet(text, before, after, f"{target}/{way}")
