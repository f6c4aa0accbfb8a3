"""Several processes that share a long piece of work, each keeping what it has read."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Memory = dict[str, Any]
Work = Callable[[Memory, T], R]
AT_ONCE = 100
# For fewer pieces of work than this, starting a worker takes longer than doing them.
WORTH = 50


class Crew:
    """Workers with a memory each; the same share of the work always goes to the same worker.

    They are hired when there is enough to do; a crew of one works within this process. A worker's own failure is
    raised here.
    """

    def __init__(self, size: int, worth: int = WORTH) -> None:
        self.size = max(size, 1)
        self.worth = worth
        self.memory: Memory = {}
        self._lines: list[Connection] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for line in self._lines:
            line.close()
        self._lines = []

    def tell(self, **facts: Any) -> None:
        """Have every worker remember these by name."""
        self.memory.update(facts)
        for line in self._lines:
            line.send((_remember, facts))
        for line in self._lines:
            line.recv()

    def each(self, work: Work[list[T], list[R]], shares: Sequence[Sequence[T]]) -> Iterator[list[R]]:
        """Do `work` on each worker's share, a portion at a time; portions come back as they are done."""
        portions = [list(_portions(share)) for share in shares]
        if self.size > 1 and not self._lines and sum(map(len, shares)) >= self.worth:
            self._lines = [_hire(self.memory) for _ in range(self.size)]
        if not self._lines:
            for portion in (portion for share in portions for portion in share):
                yield work(self.memory, portion)
            return
        yield from self._shared(work, portions)

    def _shared(self, work: Work[list[T], list[R]], portions: list[list[list[T]]]) -> Iterator[list[R]]:
        waiting = {line: iter(share) for line, share in zip(self._lines, portions, strict=True)}
        busy = [line for line in self._lines if _send_next(line, work, waiting)]
        while busy:
            for line in wait(busy):
                assert isinstance(line, Connection)
                failure, result = line.recv()
                if failure is not None:
                    raise failure
                if not _send_next(line, work, waiting):
                    busy.remove(line)
                yield result


def hands(pieces: int) -> int:
    """How many workers are worth their start for so many pieces of work."""
    if pieces < AT_ONCE:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, 8)


def _portions(share: Sequence[T]) -> Iterator[list[T]]:
    for start in range(0, len(share), AT_ONCE):
        yield list(share[start : start + AT_ONCE])


def _send_next(line: Connection, work: Work[list[T], list[R]], waiting: dict[Connection, Iterator[list[T]]]) -> bool:
    portion = next(waiting[line], None)
    if portion is None:
        return False
    line.send((work, portion))
    return True


def _hire(memory: Memory) -> Connection:
    ways = multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("fork" if "fork" in ways and os.name == "posix" else "spawn")
    ours, theirs = context.Pipe()
    context.Process(target=_serve, args=(theirs, ours, memory), daemon=True).start()
    theirs.close()
    return ours  # type: ignore[no-any-return]


def _remember(memory: Memory, facts: Memory) -> None:
    memory.update(facts)


def _serve(line: Connection, other_end: Connection, memory: Memory) -> None:
    """A worker's life: take a portion, do it, send it back, until the line closes."""
    other_end.close()
    while True:
        try:
            work, portion = line.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            line.send((None, work(memory, portion)))
        except KeyboardInterrupt:
            return
        except Exception as error:  # whatever it is, the one who asked must hear of it
            line.send((_portable(error), None))


def _portable(error: Exception) -> Exception:
    """The error, or its words where it cannot go from one process to another."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  made a moment ago, by this process
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
