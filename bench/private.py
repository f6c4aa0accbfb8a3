"""Private pages against the clock, StatiCrypt and a floor; what memory holds, and what a page weighs."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import evidence, staticrypt
from bench.commands import Commands
from bench.measure import Peak, Run, Timing, peak, set_aside, timed
from bench.school import COMPETENCIES, School, write_school
from bench.sealing import floor, secrets_in
from bench.table import Row, at_most, kilobytes, megabytes, seconds, took
from site_builder.private.secret import Secret

PAGES_A_SECOND = 400.0
MEMORY = 1.5e9
MORE = 4
FLAT = 1.15
FASTER_THAN_STATICRYPT = 100.0
OF_FLOOR = 4.0
WEIGHT = 32 * 1024
_CALLS = 10


def pages(school: School, repeat: int, cache: Path) -> Iterator[Row]:
    """All that is measured of private pages; the store has to be there."""
    commands = Commands(school)
    timed(commands.keys, school.folder)
    rounds = [(_cold(commands), _floor(commands)) for _ in range(repeat)]
    runs, least = (Timing(tuple(it)) for it in zip(*rounds, strict=True))
    yield Row(f"Private pages, {school.students:,} students, {COMPETENCIES} competencies, {school.pieces} pieces each")
    yield Row("continuum progress, cold", f"{took(runs)}, {seconds(runs.cpu)} CPU; {_size(commands.private)}")
    rate = school.students / runs.median
    yield Row("Pages of students in a second", f"{rate:.0f}", f">= {PAGES_A_SECOND:.0f}", rate >= PAGES_A_SECOND)
    yield from _against_staticrypt(commands, runs, cache)
    yield from _above_floor(runs, least)
    by_gzip = _floor(commands, by_gzip=True)
    found = f"{runs.median / by_gzip.seconds:.1f} times as long ({seconds(by_gzip.seconds)})"
    yield Row("Ours / sealing with the gzip of Python's library", found)
    yield from _weight(commands)
    yield from _memory(commands)


def _cold(commands: Commands) -> Run:
    commands.forget_pages()
    run = timed(commands.progress, commands.school.folder)
    print(f"continuum progress: {run.seconds:.2f} s", file=sys.stderr)
    return run


def _floor(commands: Commands, *, by_gzip: bool = False) -> Run:
    """The pages that have just been made, sealed once more by what does nothing else."""
    target = commands.school.folder / "floor"
    run = floor(commands.private, commands.school.keys, target, by_gzip=by_gzip)
    set_aside([target], commands.school.folder / "aside")
    return run


def _against_staticrypt(commands: Commands, ours: Timing, cache: Path) -> Iterator[Row]:
    program = staticrypt.staticrypt(cache)
    if isinstance(program, str):
        yield Row("StatiCrypt", program)
        return
    timed(commands.one_plain, commands.school.folder)
    [page] = (commands.plain / "students").iterdir()
    theirs = staticrypt.calls(program, page, commands.school.folder / "staticrypt", _CALLS)
    each = ours.median / commands.school.students
    ratio = theirs.median / each
    name, size = f"StatiCrypt {staticrypt.version(program)}", kilobytes(page.stat().st_size)
    yield Row(f"{name}, a call for a page of {size}", took(theirs))
    found = f"{ratio:.0f} times as long ({seconds(theirs.median)} and {each * 1000:.2f} ms a page)"
    yield Row("StatiCrypt / ours", found, f">= {FASTER_THAN_STATICRYPT:.0f}", ratio >= FASTER_THAN_STATICRYPT)


def _above_floor(ours: Timing, least: Timing) -> Iterator[Row]:
    yield Row("Merely packing, encrypting and writing them", f"{took(least)}, {seconds(least.cpu)} CPU")
    ratio = ours.ratio(least)
    found = f"{ratio:.1f} times as long (CPU / CPU {ours.cpu / least.cpu:.1f})"
    yield at_most("Ours / merely sealing", ratio, OF_FLOOR, found, f"<= {OF_FLOOR:.0f}")


def _weight(commands: Commands) -> Iterator[Row]:
    students, groups = (_sizes(commands, it) for it in secrets_in(commands.school.keys))
    said = f"{kilobytes(max(students))} largest, {kilobytes(statistics.median(students))} median"
    what = f"Sealed page of {COMPETENCIES} competencies and {commands.school.pieces} pieces"
    yield at_most(what, max(students), WEIGHT, said, f"<= {WEIGHT / 1000:.1f} KB")
    yield Row("Sealed page of a group", f"{kilobytes(max(groups))} largest")


def _sizes(commands: Commands, secrets: Sequence[Secret]) -> list[int]:
    return [(commands.private / "p" / it.page_id / "index.html").stat().st_size for it in secrets]


def _memory(commands: Commands) -> Iterator[Row]:
    """The most memory of all processes, and again with several times the evidence."""
    school = commands.school
    more = write_school(school.folder, school.students, school.pieces * MORE)
    yield evidence.memory(more)
    more.export.unlink()
    few, many = _peak(commands), _peak(Commands(more))
    if isinstance(few, str) or isinstance(many, str):
        yield Row("Peak of all processes", str(few))
        return
    for found, pieces in ((few, school.pieces), (many, more.pieces)):
        said = f"{megabytes(found.bytes)} ({found.kind})"
        what = f"Peak of all processes, {pieces} pieces each"
        yield at_most(what, found.bytes, MEMORY, said, f"< {MEMORY / 1e9} GB")
    ratio = many.bytes / few.bytes
    yield at_most(f"{MORE} times the evidence", ratio, FLAT, f"{ratio:.2f} times the memory", f"<= {FLAT}")


def _peak(commands: Commands) -> Peak | str:
    commands.forget_pages()
    return peak(commands.progress, commands.school.folder)


def _size(private: Path) -> str:
    sizes = [path.stat().st_size for path in private.glob("p/*/index.html")]
    return f"{len(sizes):,} pages, {megabytes(sum(sizes))}"
