"""Time and memory of a command and all that it starts, and the time that writing alone takes."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

_PAUSE = 0.02
# Wherever pip installs something, it is compiled; from a working copy it is at its first run, unless this forbids it.
_AS_INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}


class BuildError(Exception):
    """A measured command did not do its work; says what it said last."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock, and seconds of all processors together."""

    seconds: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Timing:
    """Several runs of the same thing."""

    runs: tuple[Run, ...]

    @property
    def best(self) -> float:
        """The shortest time: what other work on the machine disturbed least."""
        return min(run.seconds for run in self.runs)

    @property
    def median(self) -> float:
        """The middle time."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self) -> float:
        """The least that all processors together spent on it."""
        return min(run.cpu for run in self.runs)

    def ratio(self, other: Timing) -> float:
        """How many times as long as the other: the median over runs that were measured one after the other."""
        pairs = zip(self.runs, other.runs, strict=True)
        return statistics.median(mine.seconds / theirs.seconds for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Peak:
    """The most memory that a command and all that it started held at once; `kind` says how shared pages count."""

    bytes: int
    kind: str


def timed(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command, after all that was written before has reached the disk."""
    os.sync()
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = _started(command, folder, environment, said)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        _refuse_failure(command, process.returncode, said)
    return Run(seconds, used.ru_utime + used.ru_stime)


def peak(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Peak | str:
    """The peak memory of a command's whole process tree, or why it cannot be known."""
    try:
        psutil = import_module("psutil")
    except ImportError:
        return "psutil is not installed"
    with tempfile.TemporaryFile() as said:
        process = _started(command, folder, environment, said)
        seen = [0]
        while process.poll() is None:
            seen.append(_held(psutil, process.pid))
            time.sleep(_PAUSE)
        _refuse_failure(command, process.returncode, said)
    kind = "PSS" if Path("/proc/self/smaps_rollup").is_file() else "RSS"
    return Peak(max(seen), kind)


def set_aside(paths: Iterable[Path], aside: Path) -> None:
    """Move what earlier runs left out of the way, to be deleted when all has been measured.

    ext4 does not use the place of a file again that was deleted in the last minutes, and looks at all of them one after
    the other whenever it makes a new one: so what is deleted before a run makes that run slower, and each run more.
    """
    for path in paths:
        if path.exists():
            aside.mkdir(parents=True, exist_ok=True)
            path.rename(aside / f"{len(list(aside.iterdir()))}-{path.name}")


def floor(site: Path, target: Path) -> float:
    """Seconds that it takes merely to write the files of a site anew, from memory."""
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    os.sync()
    start = time.perf_counter()
    for folder in {file.parent for file in files}:
        (target / folder).mkdir(parents=True, exist_ok=True)
    for file, data in files.items():
        with open(f"{target}/{file}", "xb") as sink:  # noqa: PTH123  the fastest way to write, as a floor should be
            sink.write(data)
    return time.perf_counter() - start


def _started(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None, said: Any
) -> subprocess.Popen[bytes]:
    variables = {**os.environ, **_AS_INSTALLED, **(environment or {})}
    return subprocess.Popen(command, cwd=folder, env=variables, stdout=said, stderr=said)


def _refuse_failure(command: Sequence[str], code: int, said: Any) -> None:
    if code:
        said.seek(0)
        last = said.read().decode(errors="replace").strip().splitlines()[-5:]
        raise BuildError(f"{' '.join(command)} ended with {code}: {' / '.join(last)}")


def _held(psutil: Any, pid: int) -> int:
    return sum(_held_by(psutil, each) for each in _tree(psutil, pid))


def _tree(psutil: Any, pid: int) -> Iterator[int]:
    yield pid
    try:
        yield from (child.pid for child in psutil.Process(pid).children(recursive=True))
    except psutil.NoSuchProcess:
        return


def _held_by(psutil: Any, pid: int) -> int:
    """Memory shared by several processes counts once (PSS) where the system tells, else for each of them (RSS)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    except (OSError, StopIteration):
        pass
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
