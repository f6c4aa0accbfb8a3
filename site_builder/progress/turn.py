"""One run at a time on a folder of private pages, and what is said when its work cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from site_builder.private.output import beside
from site_builder.problems import Problem, Span

R = TypeVar("R")
# The file stays: taking it away would let two runs hold two files of one name. Nothing is ever in it.
LOCK = "lock"


def in_turn(out: Path, work: Callable[[], R]) -> R | Problem:
    """What `work` gives, done while nobody else writes to this folder; or why it could not be done."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(beside(out, LOCK), timeout=0):
            return work()
    except Timeout:
        message = f"another run is writing to {out}"
        return Problem(Span(out.as_posix()), "run-running", message, hint="wait until it is done, or end it")
    except (EOFError, ConnectionError):
        message = "a process that made pages was ended from outside; the earlier pages are as they were"
        hint = "often there is too little memory: end other programs, and run this again"
        return Problem(Span(out.as_posix()), "run-cut-off", message, hint=hint)
    except OSError as error:
        return unwritable(out, error)


def unwritable(place: Path, error: OSError) -> Problem:
    """What is said when private things cannot be written there."""
    message = f"{place} could not be written: {error.strerror or 'the machine does not say why'}"
    hint = "make room, or choose another folder; what was there before is as it was"
    return Problem(Span(place.as_posix()), "private-unwritable", message, hint=hint)
